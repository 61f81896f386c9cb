package org.longrun.action;

import java.util.ArrayList;
import java.util.List;
import org.longrun.dynamics.Hamiltonian;
import org.longrun.dynamics.RelaxedHamiltonian;

/**
 * The least cost where no polygon is possible, or none has been found: with Gaussian noise of
 * variance ε added every polygon is possible, and none costs more than without. The least one is
 * followed as ε falls tenfold from step to step, and is taken without added noise as soon as that
 * is possible. Else the costs C(ε), which rise to B, are extrapolated: rises that shrink by a
 * factor r leave r/(1 − r) of the last.
 */
final class PolygonLimit {
  /** ε as parts of the mean variance along the first path. */
  private static final double[] PARTS = {1e-1, 1e-2, 1e-3, 1e-4, 1e-5, 1e-6, 1e-7};

  /** The share from which on rises do not shrink: the cost may grow without bound. */
  private static final double STEADY = 0.7;

  /** The accuracy of each cost as a multiple of the one asked for: there are many. */
  private static final double EACH = 3;

  private final Hamiltonian hamiltonian;
  private final double accuracy;
  private final long most;

  /**
   * A search.
   *
   * @param accuracy the error relative to the cost that is asked for
   * @param most the gradient evaluations of one polygon after which no finer one is begun
   */
  PolygonLimit(Hamiltonian hamiltonian, double accuracy, long most) {
    this.hamiltonian = hamiltonian;
    this.accuracy = accuracy;
    this.most = most;
  }

  /**
   * The least polygon, or the limit of relaxed ones near some paths; +∞ if the costs do not settle.
   *
   * @param starts where to begin; the first tells the scale of the noise
   * @param hopeless the cost from which on a path is not wanted
   */
  EdgeSolution near(List<? extends Curve> starts, double hopeless) {
    double scale = VarianceAlong.of(hamiltonian, starts.get(0)).mean();
    List<EdgeSolution> followed = new ArrayList<>();
    List<? extends Curve> from = starts;
    long evaluations = 0;
    for (double part : PARTS) {
      Hamiltonian relaxed = new RelaxedHamiltonian(hamiltonian, part * scale);
      EdgeSolution path = new LeastPolygon(relaxed, EACH * accuracy, most).near(from, hopeless);
      evaluations += path.evaluations();
      followed.add(path);
      if (!(path.action() - path.error() <= hopeless)) {
        break;
      }
      EdgeSolution strict = strict(path);
      evaluations += strict.evaluations();
      if (strict.action() < Double.POSITIVE_INFINITY) {
        return strict.after(evaluations - strict.evaluations());
      }
      from = List.of(path.curve());
    }
    EdgeSolution limit = limit(followed);
    return limit.after(evaluations - limit.evaluations());
  }

  /** The path without added noise; +∞ where it is not possible. */
  private EdgeSolution strict(EdgeSolution path) {
    return new LeastPolygon(hamiltonian, accuracy, most)
        .near(List.of(path.curve()), Double.POSITIVE_INFINITY);
  }

  private EdgeSolution limit(List<EdgeSolution> followed) {
    int n = followed.size();
    EdgeSolution last = followed.get(n - 1);
    if (n < PARTS.length || !(last.action() < Double.POSITIVE_INFINITY)) {
      return last.limit(last.action(), last.action(), false);
    }
    double rise = last.action() - followed.get(n - 2).action();
    double before = followed.get(n - 2).action() - followed.get(n - 3).action();
    double own = last.error() + followed.get(n - 2).error();
    double share = Math.abs(rise) / Math.max(Math.abs(before), own);
    if (!(share < STEADY) && Math.abs(rise) > own) {
      return last.limit(Double.POSITIVE_INFINITY, Double.POSITIVE_INFINITY, false);
    }
    double more = Math.max(0, rise) * share / (1 - Math.min(share, STEADY));
    double error = more + own + Math.abs(rise) * share;
    double cost = last.action() + more;
    return last.limit(cost, error, error <= accuracy * cost);
  }
}
