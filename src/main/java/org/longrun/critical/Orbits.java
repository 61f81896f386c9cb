package org.longrun.critical;

import java.util.ArrayList;
import java.util.List;
import org.longrun.landscape.SignedPermutation;

/** Which components are each other's images under the landscape's symmetries. */
final class Orbits {
  private static final double SAME = 1e-5;

  private Orbits() {}

  /** For each component the id of the first in its orbit. */
  static List<String> of(
      List<CriticalComponent> components, List<SignedPermutation> symmetries, double diameter) {
    int[] first = new int[components.size()];
    for (int i = 0; i < first.length; i++) {
      first[i] = i;
    }
    for (SignedPermutation symmetry : symmetries) {
      for (int i = 0; i < first.length; i++) {
        int image = image(components, components.get(i), symmetry, SAME * diameter);
        if (image >= 0) {
          merge(first, i, image);
        }
      }
    }
    List<String> orbits = new ArrayList<>();
    for (int i = 0; i < first.length; i++) {
      orbits.add(components.get(root(first, i)).id());
    }
    return orbits;
  }

  private static int image(
      List<CriticalComponent> components,
      CriticalComponent component,
      SignedPermutation symmetry,
      double same) {
    double[] x = symmetry.apply(component.representative().toArray());
    for (int i = 0; i < components.size(); i++) {
      CriticalComponent other = components.get(i);
      double reach = other.dimension() == 0 ? same : other.spacing();
      if (other.dimension() == component.dimension() && other.distance(x) <= reach) {
        return i;
      }
    }
    return -1;
  }

  private static void merge(int[] first, int i, int j) {
    int a = root(first, i);
    int b = root(first, j);
    first[Math.max(a, b)] = Math.min(a, b);
  }

  private static int root(int[] first, int i) {
    int at = i;
    while (first[at] != at) {
      at = first[at];
    }
    return at;
  }
}
