package org.longrun.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import org.longrun.action.StartCosts;
import org.longrun.action.Transition;
import org.longrun.bound.Bound;
import org.longrun.critical.CriticalComponent;
import org.longrun.graph.ShortestPaths;
import org.longrun.numerics.Point;

/**
 * One reference case beside the engine's result: critical points, closed costs, energies,
 * exponents, bounds and starts, within 1e-6 relative or the reference's own stated error, whichever
 * is larger.
 */
final class ReferenceComparison {
  private static final double RELATIVE = 1e-6;

  /** What counts as zero: costs below this share of the largest one in the case. */
  private static final double ZERO = 1e-9;

  private final JsonNode reference;
  private final LongRunResult result;
  private final int[] ours;
  private final double scale;

  ReferenceComparison(JsonNode reference, LongRunResult result) {
    this.reference = reference;
    this.result = result;
    this.ours = match();
    this.scale = largest(reference.get("B"));
  }

  void all() {
    components();
    costs();
    energies();
    exponents();
    gaussianBound();
    JsonNode starts = reference.path("starts");
    for (int s = 0; s < starts.size(); s++) {
      start(starts.get(s), s);
    }
  }

  /** The positions of the reference's components among ours. */
  private int[] match() {
    List<CriticalComponent> components = result.critical().components();
    if (!reference.has("critical_points")) {
      assertThat(components).hasSize(reference.get("components").size());
      return new int[] {0, 1};
    }
    JsonNode points = reference.get("critical_points");
    assertThat(components).hasSize(points.size());
    int[] positions = new int[points.size()];
    for (int k = 0; k < positions.length; k++) {
      positions[k] = positionOf(point(points.get(k).get("x")), components);
    }
    return positions;
  }

  private static int positionOf(Point point, List<CriticalComponent> components) {
    double size = 1 + point.distance(Point.of(new double[point.dimension()]));
    for (int i = 0; i < components.size(); i++) {
      if (components.get(i).representative().distance(point) < 1e-10 * size) {
        return i;
      }
    }
    throw new AssertionError("no component at " + point);
  }

  private void components() {
    assertThat(result.critical().completeness().consistent()).isTrue();
    for (int k = 0; k < reference.path("critical_points").size(); k++) {
      JsonNode point = reference.get("critical_points").get(k);
      CriticalComponent component = result.critical().components().get(ours[k]);
      assertThat(component.index()).isEqualTo(index(point));
      double value = point.get("f").doubleValue();
      assertThat(component.value()).isCloseTo(value, within(1e-10 * (1 + Math.abs(value))));
    }
  }

  private static int index(JsonNode point) {
    return point.get("index").intValue();
  }

  private void costs() {
    int n = result.critical().size();
    double[][] closed = new double[n][n];
    for (double[] row : closed) {
      Arrays.fill(row, Double.POSITIVE_INFINITY);
    }
    for (Transition transition : result.costs().transitions()) {
      closed[transition.from()][transition.to()] = transition.cost();
    }
    JsonNode stated = reference.path("B_err");
    for (int i = 0; i < ours.length; i++) {
      for (int j = 0; j < ours.length; j++) {
        if (i != j) {
          double error = stated.isArray() ? number(stated.get(i).get(j)) : 0;
          double expected = number(reference.get("B").get(i).get(j));
          compare("B(" + i + ", " + j + ")", closed[ours[i]][ours[j]], expected, error);
        }
      }
    }
  }

  private void energies() {
    JsonNode energies = reference.get("E");
    if (energies.isNull()) {
      assertThat(result.energies().isUnique()).isFalse();
      return;
    }
    for (int k = 0; k < ours.length; k++) {
      double relative = result.energies().relative(ours[k]);
      compare("E(" + k + ")", relative, number(energies.get(k)), largest(reference.path("B_err")));
    }
  }

  private void exponents() {
    for (int k = 0; k < ours.length; k++) {
      double exponent = result.hitting().exponent(ours[k]);
      double expected = number(reference.get("J").get(k));
      compare("J(" + k + ")", exponent, expected, largest(reference.path("B_err")));
    }
  }

  private void gaussianBound() {
    if (!reference.has("gaussian_bound")) {
      return;
    }
    JsonNode expected = reference.get("gaussian_bound");
    Bound bound = result.bounds().all().stream().filter(Bound::applies).findFirst().orElseThrow();
    compare("bound", bound.bound(), number(expected.get("bound")), 0);
    compare("max J", bound.actual(), number(expected.get("max_J")), 0);
    double tightness = expected.get("tightness_maxJ_over_bound").doubleValue();
    assertThat(bound.tightness()).isCloseTo(tightness, within(RELATIVE));
  }

  /**
   * B(x, K) of a start. In one variable the reference keeps away from the target, and its entries
   * for the target itself leave out the descent into it, which costs nothing: they are not
   * compared. A chain's stated error is at least that of its pieces, so the largest of the start's
   * is taken.
   */
  private void start(JsonNode start, int position) {
    StartCosts costs = result.costs().starts().get(position);
    boolean line = result.sgd().landscape().dimension() == 1;
    BitSet target = result.hitting().target();
    ShortestPaths closed =
        ShortestPaths.after(
            firstMoves(costs), line ? target : new BitSet(), result.graph().digraph());
    double stated = largest(List.of(start.path("B_x_err")));
    for (int k = 0; k < ours.length; k++) {
      if (!line || !target.get(ours[k])) {
        double expected = number(start.get("B_x").get(k));
        compare("B(x" + position + ", " + k + ")", closed.cost(ours[k]), expected, stated);
      }
    }
    if (start.has("J_x")) {
      double exponent = result.hitting().starts().get(position).exponent();
      double pieces = Math.max(stated, largest(reference.path("B_err")));
      compare("J(x" + position + ")", exponent, number(start.get("J_x")), pieces);
    }
    if (start.has("basin_of")) {
      assertThat(costs.basin()).isEqualTo(ours[start.get("basin_of").intValue()]);
    }
  }

  private double[] firstMoves(StartCosts costs) {
    double[] first = new double[result.critical().size()];
    Arrays.fill(first, Double.POSITIVE_INFINITY);
    for (int m = 0; m < costs.paths().size(); m++) {
      int to = costs.targets().get(m);
      first[to] = Math.min(first[to], costs.paths().get(m).cost());
    }
    return first;
  }

  private void compare(String what, double actual, double expected, double stated) {
    if (Double.isInfinite(expected) || Double.isInfinite(actual)) {
      assertThat(actual).as(what).isEqualTo(expected);
      return;
    }
    double tolerance = Math.max(Math.max(RELATIVE * Math.abs(expected), stated), ZERO * scale);
    assertThat(actual).as(what).isCloseTo(expected, within(tolerance));
  }

  private static double largest(Iterable<JsonNode> matrix) {
    double largest = 0;
    for (JsonNode row : matrix) {
      for (JsonNode entry : row) {
        double value = number(entry);
        largest = Double.isFinite(value) ? Math.max(largest, value) : largest;
      }
    }
    return largest;
  }

  private static double number(JsonNode node) {
    return node.isTextual() || node.isNull() ? Double.POSITIVE_INFINITY : node.doubleValue();
  }

  private static Point point(JsonNode coordinates) {
    double[] x = new double[coordinates.size()];
    for (int k = 0; k < x.length; k++) {
      x[k] = coordinates.get(k).doubleValue();
    }
    return Point.of(x);
  }
}
