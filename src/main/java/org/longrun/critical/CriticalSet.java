package org.longrun.critical;

import java.util.List;

/**
 * crit f in the domain: the components K_1 … K_N, in the order of the results, with the account of
 * their completeness (theory, section 2).
 *
 * @param components sorted by value, ties by coordinates (formats, section 2)
 * @param argmin how many of the first components form argmin f: the first group of equal values
 * @param completeness how complete the list is
 * @param symmetryOrbits for each component the id of the first component that a symmetry maps it
 *     to; the component's own id where there is none
 * @param warnings what left the domain, what was left out by the budget
 */
public record CriticalSet(
    List<CriticalComponent> components,
    int argmin,
    Completeness completeness,
    List<String> symmetryOrbits,
    List<String> warnings) {
  /** Copies the lists. */
  public CriticalSet {
    components = List.copyOf(components);
    symmetryOrbits = List.copyOf(symmetryOrbits);
    warnings = List.copyOf(warnings);
  }

  /** The number of components, N. */
  public int size() {
    return components.size();
  }

  /** The components of argmin f. */
  public List<CriticalComponent> minimisers() {
    return components.subList(0, argmin);
  }

  /** The local minima that are not global: the bad minima of the bounds. */
  public List<CriticalComponent> badMinima() {
    return components.subList(argmin, components.size()).stream()
        .filter(CriticalComponent::isMinimum)
        .toList();
  }

  /**
   * The position of the component nearest to x; the first of those equally near.
   *
   * @throws IllegalStateException if there is no component
   */
  public int nearest(double[] x) {
    if (components.isEmpty()) {
      throw new IllegalStateException("there is no critical component in the domain");
    }
    int best = 0;
    double least = Double.POSITIVE_INFINITY;
    for (int i = 0; i < components.size(); i++) {
      double distance = components.get(i).distance(x);
      if (distance < least) {
        least = distance;
        best = i;
      }
    }
    return best;
  }
}
