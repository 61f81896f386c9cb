package org.longrun.action;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
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
  private static final int DECIDE = 3;
  private static final double BROKEN = 1e-3;
  private static final double PROMISING = 1.02;
  private static final int SAMPLE = 65;

  private final Places places;
  private final EdgeSolver solver;

  PathSearch(Places places, Hamiltonian hamiltonian, double tolerance) {
    this.places = places;
    this.solver = new EdgeSolver(hamiltonian, tolerance);
  }

  /** A pair of places. */
  record Pair(int from, int to) {}

  /** The best screened path of a pair. */
  private record Screened(
      Pair pair, String start, EdgeSolver.Solution solution, long evaluations) {}

  /** The moves of these pairs that are worth having beside the known ones. */
  List<Edge> search(List<Pair> pairs, List<Edge> known) {
    int size = places.size();
    TreeMap<Integer, Edge> moves = new TreeMap<>();
    known.forEach(edge -> moves.put(edge.from() * size + edge.to(), edge));
    Closure closure = Closure.of(size, known);
    StartCurves curves = new StartCurves(places, moves, closure);
    List<Screened> screened =
        pairs.parallelStream().map(pair -> screen(pair, curves)).toList().stream()
            .filter(java.util.Objects::nonNull)
            .toList();
    Closure guess = Closure.of(size, withScreened(known, screened));
    return screened.parallelStream()
        .filter(
            s -> s.solution().action() <= PROMISING * guess.cost(s.pair().from(), s.pair().to()))
        .map(s -> refine(s, guess.cost(s.pair().from(), s.pair().to())))
        .toList()
        .stream()
        .filter(java.util.Objects::nonNull)
        .toList();
  }

  private static List<Edge> withScreened(List<Edge> known, List<Screened> screened) {
    List<Edge> edges = new ArrayList<>(known);
    for (Screened s : screened) {
      edges.add(new Edge(s.pair().from(), s.pair().to(), leastPath(s, s.solution())));
    }
    return edges;
  }

  private @Nullable Screened screen(Pair pair, StartCurves curves) {
    Screened best = null;
    long evaluations = 0;
    for (StartCurves.Start start : curves.between(pair.from(), pair.to())) {
      EdgeSolver.Solution solution = solver.screen(start.curve(), SCREEN);
      evaluations += solution.evaluations();
      boolean broken =
          Math.abs(solution.discrete() - solution.action()) > BROKEN * solution.action();
      if (!broken && (best == null || solution.action() < best.solution().action())) {
        best = new Screened(pair, start.name(), solution, 0);
      }
    }
    return best == null ? null : new Screened(pair, best.start(), best.solution(), evaluations);
  }

  private @Nullable Edge refine(Screened screened, double chain) {
    EdgeSolver.Solution solution = solver.screen(screened.solution(), DECIDE);
    if (!(solution.action() <= chain * (1 + 1e-3))) {
      return null;
    }
    solution = solver.refine(solution);
    long extra = solution.evaluations() - screened.solution().evaluations();
    Screened total =
        new Screened(screened.pair(), screened.start(), solution, screened.evaluations() + extra);
    return new Edge(screened.pair().from(), screened.pair().to(), leastPath(total, solution));
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
