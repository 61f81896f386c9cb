package org.longrun.action;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.longrun.dynamics.Sgd;
import org.longrun.numerics.Point;

/**
 * Finds the direct moves between places: every pair is screened on coarse meshes from several
 * starts, and what may beat the chains of the others is refined (action methods, section 4).
 */
final class PathSearch {
  private static final int SCREEN = 1;
  private static final int TRIES = 2;
  private static final double ALIKE = 1e-3;
  private static final double HOPELESS = 1.3;
  private static final double CLEARLY = 0.99;
  private static final int DECIDE = 3;
  private static final double PROMISING = 1.02;
  private static final int ANCHORINGS = 3;

  private final Places places;
  private final IntPredicate permitted;
  private final LowerBound bound;
  private final EdgeSolver solver;
  private final Anchors anchors;
  private final Roadmap roadmap;
  private final PairOrbits orbits;
  private final Deadline deadline;
  private final Relaxation relaxation;
  private final boolean line;
  private final TreeMap<Integer, Blockage> obstacles = new TreeMap<>();

  /**
   * A search.
   *
   * @param permitted whether a place may lie inside a chain that makes a move superfluous
   */
  PathSearch(Places places, Sgd sgd, IntPredicate permitted, Roadmap roadmap, Deadline deadline) {
    this.places = places;
    this.permitted = permitted;
    this.bound = LowerBound.of(sgd.landscape());
    this.solver =
        new EdgeSolver(sgd.hamiltonian(), sgd.landscape().settings().get("action-tolerance"));
    this.relaxation = new Relaxation(sgd.hamiltonian(), solver);
    this.line = sgd.landscape().dimension() == 1;
    this.anchors = new Anchors(sgd.landscape().objective());
    this.roadmap = roadmap;
    this.orbits = new PairOrbits(places, sgd.landscape().symmetries());
    this.deadline = deadline;
  }

  /**
   * What chains of other moves cost.
   *
   * @param avoiding by chains that keep away from the target
   * @param any by any chain
   */
  private record Rest(double avoiding, double any) {}

  /**
   * The best screened path of a pair; no solution where every start is impossible.
   *
   * @param possible whether the solution is a path, not a limit of relaxed ones
   */
  private record Screened(
      Pairs.Pair pair,
      String start,
      @Nullable EdgeSolution solution,
      boolean possible,
      long evaluations,
      @Nullable Blockage blockage) {
    /** A possible path. */
    Screened(Pairs.Pair pair, String start, EdgeSolution solution) {
      this(pair, start, solution, true, 0, null);
    }

    double action() {
      return solution == null ? Double.POSITIVE_INFINITY : solution.action();
    }
  }

  /** Which pairs are images of one another. */
  PairOrbits orbits() {
    return orbits;
  }

  /** For pairs that no path was found for: what stopped the likeliest one. */
  TreeMap<Integer, Blockage> obstacles() {
    return obstacles;
  }

  /** The moves of these pairs that are worth having beside the known ones. */
  List<Edge> search(List<Pairs.Pair> pairs, List<Edge> known) {
    int size = places.size();
    TreeMap<Integer, Edge> moves = new TreeMap<>();
    known.forEach(edge -> moves.put(edge.from() * size + edge.to(), edge));
    Closure chains = Closure.of(size, known, permitted);
    List<Pairs.Pair> open =
        orbits.representatives(pairs).stream()
            .filter(pair -> !places.isCutOff(pair.from(), pair.to()) && !isSettled(pair, chains))
            .toList();
    TreeMap<Integer, Roadmap.Tree> trees = trees(open);
    Closure all = Closure.of(size, known);
    StartCurves curves = new StartCurves(places, moves, all, trees);
    List<Screened> screened =
        open.parallelStream()
            .filter(pair -> !deadline.isOver())
            .map(
                pair ->
                    screen(
                        pair,
                        curves,
                        new Rest(
                            chains.cost(pair.from(), pair.to()), all.cost(pair.from(), pair.to()))))
            .toList();
    screened.forEach(this::rememberObstacle);
    List<Edge> guessed = withScreened(known, screened);
    Closure guess = Closure.of(size, guessed, permitted);
    Closure whole = Closure.of(size, guessed);
    return screened.parallelStream()
        .filter(s -> s.solution() != null && !deadline.isOver())
        .map(s -> refine(s, rest(guess, whole, s.pair())))
        .toList()
        .stream()
        .filter(java.util.Objects::nonNull)
        .flatMap(edge -> orbits.images(edge).stream())
        .toList();
  }

  private TreeMap<Integer, Roadmap.Tree> trees(List<Pairs.Pair> pairs) {
    List<Integer> origins = pairs.stream().map(Pairs.Pair::from).distinct().sorted().toList();
    List<Roadmap.Tree> grown = origins.parallelStream().map(roadmap::from).toList();
    TreeMap<Integer, Roadmap.Tree> trees = new TreeMap<>();
    IntStream.range(0, origins.size()).forEach(k -> trees.put(origins.get(k), grown.get(k)));
    return trees;
  }

  private void rememberObstacle(Screened screened) {
    Blockage blockage = screened.blockage();
    if (screened.solution() == null && blockage != null) {
      Pairs.Pair pair = screened.pair();
      Edge none = new Edge(pair.from(), pair.to(), LeastPath.none(blockage.point()));
      for (Edge image : orbits.images(none)) {
        obstacles.put(
            image.from() * places.size() + image.to(),
            new Blockage(image.path().obstacle(), blockage.relaxedCosts()));
      }
    }
  }

  /** True if a chain costs as little as any path can. */
  private boolean isSettled(Pairs.Pair pair, Closure chains) {
    double[] to = places.nearest(pair.to(), places.centre(pair.from()));
    Double least = bound.between(places.nearest(pair.from(), to), to);
    double chain = chains.cost(pair.from(), pair.to());
    return least != null && chain <= least * (1 + 1e-9);
  }

