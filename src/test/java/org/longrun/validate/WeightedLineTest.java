package org.longrun.validate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Slopes and their errors, worked out by hand. */
class WeightedLineTest {
  private static WeightedLine.Mark mark(double x, double y, double error) {
    return new WeightedLine.Mark(x, y, error);
  }

  /** Residuals −1, 2, −1 about y = 1 + x: χ² = 6 on 3 − 2 degrees of freedom, Σ(x − x̄)² = 2. */
  @Test
  void withoutErrorsTheScatterDecides() {
    WeightedLine line = WeightedLine.through(List.of(mark(0, 0, 0), mark(1, 4, 0), mark(2, 2, 0)));
    assertThat(line.slope()).isCloseTo(1, within(1e-12));
    assertThat(line.standardError()).isCloseTo(Math.sqrt(6.0 / 1 / 2), within(1e-12));
  }

  /** χ² = 4 on 4 − 2 degrees of freedom, Σ(x − x̄)² = 5. */
  @Test
  void fourPointsLeaveTwoDegreesOfFreedom() {
    WeightedLine line =
        WeightedLine.through(List.of(mark(0, 1, 0), mark(1, -1, 0), mark(2, -1, 0), mark(3, 1, 0)));
    assertThat(line.slope()).isCloseTo(0, within(1e-12));
    assertThat(line.standardError()).isCloseTo(Math.sqrt(4.0 / 2 / 5), within(1e-12));
  }

  @Test
  void errorsWidenOnlyWhereThePointsScatterMoreThanTheySay() {
    WeightedLine quiet =
        WeightedLine.through(List.of(mark(0, 0, 10), mark(1, 4, 10), mark(2, 2, 10)));
    assertThat(quiet.standardError()).isCloseTo(10 / Math.sqrt(2), within(1e-9));
    WeightedLine loud = WeightedLine.through(List.of(mark(0, 0, 1), mark(1, 4, 1), mark(2, 2, 1)));
    assertThat(loud.standardError()).isCloseTo(Math.sqrt(6.0 / 2), within(1e-9));
  }

  /** Weights 1, 1, 1/4: x̄ = 2/3, ȳ = 2/3, Σw(x − x̄)² = 1, Σw(x − x̄)(y − ȳ) = 1 by hand. */
  @Test
  void pointsCountByTheInverseOfTheirVariance() {
    WeightedLine line = WeightedLine.through(List.of(mark(0, 0, 1), mark(1, 1, 1), mark(2, 6, 2)));
    double x = (1 + 0.5) / 2.25;
    double y = (1 + 1.5) / 2.25;
    double spread = x * x + (1 - x) * (1 - x) + 0.25 * (2 - x) * (2 - x);
    double slope = (x * y + (1 - x) * (1 - y) + 0.25 * (2 - x) * (6 - y)) / spread;
    assertThat(line.slope()).isCloseTo(slope, within(1e-12));
    assertThat(line.interval().get(1) - line.interval().get(0))
        .isCloseTo(2 * 1.959963984540054 * line.standardError(), within(1e-12));
  }
}
