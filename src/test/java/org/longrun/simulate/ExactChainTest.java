package org.longrun.simulate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.longrun.dynamics.Sgd;
import org.longrun.numerics.Point;

class ExactChainTest {
  private static final Neighbourhood LEFT =
      new Neighbourhood("K1", List.of(Point.of(-1.0466805318046022)), 0.15);
  private static final Point RIGHT = Point.of(0.9456492739235914);

  private static double[] meanTimes(Sgd sgd, double stepSize, Point... starts) {
    return ExactChain.of(sgd, stepSize, 1).meanHittingTimes(LEFT, List.of(starts)).orElseThrow();
  }

  /**
   * The reference puts the target's border on a node of its grid, which moves E τ by up to half an
   * iteration (3e-4 at η = 0.1), and loses digits to subtraction at 1e13 (1.6e-4 at η = 0.013);
   * between them it holds to 1e-4.
   */
  @Test
  void doubleWellMatchesTheReference() throws IOException {
    JsonNode row =
        HittingTimesTest.simulations().at("/kernel_checks/double_well_1d_gauss_s2=1_J/rows/0");
    for (int e = 1; e < 5; e++) {
      double mean =
          meanTimes(TestLandscapes.doubleWell(1), row.at("/eta/" + e).asDouble(), RIGHT)[0];
      assertThat(mean).isCloseTo(row.at("/E_tau/" + e).asDouble(), withinPercentage(0.01));
    }
  }

  /** Values of a separate program: other panels, same method without a band, other language. */
  @ParameterizedTest
  @CsvSource({
    "0.1, 1296.8449651799, 426.8562007504",
    "0.02, 1761233851.0585, 270449878.39385",
    "0.016, 112960519500.52, 14421291479.5996",
    "0.013, 13094976726010.2, 1363553300590.77",
  })
  void doubleWellMatchesAnIndependentElimination(double stepSize, double right, double middle) {
    double[] mean = meanTimes(TestLandscapes.doubleWell(1), stepSize, RIGHT, Point.of(0));
    assertThat(mean[0]).isCloseTo(right, withinPercentage(1e-9));
    assertThat(mean[1]).isCloseTo(middle, withinPercentage(1e-8));
  }

  @Test
  void finiteSumMatchesTheReference() throws IOException {
    JsonNode row =
        HittingTimesTest.simulations().at("/kernel_checks/fs1_dw_n3_finite_sum_b1_J/rows/0");
    Sgd sgd = TestLandscapes.finiteSum(1, -0.3, -0.4);
    double[] mean = new double[6];
    for (int e = 0; e < 6; e++) {
      mean[e] = meanTimes(sgd, row.at("/eta/" + e).asDouble(), RIGHT)[0];
    }
    for (int e = 0; e < 6; e++) {
      assertThat(mean[e]).isCloseTo(row.at("/E_tau/" + e).asDouble(), withinPercentage(2));
    }
    for (int e = 0; e + 1 < 6; e++) {
      double eta = row.at("/eta/" + e).asDouble();
      double next = row.at("/eta/" + (e + 1)).asDouble();
      double slope = Math.log(next * mean[e + 1] / (eta * mean[e])) / (1 / next - 1 / eta);
      assertThat(slope).isCloseTo(row.at("/local_slope_log_eta_tau/" + e).asDouble(), within(1e-3));
    }
  }

  @Test
  void slopesReachTheExponent() {
    double exponent = 0.3153299146952111;
    double mean = meanTimes(TestLandscapes.doubleWell(1), 0.01, RIGHT)[0];
    double next = meanTimes(TestLandscapes.doubleWell(1), 0.008, RIGHT)[0];
    double slope = Math.log(0.008 * next / (0.01 * mean)) / (1 / 0.008 - 1 / 0.01);
    assertThat(slope).isCloseTo(exponent, withinPercentage(0.1));
  }

  @Test
  void threeHumpsOnTheGridMatchTheSimulation() throws IOException {
    JsonNode data = HittingTimesTest.simulations().at("/simulations/three_hump_gauss/data");
    Sgd sgd = TestLandscapes.threeHump(400);
    for (int e = 0; e < 3; e++) {
      double mean =
          ExactChain.of(sgd, data.at("/" + e + "/eta").asDouble(), 1.6)
              .meanHittingTimes(HittingTimesTest.X0, List.of(HittingTimesTest.X4))
              .orElseThrow()[0];
      double expected = data.at("/" + e + "/mean_tau").asDouble();
      double error = data.at("/" + e + "/se").asDouble();
      assertThat(mean).isCloseTo(expected, within(3 * error));
    }
  }

  @Test
  void aTargetThatTheNoiseCannotReachIsNeverHit() {
    double[] mean = meanTimes(TestLandscapes.finiteSum(0.15, 0.05, 0.1), 0.1, RIGHT);
    assertThat(mean[0]).isEqualTo(Double.POSITIVE_INFINITY);
  }

  @Test
  void momentumAndHighDimensionsHaveNoGrid() {
    Sgd rolling = TestLandscapes.doubleWell(TestLandscapes.constant(1, 1), 0.5);
    assertThat(ExactChain.of(rolling, 0.1, 1).meanHittingTimes(LEFT, List.of(RIGHT))).isEmpty();
  }
}
