package org.longrun.action;

import java.util.BitSet;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.longrun.numerics.Lazy;

/**
 * The first look at many pairs at once: each is screened from the curves that the known moves, the
 * roadmap and the landscape suggest; where no path is possible, what stops it is remembered.
 */
final class Scouting {
  private final Places places;
  private final Screening screening;
  private final Lazy<Roadmap> roadmap;
  private final PairOrbits orbits;
  private final Effort effort;
  private final Set<Pairs.Pair> givenUp;
  private final Set<Pairs.Pair> always = new HashSet<>();
  private final TreeMap<Integer, Blockage> obstacles = new TreeMap<>();
  private final TreeMap<Integer, Roadmap.Tree> trees = new TreeMap<>();
  private final BitSet notFound = new BitSet();
  private StartCurves latest;
  private long mapped;

  /**
   * A procedure.
   *
   * @param givenUp takes the pairs that the effort was too little for
   */
  Scouting(
      Places places,
      Screening screening,
      Lazy<Roadmap> roadmap,
      PairOrbits orbits,
      Effort effort,
      Set<Pairs.Pair> givenUp) {
    this.places = places;
    this.screening = screening;
    this.roadmap = roadmap;
    this.orbits = orbits;
    this.effort = effort;
    this.givenUp = givenUp;
    this.latest = new StartCurves(places, Map.of(), Closure.of(places.size(), List.of()), trees);
  }

  /** Where searches for a path between two places start, as far as is known. */
  List<StartCurves.Start> starts(Pairs.Pair pair) {
    return latest.between(pair.from(), pair.to());
  }

  /** Whether a path was sought and none was found. */
  boolean wasNotFound(int from, int to) {
    return notFound.get(entry(from, to));
  }

  /**
   * Pairs that are tried whatever is left of the effort: without them costs would seem infinite.
   */
  void always(Collection<Pairs.Pair> pairs) {
    always.addAll(pairs);
  }

  /** For pairs that no path was found for: what stopped the likeliest one. */
  TreeMap<Integer, Blockage> obstacles() {
    return obstacles;
  }

  /**
   * What was found of some pairs.
   *
   * @param paths the best path of each, where there is one
   * @param broken those that the coarse meshes do not resolve, and that may cost less all the same
   */
  record Found(List<Screened> paths, List<Screened> broken) {}

  /** The screened paths of these pairs; where there is none, what stops it is remembered. */
  Found found(List<Pairs.Pair> open, List<Edge> known, Closure chains, Effort.Share share) {
    List<List<Screened>> screened = screened(open, known, chains, share);
    screened.forEach(list -> remember(list.get(0)));
    return spent(screened);
  }

  /**
   * The screened paths from other starts.
   *
   * @param starts the starts of each pair
   */
  Found found(
      Map<Pairs.Pair, List<StartCurves.Start>> starts,
      List<Edge> known,
      Closure chains,
      Effort.Share share) {
    Closure all = Closure.of(places.size(), known);
    return spent(
        List.copyOf(starts.entrySet()).stream()
            .filter(entry -> isWithin(share, entry.getKey()))
            .toList()
            .parallelStream()
            .map(
                entry ->
                    screening.screen(
                        entry.getKey(),
                        entry.getValue(),
                        rest(entry.getKey(), chains, all),
                        null,
                        share))
            .toList());
  }

  private static Rest rest(Pairs.Pair pair, Closure chains, Closure all) {
    return new Rest(chains.cost(pair.from(), pair.to()), all.cost(pair.from(), pair.to()));
  }

  private Found spent(List<List<Screened>> screened) {
    effort.spend(screened.stream().mapToLong(list -> list.get(0).evaluations()).sum());
    return new Found(
        screened.stream().map(list -> list.get(0)).filter(s -> s.solution() != null).toList(),
        screened.stream().filter(list -> list.size() > 1).map(list -> list.get(1)).toList());
  }

  private List<List<Screened>> screened(
      List<Pairs.Pair> open, List<Edge> known, Closure chains, Effort.Share share) {
    TreeMap<Integer, Edge> moves = new TreeMap<>();
    known.forEach(edge -> moves.put(entry(edge.from(), edge.to()), edge));
    Closure all = Closure.of(places.size(), known);
    List<Pairs.Pair> tried = open.stream().filter(pair -> isWithin(share, pair)).toList();
    growTrees(tried);
    StartCurves curves = new StartCurves(places, moves, all, trees);
    latest = curves;
    return tried.parallelStream()
        .map(
            pair ->
                screening.screen(
                    pair,
                    curves.between(pair.from(), pair.to()),
                    rest(pair, chains, all),
                    barrier(pair),
                    share))
        .toList();
  }

  private boolean isWithin(Effort.Share share, Pairs.Pair pair) {
    if (always.contains(pair) || !share.isTooLittle()) {
      return true;
    }
    givenUp.add(pair);
    return false;
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
    effort.spend(map.evaluations() - mapped);
    mapped = map.evaluations();
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

  private void remember(Screened screened) {
    Blockage blockage = screened.blockage();
    if (screened.solution() == null) {
      orbits
          .images(screened.pair())
          .forEach(image -> notFound.set(entry(image.from(), image.to())));
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
}
