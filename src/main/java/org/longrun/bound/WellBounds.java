package org.longrun.bound;

import java.util.Locale;
import org.longrun.critical.CriticalComponent;

/** The bounds on max J by heights of f: gaussian, power-law, deepest-well (theory, section 5). */
final class WellBounds {
  private static final String FORM = "needs isotropic Gaussian noise, not truncated, ";
  static final String NO_BAD = "no bad minimum: every local minimum is global, and J is 0";

  private final Barriers barriers;
  private final NoiseScale scale;
  private final Actual largest;

  /**
   * The bounds.
   *
   * @param largest max J
   */
  WellBounds(Barriers barriers, NoiseScale scale, Actual largest) {
    this.barriers = barriers;
    this.scale = scale;
    this.largest = largest;
  }

  /** max J ≤ 2·#bad·(max saddle − min bad)/σ². */
  Bound gaussian() {
    return scale.isUnknown() || !scale.isConstant()
        ? Bound.inapplicable("gaussian", FORM + "of constant variance")
        : counted("gaussian");
  }

  /** max J ≤ 2·#bad·(log(max saddle + c) − log(min bad + c))/σ². */
  Bound powerLaw() {
    return scale.isUnknown() || !scale.isPowerLaw()
        ? Bound.inapplicable("power-law", FORM + "of variance σ²(f + c)")
        : counted("power-law");
  }

  private Bound counted(String name) {
    if (barriers.badMinima().isEmpty()) {
      return Bound.inapplicable(name, NO_BAD);
    }
    if (barriers.highestPass().isEmpty()) {
      return Bound.unknown(name, "no component of index 1 was found");
    }
    int bad = barriers.badMinima().size();
    String note =
        "max J against 2 · "
            + bad
            + (bad == 1 ? " bad minimum" : " bad minima")
            + " · (max saddle − min bad minimum)";
    double height = scale.cost(barriers.minBad(), barriers.maxSaddle());
    return told(name, 2 * bad * height, barriers.badMinima().get(0), note);
  }

  /** max J ≤ 2 · max over the bad minima of φ(minimax pass towards argmin f) − φ(f_j). */
  Bound deepestWell() {
    String name = "deepest-well";
    if (scale.isUnknown()) {
      return Bound.inapplicable(
          name, FORM + "with a variance that is constant or depends on f alone");
    }
    if (barriers.badMinima().isEmpty()) {
      return Bound.inapplicable(name, NO_BAD);
    }
    double deepest = 0;
    CriticalComponent deepestMinimum = barriers.badMinima().get(0);
    for (int k = 0; k < barriers.passes().size() && !Double.isNaN(deepest); k++) {
      CriticalComponent minimum = barriers.badMinima().get(k);
      if (barriers.passes().get(k) == Double.POSITIVE_INFINITY) {
        return Bound.unknown(name, "no pass from " + minimum.id() + " towards argmin f was found");
      }
      double depth = scale.cost(minimum.value(), barriers.passes().get(k));
      if (Double.isNaN(depth) || depth > deepest) {
        deepest = depth;
        deepestMinimum = minimum;
      }
    }
    return told(
        name,
        2 * deepest,
        deepestMinimum,
        "max J against 2 · the deepest bad well, measured to its minimax pass towards argmin f");
  }

  private Bound told(String name, double bound, CriticalComponent minimum, String note) {
    if (Double.isNaN(bound)) {
      return Bound.unknown(name, "∫ df/s(f) was not computed to its accuracy");
    }
    if (bound == Double.POSITIVE_INFINITY) {
      String where = String.format(Locale.ROOT, "%s, f = %.6g", minimum.id(), minimum.value());
      return Bound.inapplicable(name, "the noise vanishes at the bad minimum " + where);
    }
    return Bound.of(name, bound, largest, note);
  }
}
