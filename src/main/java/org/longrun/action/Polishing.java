package org.longrun.action;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.LongPredicate;

/**
 * Takes a screened path to convergence as long as it may cost less than the chains of the other
 * moves: the direct move, or none.
 */
final class Polishing {
  /** How much less than a chain a path must cost that the mesh does not resolve. */
  static final double CLEARLY = 0.99;

  /** How much more than a chain a path may cost on the first meshes that do not resolve it. */
  static final double NEARLY = 1.01;

  /** The same on the last mesh before it is decided. */
  private static final double NEAR = 1.003;

  /** The relative accuracy of actions that are only compared with chains. */
  private static final double ROUGHLY = 1e-6;

  /** How much more than a chain a path costs at most that hugs it on a finer mesh. */
  private static final double HUGGING = 1.002;

  /** The relative error from which on a path on a finer mesh counts as not resolved. */
  private static final double RESOLVED = 1e-4;

  /** The evaluations from which on a path is not pursued for a gain that is next to nothing. */
  private static final long LONG = 50_000;

  private static final int DECIDE = 3;
  private static final double PROMISING = 1.02;

  /** The relative error from which on a path that only added noise led to is a stiff one. */
  private static final double STIFF = 1e-5;

  /** The most of a limit's error by which it has to beat the chains, relative to it. */
  private static final double DOUBT = 1e-4;

  private final EdgeSolver solver;
  private final RoughSearch rough;
  private final FreeEnds ends;
  private final NearMiss nearMiss;
  private final NoiseLimit limits;
  private final Consumer<Pairs.Pair> givenUp;

  /**
   * A procedure.
   *
   * @param givenUp takes the pairs that the effort was too little for
   */
  Polishing(
      EdgeSolver solver,
      RoughSearch rough,
      FreeEnds ends,
      NearMiss nearMiss,
      Consumer<Pairs.Pair> givenUp) {
    this.solver = solver;
    this.rough = rough;
    this.ends = ends;
    this.nearMiss = nearMiss;
    this.limits = new NoiseLimit(solver);
    this.givenUp = givenUp;
  }

  /**
   * What came of a screened path.
   *
   * @param moves the direct move; none if chains cost no more
   * @param evaluations gradient evaluations made for it
   */
  record Polished(List<Edge> moves, long evaluations) {}

  /**
   * The direct move that comes of a screened path, or none.
   *
   * @param share what the pair may take, screening included
   */
  Polished polished(Screened screened, Rest rest, Effort.Share share) {
    EdgeSolution rough = Objects.requireNonNull(screened.solution());
    if (!(rough.action() <= PROMISING * rest.avoiding())) {
      return new Polished(List.of(), 0);
    }
    // A solution counts its own evaluations; those of the other starts come on top.
    long others = screened.evaluations() - rough.evaluations();
    LongPredicate spent = used -> share.isSpent(others + used);
    if (screened.way() == Screened.Way.LIMIT) {
      return limit(screened, rough, rest, spent);
    }
    if (solver.isFlowLine(rough)) {
      return new Polished(List.of(edge(screened)), 0);
    }
    return refined(screened, rest, spent);
  }

  private Polished refined(Screened screened, Rest rest, LongPredicate spent) {
    EdgeSolution coarse = Objects.requireNonNull(screened.solution());
    Pairs.Pair pair = screened.pair();
    EdgeSolution smooth =
        solver.refine(
            ends.settled(pair, coarse),
            s -> isOpen(s, pair, rest) && !rough.isToil(s) && !spent.test(s.evaluations()),
            s -> ends.slid(pair, s));
    EdgeSolution solution = rough.better(smooth, pair, PROMISING * rest.avoiding());
    if (!solution.converged()
        && isOpen(solution, pair, rest)
        && spent.test(solution.evaluations())) {
      return cutShort(screened, solver.certified(solution), rest);
    }
    if (!isWorthwhile(solution, rest)
        || isChain(solution, rest)
        || nearMiss.isChain(solution, pair, ends, rest.avoiding())) {
      return polished(screened, solution, false);
    }
    return isStiff(screened, solution)
        ? limit(screened, solution, rest, spent)
        : polished(screened, solution, true);
  }

