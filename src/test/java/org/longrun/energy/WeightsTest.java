package org.longrun.energy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.longrun.energy.Graphs.edge;

import org.junit.jupiter.api.Test;

/** μ(K_i) ∝ exp(−E_i/η), and the chain's own stationary distribution. */
class WeightsTest {
  private static final double STEP = 0.5;

  /** Two vertices: E_0 = 1, E_1 = 3. */
  private static EnergyLevels two() {
    return EnergyLevels.of(Graphs.of(2, edge(0, 1, 3), edge(1, 0, 1)));
  }

  @Test
  void gibbsWeightsAreThoseOfTheEnergies() {
    GibbsWeights weights = GibbsWeights.at(STEP, two());
    double ratio = Math.exp(-2 / STEP);
    assertThat(weights.weight(0)).isCloseTo(1 / (1 + ratio), within(1e-15));
    assertThat(weights.weight(1)).isCloseTo(ratio / (1 + ratio), within(1e-15));
  }

  @Test
  void noWeightUnderflowsBeforeItIsAskedFor() {
    assertThat(GibbsWeights.at(1e-4, two()).logWeight(1)).isCloseTo(-2e4, within(1e-8));
    assertThat(GibbsWeights.at(1e-4, two()).weight(1)).isZero();
  }

  /** On two vertices the chain balances: π_0 e^(−3/η) = π_1 e^(−1/η). */
  @Test
  void theChainOfTwoVerticesIsInBalance() {
    StationaryWeights weights = StationaryWeights.at(STEP, two());
    assertThat(weights.logWeight(1) - weights.logWeight(0)).isCloseTo(-2 / STEP, within(1e-12));
    assertThat(weights.weight(0) + weights.weight(1)).isCloseTo(1, within(1e-12));
  }

  /** Two trees of least weight point to 0, one to 2: the leading order gives 2 twice its share. */
  @Test
  void theChainCountsTheTreesThatShareTheLeastWeight() {
    EnergyLevels levels =
        EnergyLevels.of(
            Graphs.of(
                3, edge(0, 1, 9), edge(1, 0, 1), edge(1, 2, 9), edge(2, 0, 1), edge(2, 1, 1)));
    StationaryWeights chain = StationaryWeights.at(STEP / 2, levels);
    assertThat(levels.relative(2)).isEqualTo(16);
    assertThat(OptimalTrees.of(levels).count(0)).isEqualTo(2);
    assertThat(OptimalTrees.of(levels).count(2)).isEqualTo(1);
    assertThat(chain.logWeight(2) - chain.logWeight(0))
        .isCloseTo(-32 / STEP - Math.log(2), within(1e-9));
  }

  @Test
  void aStepSizeIsPositive() {
    assertThatThrownBy(() -> GibbsWeights.at(0, two()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("must be > 0");
  }
}
