package org.longrun.bound;

import org.longrun.critical.CriticalSet;
import org.longrun.critical.GradientFlow;
import org.longrun.dynamics.Sgd;
import org.longrun.landscape.Domain;
import org.longrun.numerics.KroneckerSequence;
import org.longrun.numerics.Point;

/**
 * Seeks the largest noise in the global minimum's well and the least outside it, over a
 * low-discrepancy sample of the domain whose best points are improved by steps along the axes and
 * in directions spread between them; a step's length is halved once none improves. The regions are
 * told apart by where the descent from a point ends.
 */
final class WellSearch {
  private static final int SAMPLES_PER_DIMENSION = 2048;
  private static final double FIRST_STEP = 1.0 / 32;
  private static final int HALVINGS = 32;
  private static final int MOST_ROUNDS = 200;

  private final Sgd sgd;
  private final Barriers barriers;
  private final Domain domain;
  private final GradientFlow flow;
  private double[] highest;
  private double[] lowest;
  private double global = Double.NEGATIVE_INFINITY;
  private double others = Double.POSITIVE_INFINITY;

  WellSearch(CriticalSet critical, Sgd sgd, Barriers barriers) {
    this.sgd = sgd;
    this.barriers = barriers;
    this.domain = sgd.landscape().domain();
    this.flow = GradientFlow.of(sgd.landscape(), critical);
    this.highest = critical.components().get(0).representative().toArray();
    this.lowest = highest;
    critical.components().forEach(each -> visit(each.representative().toArray()));
  }

  VarianceExtremes run() {
    int d = domain.dimension();
    KroneckerSequence sequence = new KroneckerSequence(new double[d]);
    for (int n = 0; n < SAMPLES_PER_DIMENSION * d; n++) {
      double[] x = sequence.point(n);
      for (int k = 0; k < d; k++) {
        x[k] = domain.lower().get(k) + x[k] * domain.width(k);
      }
      visit(x);
    }
    improve();
    return new VarianceExtremes(global, others, Point.of(lowest), true);
  }

  private void improve() {
    double step = FIRST_STEP;
    int halvings = 0;
    for (int round = 0; round < MOST_ROUNDS && halvings < HALVINGS; round++) {
      double most = global;
      double fewest = others;
      around(highest, step, round);
      around(lowest, step, round);
      if (global == most && others == fewest) {
        step /= 2;
        halvings++;
      }
    }
  }

  /** Steps along the axes, and as many between them: these follow a level of f along its edge. */
  private void around(double[] centre, double step, int round) {
    int d = centre.length;
    KroneckerSequence sequence = new KroneckerSequence(new double[d]);
    for (int k = 0; k < d; k++) {
      double[] axis = new double[d];
      axis[k] = 1;
      double[] between = sequence.point(1 + round * d + k);
      for (int i = 0; i < d; i++) {
        between[i] = 2 * between[i] - 1;
      }
      for (int sign = -1; sign <= 1; sign += 2) {
        visitInside(centre, sign * step, axis);
        visitInside(centre, sign * step, between);
      }
    }
  }

  private void visitInside(double[] centre, double step, double[] direction) {
    double[] x = centre.clone();
    for (int k = 0; k < x.length; k++) {
      x[k] += step * direction[k] * domain.width(k);
    }
    if (domain.contains(x)) {
      visit(x);
    }
  }

  /** Takes x into account; the descent is followed only where x would change a result. */
  private void visit(double[] x) {
    double f = sgd.landscape().objective().value(x);
    if (!(f <= Math.max(barriers.maxSaddle(), barriers.lowestPass()))) {
      return;
    }
    double most = VarianceExtremes.largest(sgd, x);
    double fewest = VarianceExtremes.least(sgd, x);
    boolean raises = f <= barriers.lowestPass() && most > global;
    boolean lowers = f <= barriers.maxSaddle() && fewest < others;
    if (raises || lowers) {
      boolean inside = f <= barriers.lowestPass() && isInWell(x);
      if (inside && raises) {
        global = most;
        highest = x;
      } else if (!inside && lowers) {
        others = fewest;
        lowest = x;
      }
    }
  }

  private boolean isInWell(double[] x) {
    int basin = flow.basin(x);
    return basin >= 0 && barriers.well().get(basin);
  }
}
