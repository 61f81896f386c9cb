package org.longrun.action;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import org.longrun.landscape.SignedPermutation;
import org.longrun.numerics.Vectors;

/**
 * Pairs of components that the landscape's symmetries map to one another: their costs are equal and
 * their least paths each other's images, so one pair of each orbit is solved.
 */
final class PairOrbits {
  private static final double SAME = 1e-5;

  private final int size;
  private final List<SignedPermutation> symmetries;
  private final int[][] images;

  PairOrbits(Places places, List<SignedPermutation> symmetries) {
    this.size = places.size();
    this.symmetries = symmetries;
    this.images = new int[symmetries.size()][size];
    double[] extent = new double[size];
    for (int i = 0; i < size; i++) {
      extent[i] = Vectors.distance(places.centre(0), places.centre(i));
    }
    double same = SAME * Arrays.stream(extent).max().orElse(0);
    for (int g = 0; g < images.length; g++) {
      for (int i = 0; i < size; i++) {
        images[g][i] = image(places, symmetries.get(g), i, same);
      }
    }
  }

  /** The isolated component that is the image of another; −1 if it is none of the places. */
  private static int image(Places places, SignedPermutation symmetry, int place, double same) {
    if (!places.isComponent(place) || places.isManifold(place)) {
      return -1;
    }
    double[] x = symmetry.apply(places.centre(place));
    int nearest = places.critical().nearest(x);
    return Vectors.distance(places.centre(nearest), x) <= same ? nearest : -1;
  }

  /** The first pair of each orbit, in the order of the list. */
  List<Pairs.Pair> representatives(List<Pairs.Pair> pairs) {
    BitSet met = new BitSet();
    List<Pairs.Pair> first = new ArrayList<>();
    for (Pairs.Pair pair : pairs) {
      if (!met.get(pair.from() * size + pair.to())) {
        first.add(pair);
        images(pair).forEach(image -> met.set(image.from() * size + image.to()));
      }
    }
    return first;
  }

  /** How many pairs the orbit of a pair has. */
  int size(Pairs.Pair pair) {
    return images(pair).size();
  }

  /** A pair and its images under all symmetries. */
  List<Pairs.Pair> images(Pairs.Pair pair) {
    return images(new Edge(pair.from(), pair.to(), LeastPath.none(null))).stream()
        .map(image -> new Pairs.Pair(image.from(), image.to()))
        .toList();
  }

  /** A move and its images under all symmetries, each pair of places once. */
  List<Edge> images(Edge edge) {
    List<Edge> orbit = new ArrayList<>(List.of(edge));
    BitSet met = new BitSet();
    met.set(edge.from() * size + edge.to());
    for (int k = 0; k < orbit.size(); k++) {
      Edge known = orbit.get(k);
      for (int g = 0; g < images.length; g++) {
        int from = images[g][known.from()];
        int to = images[g][known.to()];
        if (from >= 0 && to >= 0 && !met.get(from * size + to)) {
          met.set(from * size + to);
          orbit.add(new Edge(from, to, known.path().image(symmetries.get(g))));
        }
      }
    }
    return orbit;
  }
}
