package org.longrun.bound;

import org.longrun.critical.CriticalSet;
import org.longrun.critical.GradientFlow;
import org.longrun.dynamics.Sgd;
import org.longrun.landscape.Domain;
import org.longrun.landscape.NoiseDescription;
import org.longrun.numerics.KroneckerSequence;
import org.longrun.numerics.SymmetricEigen;

/**
 * The extreme noise variances of the energy-gap bound, sought over a low-discrepancy sample of the
 * domain whose best points are improved by a shrinking pattern search.
 *
 * @param global sup λ_max(Σ) over the global minimum's well, the component of {f ≤ lowest pass}
 *     that holds it
 * @param others inf λ_min(Σ) over the rest of {f ≤ max saddle}
 */
record VarianceExtremes(double global, double others) {
  private static final int SAMPLES_PER_DIMENSION = 2048;
  private static final double FIRST_STEP = 1.0 / 32;
  private static final int HALVINGS = 20;

  static VarianceExtremes of(CriticalSet critical, Sgd sgd, Barriers barriers) {
    if (isConstant(sgd.landscape().noise())) {
      double[] anywhere = sgd.landscape().domain().lower().toArray();
      return new VarianceExtremes(largest(sgd, anywhere), least(sgd, anywhere));
    }
    return new Search(critical, sgd, barriers).run();
  }

  private static boolean isConstant(NoiseDescription noise) {
    if (noise instanceof NoiseDescription.Isotropic isotropic) {
      return isotropic.variance().isConstant();
    }
    return noise instanceof NoiseDescription.Anisotropic full
        && full.covariance().stream().allMatch(entry -> entry.isConstant());
  }

  private static SymmetricEigen spectrum(Sgd sgd, double[] x) {
    int d = x.length;
    double[] covariance = new double[d * d];
    sgd.noise().at(x).covariance(covariance);
    return SymmetricEigen.of(covariance, d);
  }

  private static double largest(Sgd sgd, double[] x) {
    return spectrum(sgd, x).value(x.length - 1);
  }

  private static double least(Sgd sgd, double[] x) {
    return spectrum(sgd, x).value(0);
  }

  /**
   * The search over both regions; regions are told apart by where the descent from a point ends.
   */
  private static final class Search {
    private final Sgd sgd;
    private final Barriers barriers;
    private final Domain domain;
    private final GradientFlow flow;
    private double[] highest;
    private double[] lowest;
    private double global = Double.NEGATIVE_INFINITY;
    private double others = Double.POSITIVE_INFINITY;

    Search(CriticalSet critical, Sgd sgd, Barriers barriers) {
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
      double step = FIRST_STEP;
      for (int halving = 0; halving < HALVINGS; halving++) {
        around(highest, step);
        around(lowest, step);
        step /= 2;
      }
      return new VarianceExtremes(global, others);
    }

    private void around(double[] centre, double step) {
      for (int k = 0; k < centre.length; k++) {
        for (int sign = -1; sign <= 1; sign += 2) {
          double[] x = centre.clone();
          x[k] += sign * step * domain.width(k);
          if (domain.contains(x)) {
            visit(x);
          }
        }
      }
    }

    /** Takes x into account; the descent is followed only where x would change a result. */
    private void visit(double[] x) {
      double f = sgd.landscape().objective().value(x);
      if (!(f <= Math.max(barriers.maxSaddle(), barriers.lowestPass()))) {
        return;
      }
      double most = largest(sgd, x);
      double fewest = least(sgd, x);
      boolean raises = f <= barriers.lowestPass() && most > global;
      boolean lowers = f <= barriers.maxSaddle() && fewest < others;
      if (!raises && !lowers) {
        return;
      }
      boolean inside = f <= barriers.lowestPass() && flow.basin(x) == 0;
      if (inside && raises) {
        global = most;
        highest = x;
      } else if (!inside && lowers) {
        others = fewest;
        lowest = x;
      }
    }
  }
}
