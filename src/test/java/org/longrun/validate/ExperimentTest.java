package org.longrun.validate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.longrun.critical.CriticalSet;
import org.longrun.critical.CriticalSetFinder;
import org.longrun.dynamics.Sgd;
import org.longrun.landscape.Landscape;
import org.longrun.landscape.LandscapeFile;
import org.longrun.numerics.Point;
import org.longrun.report.SimulationJson;
import org.longrun.simulate.Workers;

/** A whole experiment on the line, where the exact chain knows every answer. */
class ExperimentTest {
  private static final double SADDLE = 0.005025515573820983;
  private static final double LEFT = -0.35238607380003645;
  private static final double RIGHT = -0.15263944177378455;

  private static Validation validation;
  private static Sgd sgd;
  private static CriticalSet critical;

  private static Prediction prediction() {
    return new Prediction(
        critical.components(),
        List.of(0),
        List.of(0.0, 2 * (SADDLE - RIGHT), 2 * (SADDLE - RIGHT)),
        List.of(0.0, 2 * (RIGHT - LEFT), 2 * (SADDLE - LEFT)),
        List.of(critical.components().get(1).representative(), Point.of(-1)),
        List.of(2 * (SADDLE - RIGHT), 0.0),
        List.of(new Prediction.Cost(1, 2, 2 * (SADDLE - RIGHT)), new Prediction.Cost(2, 0, 0)));
  }

  @BeforeAll
  static void simulate() {
    Landscape landscape =
        LandscapeFile.parse(
            """
            name: well
            variables: [x]
            objective: x^4/4 - x^2/2 + x/10
            noise: {gaussian: {variance: 1}}
            domain: {x: [-2.5, 2.5]}
            step-sizes: [0.2, 0.05, 0.04]
            simulation: {replicas: 300, steps: 1e8, seed: 5, radius: 0.15}
            settings: {simulation-budget: 1e8}
            """,
            "well.yaml");
    sgd = Sgd.of(landscape);
    critical = CriticalSetFinder.withDefaults().find(landscape);
    validation = Experiment.of(sgd, critical, prediction(), false).run(Workers.of(2));
  }

  private static List<HittingTime> times(Method method) {
    return validation.hittingTimes().stream()
        .filter(t -> t.method() == method && t.predictedExponent() > 0)
        .toList();
  }

  @Test
  void directRunsAndSplittingAgreeWithTheExactChain() {
    for (HittingTime time : times(Method.DIRECT)) {
      double exact =
          times(Method.EXACT).stream()
              .filter(t -> t.stepSize() == time.stepSize())
              .findFirst()
              .orElseThrow()
              .mean();
      assertThat(time.mean()).isCloseTo(exact, within(3.5 * time.standardError()));
    }
    assertThat(times(Method.DIRECT)).hasSize(3);
    assertThat(times(Method.SPLITTING)).hasSizeGreaterThan(1);
  }

  @Test
  void theExactSlopeIsTheExponent() {
    ArrheniusFit fit =
        validation.arrhenius().stream()
            .filter(f -> f.method() == Method.EXACT && f.predicted() > 0)
            .findFirst()
            .orElseThrow();
    assertThat(fit.slope()).isCloseTo(fit.predicted(), within(0.01 * fit.predicted()));
    assertThat(fit.verdict()).isEqualTo(Verdict.AGREES);
  }

  @Test
  void thePrefactorIsRightToTheOrderOfTheStep() {
    HittingTime last =
        times(Method.EXACT).stream()
            .min(Comparator.comparingDouble(HittingTime::stepSize))
            .orElseThrow();
    assertThat(last.ratio()).isCloseTo(1, within(0.1));
  }

  @Test
  void theOccupationOfTheWellsAgreesWithTheExactChain() {
    for (Occupation occupation : validation.occupation()) {
      Occupation.Basin basin = occupation.basin();
      if (occupation.stepSize() == 0.2) {
        assertThat(occupation.standardError()).isLessThan(0.02);
        assertThat(occupation.fraction())
            .isCloseTo(occupation.exact(), within(4 * occupation.standardError()));
      } else if (basin != null && basin.energy() != 0) {
        assertThat(basin.verdict()).as("these chains do not mix").isEqualTo(Verdict.TOO_NOISY);
      }
    }
    assertThat(validation.occupation()).hasSize(9);
  }

  @Test
  void theHistogramIsADensityCloseToGibbs() {
    for (Histogram histogram : validation.histograms()) {
      double width = histogram.edges().get(0).get(1) - histogram.edges().get(0).get(0);
      double sum = 0;
      for (double density : histogram.density().get(0)) {
        sum += density * width;
      }
      assertThat(sum).isCloseTo(1, within(1e-6));
    }
    assertThat(validation.distances().get(0).totalVariation()).isGreaterThan(0.9);
  }

  @Test
  void anyNumberOfThreadsGivesTheSameBytes() throws IOException {
    Validation again = Experiment.of(sgd, critical, prediction(), false).run(Workers.of(5));
    assertThat(json(again)).isEqualTo(json(validation));
  }

  @Test
  void theFileHasTheContractsFields() throws IOException {
    JsonNode tree = new ObjectMapper().readTree(json(validation));
    for (String field :
        List.of("hittingTimes", "arrhenius", "occupation", "histogram", "distance", "chain")) {
      assertThat(tree.get(field)).as(field).isNotEmpty();
    }
    JsonNode time = tree.at("/hittingTimes/0");
    for (String field :
        List.of(
            "stepSize",
            "start",
            "mean",
            "standardError",
            "median",
            "quartiles",
            "replicas",
            "censored",
            "diverged",
            "method",
            "predictedExponent",
            "predictedMean",
            "ratio")) {
      assertThat(time.has(field)).as(field).isTrue();
    }
    assertThat(tree.at("/provenance/seed").asLong()).isEqualTo(5);
  }

  private static String json(Validation result) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    SimulationJson.write(result, bytes);
    return bytes.toString(StandardCharsets.UTF_8);
  }
}
