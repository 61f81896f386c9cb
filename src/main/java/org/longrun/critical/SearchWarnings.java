package org.longrun.critical;

import java.util.ArrayList;
import java.util.List;
import org.longrun.numerics.Point;

/** What the reader must know of the search: where it was cut short and what it passed by. */
final class SearchWarnings {
  private static final int MOST = 5;

  private SearchWarnings() {}

  static List<String> of(Catalogue catalogue, SearchEffort effort, List<Point> kinks) {
    List<String> warnings = new ArrayList<>();
    String shortage = effort.shortage(catalogue);
    if (!shortage.isEmpty()) {
      warnings.add(shortage);
    }
    add(warnings, "a critical point lies just outside the domain, at ", catalogue.justOutside());
    add(
        warnings,
        "not among the components, because f is not differentiable there: the local minimum at ",
        kinks);
    return warnings;
  }

  private static void add(List<String> warnings, String text, List<Point> points) {
    for (Point point : points.subList(0, Math.min(MOST, points.size()))) {
      warnings.add(text + point);
    }
    if (points.size() > MOST) {
      warnings.add(text + (points.size() - MOST) + " more places");
    }
  }
}
