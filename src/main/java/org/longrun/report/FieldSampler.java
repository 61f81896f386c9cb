package org.longrun.report;

import java.util.List;
import java.util.stream.IntStream;
import org.longrun.landscape.Landscape;
import org.longrun.landscape.ScalarField;
import org.longrun.numerics.Vectors;

/** Samples f, and the basins of its gradient flow, on the grid of a view. */
final class FieldSampler {
  /** A descent's length limit, in steps. */
  private static final int FLOW_STEPS = 400;

  /** A descent's step relative to the view's diagonal. */
  private static final double FLOW_STEP = 1.0 / 160;

  /** The terms of f that the values of one picture may take. */
  private static final long VALUE_TERMS = 50_000_000;

  /** The terms of f that the descents of one picture may take. */
  private static final long DESCENT_TERMS = 200_000_000;

  /** Terms that a descent takes for each sample: about 100 steps, a value and a gradient each. */
  private static final int TERMS_PER_DESCENT = 200;

  /** The coarsest grid of values: level lines are still lines. */
  private static final int COARSEST = 25;

  /** The coarsest grid of basins; a coarser one shows nothing. */
  private static final int COARSEST_BASINS = 9;

  private final Landscape landscape;
  private final View view;

  FieldSampler(Landscape landscape, View view) {
    this.landscape = landscape;
    this.view = view;
  }

  /** {@code count} evenly spaced coordinates along the view's axis k, both bounds included. */
  double[] axis(int k, int count) {
    double[] out = new double[count];
    double width = view.upper()[k] - view.lower()[k];
    for (int i = 0; i < count; i++) {
      out[i] = view.lower()[k] + width * i / (count - 1);
    }
    return out;
  }

  /**
   * How many coordinates an axis of a picture of f has: {@code most}, or fewer where f sums so many
   * samples that the picture would cost more than the analysis that it shows.
   */
  int resolution(int most) {
    double points = (double) VALUE_TERMS / landscape.objective().terms();
    int affordable = (int) (view.dimension() == 1 ? points : Math.sqrt(points));
    return Math.min(most, Math.max(COARSEST, affordable));
  }

  /**
   * How many coordinates an axis of a picture of the basins has; 0 where there is nothing to tell
   * apart (fewer than two minima: every descent that stays inside ends at the same one) or where
   * descents over so many samples cost too much.
   */
  int basinResolution(int most, List<Findings.Component> components) {
    if (components.stream().filter(Findings.Component::isMinimum).count() < 2) {
      return 0;
    }
    double descents = (double) DESCENT_TERMS / TERMS_PER_DESCENT / landscape.objective().terms();
    int affordable = (int) Math.min(most, Math.sqrt(descents));
    return affordable < COARSEST_BASINS ? 0 : affordable;
  }

  /** f at every point of the grid, row by row: rows along the second axis, if there is one. */
  double[][] values(double[] first, double[] second) {
    ScalarField f = landscape.objective();
    return IntStream.range(0, second.length)
        .parallel()
        .mapToObj(
            row -> {
              double[] points = line(first, second[row]);
              double[] out = new double[first.length];
              f.values(points, first.length, out);
              return out;
            })
        .toArray(double[][]::new);
  }

  private double[] line(double[] first, double second) {
    int d = landscape.dimension();
    double[] points = new double[first.length * d];
    for (int i = 0; i < first.length; i++) {
      double[] x = view.point(first[i], second);
      System.arraycopy(x, 0, points, i * d, d);
    }
    return points;
  }

  /**
   * For every point of the grid the position of the minimum that the descent x′ = −∇f from it ends
   * near; −1 where it leaves the domain or reaches none. Descents run as line elements of constant
   * length, halved where f no longer falls.
   */
  int[][] basins(double[] first, double[] second, List<Findings.Component> components) {
    return IntStream.range(0, second.length)
        .parallel()
        .mapToObj(
            row -> {
              int[] out = new int[first.length];
              for (int i = 0; i < first.length; i++) {
                out[i] = basin(view.point(first[i], second[row]), components);
              }
              return out;
            })
        .toArray(int[][]::new);
  }

  private int basin(double[] x, List<Findings.Component> components) {
    double step = FLOW_STEP * diagonal();
    double least = step / 64;
    double value = landscape.objective().value(x);
    double[] gradient = new double[x.length];
    double[] next = new double[x.length];
    for (int k = 0; k < FLOW_STEPS && step > least; k++) {
      landscape.objective().gradient(x, gradient);
      double slope = Vectors.norm(gradient);
      if (!(slope > 0) || !landscape.domain().contains(x)) {
        break;
      }
      for (int i = 0; i < x.length; i++) {
        next[i] = x[i] - step * gradient[i] / slope;
      }
      double below = landscape.objective().value(next);
      if (below < value) {
        value = below;
        System.arraycopy(next, 0, x, 0, x.length);
      } else {
        step /= 2;
      }
    }
    return landscape.domain().contains(x) ? nearest(x, components) : -1;
  }

  private int nearest(double[] x, List<Findings.Component> components) {
    int best = -1;
    double least = diagonal() / 12;
    for (int i = 0; i < components.size(); i++) {
      Findings.Component c = components.get(i);
      if (!c.isMinimum()) {
        continue;
      }
      for (List<Double> p : c.points().isEmpty() ? List.of(c.representative()) : c.points()) {
        double distance = distance(x, p);
        if (distance < least) {
          least = distance;
          best = i;
        }
      }
    }
    return best;
  }

  private double diagonal() {
    double square = 0;
    for (int k = 0; k < view.dimension(); k++) {
      double width = view.upper()[k] - view.lower()[k];
      square += width * width;
    }
    return Math.sqrt(square);
  }

  private static double distance(double[] x, List<Double> p) {
    double square = 0;
    for (int i = 0; i < x.length; i++) {
      square += (x[i] - p.get(i)) * (x[i] - p.get(i));
    }
    return Math.sqrt(square);
  }
}
