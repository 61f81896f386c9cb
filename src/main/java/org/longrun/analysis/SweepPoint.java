package org.longrun.analysis;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.longrun.critical.CriticalComponent;
import org.longrun.numerics.Point;

/**
 * What one landscape of a sweep came to.
 *
 * @param index its place in the sweep, from 0
 * @param values of what varies, in order
 * @param status done; marked (something is unconverged or inconsistent); failed; not-begun
 * @param message why it failed, or the first warning; null if there is none
 * @param components K_1 … K_N
 * @param groundStates the ids of the ground states
 */
public record SweepPoint(
    int index,
    List<Double> values,
    String status,
    @Nullable String message,
    List<Component> components,
    List<String> groundStates) {
  /** Everything has converged. */
  public static final String DONE = "done";

  /** A result is marked: its certainties say which. */
  public static final String MARKED = "marked";

  /** There is no result. */
  public static final String FAILED = "failed";

  /** The run was stopped before. */
  public static final String NOT_BEGUN = "not-begun";

  /** Copies the lists. */
  public SweepPoint {
    values = List.copyOf(values);
    components = List.copyOf(components);
    groundStates = List.copyOf(groundStates);
  }

  /**
   * A component.
   *
   * @param id in its own landscape
   * @param kind minimum, saddle, maximum or degenerate
   * @param value f on it
   * @param at a point of it
   * @param energy E_i − min E
   * @param exponent J(i) towards the landscape's target
   */
  public record Component(
      String id, String kind, double value, List<Double> at, Known energy, Known exponent) {
    /** Copies the point. */
    public Component {
      at = List.copyOf(at);
    }
  }

  /**
   * A result and what is known of it.
   *
   * @param value null where it is infinite or unknown
   * @param certainty proved, certain, within-errors or undecided
   */
  public record Known(@Nullable Double value, String certainty) {}

  /** The largest J from a minimum; null if one of them is infinite or unknown, or there is none. */
  public @Nullable Double largestExponent() {
    double largest = Double.NEGATIVE_INFINITY;
    for (Component each : components) {
      Double exponent = each.exponent().value();
      if (each.kind().equals("minimum")) {
        largest = Math.max(largest, exponent == null ? Double.POSITIVE_INFINITY : exponent);
      }
    }
    return Double.isFinite(largest) ? (Double) largest : null;
  }

  static SweepPoint of(int index, List<Double> values, LongRunResult result) {
    List<Component> components = new ArrayList<>();
    List<String> ground = new ArrayList<>();
    for (int i = 0; i < result.critical().size(); i++) {
      CriticalComponent each = result.critical().components().get(i);
      components.add(component(each, i, result));
      if (result.energies().groundStates().get(i)) {
        ground.add(each.id());
      }
    }
    String message = result.warnings().isEmpty() ? null : result.warnings().get(0);
    String status = result.isSound() ? DONE : MARKED;
    return new SweepPoint(index, values, status, message, components, ground);
  }

  private static Component component(CriticalComponent each, int i, LongRunResult result) {
    Certainty certainty = result.certainty();
    Known energy = known(result.energies().relative(i), certainty.energy(i));
    Known exponent = known(certainty.hitting().exponent(i), certainty.exponent(i));
    Point at = each.representative();
    List<Double> x = new ArrayList<>();
    for (double entry : at.toArray()) {
      x.add(entry);
    }
    return new Component(each.id(), each.kind().label(), each.value(), x, energy, exponent);
  }

  private static Known known(double value, Confidence confidence) {
    return new Known(Double.isFinite(value) ? (Double) value : null, confidence.text());
  }

  static SweepPoint failed(int index, List<Double> values, String message) {
    return new SweepPoint(index, values, FAILED, message, List.of(), List.of());
  }

  static SweepPoint notBegun(int index, List<Double> values) {
    return new SweepPoint(index, values, NOT_BEGUN, null, List.of(), List.of());
  }
}
