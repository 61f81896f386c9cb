package org.longrun.landscape;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.PriorityQueue;

/**
 * Seeks a point of the domain near which a function is unbounded below: a pole, or a logarithm's
 * zero.
 *
 * <p>Where interval arithmetic bounds the function from below over the whole domain there is none.
 * Else the boxes that it does not bound are halved, that of the lowest value first, down to points;
 * without enclosures the lowest point of a search is taken. Near such a point the function is
 * unbounded if it falls again and again by as much on every smaller scale: a bounded function falls
 * by less and less.
 */
final class PoleSearch {
  private static final int BOXES = 4000;
  private static final double EFFORT = 1e6;
  private static final double FINEST = 1e-11;
  private static final int CANDIDATES = 12;

  /** Distances from a candidate, in widths of the domain. */
  private static final double[] RADII = {1e-3, 1e-5, 1e-7, 1e-9};

  /** The share of a fall that the next one must reach; r^0.05 and flatter count as poles. */
  private static final double LASTING = 0.8;

  private final ScalarField f;
  private final Domain domain;
  private final int samples;

  /**
   * A search.
   *
   * @param samples n of a finite sum, 1 otherwise: what an evaluation of f costs
   */
  PoleSearch(ScalarField f, Domain domain, int samples) {
    this.f = f;
    this.domain = domain;
    this.samples = samples;
  }

  /** A box that may hold a pole, with the value at its centre. */
  private record Suspect(double[] lower, double[] upper, double value) {
    double[] centre() {
      double[] centre = new double[lower.length];
      Arrays.setAll(centre, k -> 0.5 * (lower[k] + upper[k]));
      return centre;
    }
  }

  /** A point near which f is unbounded below; empty if none was found. */
  Optional<double[]> find() {
    return candidates().stream().filter(this::isUnbounded).findFirst();
  }

  private List<double[]> candidates() {
    Optional<Enclosure> enclosure = f.enclosure();
    if (enclosure.isPresent()) {
      return candidates(enclosure.get());
    }
    int evaluations = (int) Math.max(100, Math.min(BOXES, EFFORT / samples));
    return List.of(new DomainSearch(f::value, domain, evaluations).lowest());
  }

  private List<double[]> candidates(Enclosure enclosure) {
    List<double[]> found = new ArrayList<>();
    PriorityQueue<Suspect> queue = new PriorityQueue<>(Comparator.comparingDouble(Suspect::value));
    add(queue, enclosure, domain.lower().toArray(), domain.upper().toArray());
    int budget = (int) Math.max(100, Math.min(BOXES, EFFORT / samples));
    while (!queue.isEmpty() && found.size() < CANDIDATES && budget > 0) {
      Suspect box = queue.remove();
      int widest = widest(box);
      if (widest < 0) {
        found.add(box.centre());
        continue;
      }
      double middle = box.centre()[widest];
      double[] below = box.upper().clone();
      below[widest] = middle;
      double[] above = box.lower().clone();
      above[widest] = middle;
      add(queue, enclosure, box.lower(), below);
      add(queue, enclosure, above, box.upper());
      budget -= 2;
    }
    return found;
  }

  private void add(
      PriorityQueue<Suspect> queue, Enclosure enclosure, double[] lower, double[] upper) {
    double[] bounds = new double[2];
    enclosure.value(lower, upper, bounds);
    if (bounds[0] == Double.NEGATIVE_INFINITY) {
      double value = f.value(new Suspect(lower, upper, 0).centre());
      queue.add(new Suspect(lower, upper, Double.isNaN(value) ? 0 : value));
    }
  }

  private int widest(Suspect box) {
    int widest = -1;
    double width = FINEST;
    for (int k = 0; k < box.lower().length; k++) {
      double relative = (box.upper()[k] - box.lower()[k]) / domain.width(k);
      if (relative > width) {
        width = relative;
        widest = k;
      }
    }
    return widest;
  }

  private boolean isUnbounded(double[] x) {
    if (f.value(x) == Double.NEGATIVE_INFINITY) {
      return true;
    }
    double[] lowest = Arrays.stream(RADII).map(r -> lowest(x, r)).toArray();
    double fall = lowest[0] - lowest[1];
    for (int k = 1; k + 1 < lowest.length; k++) {
      double next = lowest[k] - lowest[k + 1];
      if (!(fall > 0 && next >= LASTING * fall)) {
        return false;
      }
      fall = next;
    }
    return true;
  }

  /** The least value at this distance along the axes, inside the domain. */
  private double lowest(double[] x, double radius) {
    double least = Double.POSITIVE_INFINITY;
    for (int k = 0; k < x.length; k++) {
      for (int sign = -1; sign <= 1; sign += 2) {
        double[] y = x.clone();
        y[k] += sign * radius * domain.width(k);
        double value = domain.contains(y) ? f.value(y) : Double.NaN;
        least = value < least ? value : least;
      }
    }
    return least;
  }
}
