package org.longrun.action;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.longrun.dynamics.Hamiltonian;

/**
 * Takes a screened path to convergence as long as it may cost less than the chains of the other
 * moves: the direct move, or none.
 */
final class Polishing {
  /** How much less than a chain a path must cost that the mesh does not resolve. */
  static final double CLEARLY = 0.99;

  private static final int DECIDE = 3;
  private static final double PROMISING = 1.02;

  /** The relative error from which on a path that only added noise led to is a stiff one. */
  private static final double STIFF = 1e-5;

  /** The most of a limit's error by which it has to beat the chains, relative to it. */
  private static final double DOUBT = 1e-4;

  /**
   * The evaluations after which a path that is not known to the accuracy asked for is sought among
   * polygons: polynomials have not found it.
   */
  private static final long ENOUGH = 20_000;

  /** The evaluations after which no finer polygon is begun. */
  static final long MOST = 100_000;

  private final EdgeSolver solver;
  private final double accuracy;
  private final Function<Pairs.Pair, List<StartCurves.Start>> starts;
  private final Hamiltonian gaussian;
  private final FreeEnds ends;
  private final NearMiss nearMiss;
  private final NoiseLimit limits;
  private final Deadline deadline;
  private final Consumer<Pairs.Pair> givenUp;

  /**
   * A procedure.
   *
   * @param gaussian the dynamics with the Gaussian noise of equal covariance
   * @param starts where searches for a path between two places start
   * @param accuracy the error relative to its cost to which a path is known well enough
   * @param givenUp takes the pairs that the time was too short for
   */
  Polishing(
      EdgeSolver solver,
      Hamiltonian gaussian,
      Function<Pairs.Pair, List<StartCurves.Start>> starts,
      double accuracy,
      FreeEnds ends,
      NearMiss nearMiss,
      Deadline deadline,
      Consumer<Pairs.Pair> givenUp) {
    this.solver = solver;
    this.gaussian = gaussian;
    this.starts = starts;
    this.accuracy = accuracy;
    this.ends = ends;
    this.nearMiss = nearMiss;
    this.limits = new NoiseLimit(solver, deadline);
    this.deadline = deadline;
    this.givenUp = givenUp;
  }

  /** The direct move that comes of a screened path; null if chains cost no more. */
  @Nullable Edge polished(Screened screened, Rest rest) {
    EdgeSolution rough = Objects.requireNonNull(screened.solution());
    if (!(rough.action() <= PROMISING * rest.avoiding())) {
      return null;
    }
    if (screened.way() == Screened.Way.LIMIT) {
      return limit(screened, rough, rest);
    }
    if (solver.isFlowLine(rough)) {
      return edge(screened);
    }
    Pairs.Pair pair = screened.pair();
    EdgeSolution solution =
        solver.refine(
            ends.settled(pair, rough),
            s -> isOpen(s, pair, rest) && !isToil(s) && !deadline.isOver(),
            s -> ends.slid(pair, s));
    if (isToil(solution) && !(solution.error() <= accuracy * solution.action())) {
      solution = polygon(solution, pair, rest);
    }
    if (!solution.converged() && isOpen(solution, pair, rest) && deadline.isOver()) {
      return cutShort(screened, solver.certified(solution), rest);
    }
    if (!isWorthwhile(solution, rest)
        || isChain(solution, rest)
        || nearMiss.isChain(solution, pair, ends, rest.avoiding())) {
      return null;
    }
    if (isStiff(screened, solution)) {
      return limit(screened, solution, rest);
    }
    return edge(screened, solution);
  }

  /** Whether polynomials have taken long over a path, of noise that makes paths rough. */
  private boolean isToil(EdgeSolution solution) {
    return solution.evaluations() > ENOUGH
        && solution.action() < Double.POSITIVE_INFINITY
        && solver.hamiltonian().isRough();
  }

  /** The better of a path and the least polygon near it. */
  private EdgeSolution polygon(EdgeSolution path, Pairs.Pair pair, Rest rest) {
    LeastPolygon search = new LeastPolygon(solver.hamiltonian(), accuracy, MOST);
    PathCurve curve = path.curve();
    Curve line = Curve.line(curve.end(0), curve.end(1));
    PathCurve covariant = new EdgeSolver(gaussian, accuracy).screen(line, 1).curve();
    EdgeSolution least = search.near(List.of(curve, line, covariant), PROMISING * rest.avoiding());
    boolean better = least.action() + least.error() < path.action() + path.error();
    return better ? least.after(path.evaluations()) : path.after(least.evaluations());
  }

  /** The limit of relaxed paths; over data, where it is not known well enough, of polygons too. */
  private EdgeSolution limit(EdgeSolution path, Pairs.Pair pair, double hopeless) {
    EdgeSolution smooth = limits.of(path, hopeless);
    if (!solver.hamiltonian().isRough()
        || smooth.error() <= accuracy * smooth.action()
        || smooth.action() > hopeless) {
      return smooth;
    }
    EdgeSolution polygon =
        new PolygonLimit(solver.hamiltonian(), accuracy, MOST).near(starts(smooth, pair), hopeless);
    boolean better = polygon.action() + polygon.error() < smooth.action() + smooth.error();
    return better ? polygon.after(smooth.evaluations()) : smooth.after(polygon.evaluations());
  }

