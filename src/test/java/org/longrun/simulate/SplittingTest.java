package org.longrun.simulate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.longrun.dynamics.Sgd;
import org.longrun.landscape.Landscape;
import org.longrun.landscape.LandscapeFile;
import org.longrun.numerics.Point;

class SplittingTest {
  private static final double EXPONENT = 9.77518450327501 / 400;
  private static final Sgd THREE_HUMP = TestLandscapes.threeHump(400);
  private static final List<Neighbourhood> WELLS =
      List.of(
          new Neighbourhood("K2", List.of(HittingTimesTest.X4), 0.3),
          new Neighbourhood("K3", List.of(Point.of(0, 0)), 0.3));

  private static Splitting.Estimate estimate(double stepSize, int runs, int threads) {
    return Splitting.of(THREE_HUMP, HittingTimesTest.X0, WELLS, 3)
        .run(
            stepSize,
            List.of(HittingTimesTest.X4),
            new Splitting.Effort(100, runs, 10_000_000),
            Workers.of(threads))
        .orElseThrow()
        .times()
        .get(0);
  }

  @Test
  void agreesWithDirectSimulationWhereBothArePossible() throws IOException {
    var data = HittingTimesTest.simulations().at("/simulations/three_hump_gauss/data");
    for (int row = 3; row < 6; row++) {
      double mean = data.at("/" + row + "/mean_tau").asDouble();
      double error = data.at("/" + row + "/se").asDouble();
      Splitting.Estimate estimate = estimate(data.at("/" + row + "/eta").asDouble(), 16, 2);
      assertThat(estimate.complete()).isTrue();
      assertThat(estimate.standardError()).isLessThan(0.25 * estimate.mean());
      assertThat(estimate.mean())
          .isCloseTo(mean, within(3 * Math.hypot(error, estimate.standardError())));
    }
  }

  @Test
  void followsTheExponentFarBeyondDirectSimulation() {
    Splitting.Estimate near = estimate(0.0022, 16, 2);
    Splitting.Estimate far = estimate(0.001, 16, 2);
    double span = 1 / 0.001 - 1 / 0.0022;
    double slope = Math.log(0.001 * far.mean() / (0.0022 * near.mean())) / span;
    double error =
        Math.hypot(far.standardError() / far.mean(), near.standardError() / near.mean()) / span;
    assertThat(error).isLessThan(0.03 * EXPONENT);
    assertThat(slope).isCloseTo(EXPONENT, within(0.03 * EXPONENT + 2 * error));
  }

  @Test
  void anyNumberOfThreadsGivesTheSameEstimate() {
    assertThat(estimate(0.004, 4, 1)).isEqualTo(estimate(0.004, 4, 3));
  }

  @Test
  void agreesWithTheExactChainOnTheLine() {
    Sgd sgd = TestLandscapes.doubleWell(1);
    Neighbourhood left = new Neighbourhood("K1", List.of(Point.of(-1.0466805318046022)), 0.15);
    Neighbourhood right = new Neighbourhood("K2", List.of(Point.of(0.9456492739235914)), 0.15);
    List<Point> starts = List.of(right.points().get(0), Point.of(0.1));
    double[] exact = ExactChain.of(sgd, 0.03, 1).meanHittingTimes(left, starts).orElseThrow();
    List<Splitting.Estimate> estimates =
        Splitting.of(sgd, left, List.of(right), 5)
            .run(0.03, starts, new Splitting.Effort(200, 32, 10_000_000), Workers.of(2))
            .orElseThrow()
            .times();
    for (int s = 0; s < 2; s++) {
      Splitting.Estimate estimate = estimates.get(s);
      assertThat(estimate.standardError()).isLessThan(0.12 * estimate.mean());
      assertThat(estimate.mean()).isCloseTo(exact[s], within(3 * estimate.standardError()));
    }
  }

  /**
   * Four Gaussian wells: the least path from K3 to K2 that avoids the target K1 crosses one pass
   * and runs on to the next across the slope. Expected: the probability of reaching K2 before K1
   * for the diffusion that SGD follows, by finite volumes on a grid (another program, another
   * language).
   */
  @ParameterizedTest
  @CsvSource({"0.01, 0.0490, 16", "0.005, 0.00324, 16"})
  void theShortcutsProbabilityIsThatOfTheDiffusion(double stepSize, double expected, int runs) {
    Landscape mixture = LandscapeFile.read(Path.of("landscapes/gauss-mix-shortcut.yaml"));
    List<Neighbourhood> wells =
        List.of(
            new Neighbourhood("K2", List.of(Point.of(-1.447415, -0.964773)), 0.25),
            new Neighbourhood("K3", List.of(Point.of(1.161413, -0.770753)), 0.25),
            new Neighbourhood("K4", List.of(Point.of(-1.155502, 1.080176)), 0.25));
    Neighbourhood target = new Neighbourhood("K1", List.of(Point.of(0.280996, 1.330275)), 0.25);
    Splitting.Jump jump =
        Splitting.of(Sgd.of(mixture), target, wells, 3)
            .run(
                stepSize,
                List.of(wells.get(1).points().get(0)),
                new Splitting.Effort(200, runs, 1_000_000),
                Workers.of(2))
            .orElseThrow()
            .jumps()
            .stream()
            .filter(each -> each.from() == 1 && each.to() == 0)
            .findFirst()
            .orElseThrow();
    assertThat(jump.standardError()).isLessThan(0.25 * expected);
    assertThat(jump.probability()).isCloseTo(expected, within(3 * jump.standardError()));
  }
}
