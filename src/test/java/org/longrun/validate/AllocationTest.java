package org.longrun.validate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class AllocationTest {
  /** The step sizes of the three humps with J/η ≥ 5.5, and the costs measured there. */
  private static final double[] INVERSE = {945.5, 1059, 1172.7, 1286, 1400};

  private static final double[] COST = {2.1e5, 4.7e5, 1.1e6, 2.2e6, 5.4e6};
  private static final double EXPONENT = 0.0065168;

  private static List<Allocation.Point> points() {
    return IntStream.range(0, 5)
        .mapToObj(k -> new Allocation.Point(0, INVERSE[k], EXPONENT, COST[k]))
        .toList();
  }

  private static int[] allocate(double budget) {
    return Allocation.of(points(), new int[] {32, 32, 32, 32, 32}, 1000, 32, budget);
  }

  private static double relativeError(int[] replicas) {
    double weight = Arrays.stream(replicas).sum();
    double mean = 0;
    double spread = 0;
    for (int k = 0; k < replicas.length; k++) {
      mean += replicas[k] * INVERSE[k] / weight;
    }
    for (int k = 0; k < replicas.length; k++) {
      spread += replicas[k] * Math.pow(INVERSE[k] - mean, 2);
    }
    return 1 / Math.sqrt(spread) / EXPONENT;
  }

  private static double cost(int[] replicas) {
    double cost = 0;
    for (int k = 0; k < replicas.length; k++) {
      cost += (replicas[k] - 32) * COST[k];
    }
    return cost;
  }

  @Test
  void theBudgetIsSpentAndNotMore() {
    assertThat(cost(allocate(2e9))).isBetween(1.9e9, 2e9);
    assertThat(allocate(1e12)).containsOnly(1000);
    assertThat(allocate(0)).containsOnly(32);
  }

  @Test
  void theSlopeIsSharperThanWithEqualCostsOrEqualNumbers() {
    double found = relativeError(allocate(2e9));
    int[] equalCosts = new int[5];
    int[] equalNumbers = new int[5];
    for (int k = 0; k < 5; k++) {
      equalCosts[k] = (int) Math.min(1000, 32 + 2e9 / 5 / COST[k]);
      equalNumbers[k] = (int) (32 + 2e9 / Arrays.stream(COST).sum());
    }
    assertThat(found).isLessThan(0.9 * relativeError(equalCosts));
    assertThat(found).isLessThan(0.9 * relativeError(equalNumbers));
    assertThat(1.96 * found).as("95 % interval").isLessThan(0.05);
  }

  @Test
  void withoutASlopeTheMeansShareTheBudget() {
    List<Allocation.Point> flat =
        List.of(new Allocation.Point(0, 10, 0, 100), new Allocation.Point(0, 20, 0, 400));
    int[] replicas = Allocation.of(flat, new int[] {32, 32}, 100_000, 32, 1e6);
    assertThat((double) replicas[0] / replicas[1]).isBetween(1.8, 2.2);
  }
}
