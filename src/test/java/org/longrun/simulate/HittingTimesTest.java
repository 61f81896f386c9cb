package org.longrun.simulate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.longrun.numerics.Point;

class HittingTimesTest {
  static final Neighbourhood X0 =
      new Neighbourhood("K1", List.of(Point.of(-2.532995627645, 1.013198251058)), 0.3);
  static final Point X4 = Point.of(2.0783998902097993, -0.8313599560839197);

  static JsonNode simulations() throws IOException {
    try (InputStream in =
        HittingTimesTest.class.getResourceAsStream("/reference/simulations.json")) {
      return new ObjectMapper().readTree(in);
    }
  }

  @Test
  void meansOfTheThreeHumpsMatchAnIndependentProgram() throws IOException {
    JsonNode data = simulations().at("/simulations/three_hump_gauss/data");
    HittingTimes times = HittingTimes.of(TestLandscapes.threeHump(400), X0, 7);
    for (int row = 0; row < 3; row++) {
      JsonNode expected = data.get(row);
      var run = new HittingTimes.Run(X4, expected.get("eta").asDouble(), 100_000_000);
      HittingSample sample = times.sample(new HittingTimes.Batch(run, 0, 4000), Workers.of(2));
      double error = Math.hypot(expected.get("se").asDouble(), sample.standardError());
      assertThat(sample.hits()).isEqualTo(4000);
      assertThat(sample.mean())
          .as("eta %s", expected.get("eta"))
          .isCloseTo(expected.get("mean_tau").asDouble(), within(3.5 * error));
    }
  }
}
