package org.longrun.report;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.longrun.landscape.Landscape;
import org.longrun.numerics.Vectors;

/**
 * What happens along a least path γ: the arc length s, f(γ(s)), and the action spent so far.
 *
 * @param points the path, thinned
 * @param length s at each point, in the units of the variables
 * @param values f at each point
 * @param action the geometric action ∫ϑ(γ, γ′)·dγ up to each point; null where it is not known
 */
record PathProfile(
    List<double[]> points, double[] length, double[] values, double @Nullable [] action) {
  /** The cost of a short straight move, ℓ(a, b − a): what the action sums up. */
  @FunctionalInterface
  interface Move {
    /** The least action of going straight from a to the near point b. */
    double cost(double[] a, double[] b);
  }

  /**
   * Follows a path.
   *
   * @param path points along γ
   * @param landscape gives f
   * @param move gives the action; null where it is not known
   * @param total the path's action as computed, to which the profile is scaled
   * @param most the most points to keep, at least 2
   */
  static PathProfile along(
      List<double[]> path, Landscape landscape, @Nullable Move move, double total, int most) {
    List<double[]> points = thin(path, most);
    double[] length = new double[points.size()];
    double[] values = new double[points.size()];
    for (int k = 0; k < points.size(); k++) {
      values[k] = landscape.objective().value(points.get(k));
      length[k] = k == 0 ? 0 : length[k - 1] + Vectors.distance(points.get(k - 1), points.get(k));
    }
    double[] action = move == null ? null : action(path, points, move, total);
    return new PathProfile(points, length, values, action);
  }

  /** Sums the moves of the whole path, so that thinning costs no accuracy. */
  private static double[] action(
      List<double[]> path, List<double[]> kept, Move move, double total) {
    double[] out = new double[kept.size()];
    double sum = 0;
    int next = 0;
    for (int k = 0; k < path.size(); k++) {
      sum += k == 0 ? 0 : spent(move.cost(path.get(k - 1), path.get(k)));
      if (next < kept.size() && kept.get(next) == path.get(k)) {
        out[next++] = sum;
      }
    }
    // the engine's quadrature is finer than this one: its total is the truth
    if (sum > 0 && total > 0 && Double.isFinite(total)) {
      for (int k = 0; k < out.length; k++) {
        out[k] *= total / sum;
      }
    }
    return out;
  }

  /** A piece that the coarse rule finds impossible, or less than nothing, counts as free. */
  private static double spent(double cost) {
    return cost > 0 && Double.isFinite(cost) ? cost : 0;
  }

  private static List<double[]> thin(List<double[]> path, int most) {
    if (path.size() <= most) {
      return path;
    }
    List<double[]> kept = new ArrayList<>();
    for (int k = 0; k < most; k++) {
      kept.add(path.get((int) Math.round((double) k * (path.size() - 1) / (most - 1))));
    }
    return kept;
  }
}
