package org.longrun.action;

import java.util.List;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;
import org.longrun.critical.CriticalSet;
import org.longrun.dynamics.Sgd;
import org.longrun.landscape.InputError;
import org.longrun.landscape.Landscape;
import org.longrun.numerics.Point;

/**
 * Step 2: the quasi-potential B(x, x′) = inf {S_T[γ] : γ(0) = x, γ(T) = x′, T &gt; 0} between all
 * components, with least paths (M. Freidlin, A. Wentzell, <em>Random Perturbations of Dynamical
 * Systems</em>, chapter 4; theory, section 2).
 *
 * <p>An immutable procedure. The same input gives the same costs, bit for bit, whatever the number
 * of threads. Its settings are the landscape's: {@code action-tolerance}, the relative error at
 * which a cost counts as converged, {@code action-effort}, the work that the search may take, and
 * {@code action-seconds}, a limit by the clock.
 */
public final class QuasiPotential {
  private final @Nullable Effort effort;

  private QuasiPotential(@Nullable Effort effort) {
    this.effort = effort;
  }

  /** The procedure with its defaults. */
  public static QuasiPotential withDefaults() {
    return new QuasiPotential(null);
  }

  /** The same, but all that it does shares one effort instead of each having its own. */
  public QuasiPotential within(Effort whole) {
    return new QuasiPotential(whole);
  }

  private Effort effort(Sgd sgd) {
    return effort == null ? Effort.of(sgd.landscape()) : effort;
  }

  /**
   * The costs of all transitions, and of the moves away from the landscape's starts.
   *
   * @param critical K_1 … K_N
   * @param sgd the dynamics
   */
  public TransitionCosts between(CriticalSet critical, Sgd sgd) {
    Places places = new Places(critical, sgd.landscape().starts(), List.of());
    return CostAssembly.of(CostSearch.of(places, sgd, effort(sgd)));
  }

  /**
   * B(x, x′) between two points of the domain, with its least path, through components where that
   * is cheaper; +∞ with the point that makes it so where no path is possible. On landscapes of many
   * components only those in the neighbourhood of the two points are tried as way stations.
   *
   * @throws InputError if a point has the wrong dimension or lies outside the domain
   */
  public LeastPath cost(CriticalSet critical, Sgd sgd, Point from, Point to) {
    requireInside(sgd, from);
    requireInside(sgd, to);
    Places places = new Places(critical, List.of(from), List.of(to));
    CostSearch search = CostSearch.of(places, sgd, effort(sgd));
    return CostAssembly.path(search, critical.size(), critical.size() + 1);
  }

  /**
   * A direct transition solved again to another tolerance, or as far as the effort goes; any other
   * transition as it is.
   *
   * @param tolerance the relative error wanted
   */
  public Transition refine(CriticalSet critical, Sgd sgd, Transition transition, double tolerance) {
    return refine(critical, sgd, transition, tolerance, effort(sgd).share(1, 1));
  }

  /**
   * The same with a part of the effort, which the caller counts.
   *
   * @param share what may be taken
   */
  public Transition refine(
      CriticalSet critical, Sgd sgd, Transition transition, double tolerance, Effort.Share share) {
    LeastPath path = transition.path();
    if (path == null || path.cost() == 0 || path.curve() == null) {
      return transition;
    }
    if (sgd.hamiltonian().isRough()) {
      return refinedPolygon(sgd, transition, path);
    }
    EdgeSolver solver = new EdgeSolver(sgd.hamiltonian(), tolerance);
    Places places = new Places(critical, List.of(), List.of());
    FreeEnds ends = new FreeEnds(places, new Anchors(sgd.landscape().objective()), solver);
    Pairs.Pair pair = new Pairs.Pair(transition.from(), transition.to());
    EdgeSolution solution =
        solver.resume(
            path.scaled(1 / sgd.momentumFactor()),
            s -> !share.isSpent(s.evaluations() - path.evaluations()),
            s -> ends.slid(pair, s));
    if (!(solution.action() < Double.POSITIVE_INFINITY)) {
      return transition;
    }
    LeastPath refined =
        solution.path(
            path.start(), path.evaluationsTotal() + solution.evaluations() - path.evaluations());
    return transition.withPath(refined.scaled(sgd.momentumFactor()));
  }

  /** A rough path sought again among polygons where it is not known to the accuracy asked for. */
  private static Transition refinedPolygon(Sgd sgd, Transition transition, LeastPath path) {
    double accuracy = sgd.landscape().settings().get("accuracy");
    PathCurve curve = path.curve();
    if (curve == null || path.error() <= accuracy * path.cost()) {
      return transition;
    }
    EdgeSolution least =
        new LeastPolygon(sgd.hamiltonian(), accuracy, RoughSearch.MOST)
            .near(List.of(curve), Double.POSITIVE_INFINITY);
    if (!(least.action() < Double.POSITIVE_INFINITY)) {
      return transition;
    }
    LeastPath found = least.path(path.start(), path.evaluationsTotal() + least.evaluations());
    return transition.withPath(found.scaled(sgd.momentumFactor()));
  }

  /**
   * 2[φ(f′) − φ(f)] with φ = ∫ df/s(f), what the reversal of a descent from f′ to f costs under
   * isotropic Gaussian noise of variance s(f); empty for any other noise.
   *
   * @param from f, where the climb begins
   * @param to f′, where it ends
   */
  public static OptionalDouble rise(Landscape landscape, double from, double to) {
    return LossPotential.of(landscape)
        .map(potential -> OptionalDouble.of(potential.rise(from, to)))
        .orElse(OptionalDouble.empty());
  }

  private static void requireInside(Sgd sgd, Point x) {
    int d = sgd.landscape().dimension();
    if (x.dimension() != d) {
      throw new InputError(
          "the point " + x + " has " + x.dimension() + " coordinates; the landscape has " + d);
    }
    if (!sgd.landscape().domain().contains(x)) {
      throw new InputError("the point " + x + " lies outside the domain");
    }
  }
}
