package org.longrun.action;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.longrun.dynamics.Hamiltonian;
import org.longrun.dynamics.OnShellLagrangian;
import org.longrun.numerics.GaussKronrod;
import org.longrun.numerics.LimitedMemoryBfgs;

/**
 * The least path among polygons: first-order elements in place of the Ritz method's polynomials,
 * for paths that are not smooth. Next to the hull of what the noise allows the samples that carry a
 * path change from place to place, its density peaks there, and no polynomial resolves it; a
 * polygon with N sides does to O(1/N²) (S. Brenner, R. Scott, <em>The Mathematical Theory of Finite
 * Element Methods</em>, chapter 0).
 *
 * <p>The sides share the length and the action of the path evenly, from round to round: where its
 * density peaks they are short. A polygon is a path, and its action, integrated finely, lies above
 * the infimum up to the error of that integral. Two numbers of sides tell how far above: what the
 * polygon with twice as many saved is more than what it leaves.
 */
final class LeastPolygon {
  private static final int[] SIDES = {16, 32, 64, 128, 256};

  /** How many of the polygons with the fewest sides are followed to more. */
  private static final int CANDIDATES = 3;

  /** How often a polygon is laid anew with the same number of sides. */
  private static final int ROUNDS = 3;

  /** The part of the accuracy that the integral may miss. */
  private static final double SHARE = 0.1;

  /**
   * The gap between the polygon's action and its own quadrature that shows a peak between points.
   */
  private static final double PEAK = 0.02;

  /** What may be left beside what the last polygon saved, searches that stalled included. */
  private static final double SAFETY = 3;

  /** Cells for each side where the path's length and action are measured. */
  private static final int CELLS = 4;

  /** The level that a polygon counts as: it is no mesh of the cascade. */
  private static final int LEVEL = 4;

  private final Hamiltonian hamiltonian;
  private final double accuracy;
  private final long most;
  private final boolean newton;
  private long evaluations;

  /**
   * A search; one a path.
   *
   * @param accuracy the error relative to the cost that is asked for
   * @param most the gradient evaluations after which no finer polygon is begun
   */
  LeastPolygon(Hamiltonian hamiltonian, double accuracy, long most) {
    this.hamiltonian = hamiltonian;
    this.accuracy = accuracy;
    this.most = most;
    this.newton = hamiltonian.dimension() <= StrongPreconditioner.FEW;
  }

  /**
   * The least polygon near any of some paths; its action is +∞ if none of them is possible. All are
   * followed with the fewest sides, the least of these further.
   *
   * @param hopeless the cost above which a path is not wanted: no finer polygon is sought
   */
  EdgeSolution near(List<? extends Curve> starts, double hopeless) {
    Found best =
        starts.stream()
            .map(start -> laid(start, SIDES[0]))
            .filter(Objects::nonNull)
            .sorted(Comparator.comparingDouble(Found::action))
            .limit(CANDIDATES)
            .map(found -> better(found, settled(found.curve(), SIDES[1])))
            .min(Comparator.comparingDouble(Found::action))
            .orElse(null);
    return best == null ? none(starts.get(0)) : finer(best, hopeless);
  }

  private static Found better(Found coarse, @Nullable Found finer) {
    return finer != null && finer.action() <= coarse.action() ? finer : coarse;
  }

  private EdgeSolution finer(Found coarse, double hopeless) {
    Found best = coarse;
    double before = Double.POSITIVE_INFINITY;
    for (int k = 2; k < SIDES.length; k++) {
      Found found = settled(best.curve(), SIDES[k]);
      if (found == null) {
        break;
      }
      before = best.action();
      best = found.action() <= best.action() ? found : best.missing(found);
      double change = SAFETY * Math.abs(before - best.action());
      if (change <= accuracy * best.action()
          || best.action() - change > hopeless
          || evaluations > most) {
        break;
      }
    }
    return solution(best, before);
  }

  /** A polygon with its action and the error of that integral. */
  private record Found(PathCurve curve, double discrete, double action, double error) {
    /** This polygon, which a finer one did not better: that it did not counts as its error. */
    Found missing(Found finer) {
      return new Found(curve, discrete, action, Math.max(error, finer.action - action));
    }
  }

