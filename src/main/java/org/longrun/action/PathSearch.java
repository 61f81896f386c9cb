package org.longrun.action;

import static java.util.Collections.disjoint;
import static java.util.stream.Collectors.toSet;
import static java.util.stream.Collectors.toUnmodifiableMap;

import com.google.common.collect.Lists;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.IntPredicate;
import java.util.function.Predicate;
import java.util.stream.Stream;
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

  /** How often what was given up for want of effort is tried again. */
  private static final int ROUNDS = 3;

  private final Places places;
  private final IntPredicate permitted;
  private final LowerBound bound;
  private final Scouting scouting;
  private final Polishing polishing;
  private final Confinement confinement;
  private final PairOrbits orbits;
  private final Effort effort;
  private final Set<Pairs.Pair> putOff = new LinkedHashSet<>();
  private final BitSet sought = new BitSet();
  private final Set<Pairs.Pair> givenUp = ConcurrentHashMap.newKeySet();

  /**
   * A search.
   *
   * @param permitted whether a place may lie inside a chain that makes a move superfluous
   */
  PathSearch(Places places, Sgd sgd, IntPredicate permitted, Lazy<Roadmap> roadmap, Effort effort) {
    this.places = places;
    this.permitted = permitted;
    this.bound = LowerBound.of(sgd.landscape());
    Hamiltonian hamiltonian = sgd.hamiltonian();
    EdgeSolver solver =
        new EdgeSolver(hamiltonian, sgd.landscape().settings().get("action-tolerance"));
    FreeEnds ends = new FreeEnds(places, new Anchors(sgd.landscape().objective()), solver);
    this.confinement = new Confinement(places, sgd);
    this.orbits = new PairOrbits(places, sgd.landscape().symmetries());
    this.effort = effort;
    Screening screening =
        new Screening(solver, new Relaxation(hamiltonian, solver), ends, confinement, givenUp::add);
    this.scouting = new Scouting(places, screening, roadmap, orbits, effort, givenUp);
    NearMiss nearMiss = new NearMiss(places, hamiltonian);
    RoughSearch rough = new RoughSearch(sgd, scouting::starts);
    this.polishing = new Polishing(solver, rough, ends, nearMiss, givenUp::add);
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
    return scouting.obstacles();
  }

  /**
   * The climbs among these pairs that the coarse meshes resolve. The others pass close to
   * components; they are put off until the chains through those are known. No climb is left out for
   * want of effort: without it costs would seem infinite.
   */
  List<Edge> climbs(List<Pairs.Pair> pairs, List<Edge> known) {
    scouting.always(pairs);
    seek(pairs);
    Closure chains = Closure.of(places.size(), known, permitted);
    List<Pairs.Pair> open = open(pairs, chains);
    // Half of the effort is left for the other pairs.
    Effort.Share share = effort.share(2 * open.size(), open.size());
    Scouting.Found found = scouting.found(open, known, chains, share);
    found.broken().forEach(s -> putOff.add(s.pair()));
    found.paths().stream().filter(s -> !s.isSmooth()).forEach(s -> putOff.add(s.pair()));
    List<Screened> smooth = found.paths().stream().filter(Screened::isSmooth).toList();
    return polished(smooth, guess(found.paths(), known), share);
  }

  private void seek(List<Pairs.Pair> pairs) {
    for (Pairs.Pair pair : pairs) {
      orbits.images(pair).forEach(image -> sought.set(image.from() * places.size() + image.to()));
    }
  }

  /** Whether a direct path between two places was sought to the end. */
  boolean wasSought(int from, int to) {
    Pairs.Pair pair = new Pairs.Pair(from, to);
    return sought.get(from * places.size() + to)
        && orbits.images(pair).stream().noneMatch(givenUp::contains);
  }

  /** Whether a path was sought and none was found. */
  boolean wasNotFound(int from, int to) {
    return scouting.wasNotFound(from, to);
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
    int left = pairs.size();
    for (List<Pairs.Pair> batch : Lists.partition(pairs, BATCH)) {
      List<Edge> found = search(batch, all, left);
      moves.addAll(found);
      all.addAll(found);
      left -= batch.size();
    }
    return moves;
  }

  /**
   * The moves of the pairs that the effort was too little for, sought again with what the others
   * have left of it.
   */
  List<Edge> again(List<Edge> known) {
    List<Edge> moves = new ArrayList<>();
    for (int round = 0; round < ROUNDS && !givenUp.isEmpty(); round++) {
      List<Pairs.Pair> pairs = new ArrayList<>(givenUp);
      pairs.sort(Comparator.comparingInt(Pairs.Pair::from).thenComparingInt(Pairs.Pair::to));
      int most = effort.again(pairs.size());
      if (most == pairs.size()) {
        effort.makeUp();
      }
      List<Pairs.Pair> next = pairs.subList(0, most);
      givenUp.removeAll(next);
      List<Edge> all = new ArrayList<>(known);
      all.addAll(moves);
      moves.addAll(others(next, all));
    }
    return moves;
  }

  /**
   * The moves that other starts lead to, where they come near enough to what is known.
   *
   * @param most how much more than the known cost a path may cost on the coarse meshes
   */
  List<Edge> suggested(List<Passages.Hint> hints, List<Edge> known, double most) {
    Closure chains = Closure.of(places.size(), known, permitted);
    Map<Pairs.Pair, List<StartCurves.Start>> starts = new LinkedHashMap<>();
    open(hints.stream().map(Passages.Hint::pair).toList(), chains)
        .forEach(pair -> starts.put(pair, new ArrayList<>()));
    for (Passages.Hint hint : hints) {
      List<StartCurves.Start> own = starts.get(hint.pair());
      if (own != null) {
        own.add(hint.start());
      }
    }
    Effort.Share share = effort.share(starts.size(), starts.size());
    Scouting.Found found = scouting.found(starts, known, chains, share);
    List<Screened> near =
        Stream.concat(found.paths().stream(), found.broken().stream())
            .filter(s -> s.action() <= most * chains.cost(s.pair().from(), s.pair().to()))
            .toList();
    return polished(near, known, share);
  }

  /**
   * The moves of one batch. The smooth paths are polished first: the others pass close to
   * components, and are soon given up once it is known what the chains through those cost.
   */
  private List<Edge> search(List<Pairs.Pair> batch, List<Edge> known, int left) {
    Closure chains = Closure.of(places.size(), known, permitted);
    List<Pairs.Pair> open = open(batch, chains);
    Effort.Share share = effort.share(open.size(), left);
    Scouting.Found found = scouting.found(open, known, chains, share);
    List<Screened> smooth = found.paths().stream().filter(Screened::isSmooth).toList();
    List<Screened> rough = found.paths().stream().filter(s -> !s.isSmooth()).toList();
    Moves moves = new Moves();
    moves.merge(inTurn(smooth, guess(found.paths(), known), share));
    moves.merge(inTurn(rough, moves.after(known), share));
    moves.merge(inTurn(found.broken(), moves.after(known), share));
    return moves.list();
  }

  /** The moves by screened paths, those first that are legs of what others may turn out to be. */
  private List<Edge> inTurn(List<Screened> screened, List<Edge> known, Effort.Share share) {
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
      List<Edge> found = polished(next, all, share);
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

  /** How many pairs were not tried to the end for want of effort. */
  int cutShort() {
    return givenUp.stream().mapToInt(orbits::size).sum();
  }

  /** The moves by screened paths that chains of the others, as far as known, do not beat. */
  private List<Edge> polished(List<Screened> screened, List<Edge> others, Effort.Share share) {
    Closure avoiding = Closure.of(places.size(), others, permitted);
    Closure any = Closure.of(places.size(), others);
    List<Polishing.Polished> polished =
        screened.parallelStream()
            .map(s -> polishing.polished(s, Rest.of(avoiding, any, s.pair(), permitted), share))
            .toList();
    effort.spend(polished.stream().mapToLong(Polishing.Polished::evaluations).sum());
    return polished.stream()
        .flatMap(result -> result.moves().stream())
        .flatMap(edge -> orbits.images(edge).stream())
        .toList();
  }

  /** True if a chain costs as little as any path can. */
  private boolean isSettled(Pairs.Pair pair, Closure chains) {
    double[] to = places.nearest(pair.to(), places.centre(pair.from()));
    Double least = bound.between(places.nearest(pair.from(), to), to);
    double chain = chains.cost(pair.from(), pair.to());
    return least != null && chain <= least * (1 + 1e-9);
  }
}
