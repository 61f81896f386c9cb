package org.longrun.landscape;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.longrun.numerics.Point;
import org.longrun.numerics.formula.Spelling;

/** Reads {@code domain}, and points inside it. */
final class BoxReader {
  private static final String ALL = "all";

  private final Names names;
  private final FormulaReader formulas;
  private final Faults faults;
  private final double[] lower;
  private final double[] upper;
  private final int[] precision;

  BoxReader(Names names, FormulaReader formulas, Faults faults) {
    this.names = names;
    this.formulas = formulas;
    this.faults = faults;
    int d = names.variables().size();
    lower = new double[d];
    upper = new double[d];
    precision = new int[d];
  }

  /** The box; null, with faults, where it is none. */
  @Nullable Domain domain(@Nullable YamlNode node) {
    if (!(node instanceof YamlNode.Mapping mapping)) {
      return null;
    }
    boolean good = true;
    for (YamlNode.Entry entry : mapping.entries()) {
      good &= entry(entry);
    }
    return good && complete(mapping) ? new Domain(Point.of(lower), Point.of(upper)) : null;
  }

  private boolean entry(YamlNode.Entry entry) {
    List<Integer> meant = meant(entry.key().value());
    if (meant.isEmpty()) {
      faults.add(entry.key().place(), unknown(entry.key().value()));
      return false;
    }
    double[] bounds = bounds(entry);
    for (int k : bounds.length == 2 ? meant : List.<Integer>of()) {
      int rank = rank(entry.key().value());
      if (rank >= precision[k]) {
        precision[k] = rank;
        lower[k] = bounds[0];
        upper[k] = bounds[1];
      }
    }
    return bounds.length == 2;
  }

  private String unknown(String key) {
    Set<String> known = new LinkedHashSet<>(names.families());
    known.addAll(names.variables());
    String nearest = Spelling.suggestion(key, known);
    return "'"
        + key
        + "' is no variable"
        + (nearest.isEmpty() ? "; the variables are " + brief(known) : nearest);
  }

  private static String brief(Set<String> known) {
    List<String> first = known.stream().limit(8).toList();
    return String.join(", ", first) + (known.size() > 8 ? ", …" : "");
  }

  /** A variable's own interval beats its family's, which beats that for all. */
  private int rank(String key) {
    if (names.indexOf(key) >= 0) {
      return 3;
    }
    return key.equals(ALL) ? 1 : 2;
  }

  private List<Integer> meant(String key) {
    int single = names.indexOf(key);
    if (single >= 0) {
      return List.of(single);
    }
    List<Integer> meant = new ArrayList<>();
    for (int k = 0; k < names.variables().size(); k++) {
      if (key.equals(ALL) || isMember(names.variables().get(k), key)) {
        meant.add(k);
      }
    }
    return meant;
  }

  private boolean isMember(String variable, String family) {
    return names.families().contains(family)
        && variable.startsWith(family)
        && variable.substring(family.length()).matches("[_0-9]+");
  }

  /** Two numbers, the first below the second; nothing, with a fault, otherwise. */
  private double[] bounds(YamlNode.Entry entry) {
    if (!(entry.value() instanceof YamlNode.Sequence pair) || pair.items().size() != 2) {
      return new double[0];
    }
    OptionalDouble low = formulas.number(pair.items().get(0), names.parameters());
    OptionalDouble high = formulas.number(pair.items().get(1), names.parameters());
    if (low.isEmpty() || high.isEmpty()) {
      return new double[0];
    }
    double[] bounds = {low.getAsDouble(), high.getAsDouble()};
    String problem = problem(entry.key().value(), bounds);
    if (!problem.isEmpty()) {
      faults.add(pair.place(), problem);
      return new double[0];
    }
    return bounds;
  }

  private static String problem(String key, double[] bounds) {
    String shown = Numbers.shown(bounds[0]) + " and " + Numbers.shown(bounds[1]);
    if (!(bounds[0] < bounds[1])) {
      return "the interval of '"
          + key
          + "' is empty: "
          + shown
          + " are not [lower, upper] with lower < upper";
    }
    return Double.isInfinite(bounds[1] - bounds[0])
        ? "the interval of '" + key + "' is too wide: " + shown + "; choose nearer bounds"
        : "";
  }

  private boolean complete(YamlNode.Mapping mapping) {
    boolean complete = true;
    for (int k = 0; k < lower.length; k++) {
      if (precision[k] == 0) {
        String name = names.variables().get(k);
        faults.add(
            mapping.place(),
            "the domain has no interval for '" + name + "'; add " + name + ": [lower, upper]");
        complete = false;
      }
    }
    return complete;
  }

  /**
   * A list of points of the domain; what is wrong with one is a fault.
   *
   * @param what what a point is called: a start, a target
   */
  List<Point> points(@Nullable YamlNode node, @Nullable Domain domain, String what) {
    List<Point> points = new ArrayList<>();
    if (node instanceof YamlNode.Sequence list) {
      for (YamlNode item : list.items()) {
        Point point = item instanceof YamlNode.Sequence x ? point(x, what) : null;
        if (point != null && isInside(point, domain, what, item.place())) {
          points.add(point);
        }
      }
    }
    return points;
  }

  private @Nullable Point point(YamlNode.Sequence list, String what) {
    int d = names.variables().size();
    if (list.items().size() != d) {
      faults.add(
          list.place(),
          what
              + " must have "
              + d
              + (d == 1 ? " coordinate" : " coordinates")
              + ", one a variable, not "
              + list.items().size());
      return null;
    }
    double[] x = new double[d];
    Arrays.setAll(
        x, k -> formulas.number(list.items().get(k), names.parameters()).orElse(Double.NaN));
    return Arrays.stream(x).allMatch(Double::isFinite) ? Point.of(x) : null;
  }

  private boolean isInside(Point point, @Nullable Domain domain, String what, Place place) {
    if (domain == null) {
      return false;
    }
    for (int k = 0; k < point.dimension(); k++) {
      if (!(point.get(k) >= domain.lower().get(k) && point.get(k) <= domain.upper().get(k))) {
        faults.add(
            place,
            what
                + " "
                + Numbers.point(point.toArray())
                + " lies outside the domain: "
                + names.variables().get(k)
                + " goes from "
                + Numbers.shown(domain.lower().get(k))
                + " to "
                + Numbers.shown(domain.upper().get(k)));
        return false;
      }
    }
    return true;
  }
}
