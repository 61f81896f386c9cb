package org.longrun.critical;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.longrun.numerics.Vectors;

/**
 * Which minima the saddles of index 1 join, and the lowest passes between them: Kruskal's tree on
 * the saddles by value. Minima and saddles are named by their positions in a list sorted by value.
 */
final class PassTree {
  private static final double DEPARTURE = 1e-3;

  private final LossField field;
  private final Membership membership;
  private final List<Finding> sorted;
  private final Descender descender;
  private final Map<Integer, int[]> ends = new HashMap<>();
  private final int[] parent;
  private final List<List<Integer>> tree = new ArrayList<>();

  PassTree(LossField field, List<Finding> sorted) {
    this.field = field;
    this.membership = new Membership(field, new NewtonCorrector(field));
    this.sorted = sorted;
    this.descender = new Descender(field, new NewtonCorrector(field));
    this.parent = new int[sorted.size()];
    for (int i = 0; i < parent.length; i++) {
      parent[i] = i;
      tree.add(new ArrayList<>());
    }
    for (int i = 0; i < parent.length; i++) {
      Finding finding = sorted.get(i);
      if (finding.kind() == Kind.SADDLE && finding.representative().index() == 1) {
        join(i);
      }
    }
  }

  private void join(int saddle) {
    Zero zero = sorted.get(saddle).representative();
    int a = fallen(zero, DEPARTURE * field.diameter);
    int b = fallen(zero, -DEPARTURE * field.diameter);
    if (a < 0 || b < 0) {
      return;
    }
    ends.put(saddle, new int[] {a, b});
    if (root(a) != root(b)) {
      parent[root(a)] = root(b);
      link(saddle, a);
      link(saddle, b);
    }
  }

  private void link(int saddle, int minimum) {
    tree.get(saddle).add(minimum);
    tree.get(minimum).add(saddle);
  }

  private int fallen(Zero saddle, double t) {
    Zero zero = descender.descend(LossField.shifted(saddle.x(), t, saddle.eigen().vector(0)));
    return zero == null ? -1 : holding(zero);
  }

  private int root(int i) {
    int at = i;
    while (parent[at] != at) {
      parent[at] = parent[parent[at]];
      at = parent[at];
    }
    return at;
  }

  /** The component that holds a zero; −1 if none does. */
  int holding(Zero zero) {
    for (int i = 0; i < sorted.size(); i++) {
      Finding finding = sorted.get(i);
      Continuum continuum = finding.continuum();
      boolean holds =
          continuum != null
              ? membership.holds(continuum, zero)
              : Vectors.distance(finding.representative().x(), zero.x()) <= 1e-6 * field.diameter;
      if (holds) {
        return i;
      }
    }
    return -1;
  }

  /** The minimum of least value; the first component where there is no minimum. */
  int lowestMinimum() {
    for (int i = 0; i < sorted.size(); i++) {
      if (sorted.get(i).kind() == Kind.MINIMUM) {
        return i;
      }
    }
    return 0;
  }

  /** The saddles of index 1 that join two of these minima. */
  TreeSet<Integer> saddlesWithin(TreeSet<Integer> minima) {
    TreeSet<Integer> saddles = new TreeSet<>();
    ends.forEach(
        (saddle, pair) -> {
          if (minima.contains(pair[0]) && minima.contains(pair[1])) {
            saddles.add(saddle);
          }
        });
    return saddles;
  }

  /** A minimum with all that lies on its lowest way to the lowest minimum. */
  List<Integer> route(int from) {
    int[] previous = new int[sorted.size()];
    java.util.Arrays.fill(previous, -1);
    List<Integer> queue = new ArrayList<>(List.of(lowestMinimum()));
    previous[lowestMinimum()] = lowestMinimum();
    for (int n = 0; n < queue.size(); n++) {
      for (int next : tree.get(queue.get(n))) {
        if (previous[next] < 0) {
          previous[next] = queue.get(n);
          queue.add(next);
        }
      }
    }
    List<Integer> route = new ArrayList<>(List.of(from));
    for (int at = from; previous[at] >= 0 && previous[at] != at; at = previous[at]) {
      route.add(previous[at]);
    }
    return route;
  }
}
