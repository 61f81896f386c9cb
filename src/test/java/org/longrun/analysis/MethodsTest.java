package org.longrun.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.longrun.action.LeastPath;
import org.longrun.landscape.InputError;
import org.longrun.landscape.Landscape;
import org.longrun.landscape.LandscapeFile;
import org.longrun.numerics.Point;

/** Methods of training against closed forms, and against SGD where they are SGD. */
class MethodsTest {
  private static Landscape wells(String noise, String method) {
    String text =
        "variables: [x]\nobjective: (x^2-1)^2/4 + x/20\ndomain: {x: [-2, 2]}\nnoise: {%s}\n%s\n";
    return LandscapeFile.parse(text.formatted(noise, method), "wells.yaml");
  }

  private static double climb(String method) {
    String text =
        "variables: [x]\nobjective: (x^2-1)^2/4\ndomain: {x: [-2, 2]}\n"
            + "noise: {gaussian: {variance: 0.25}}\n"
            + method
            + "\n";
    Landscape landscape = LandscapeFile.parse(text, "climb.yaml");
    LeastPath path =
        LongRunAnalysis.withDefaults()
            .cost(landscape, Point.of(new double[] {-1}), Point.of(new double[] {0}));
    return path.cost();
  }

  private static List<Double> energies(Landscape landscape) {
    LongRunResult result = LongRunAnalysis.withDefaults().of(landscape);
    assertThat(result.warnings()).noneMatch(warning -> warning.contains("INCONSISTENT"));
    return result.costs().transitions().stream().map(each -> each.cost()).toList();
  }

  private static void areEqual(List<Double> costs, List<Double> expected) {
    assertThat(costs).hasSameSizeAs(expected);
    for (int k = 0; k < costs.size(); k++) {
      assertThat(costs.get(k)).isCloseTo(expected.get(k), within(1e-9));
    }
  }

  /** V·⟨a⟩/⟨a²⟩ under Gaussian noise. */
  @Test
  void cyclicStepsCostByTheirMoments() {
    assertThat(climb("method: {cyclic: {factors: [1, 2, 0.5]}}"))
        .isCloseTo(2.0 * 3.5 / 5.25, within(1e-9));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "gaussian: {variance: 0.25} | method: {cyclic: {factors: [1, 1, 1]}}",
        "gaussian: {variance: 0.25} | method: sgd",
        "rademacher: {scale: 1} | method: {cyclic: {factors: [1, 1]}}",
        "uniform: {half-width: 1.5} | method: {cyclic: {factors: [1]}}",
        "gaussian: {variance: 0.5*(f+1)} | method: {cyclic: {factors: [1, 1]}}",
      })
  void aMethodThatIsSgdGivesItsCosts(String noise, String method) {
    areEqual(energies(wells(noise, method)), energies(wells(noise, "")));
  }

  /** A common factor a of the steps divides every cost by a. */
  @Test
  void equalFactorsAreALargerStep() {
    List<Double> plain = energies(wells("rademacher: {scale: 1}", ""));
    List<Double> doubled =
        energies(wells("rademacher: {scale: 1}", "method: {cyclic: {factors: [2, 2]}}"));
    areEqual(doubled, plain.stream().map(cost -> cost / 2).toList());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "method: {cyclic: {factors: [1, 0]}} | 'method.cyclic.factors[2]' must be a number above 0",
        "method: {cyclic: {factors: []}} | must be a list of 1 to 1000 numbers above 0",
        "method: adagrad | 'method' must be sgd or {cyclic",
        "method: {adam: {beta: 1}} | unknown key 'adam'",
      })
  void whatIsWrongIsOneLine(String method, String told) {
    assertThatThrownBy(() -> wells("gaussian: {variance: 0.25}", method))
        .isInstanceOf(InputError.class)
        .hasMessageContaining(told)
        .hasMessageNotContaining("\n");
  }

  @Test
  void whatIsNotComputedIsToldSo() {
    assertThatThrownBy(
            () ->
                wells("gaussian: {variance: 1}", "momentum: 0.5\nmethod: {cyclic: {factors: [1]}}"))
        .isInstanceOf(InputError.class)
        .hasMessageContaining("momentum is computed with method: sgd only");
  }
}