  /** Lays the polygon anew until its own quadrature sees its action; null if none is possible. */
  private @Nullable Found settled(Curve start, int sides) {
    Curve path = start;
    Found best = null;
    for (int round = 0; round < ROUNDS; round++) {
      Found found = laid(path, sides);
      if (found == null) {
        return best;
      }
      boolean worse = best != null && found.action() > best.action() * (1 - SHARE * accuracy);
      best = best == null || found.action() < best.action() ? found : best;
      path = found.curve();
      if (worse || found.action() - found.discrete() <= PEAK * found.action() && round > 0) {
        break;
      }
    }
    return best;
  }

  private @Nullable Found laid(Curve path, int sides) {
    Outlook start = new Outlook(hamiltonian, newton, PathMesh.polygon(sides), evenly(path, sides));
    ActionFunctional action = start.action();
    double value = start.value();
    PathCurve curve = action.curve(action.interior());
    if (value < Double.POSITIVE_INFINITY) {
      LimitedMemoryBfgs.Result result = new MeshSearch(accuracy, newton, false).finish(start, 1);
      curve = action.curve(result.x());
      value = result.value();
    }
    evaluations += action.evaluations();
    GaussKronrod.Result integral =
        new Reintegration(hamiltonian).integrate(curve, SHARE * accuracy);
    evaluations += integral.evaluations();
    return integral.value() < Double.POSITIVE_INFINITY
        ? new Found(curve, value, integral.value(), integral.error())
        : null;
  }

  /** The same path at such a speed that equal parameters share its length and action evenly. */
  private Curve evenly(Curve path, int sides) {
    int cells = CELLS * sides;
    double[] lengths = new double[cells];
    double[] actions = new double[cells];
    measure(path, lengths, actions);
    double length = Arrays.stream(lengths).sum();
    double action = Arrays.stream(actions).sum();
    double[] until = new double[cells + 1];
    for (int k = 0; k < cells; k++) {
      double share = action > 0 ? actions[k] / action : lengths[k] / length;
      until[k + 1] = until[k] + (share + lengths[k] / length) / 2;
    }
    return (s, out) -> path.point(inverse(until, s * until[cells]), out);
  }

  private void measure(Curve path, double[] lengths, double[] actions) {
    int d = hamiltonian.dimension();
    int cells = lengths.length;
    OnShellLagrangian lagrangian = new OnShellLagrangian(d);
    double[] from = new double[d];
    double[] to = new double[d];
    double[] middle = new double[d];
    double[] p = new double[d];
    p[0] = Double.NaN;
    path.point(0, from);
    for (int k = 0; k < cells; k++) {
      path.point((k + 1.0) / cells, to);
      double square = 0;
      for (int i = 0; i < d; i++) {
        middle[i] = (from[i] + to[i]) / 2;
        from[i] = to[i] - from[i];
        square += from[i] * from[i];
      }
      lengths[k] = Math.sqrt(square);
      double cost = lagrangian.evaluate(hamiltonian.at(middle), from, p);
      evaluations++;
      boolean possible = cost < Double.POSITIVE_INFINITY;
      actions[k] = possible ? cost : 0;
      p[0] = possible ? p[0] : Double.NaN;
      System.arraycopy(to, 0, from, 0, d);
    }
  }

  /** Where an increasing table of values at 0, 1/n, …, 1 comes to a level. */
  private static double inverse(double[] table, double level) {
    int found = Arrays.binarySearch(table, level);
    if (found >= 0) {
      return (double) found / (table.length - 1);
    }
    int cell = Math.max(0, Math.min(table.length - 2, -found - 2));
    double rise = table[cell + 1] - table[cell];
    double inside = rise > 0 ? Math.max(0, Math.min(1, (level - table[cell]) / rise)) : 0;
    return (cell + inside) / (table.length - 1);
  }

  private EdgeSolution solution(Found found, double before) {
    double change = before - found.action();
    double error = SAFETY * Math.max(change, 0) + found.error();
    return new EdgeSolution(
        found.curve(),
        LEVEL,
        1,
        found.action(),
        found.discrete(),
        before,
        0,
        error,
        0,
        evaluations,
        error <= accuracy * found.action(),
        null,
        null);
  }

  private EdgeSolution none(Curve start) {
    PathCurve line =
        new ActionFunctional(hamiltonian, PathMesh.polygon(1), start).curve(new double[0]);
    return new EdgeSolution(
        line,
        LEVEL,
        1,
        Double.POSITIVE_INFINITY,
        Double.POSITIVE_INFINITY,
        Double.POSITIVE_INFINITY,
        0,
        Double.POSITIVE_INFINITY,
        0,
        evaluations,
        false,
        null,
        null);
  }
}