  private Rest rest(Closure avoiding, Closure any, Pairs.Pair pair) {
    return new Rest(
        avoiding.rest(pair.from(), pair.to(), permitted),
        any.rest(pair.from(), pair.to(), place -> true));
  }

  private List<Edge> withScreened(List<Edge> known, List<Screened> screened) {
    List<Edge> edges = new ArrayList<>(known);
    for (Screened s : screened) {
      if (s.solution() != null) {
        edges.addAll(orbits.images(edge(s, s.solution())));
      }
    }
    return edges;
  }

  /**
   * The best path of a pair on the coarse meshes: all starts on the coarsest, then those that ended
   * in different places and may yet win.
   */
  private Screened screen(Pairs.Pair pair, StartCurves curves, Rest chain) {
    List<Screened> first = new ArrayList<>();
    long evaluations = 0;
    Point obstacle = null;
    List<StartCurves.Start> starts = curves.between(pair.from(), pair.to());
    for (StartCurves.Start start : starts) {
      EdgeSolution solution = solver.screen(anchored(pair, start.curve()), 0);
      evaluations += solution.evaluations();
      if (solution.action() <= HOPELESS * chain.avoiding()
          && solution.action() < Double.POSITIVE_INFINITY) {
        first.add(new Screened(pair, start.name(), solution));
      } else if (obstacle == null && solution.obstacle() != null) {
        obstacle = Point.of(solution.obstacle());
      }
    }
    if (first.isEmpty() && obstacle != null) {
      return relaxed(pair, starts, obstacle, HOPELESS * chain.avoiding(), evaluations);
    }
    first.sort(Comparator.comparingDouble(Screened::action));
    Screened best = new Screened(pair, "", null, false, evaluations, null);
    Screened broken = best;
    double last = -1;
    int tries = 0;
    for (Screened candidate : first) {
      EdgeSolution coarse = java.util.Objects.requireNonNull(candidate.solution());
      if (tries == TRIES || coarse.action() <= last * (1 + ALIKE)) {
        continue;
      }
      last = coarse.action();
      tries++;
      EdgeSolution solution = solver.screen(coarse, SCREEN);
      evaluations += solution.evaluations() - coarse.evaluations();
      if (!solution.isBroken() && solution.action() < best.action()) {
        best = new Screened(pair, candidate.start(), solution);
      }
      if (solution.isBroken() && solution.action() < broken.action()) {
        broken = new Screened(pair, candidate.start(), solution);
      }
    }
    if (broken.action() < Math.min(best.action(), CLEARLY * chain.any())) {
      best = broken;
    }
    return new Screened(pair, best.start(), best.solution(), true, evaluations, null);
  }

  /** Where every start is impossible: the least path with a little noise added leads the way. */
  private Screened relaxed(
      Pairs.Pair pair,
      List<StartCurves.Start> starts,
      Point obstacle,
      double hopeless,
      long evaluations) {
    if (line) {
      return new Screened(pair, "", null, false, evaluations, new Blockage(obstacle, List.of()));
    }
    Relaxation.Outcome outcome = relaxation.follow(starts, hopeless);
    return new Screened(
        pair,
        outcome.start() + ", relaxed",
        outcome.solution(),
        outcome.possible(),
        evaluations + outcome.evaluations(),
        outcome.blockage());
  }

  private @Nullable Edge refine(Screened screened, Rest rest) {
    EdgeSolution rough = java.util.Objects.requireNonNull(screened.solution());
    if (!(rough.action() <= PROMISING * rest.avoiding())) {
      return null;
    }
    if (!screened.possible()) {
      return edge(screened, rough);
    }
    EdgeSolution start = reanchored(screened.pair(), rough);
    EdgeSolution solution = solver.refine(start, s -> s.level() < DECIDE || isWorthwhile(s, rest));
    if (!isWorthwhile(solution, rest) || isChain(solution, rest)) {
      return null;
    }
    long total = screened.evaluations() + solution.evaluations() - rough.evaluations();
    return edge(
        new Screened(screened.pair(), screened.start(), solution, true, total, null), solution);
  }

  private Curve anchored(Pairs.Pair pair, Curve curve) {
    boolean first = places.isManifold(pair.from());
    boolean last = places.isManifold(pair.to());
    return first || last ? anchors.moved(curve, first, last) : curve;
  }

  /** Lets free ends find their places. */
  private EdgeSolution reanchored(Pairs.Pair pair, EdgeSolution rough) {
    EdgeSolution best = rough;
    if (!places.isManifold(pair.from()) && !places.isManifold(pair.to())) {
      return best;
    }
    for (int round = 0; round < ANCHORINGS; round++) {
      EdgeSolution moved = solver.screen(anchored(pair, best.curve()), SCREEN);
      if (moved.isBroken() || !(moved.action() < best.action())) {
        break;
      }
      best = moved.after(best.evaluations());
    }
    return best;
  }

  /**
   * Whether a path may still turn out less than the rest's chains. One that is not smooth meets a
   * component, so it must be less than the chain through that one, target or not.
   */
  private static boolean isWorthwhile(EdgeSolution solution, Rest rest) {
    return solution.isBroken()
        ? solution.action() < CLEARLY * rest.any()
        : solution.action() - 3 * Math.min(solution.change(), solution.error()) <= rest.avoiding();
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

  private Edge edge(Screened screened, EdgeSolution solution) {
    LeastPath path = solution.path(screened.start(), screened.evaluations());
    LeastPath told = solver.isFlowLine(solution) ? path.costless() : path;
    return new Edge(screened.pair().from(), screened.pair().to(), told);
  }
}
