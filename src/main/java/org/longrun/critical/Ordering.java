package org.longrun.critical;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * The order of the components (formats, section 2): by value, cut into groups where the next value
 * lies more than 1e-9·max(1, range) above the group's first, inside a group by coordinates rounded
 * to 1e-6.
 */
final class Ordering {
  private static final double TIE = 1e-9;
  private static final double ROUNDING = 1e6;

  private Ordering() {}

  /** The findings group by group. */
  static List<List<Finding>> groups(List<Finding> findings) {
    List<Finding> sorted = new ArrayList<>(findings);
    sorted.sort(Comparator.comparingDouble(Finding::value));
    List<List<Finding>> groups = new ArrayList<>();
    if (sorted.isEmpty()) {
      return groups;
    }
    double range = sorted.get(sorted.size() - 1).value() - sorted.get(0).value();
    double tie = TIE * Math.max(1, range);
    double first = 0;
    for (Finding finding : sorted) {
      if (groups.isEmpty() || finding.value() - first > tie) {
        groups.add(new ArrayList<>());
        first = finding.value();
      }
      groups.get(groups.size() - 1).add(finding);
    }
    groups.forEach(group -> group.sort(Ordering::byCoordinates));
    return groups;
  }

  private static int byCoordinates(Finding a, Finding b) {
    return byCoordinates(a.representative().x(), b.representative().x());
  }

  /** Compares coordinates rounded to 1e-6, the first that differ deciding. */
  static int byCoordinates(double[] x, double[] y) {
    for (int k = 0; k < x.length; k++) {
      int order = Double.compare(rounded(x[k]), rounded(y[k]));
      if (order != 0) {
        return order;
      }
    }
    return 0;
  }

  private static double rounded(double coordinate) {
    return Math.rint(coordinate * ROUNDING) + 0.0;
  }
}
