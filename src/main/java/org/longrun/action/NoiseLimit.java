package org.longrun.action;

import java.util.function.LongPredicate;
import java.util.function.UnaryOperator;
import org.longrun.dynamics.RelaxedHamiltonian;

/**
 * The least cost where no path on any mesh is possible, although the infimum is finite: the noise
 * almost vanishes in some directions, and a path has to follow the drift there to a degree that no
 * polynomial does. With Gaussian noise of variance ε added it need not, and the cost C(ε) is smooth
 * in ε: B = C(0) is extrapolated from small ε (L. F. Richardson, Phil. Trans. R. Soc. A 226, 1927),
 * each cost converged on meshes of its own.
 *
 * <p>The path is followed from a large ε, where there are few minima, to the small ones.
 */
final class NoiseLimit {
  /** ε as parts of the mean variance along the path, on the way; the last two costs are taken. */
  private static final double[] PARTS = {1e-2, 1e-3, 1e-4, 1e-5, 1e-6};

  /** How exactly the path of each ε is followed. */
  private static final double[] FOLLOWED = {1e-2, 1e-2, 1e-4, 1e-5, 1e-5};

  /** The accuracy of the two costs at best. */
  private static final double ACCURATE = 1e-6;

  /** The level of one panel that paths are followed on. */
  private static final int LEVEL = 3;

  /** The last level looked at, and the evaluations after which a cost is taken as it is. */
  private static final int FINEST = 10;

  private static final long ENOUGH = 40_000;

  /** The share of a rise of the costs by which that of the paths followed may differ from it. */
  private static final double SMOOTH = 0.3;

  /** The relative error from which on a cost says nothing of the limit. */
  private static final double UNRESOLVED = 0.01;

  /** The most variables for which the second variation is worth its evaluations. */
  private static final int MOST = 20;

  private static final int SAMPLE = 64;

  private final EdgeSolver solver;

  NoiseLimit(EdgeSolver solver) {
    this.solver = solver;
  }

  /**
   * The limit near a path, with its error; the path as it is where no limit is found.
   *
   * @param rough a path for small ε, and what is known of its limit
   * @param hopeless the cost from which on a path is not wanted: a relaxed cost above it is told
   *     instead of the limit, which is higher still
   * @param spent whether so many evaluations, those of the rough path among them, are all that may
   *     be made
   */
  EdgeSolution of(EdgeSolution rough, double hopeless, LongPredicate spent) {
    if (solver.hamiltonian().dimension() > MOST) {
      return rough;
    }
    double variance = VarianceAlong.of(solver.hamiltonian(), rough.curve()).mean();
    int n = PARTS.length;
    EdgeSolution[] followed = followed(rough, variance);
    EdgeSolution[] refined = new EdgeSolution[n];
    EdgeSolution last = followed[n - 3];
    for (int k = n - 2; k < n && isOpen(last, hopeless, spent); k++) {
      double added = PARTS[k] * variance;
      followed[k] = next(followed[k - 1].curve(), k, variance).after(last.evaluations());
      refined[k] = refined(followed[k], added, hopeless, spent);
      last = refined[k];
      if (isUnresolved(last)) {
        return unresolved(last, followed[k], rough);
      }
    }
    if (last.action() > hopeless && last.action() < Double.POSITIVE_INFINITY) {
      return last;
    }
    return isOpen(last, hopeless, spent)
        ? extrapolated(followed, refined, rough)
        : rough.after(last.evaluations() - rough.evaluations());
  }

  private static boolean isOpen(EdgeSolution path, double hopeless, LongPredicate spent) {
    return path.action() <= hopeless
        && path.action() < Double.POSITIVE_INFINITY
        && !spent.test(path.evaluations());
  }

  /**
   * The paths of all ε but the last two, from the rough path and from the straight line between its
   * ends: those that cost less in the end.
   */
  private EdgeSolution[] followed(EdgeSolution rough, double variance) {
    int last = PARTS.length - 3;
    EdgeSolution[] straight = followed(ends(rough.curve()), variance, rough.evaluations());
    EdgeSolution[] own = followed(evenly(rough.curve()), variance, straight[last].evaluations());
    if (!(straight[last].action() < own[last].action())) {
      return own;
    }
    long more = own[last].evaluations() - straight[last].evaluations();
    straight[last] = straight[last].after(more);
    return straight;
  }