  /** The move by a path, if it is wanted, and what it took since the screening. */
  private Polished polished(Screened screened, EdgeSolution solution, boolean wanted) {
    long before = Objects.requireNonNull(screened.solution()).evaluations();
    return new Polished(
        wanted ? List.of(edge(screened, solution)) : List.of(), solution.evaluations() - before);
  }

  /** The move at a cost that is the limit of relaxed ones; none if chains cost no more. */
  private Polished limit(Screened screened, EdgeSolution path, Rest rest, LongPredicate spent) {
    double hopeless = PROMISING * rest.avoiding();
    EdgeSolution limit =
        rough.betterLimit(limits.of(path, hopeless, spent), screened.pair(), hopeless);
    boolean better =
        limit.action() < Double.POSITIVE_INFINITY
            && (screened.way() == Screened.Way.LIMIT || limit.error() < path.error());
    EdgeSolution told = better ? limit : path;
    double doubt = Math.min(told.error(), DOUBT * told.action());
    boolean wanted =
        limit.action() <= PROMISING * rest.avoiding() && told.action() + doubt < rest.avoiding();
    return polished(screened, told.after(limit.evaluations() - told.evaluations()), wanted);
  }

  /** Whether a path that only added noise led to is possible, but can hardly be made better. */
  private static boolean isStiff(Screened screened, EdgeSolution solution) {
    return screened.way() == Screened.Way.RELAXED && solution.error() > STIFF * solution.action();
  }

  /** Whether a path is to be sought on finer meshes. */
  private boolean isOpen(EdgeSolution solution, Pairs.Pair pair, Rest rest) {
    return solution.level() < DECIDE && !isHopeless(solution, rest)
        || isWorthwhile(solution, rest) && !nearMiss.isChain(solution, pair, ends, rest.avoiding());
  }

  /** What the effort was too little for is told, unconverged, where no chain comes near it. */
  private Polished cutShort(Screened screened, EdgeSolution solution, Rest rest) {
    // The action is re-integrated: whatever it may still come down to, it is no less than B.
    boolean wanted = solution.action() < (1 - NearMiss.UNSEEN) * rest.any();
    if (!wanted) {
      givenUp.accept(screened.pair());
    }
    return polished(screened, solution, wanted);
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
    boolean known = path.converged() || rough.isAccurate(path.error(), path.cost());
    return path.judged(path.error(), Status.of(known));
  }

  /**
   * Whether a path may still turn out less than the rest's chains. One that is not smooth meets a
   * component, so it must be less than the chain through that one, target or not.
   */
  private boolean isWorthwhile(EdgeSolution solution, Rest rest) {
    double chains = solution.isBroken() ? rest.any() : rest.avoiding();
    double gain = solution.evaluations() < LONG ? NearMiss.GAIN : NearMiss.UNSEEN;
    return solution.action() - hope(solution) <= (1 - gain) * chains && !isHopeless(solution, rest);
  }

  /**
   * Whether a path that its mesh does not resolve is a chain, not yet come down to it: on the first
   * meshes one that costs clearly more, on finer ones one that costs no less in truth. What the
   * meshes tell of its action may be too low for ever.
   */
  private boolean isHopeless(EdgeSolution solution, Rest rest) {
    if (solution.level() <= DECIDE) {
      double most = solution.level() < 2 ? NEARLY : NEAR;
      return solution.isBroken() && solution.action() > most * rest.any();
    }
    if (solution.error() <= RESOLVED * solution.action()) {
      return false;
    }
    double action = Reintegration.ofPath(solver.hamiltonian(), solution.curve(), ROUGHLY);
    return isBetween(action, rest.any(), HUGGING) || isBetween(action, rest.avoiding(), NEARLY);
  }

  private static boolean isBetween(double action, double chain, double most) {
    return action >= (1 - NearMiss.UNSEEN) * chain && action <= most * chain;
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
