package org.longrun.action;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.longrun.numerics.Vectors;

/**
 * Which pairs of places are tried for a direct path (action methods, section 4, trap 2): all where
 * there are few; else neighbours, nearest first, up to a budget; between two single points those in
 * their neighbourhood alone.
 */
final class Pairs {
  private static final int BUDGET = 9600;
  private static final int LEAST_BUDGET = 240;
  private static final int NEAR = 24;

  private final Places places;
  private final Vanishing vanishing;
  private final BitSet known = new BitSet();
  private final BitSet near;
  private final Predicate<Pair> settled;
  private final List<BitSet> basins = new ArrayList<>();

  /**
   * The pairs beside known moves.
   *
   * @param settled whether the chains of those leave nothing to be sought
   */
  Pairs(Places places, Vanishing vanishing, List<Edge> moves, Predicate<Pair> settled) {
    this.places = places;
    this.settled = settled;
    this.vanishing = vanishing;
    this.near = near();
    int size = places.size();
    for (int i = 0; i < size; i++) {
      basins.add(new BitSet());
      if (places.isComponent(i) && places.component(i).isMinimum()) {
        basins.get(i).set(i);
      }
    }
    for (Edge move : moves) {
      known.set(move.from() * size + move.to());
      if (places.isComponent(move.to()) && places.component(move.to()).isMinimum()) {
        basins.get(move.from()).set(move.to());
      }
    }
  }

  /**
   * The places that may lie on a least path: all, unless only the cost between two points is asked
   * for; then those around the two, by the sum of the distances to them.
   */
  private BitSet near() {
    BitSet members = new BitSet();
    int components = places.critical().size();
    if (places.ends().isEmpty() || components <= NEAR) {
      members.set(0, places.size());
      return members;
    }
    members.set(components, places.size());
    IntStream.range(0, components)
        .boxed()
        .sorted(Comparator.comparingDouble(this::detour))
        .limit(NEAR)
        .forEach(members::set);
    return members;
  }

  private double detour(int component) {
    return IntStream.range(places.critical().size(), places.size())
        .mapToDouble(end -> distance(new Pair(component, end)))
        .sum();
  }

  /** An ordered pair of places. */
  record Pair(int from, int to) {}

  /** The reversals of known moves: from a minimum to the saddles on its rim, above all. */
  List<Pair> climbs(List<Edge> moves) {
    return moves.stream()
        .map(move -> new Pair(move.to(), move.from()))
        .filter(this::isOpen)
        .distinct()
        .toList();
  }

  /**
   * All other pairs, or those within the budget, one of each orbit, nearest first. A path in more
   * dimensions has more unknowns, and each costs more: the budget falls with d².
   */
  List<Pair> others(PairOrbits orbits) {
    List<Pair> open = new ArrayList<>();
    for (int i = 0; i < places.size(); i++) {
      for (int j = 0; j < places.size(); j++) {
        if (i != j && isOpen(new Pair(i, j))) {
          open.add(new Pair(i, j));
        }
      }
    }
    int d = places.critical().components().get(0).representative().dimension();
    int budget = Math.max(LEAST_BUDGET, BUDGET / (d * d));
    open.sort(Comparator.comparingDouble(this::distance));
    List<Pair> different = orbits.representatives(open);
    return different.size() <= budget
        ? different
        : different.stream()
            .filter(pair -> basins.get(pair.from()).intersects(basins.get(pair.to())))
            .limit(budget)
            .toList();
  }

  /** How many pairs of components no path is sought for. */
  int leftOut(List<Pair> tried, PairOrbits orbits) {
    int size = places.size();
    long open =
        IntStream.range(0, size * size)
            .filter(entry -> entry / size != entry % size)
            .filter(entry -> isOpen(new Pair(entry / size, entry % size)))
            .count();
    return (int) (open - tried.stream().mapToInt(orbits::size).sum());
  }

  private double distance(Pair pair) {
    return Vectors.distance(places.centre(pair.from()), places.centre(pair.to()));
  }

  private boolean isOpen(Pair pair) {
    return places.isOrigin(pair.from())
        && places.isEnd(pair.to())
        && near.get(pair.from())
        && near.get(pair.to())
        && !vanishing.bars(pair.from(), pair.to())
        && !known.get(pair.from() * places.size() + pair.to())
        && !settled.test(pair);
  }
}