  /** Where polygons start: at a path, at the one of equal covariance, and wherever paths do. */
  private List<Curve> starts(EdgeSolution path, Pairs.Pair pair) {
    PathCurve curve = path.curve();
    Curve line = Curve.line(curve.end(0), curve.end(1));
    List<Curve> near = new ArrayList<>(List.of(curve));
    near.add(new EdgeSolver(gaussian, accuracy).screen(line, 1).curve());
    starts.apply(pair).forEach(start -> near.add(start.curve()));
    return near;
  }

  /** The move at a cost that is the limit of relaxed ones; null if chains cost no more. */
  private @Nullable Edge limit(Screened screened, EdgeSolution path, Rest rest) {
    double hopeless = PROMISING * rest.avoiding();
    EdgeSolution limit = limit(path, screened.pair(), hopeless);
    boolean better =
        limit.action() < Double.POSITIVE_INFINITY
            && (screened.way() == Screened.Way.LIMIT || limit.error() < path.error());
    EdgeSolution told = better ? limit : path;
    double doubt = Math.min(told.error(), DOUBT * told.action());
    if (!(limit.action() <= PROMISING * rest.avoiding()
        && told.action() + doubt < rest.avoiding())) {
      return null;
    }
    return edge(screened, told.after(limit.evaluations() - told.evaluations()));
  }

  /** Whether a path that only added noise led to is possible, but can hardly be made better. */
  private static boolean isStiff(Screened screened, EdgeSolution solution) {
    return screened.way() == Screened.Way.RELAXED && solution.error() > STIFF * solution.action();
  }

  /** Whether a path is to be sought on finer meshes. */
  private boolean isOpen(EdgeSolution solution, Pairs.Pair pair, Rest rest) {
    return solution.level() < DECIDE
        || isWorthwhile(solution, rest) && !nearMiss.isChain(solution, pair, ends, rest.avoiding());
  }

  /** What the time was too short for is told, unconverged, where no chain comes near it. */
  private @Nullable Edge cutShort(Screened screened, EdgeSolution solution, Rest rest) {
    if (!(solution.action() < CLEARLY * rest.any())) {
      givenUp.accept(screened.pair());
      return null;
    }
    return edge(screened, solution);
  }

  /** Those of some open pairs that are legs of a chain that a screened path may turn out to be. */
  Set<Pairs.Pair> legs(Screened screened, Set<Pairs.Pair> open) {
    EdgeSolution solution = Objects.requireNonNull(screened.solution());
    return nearMiss.legs(solution, screened.pair(), ends, open);
  }

  /** The move by a screened path as it is. */
  Edge edge(Screened screened) {
    return edge(screened, Objects.requireNonNull(screened.solution()));
  }

  /** The move by what a screened path has become. */
  private Edge edge(Screened screened, EdgeSolution solution) {
    long before = Objects.requireNonNull(screened.solution()).evaluations();
    long total = screened.evaluations() + solution.evaluations() - before;
    LeastPath path = solution.path(screened.start(), total);
    LeastPath told = solver.isFlowLine(solution) ? path.costless() : known(path);
    return new Edge(screened.pair().from(), screened.pair().to(), told);
  }

  /** A path that is known to the accuracy asked for counts as converged. */
  private LeastPath known(LeastPath path) {
    boolean known = path.converged() || path.error() <= accuracy * path.cost();
    return path.judged(path.error(), Status.of(known));
  }

  /**
   * Whether a path may still turn out less than the rest's chains. One that is not smooth meets a
   * component, so it must be less than the chain through that one, target or not.
   */
  private static boolean isWorthwhile(EdgeSolution solution, Rest rest) {
    return solution.isBroken()
        ? solution.action() < CLEARLY * rest.any()
        : solution.action() - hope(solution) <= (1 - NearMiss.GAIN) * rest.avoiding();
  }

  /**
   * How much less a path may still become: by its error, but after the first meshes by no more than
   * a tenth of it from mesh to mesh. A path that hugs a chain comes down to it for ever.
   */
  private static double hope(EdgeSolution solution) {
    double errors = 3 * Math.min(solution.change(), solution.error());
    double share = solution.level() > DECIDE ? Math.pow(10, -solution.level() - 1) : 1;
    return Math.min(errors, share * solution.action());
  }

  /**
   * Whether a path that the finest mesh leaves unconverged cannot be told from a chain. It hugs the
   * components of that chain, and costs no less than it in the limit.
   */
  private static boolean isChain(EdgeSolution solution, Rest rest) {
    return !solution.converged()
        && solution.action() >= rest.any()
        && solution.action() - solution.error() <= rest.any();
  }
}
