package org.longrun.action;

import static java.util.Collections.disjoint;
import static java.util.stream.Collectors.toSet;
import static java.util.stream.Collectors.toUnmodifiableMap;

import com.google.common.collect.Lists;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.IntPredicate;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.longrun.dynamics.Hamiltonian;
import org.longrun.dynamics.Sgd;
import org.longrun.numerics.Lazy;

/**
 * Finds the direct moves between places: every pair is screened on coarse meshes from several
 * starts, and what may beat the chains of the others is refined (action methods, section 4).
 */
final class PathSearch {
  /** The pairs that are sought at once. */
  private static final int BATCH = 64;

  private final Places places;
  private final IntPredicate permitted;
  private final LowerBound bound;
  private final Screening screening;
  private final Polishing polishing;
  private final Confinement confinement;
  private final Lazy<Roadmap> roadmap;
  private final PairOrbits orbits;
  private final Deadline deadline;
  private StartCurves latest;
  private final TreeMap<Integer, Blockage> obstacles = new TreeMap<>();
  private final TreeMap<Integer, Roadmap.Tree> trees = new TreeMap<>();
  private final Set<Pairs.Pair> always = new HashSet<>();
  private final Set<Pairs.Pair> putOff = new LinkedHashSet<>();
  private final BitSet sought = new BitSet();
  private final BitSet notFound = new BitSet();
  private final Set<Pairs.Pair> givenUp = ConcurrentHashMap.newKeySet();

  /**
   * A search.
   *
   * @param permitted whether a place may lie inside a chain that makes a move superfluous
   */
  PathSearch(
      Places places, Sgd sgd, IntPredicate permitted, Lazy<Roadmap> roadmap, Deadline deadline) {
    this.places = places;
    this.permitted = permitted;
    this.bound = LowerBound.of(sgd.landscape());
    Hamiltonian hamiltonian = sgd.hamiltonian();
    EdgeSolver solver =
        new EdgeSolver(hamiltonian, sgd.landscape().settings().get("action-tolerance"));
    FreeEnds ends = new FreeEnds(places, new Anchors(sgd.landscape().objective()), solver);
    this.confinement = new Confinement(places, sgd);
    this.screening =
        new Screening(solver, new Relaxation(hamiltonian, solver), ends, confinement, deadline);
    NearMiss nearMiss = new NearMiss(places, hamiltonian);
    double accuracy = sgd.landscape().settings().get("accuracy");
    Hamiltonian gaussian = sgd.diffusion().hamiltonian();
    this.polishing =
        new Polishing(
            solver, gaussian, this::starts, accuracy, ends, nearMiss, deadline, givenUp::add);
    this.roadmap = roadmap;
    this.orbits = new PairOrbits(places, sgd.landscape().symmetries());
    this.deadline = deadline;
    this.latest = new StartCurves(places, Map.of(), Closure.of(places.size(), List.of()), trees);
  }

  private List<StartCurves.Start> starts(Pairs.Pair pair) {
    return latest.between(pair.from(), pair.to());
  }

  /** Whether a chain of known moves costs as little as any path between two places can. */
  Predicate<Pairs.Pair> settled(List<Edge> known) {
    Closure chains = Closure.of(places.size(), known, permitted);
    return pair -> isSettled(pair, chains);
  }

  /** Which pairs are images of one another. */
  PairOrbits orbits() {
    return orbits;
  }

  /** What is proved to be infinite. */
  Confinement confinement() {
    return confinement;
  }

  /** For pairs that no path was found for: what stopped the likeliest one. */
  TreeMap<Integer, Blockage> obstacles() {
    return obstacles;
  }

  /**
   * The climbs among these pairs that the coarse meshes resolve. The others pass close to
   * components; they are put off until the chains through those are known. No climb is left out for
   * want of time: without it costs would seem infinite.
   */
  List<Edge> climbs(List<Pairs.Pair> pairs, List<Edge> known) {
    always.addAll(pairs);
    seek(pairs);
    Closure chains = Closure.of(places.size(), known, permitted);
    List<Screened> found = found(open(pairs, chains), known, chains);
    found.stream().filter(s -> !s.isSmooth()).map(Screened::pair).forEach(putOff::add);
    List<Screened> smooth = found.stream().filter(Screened::isSmooth).toList();
    return polished(smooth, guess(found, known));
  }

