package org.longrun.validate;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.stream.Collectors;
import org.longrun.action.Transition;
import org.longrun.action.TransitionCosts;
import org.longrun.critical.CriticalComponent;
import org.longrun.critical.CriticalSet;
import org.longrun.energy.EnergyLevels;
import org.longrun.hitting.HittingExponents;
import org.longrun.hitting.StartExponent;
import org.longrun.landscape.ScalarField;
import org.longrun.numerics.Point;

/**
 * What the theory says of a landscape, as the numbers that a simulation is compared with.
 *
 * @param components K_1 … K_N
 * @param target the positions of the target's components
 * @param exponents J(i) that SGD feels, by position; +∞ where the mean time is infinite
 * @param energies ΔE_i ≥ 0, by position; +∞ where it is not defined
 * @param starts the points whose exponents are compared
 * @param startExponents J(x) of these points
 * @param costs the costs of the direct transitions
 */
public record Prediction(
    List<CriticalComponent> components,
    List<Integer> target,
    List<Double> exponents,
    List<Double> energies,
    List<Point> starts,
    List<Double> startExponents,
    List<Cost> costs) {
  /**
   * B_ij of a direct transition.
   *
   * @param from i
   * @param to j
   * @param cost B_ij along the direct path
   */
  public record Cost(int from, int to, double cost) {}

  /** Copies the lists. */
  public Prediction {
    components = List.copyOf(components);
    target = List.copyOf(target);
    exponents = List.copyOf(exponents);
    energies = List.copyOf(energies);
    starts = List.copyOf(starts);
    startExponents = List.copyOf(startExponents);
    costs = List.copyOf(costs);
  }

  /**
   * Gathers the predictions of the theory's stages. Without starts in the landscape file the local
   * minima outside the target are the starts.
   */
  public static Prediction of(
      CriticalSet critical,
      TransitionCosts costs,
      EnergyLevels energies,
      HittingExponents hitting) {
    BitSet target = hitting.target();
    List<Double> exponents = new ArrayList<>();
    List<Double> relative = new ArrayList<>();
    for (int i = 0; i < critical.size(); i++) {
      exponents.add(hitting.exponent(i));
      relative.add(energies.relative(i));
    }
    List<Point> starts = new ArrayList<>();
    List<Double> startExponents = new ArrayList<>();
    for (StartExponent start : hitting.starts()) {
      starts.add(start.x());
      // from where J(x) is not known SGD may never come back, as from where it is infinite
      boolean known = !Double.isNaN(start.exponent());
      startExponents.add(known ? (Double) start.exponent() : (Double) Double.POSITIVE_INFINITY);
    }
    for (int i = 0; hitting.starts().isEmpty() && i < critical.size(); i++) {
      if (critical.components().get(i).isMinimum() && !target.get(i)) {
        starts.add(critical.components().get(i).representative());
        startExponents.add(exponents.get(i));
      }
    }
    return new Prediction(
        critical.components(),
        target.stream().boxed().toList(),
        exponents,
        relative,
        starts,
        startExponents,
        direct(costs));
  }

  private static List<Cost> direct(TransitionCosts costs) {
    List<Cost> direct = new ArrayList<>();
    for (Transition transition : costs.direct()) {
      Double cost = transition.directCost();
      if (cost != null) {
        direct.add(new Cost(transition.from(), transition.to(), cost));
      }
    }
    return direct;
  }

  /** The positions of the local minima. */
  List<Integer> minima() {
    List<Integer> minima = new ArrayList<>();
    for (int i = 0; i < components.size(); i++) {
      if (components.get(i).isMinimum()) {
        minima.add(i);
      }
    }
    return minima;
  }

  /** The target's components, joined by +. */
  String targetName() {
    return target.stream().map(i -> components.get(i).id()).collect(Collectors.joining("+"));
  }

  /** The highest f that matters: of a component or a start. */
  double level(ScalarField objective) {
    double level = Double.NEGATIVE_INFINITY;
    for (CriticalComponent component : components) {
      level = Math.max(level, component.value());
    }
    for (Point start : starts) {
      level = Math.max(level, objective.value(start.toArray()));
    }
    return level;
  }
}
