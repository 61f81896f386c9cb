package org.longrun.action;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.longrun.dynamics.Hamiltonian;
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
  private static final int DECIDE = 3;
  private static final double PROMISING = 1.02;
  private static final int SAMPLE = 65;

  private final Places places;
  private final LowerBound bound;
  private final EdgeSolver solver;

  PathSearch(Places places, Hamiltonian hamiltonian, LowerBound bound, double tolerance) {
    this.places = places;
    this.bound = bound;
    this.solver = new EdgeSolver(hamiltonian, tolerance);
  }

  /** A pair of places. */
  record Pair(int from, int to) {}

  /** The best screened path of a pair. */
  private record Screened(
      Pair pair, String start, EdgeSolver.Solution solution, long evaluations) {}

  /**
   * The moves of these pairs that are worth having beside the known ones.
   *
   * @param permitted whether a place may lie inside a chain that makes a move superfluous
   */
  List<Edge> search(List<Pair> pairs, List<Edge> known, IntPredicate permitted) {
    int size = places.size();
    TreeMap<Integer, Edge> moves = new TreeMap<>();
    known.forEach(edge -> moves.put(edge.from() * size + edge.to(), edge));
    StartCurves curves = new StartCurves(places, moves, Closure.of(size, known));
    Closure chains = Closure.of(size, known, permitted);
    List<Screened> screened =
        pairs.parallelStream()
            .filter(pair -> !isSettled(pair, chains))
            .map(pair -> screen(pair, curves, chains.cost(pair.from(), pair.to())))
            .toList()
            .stream()
            .filter(java.util.Objects::nonNull)
            .toList();
    Closure guess = Closure.of(size, withScreened(known, screened), permitted);
    return screened.parallelStream()
        .map(s -> refine(s, rest(guess, s.pair(), permitted)))
        .toList()
        .stream()
        .filter(java.util.Objects::nonNull)
        .toList();
  }

  /** True if a chain costs as little as any path can. */
  private boolean isSettled(Pair pair, Closure chains) {
    double[] to = places.nearest(pair.to(), places.centre(pair.from()));
    Double least = bound.between(places.nearest(pair.from(), to), to);
    double chain = chains.cost(pair.from(), pair.to());
    return least != null && chain <= least * (1 + 1e-9) + 1e-300;
  }

  /**
   * The least cost of a chain of at least two moves; chains that use the pair's own are no less.
   */
  private double rest(Closure guess, Pair pair, IntPredicate permitted) {
    double least = Double.POSITIVE_INFINITY;
    for (int k = 0; k < places.size(); k++) {
      if (k != pair.from() && k != pair.to() && permitted.test(k)) {
        least = Math.min(least, guess.cost(pair.from(), k) + guess.cost(k, pair.to()));
      }
    }
    return least;
  }

  private static List<Edge> withScreened(List<Edge> known, List<Screened> screened) {
    List<Edge> edges = new ArrayList<>(known);
    for (Screened s : screened) {
      edges.add(new Edge(s.pair().from(), s.pair().to(), leastPath(s, s.solution())));
    }
    return edges;
  }

  /**
   * The best path of a pair on the coarse meshes: all starts on the coarsest, then those that ended
   * in different places and may yet win.
   */
  private @Nullable Screened screen(Pair pair, StartCurves curves, double chain) {
    List<Screened> first = new ArrayList<>();
    long evaluations = 0;
    for (StartCurves.Start start : curves.between(pair.from(), pair.to())) {
      EdgeSolver.Solution solution = solver.screen(start.curve(), 0);
      evaluations += solution.evaluations();
      if (solution.action() <= HOPELESS * chain) {
        first.add(new Screened(pair, start.name(), solution, 0));
      }
    }
    first.sort(Comparator.comparingDouble(s -> s.solution().action()));
    Screened best = null;
    double last = 0;
    int tries = 0;
    for (Screened candidate : first) {
      double action = candidate.solution().action();
      if (tries == TRIES || action <= last * (1 + ALIKE)) {
        continue;
      }
      last = action;
      tries++;
      EdgeSolver.Solution solution = solver.screen(candidate.solution(), SCREEN);
      evaluations += solution.evaluations() - candidate.solution().evaluations();
      if (!solution.isBroken() && (best == null || solution.action() < best.solution().action())) {
        best = new Screened(pair, candidate.start(), solution, 0);
      }
    }
    return best == null ? null : new Screened(pair, best.start(), best.solution(), evaluations);
  }

  private @Nullable Edge refine(Screened screened, double rest) {
    if (!(screened.solution().action() <= PROMISING * rest)) {
      return null;
    }
    EdgeSolver.Solution solution =
        solver.refine(screened.solution(), s -> s.level() < DECIDE || isWorthwhile(s, rest));
    if (!isWorthwhile(solution, rest)) {
      return null;
    }
    long extra = solution.evaluations() - screened.solution().evaluations();
    Screened total =
        new Screened(screened.pair(), screened.start(), solution, screened.evaluations() + extra);
    return new Edge(screened.pair().from(), screened.pair().to(), leastPath(total, solution));
  }

  /** Whether a path may still turn out less than the rest's chains. */
  private static boolean isWorthwhile(EdgeSolver.Solution solution, double rest) {
    return !solution.isBroken() && solution.action() - 3 * solution.change() <= rest;
  }

  private static LeastPath leastPath(Screened screened, EdgeSolver.Solution solution) {
    double[] obstacle = solution.obstacle();
    return new LeastPath(
        Math.max(0, solution.action()),
        solution.error(),
        solution.converged(),
        solution.curve().sample(SAMPLE),
        solution.residual(),
        solution.evaluations(),
        screened.evaluations(),
        screened.start(),
        obstacle == null ? null : Point.of(obstacle));
  }

  /** All ordered pairs of places. */
  static List<Pair> allPairs(int size) {
    return IntStream.range(0, size * size)
        .filter(entry -> entry / size != entry % size)
        .mapToObj(entry -> new Pair(entry / size, entry % size))
        .toList();
  }
}