  private EdgeSolution[] followed(Curve start, double variance, long earlier) {
    EdgeSolution[] followed = new EdgeSolution[PARTS.length];
    Curve path = start;
    long evaluations = earlier;
    for (int k = 0; k < PARTS.length - 2; k++) {
      followed[k] = next(path, k, variance).after(evaluations);
      path = followed[k].curve();
      evaluations = followed[k].evaluations();
    }
    return followed;
  }

  private EdgeSolution next(Curve path, int k, double variance) {
    return relaxed(PARTS[k] * variance, FOLLOWED[k]).single(path, LEVEL);
  }

  /** Whether a cost that was refined is still unknown. */
  private static boolean isUnresolved(EdgeSolution solution) {
    return solution.error() < Double.POSITIVE_INFINITY
        && solution.error() > UNRESOLVED * solution.action();
  }

  /**
   * What is known where the meshes did not resolve the path: the lesser cost. They may change it as
   * much again as they did.
   */
  private static EdgeSolution unresolved(
      EdgeSolution refined, EdgeSolution followed, EdgeSolution rough) {
    double change = Math.abs(followed.action() - refined.action());
    double gap = Math.abs(rough.action() - refined.action());
    double error = Math.max(refined.error(), Math.max(rough.error(), change + gap));
    double cost = Math.min(refined.action(), rough.action());
    return refined.limit(cost, error, false);
  }

  /** A path as it runs, at an even speed: its own speed may be what spoilt it. */
  private static Curve evenly(PathCurve path) {
    return new Polyline(path.sample(SAMPLE));
  }

  /** The straight line between the ends of a path. */
  private static Curve ends(PathCurve path) {
    return Curve.line(path.end(0), path.end(1));
  }

  /** A cost as exactly as the meshes and the evaluations allow: the best known of all meshes. */
  private EdgeSolution refined(
      EdgeSolution followed, double variance, double hopeless, LongPredicate spent) {
    long most = followed.evaluations() + ENOUGH;
    EdgeSolution[] best = {followed};
    EdgeSolution last =
        relaxed(variance, Math.max(ACCURATE, solver.tolerance()))
            .refine(
                followed,
                s -> {
                  best[0] = better(best[0], s);
                  return s.level() < FINEST
                      && s.evaluations() < most
                      && !(s.action() - Math.min(s.error(), s.change()) > hopeless)
                      && !spent.test(s.evaluations());
                },
                UnaryOperator.identity());
    EdgeSolution told = better(best[0], last);
    return told.after(last.evaluations() - told.evaluations());
  }

  private static EdgeSolution better(EdgeSolution one, EdgeSolution other) {
    return other.error() <= one.error() ? other : one;
  }

  /**
   * C(0) by the line through the last two costs. C = C(0) − aε + bε² leaves it bε₁ε₂ too low, which
   * is told by the paths followed where these rise as the costs do: by 8.91·bε₁² more than a tenth
   * of the rise before. Where they do not, as much as SMOOTH of what the line adds is in doubt.
   */
  private EdgeSolution extrapolated(
      EdgeSolution[] followed, EdgeSolution[] refined, EdgeSolution rough) {
    int n = PARTS.length;
    EdgeSolution last = refined[n - 1];
    double rise = last.action() - refined[n - 2].action();
    double own = 2 * Math.max(last.error(), refined[n - 2].error());
    if (!(rise > -own)) {
      return unresolved(last, refined[n - 2], rough);
    }
    double before = followed[n - 2].action() - followed[n - 3].action();
    double roughly = followed[n - 1].action() - followed[n - 2].action();
    double bend = (roughly - before / 10) / 89.1;
    boolean known = Math.abs(roughly - rise) <= SMOOTH * Math.abs(rise);
    double doubt = known ? Math.abs(bend) : SMOOTH * Math.abs(rise) / 9;
    double limit = last.action() + rise / 9 + (known ? bend : 0);
    return last.limit(limit, own + doubt, own + doubt <= solver.tolerance() * limit);
  }

  private EdgeSolver relaxed(double variance, double accuracy) {
    return EdgeSolver.thorough(new RelaxedHamiltonian(solver.hamiltonian(), variance), accuracy);
  }
}
