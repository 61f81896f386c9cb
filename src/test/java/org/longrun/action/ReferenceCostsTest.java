package org.longrun.action;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.longrun.critical.CriticalSet;
import org.longrun.critical.CriticalSetFinder;
import org.longrun.dynamics.Sgd;
import org.longrun.landscape.LandscapeFile;
import org.longrun.numerics.Point;

/** Every closed cost of the reference file, with no setting for any case. */
class ReferenceCostsTest {
  @TestFactory
  Stream<DynamicTest> closedCostsAreThoseOfTheReference() throws Exception {
    try (InputStream in = getClass().getResourceAsStream("/reference/landscapes.json")) {
      JsonNode root = new ObjectMapper().readTree(in);
      List<Map.Entry<String, JsonNode>> cases = new ArrayList<>();
      root.fields().forEachRemaining(cases::add);
      return cases.stream()
          .filter(entry -> entry.getValue().has("critical_points"))
          .map(
              entry ->
                  DynamicTest.dynamicTest(
                      entry.getKey(), () -> compare(entry.getKey(), entry.getValue())));
    }
  }

  private static void compare(String name, JsonNode reference) {
    Sgd sgd = Sgd.of(LandscapeFile.parse(reference.get("file").asText(), name + ".yaml"));
    CriticalSet critical = CriticalSetFinder.withDefaults().find(sgd.landscape());

    TransitionCosts costs = QuasiPotential.withDefaults().between(critical, sgd);

    double[][] closed = closed(costs);
    JsonNode points = reference.get("critical_points");
    assertThat(critical.size()).isEqualTo(points.size());
    for (int i = 0; i < points.size(); i++) {
      for (int j = 0; j < points.size(); j++) {
        if (i != j) {
          double expected = number(reference.get("B").get(i).get(j));
          double error = reference.has("B_err") ? number(reference.get("B_err").get(i).get(j)) : 0;
          double actual = closed[place(critical, points.get(i))][place(critical, points.get(j))];
          assertThat(agrees(actual, expected, error))
              .as("%s B[%d][%d] = %s, reference %s +- %s", name, i, j, actual, expected, error)
              .isTrue();
        }
      }
    }
    assertThat(costs.transitions()).allMatch(Transition::converged);
    assertThat(medianEvaluations(costs)).isLessThanOrEqualTo(5000);
  }

  private static boolean agrees(double actual, double expected, double error) {
    return actual == expected
        || Math.abs(actual - expected) <= Math.max(error, 1e-6 * Math.abs(expected));
  }

  private static double[][] closed(TransitionCosts costs) {
    double[][] closed = new double[costs.size()][costs.size()];
    for (double[] row : closed) {
      java.util.Arrays.fill(row, Double.POSITIVE_INFINITY);
    }
    costs.transitions().forEach(t -> closed[t.from()][t.to()] = t.cost());
    return closed;
  }

  private static long medianEvaluations(TransitionCosts costs) {
    List<Long> evaluations = new ArrayList<>();
    for (Transition transition : costs.direct()) {
      evaluations.add(transition.path().evaluations());
    }
    Collections.sort(evaluations);
    return evaluations.isEmpty() ? 0 : evaluations.get(evaluations.size() / 2);
  }

  private static int place(CriticalSet critical, JsonNode point) {
    double[] x = new double[point.get("x").size()];
    for (int k = 0; k < x.length; k++) {
      x[k] = point.get("x").get(k).asDouble();
    }
    int nearest = critical.nearest(x);
    assertThat(critical.components().get(nearest).representative().distance(Point.of(x)))
        .isLessThan(1e-6);
    return nearest;
  }

  private static double number(JsonNode node) {
    return node.isNumber() ? node.asDouble() : Double.POSITIVE_INFINITY;
  }
}