  private void seek(List<Pairs.Pair> pairs) {
    pairs.forEach(pair -> mark(pair, sought));
  }

  private void mark(Pairs.Pair pair, BitSet set) {
    orbits.images(pair).forEach(image -> set.set(entry(image.from(), image.to())));
  }

  /** Whether a direct path between two places was sought to the end. */
  boolean wasSought(int from, int to) {
    Pairs.Pair pair = new Pairs.Pair(from, to);
    return sought.get(entry(from, to)) && orbits.images(pair).stream().noneMatch(givenUp::contains);
  }

  /** Whether a path was sought and none was found. */
  boolean wasNotFound(int from, int to) {
    return notFound.get(entry(from, to));
  }

  /** These pairs after those that were put off. */
  List<Pairs.Pair> withPutOff(List<Pairs.Pair> pairs) {
    List<Pairs.Pair> all = new ArrayList<>(putOff);
    pairs.stream().filter(pair -> !putOff.contains(pair)).forEach(all::add);
    return orbits.representatives(all);
  }

  /**
   * The moves of these pairs that are worth having beside the known ones. They are sought in
   * batches, so that what is known of the first saves work on the rest.
   */
  List<Edge> others(List<Pairs.Pair> pairs, List<Edge> known) {
    seek(pairs);
    List<Edge> moves = new ArrayList<>();
    List<Edge> all = new ArrayList<>(known);
    for (List<Pairs.Pair> batch : Lists.partition(pairs, BATCH)) {
      List<Edge> found = search(batch, all);
      moves.addAll(found);
      all.addAll(found);
    }
    return moves;
  }

  /**
   * The moves of one batch. The smooth paths are polished first: the others pass close to
   * components, and are soon given up once it is known what the chains through those cost.
   */
  private List<Edge> search(List<Pairs.Pair> batch, List<Edge> known) {
    Closure chains = Closure.of(places.size(), known, permitted);
    List<Screened> found = found(open(batch, chains), known, chains);
    List<Screened> smooth = found.stream().filter(Screened::isSmooth).toList();
    List<Edge> moves = new ArrayList<>(inTurn(smooth, guess(found, known)));
    List<Edge> better = new ArrayList<>(known);
    better.addAll(moves);
    moves.addAll(inTurn(found.stream().filter(s -> !s.isSmooth()).toList(), better));
    return moves;
  }

  /** The moves by screened paths, those first that are legs of what others may turn out to be. */
  private List<Edge> inTurn(List<Screened> screened, List<Edge> known) {
    Set<Pairs.Pair> open = pairs(screened);
    Map<Pairs.Pair, Set<Pairs.Pair>> legs =
        screened.parallelStream()
            .collect(toUnmodifiableMap(Screened::pair, s -> polishing.legs(s, open)));
    List<Edge> moves = new ArrayList<>();
    List<Edge> all = new ArrayList<>(known);
    List<Screened> waiting = new ArrayList<>(screened);
    while (!waiting.isEmpty()) {
      open.retainAll(pairs(waiting));
      List<Screened> ready =
          waiting.stream().filter(s -> disjoint(legs.get(s.pair()), open)).toList();
      List<Screened> next = ready.isEmpty() ? List.of(cheapest(waiting)) : ready;
      List<Edge> found = polished(next, all);
      moves.addAll(found);
      all.addAll(found);
      waiting.removeAll(next);
    }
    return moves;
  }

  /** The pairs of screened paths and their images. */
  private Set<Pairs.Pair> pairs(List<Screened> screened) {
    return screened.stream().flatMap(s -> orbits.images(s.pair()).stream()).collect(toSet());
  }

  /** Where each path waits for another: a chain's legs cost no more than the chain. */
  private static Screened cheapest(List<Screened> waiting) {
    return Collections.min(waiting, Comparator.comparingDouble(Screened::action));
  }

  /** The pairs that a chain does not settle, one of each orbit. */
  private List<Pairs.Pair> open(List<Pairs.Pair> pairs, Closure chains) {
    return orbits.representatives(pairs).stream()
        .filter(pair -> !places.isCutOff(pair.from(), pair.to()) && !isSettled(pair, chains))
        .toList();
  }

