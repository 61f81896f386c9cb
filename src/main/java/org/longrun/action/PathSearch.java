package org.longrun.action;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.longrun.dynamics.Hamiltonian;
import org.longrun.dynamics.Sgd;

/**
 * Finds the direct moves between places: every pair is screened on coarse meshes from several
 * starts, and what may beat the chains of the others is refined (action methods, section 4).
 */
final class PathSearch {
  private final Places places;
  private final IntPredicate permitted;
  private final LowerBound bound;
  private final Screening screening;
  private final Polishing polishing;
  private final Roadmap roadmap;
  private final PairOrbits orbits;
  private final Deadline deadline;
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
    Hamiltonian hamiltonian = sgd.hamiltonian();
    EdgeSolver solver =
        new EdgeSolver(hamiltonian, sgd.landscape().settings().get("action-tolerance"));
    FreeEnds ends = new FreeEnds(places, new Anchors(sgd.landscape().objective()), solver);
    this.screening =
        new Screening(
            solver, new Relaxation(hamiltonian, solver), ends, sgd.landscape().dimension() == 1);
    this.polishing = new Polishing(solver, ends, new NearMiss(places, hamiltonian));
    this.roadmap = roadmap;
    this.orbits = new PairOrbits(places, sgd.landscape().symmetries());
    this.deadline = deadline;
  }

  /** Which pairs are images of one another. */
  PairOrbits orbits() {
    return orbits;
  }

  /** For pairs that no path was found for: what stopped the likeliest one. */
  TreeMap<Integer, Blockage> obstacles() {
    return obstacles;
  }

  /**
   * The moves of these pairs that are worth having beside the known ones. The smooth paths are
   * polished first: the others pass close to components, and are soon given up once it is known
   * what the chains through those cost.
   */
  List<Edge> search(List<Pairs.Pair> pairs, List<Edge> known) {
    Closure chains = Closure.of(places.size(), known, permitted);
    List<Pairs.Pair> open =
        orbits.representatives(pairs).stream()
            .filter(pair -> !places.isCutOff(pair.from(), pair.to()) && !isSettled(pair, chains))
            .toList();
    List<Screened> screened = screened(open, known, chains);
    screened.forEach(this::rememberObstacle);
    List<Screened> found = screened.stream().filter(s -> s.solution() != null).toList();
    List<Edge> guess = new ArrayList<>(known);
    found.forEach(s -> guess.addAll(orbits.images(polishing.edge(s))));
    List<Edge> smooth = polished(found.stream().filter(Screened::isSmooth).toList(), guess);
    List<Edge> better = new ArrayList<>(known);
    better.addAll(smooth);
    List<Edge> moves = new ArrayList<>(smooth);
    moves.addAll(polished(found.stream().filter(s -> !s.isSmooth()).toList(), better));
    return moves;
  }

  private List<Screened> screened(List<Pairs.Pair> open, List<Edge> known, Closure chains) {
    TreeMap<Integer, Edge> moves = new TreeMap<>();
    known.forEach(edge -> moves.put(edge.from() * places.size() + edge.to(), edge));
    Closure all = Closure.of(places.size(), known);
    StartCurves curves = new StartCurves(places, moves, all, trees(open));
    return open.parallelStream()
        .filter(pair -> !deadline.isOver())
        .map(
            pair ->
                screening.screen(
                    pair,
                    curves.between(pair.from(), pair.to()),
                    new Rest(
                        chains.cost(pair.from(), pair.to()), all.cost(pair.from(), pair.to()))))
        .toList();
  }

  /** The moves by screened paths that chains of the others, as far as known, do not beat. */
  private List<Edge> polished(List<Screened> screened, List<Edge> others) {
    Closure avoiding = Closure.of(places.size(), others, permitted);
    Closure any = Closure.of(places.size(), others);
    return screened.parallelStream()
        .filter(s -> !deadline.isOver())
        .map(s -> polishing.polished(s, Rest.of(avoiding, any, s.pair(), permitted)))
        .toList()
        .stream()
        .filter(Objects::nonNull)
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
}
