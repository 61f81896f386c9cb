package org.longrun.landscape;

import com.google.common.collect.ImmutableMap;
import java.util.Map;

/**
 * Every numerical setting, by name, each with a documented default ({@link #defaults()}).
 *
 * @param values the settings as used, in the order of the documentation
 */
public record Settings(Map<String, Double> values) {
  private static final ImmutableMap<String, Double> DEFAULTS =
      ImmutableMap.<String, Double>builder()
          // relative error at which a transition's cost counts as converged
          .put("action-tolerance", 1e-9)
          // relative error at which a cost is known well enough: the key 'accuracy' of the file
          .put("accuracy", 1e-9)
          // relative error to which the costs that decide E and J are refined
          .put("result-tolerance", 1e-9)
          // the most multi-start points of the search for critical points
          .put("search-points", 4096.0)
          // seconds that the search for critical components may take
          .put("search-seconds", 60.0)
          // the most boxes that the proof of completeness may examine
          .put("certificate-boxes", 200000.0)
          // work that the transition costs may take, in evaluations of one sample's gradient
          .put("action-effort", 3e8)
          // seconds that the transition costs may take on top; 0 for no limit by the clock
          .put("action-seconds", 0.0)
          // the most components that enter the transition graph
          .put("component-limit", 400.0)
          // about how many iterations a simulation makes in all, without --full
          .put("simulation-budget", 2e9)
          .buildOrThrow();

  /** Copies the map. */
  public Settings {
    values = ImmutableMap.copyOf(values);
  }

  /** The defaults of all settings. */
  public static Settings defaults() {
    return new Settings(DEFAULTS);
  }

  /**
   * The setting of this name.
   *
   * @throws IllegalArgumentException if there is none
   */
  public double get(String name) {
    Double value = values.get(name);
    if (value == null) {
      throw new IllegalArgumentException("no setting is called " + name);
    }
    return value;
  }

  /** These settings, but for one. */
  public Settings with(String name, double value) {
    get(name);
    ImmutableMap.Builder<String, Double> changed = ImmutableMap.builder();
    values.forEach((key, old) -> changed.put(key, key.equals(name) ? value : old));
    return new Settings(changed.buildOrThrow());
  }
}