  /** The known moves and those that the screened paths promise. */
  private List<Edge> guess(List<Screened> found, List<Edge> known) {
    List<Edge> guess = new ArrayList<>(known);
    found.forEach(s -> guess.addAll(orbits.images(polishing.edge(s))));
    return guess;
  }

  /** The screened paths of these pairs; where there is none, what stops it is remembered. */
  private List<Screened> found(List<Pairs.Pair> open, List<Edge> known, Closure chains) {
    List<Screened> screened = screened(open, known, chains);
    screened.forEach(this::rememberObstacle);
    return screened.stream().filter(s -> s.solution() != null).toList();
  }

  private List<Screened> screened(List<Pairs.Pair> open, List<Edge> known, Closure chains) {
    TreeMap<Integer, Edge> moves = new TreeMap<>();
    known.forEach(edge -> moves.put(entry(edge.from(), edge.to()), edge));
    Closure all = Closure.of(places.size(), known);
    growTrees(open);
    StartCurves curves = new StartCurves(places, moves, all, trees);
    latest = curves;
    return open.parallelStream()
        .filter(this::isInTime)
        .map(
            pair ->
                screening.screen(
                    pair,
                    curves.between(pair.from(), pair.to()),
                    new Rest(chains.cost(pair.from(), pair.to()), all.cost(pair.from(), pair.to())),
                    barrier(pair)))
        .toList();
  }

  /**
   * What is known to stop a pair. Where every climb out of a minimum is barred, nothing leaves its
   * basin: from a point of the basin's boundary the flow would lead to one of those climbs' ends,
   * at no cost.
   */
  private @Nullable Blockage barrier(Pairs.Pair pair) {
    Blockage own = obstacles.get(entry(pair.from(), pair.to()));
    if (own != null || !places.isComponent(pair.from())) {
      return own;
    }
    List<Integer> climbs =
        always.stream()
            .filter(p -> p.from() == pair.from())
            .map(p -> entry(p.from(), p.to()))
            .sorted()
            .toList();
    boolean barred =
        places.component(pair.from()).isMinimum()
            && !climbs.isEmpty()
            && obstacles.keySet().containsAll(climbs);
    return barred ? obstacles.get(climbs.get(0)) : null;
  }

  private int entry(int from, int to) {
    return from * places.size() + to;
  }

  private boolean isInTime(Pairs.Pair pair) {
    if (always.contains(pair) || !deadline.isOver()) {
      return true;
    }
    givenUp.add(pair);
    return false;
  }

  /** How many pairs were not tried to the end for want of time. */
  int cutShort() {
    return givenUp.stream().mapToInt(orbits::size).sum();
  }

  /** The moves by screened paths that chains of the others, as far as known, do not beat. */
  private List<Edge> polished(List<Screened> screened, List<Edge> others) {
    Closure avoiding = Closure.of(places.size(), others, permitted);
    Closure any = Closure.of(places.size(), others);
    return screened.parallelStream()
        .map(s -> polishing.polished(s, Rest.of(avoiding, any, s.pair(), permitted)))
        .toList()
        .stream()
        .filter(Objects::nonNull)
        .flatMap(edge -> orbits.images(edge).stream())
        .toList();
  }

  private void growTrees(List<Pairs.Pair> pairs) {
    List<Integer> origins =
        pairs.stream()
            .map(Pairs.Pair::from)
            .filter(origin -> !trees.containsKey(origin))
            .distinct()
            .sorted()
            .toList();
    if (origins.isEmpty()) {
      return;
    }
    Roadmap map = roadmap.get();
    List<Roadmap.Tree> grown = origins.parallelStream().map(map::from).toList();
    IntStream.range(0, origins.size()).forEach(k -> trees.put(origins.get(k), grown.get(k)));
  }

  private void rememberObstacle(Screened screened) {
    Blockage blockage = screened.blockage();
    if (screened.solution() == null) {
      mark(screened.pair(), notFound);
    }
    if (screened.solution() == null && blockage != null) {
      Pairs.Pair pair = screened.pair();
      Edge none = new Edge(pair.from(), pair.to(), LeastPath.none(blockage.point()));
      for (Edge image : orbits.images(none)) {
        obstacles.put(
            entry(image.from(), image.to()),
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
