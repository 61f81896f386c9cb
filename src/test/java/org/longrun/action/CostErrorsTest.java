package org.longrun.action;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.longrun.critical.CriticalSet;
import org.longrun.critical.CriticalSetFinder;
import org.longrun.dynamics.Sgd;

/** What is told of a cost's error, held against costs known in closed form; and what it takes. */
class CostErrorsTest {
  /** The most a true error may be, relative to the cost. */
  private static final double ACCURACY = 1e-8;

  /** Which costs are climbs: those next to the bound that a steepest ascent attains. */
  private static final double CLIMB = 1e-5;

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        Landscapes.THREE_HUMP + "; 1; 4",
        Landscapes.THREE_HUMP + "; " + Landscapes.THREE_HUMP + " + 8; 4",
        Landscapes.HIMMELBLAU + "; 1; 6",
        Landscapes.HIMMELBLAU + " + 0.3*x + 0.2*y; 2; 6"
      })
  void aClimbsTrueErrorIsNoMoreThanTheErrorTold(String objective, String variance, double width) {
    Sgd sgd = Landscapes.isotropic(objective, variance, width, "x", "y");
    CriticalSet critical = CriticalSetFinder.withDefaults().find(sgd.landscape());
    boolean constant = variance.length() == 1;

    TransitionCosts costs = QuasiPotential.withDefaults().between(critical, sgd);

    List<Transition> moves =
        costs.direct().stream().filter(t -> t.via().isEmpty() && t.cost() > 0).toList();
    int climbs = 0;
    for (Transition move : moves) {
      double rise = constant ? rise(critical, move) : logarithmicRise(critical, move);
      double exact = constant ? 2 * rise / Double.parseDouble(variance) : 2 * rise;
      double error = Math.abs(move.cost() - exact);
      if (error < CLIMB * exact) {
        climbs++;
        assertThat(error).isLessThanOrEqualTo(move.error());
        assertThat(error).isLessThanOrEqualTo(ACCURACY * exact);
      }
    }
    assertThat(climbs).isGreaterThanOrEqualTo(4);
    assertThat(median(moves)).isLessThanOrEqualTo(3000);
  }

  private static double rise(CriticalSet critical, Transition move) {
    return critical.components().get(move.to()).value()
        - critical.components().get(move.from()).value();
  }

  private static double logarithmicRise(CriticalSet critical, Transition move) {
    return Math.log(critical.components().get(move.to()).value() + 8)
        - Math.log(critical.components().get(move.from()).value() + 8);
  }

  /** The median of the evaluations, over the moves that cost something. */
  private static double median(List<Transition> moves) {
    long[] sorted = moves.stream().mapToLong(t -> t.path().evaluations()).sorted().toArray();
    int half = sorted.length / 2;
    return sorted.length % 2 == 1 ? sorted[half] : 0.5 * (sorted[half - 1] + sorted[half]);
  }
}
