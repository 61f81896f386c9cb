package org.longrun.hitting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.longrun.hitting.MatrixGraph.graph;

import java.util.BitSet;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.longrun.arborescence.RandomCosts;
import org.longrun.energy.EnergyLevels;
import org.longrun.energy.GibbsWeights;
import org.longrun.energy.StationaryWeights;
import org.longrun.graph.TransitionGraph;

/** The chain at a finite step size, against the exponents and a closed form. */
class FiniteStepsTest {
  @Test
  void finiteStepSizesTendToTheExponents() {
    SplittableRandom random = new SplittableRandom(5);
    double eta = 1e-3;
    for (int run = 0; run < 200; run++) {
      double[][] costs = RandomCosts.next(random, 2 + random.nextInt(6));
      TransitionGraph graph = graph(costs);
      EnergyLevels levels = EnergyLevels.of(graph);
      StationaryWeights stationary = StationaryWeights.at(eta, levels);
      GibbsWeights gibbs = GibbsWeights.at(eta, levels);
      BitSet target = BitSet.valueOf(new long[] {1});
      HittingExponents hitting = HittingExponents.toward(target, graph);
      MeanTimes times = MeanTimes.at(eta, hitting);
      double slack = eta * costs.length * Math.log(costs.length + 1.0);
      for (int i = 0; i < costs.length; i++) {
        if (levels.relative(i) < Double.POSITIVE_INFINITY) {
          double exponent = -eta * stationary.logWeight(i);
          assertThat(exponent).isCloseTo(levels.relative(i), within(slack));
          assertThat(-eta * gibbs.logWeight(i)).isCloseTo(levels.relative(i), within(slack));
        } else {
          assertThat(stationary.weight(i)).isZero();
          assertThat(gibbs.weight(i)).isZero();
        }
        if (i > 0) {
          double exponent = eta * times.logTime(i);
          if (hitting.exponent(i) < Double.POSITIVE_INFINITY) {
            assertThat(exponent).isCloseTo(hitting.exponent(i), within(slack));
          } else {
            assertThat(exponent).isInfinite();
          }
        }
      }
    }
  }

  @Test
  void meanTimesAndCommittorsOfAChainInClosedForm() {
    // 0 − 1 − 2 − 3 in a row: h and q by first-step analysis
    double inf = Double.POSITIVE_INFINITY;
    double[][] costs = {{inf, 1, inf, inf}, {2, inf, 3, inf}, {inf, 1, inf, 4}, {inf, inf, 2, inf}};
    double eta = 0.7;
    TransitionGraph graph = graph(costs);
    BitSet target = BitSet.valueOf(new long[] {1});
    MeanTimes times = MeanTimes.at(eta, HittingExponents.toward(target, graph));
    double k10 = Math.exp(-2 / eta);
    double k12 = Math.exp(-3 / eta);
    double k21 = Math.exp(-1 / eta);
    double k23 = Math.exp(-4 / eta);
    double k32 = Math.exp(-2 / eta);
    double step2 = 1 / k21 + k23 / (k21 * k32);
    double step1 = 1 / k10 + k12 / k10 * step2;
    assertThat(Math.exp(times.logTime(1))).isCloseTo(step1, within(1e-13 * step1));
    assertThat(Math.exp(times.logTime(2))).isCloseTo(step1 + step2, within(1e-13 * step1));
    BitSet ends = BitSet.valueOf(new long[] {1 + 8});
    CommittorProbabilities q = CommittorProbabilities.at(eta, 3, ends, graph);
    double q2 = 1 / (1 + (k21 / k23) * (k10 / (k10 + k12)));
    double q1 = k12 / (k10 + k12) * q2;
    assertThat(Math.exp(q.logProbability(2))).isCloseTo(q2, within(1e-14));
    assertThat(Math.exp(q.logProbability(1))).isCloseTo(q1, within(1e-14));
    assertThat(q.logProbability(0)).isEqualTo(Double.NEGATIVE_INFINITY);
  }
}
