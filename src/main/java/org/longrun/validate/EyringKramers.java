package org.longrun.validate;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import org.longrun.critical.CriticalComponent;
import org.longrun.dynamics.Sgd;
import org.longrun.landscape.NoiseDescription;

/**
 * E τ with its prefactor for isotropic Gaussian noise of constant variance and one simple saddle
 * (theory, section 4): E τ ≈ (1 − β)(1/η)(2π/|λ₋(s)|) √(|det ∇²f(s)|/det ∇²f(m)) exp(J/η).
 *
 * <p>The minimum m and the saddle s are those with J = (1 − β)·2(f(s) − f(m))/σ². H. Eyring 1935;
 * H. Kramers 1940; A. Bovier, M. Eckhoff, V. Gayrard, M. Klein, J. Eur. Math. Soc. 6 (2004).
 */
final class EyringKramers {
  private static final double SAME = 1e-6;

  private final double variance;
  private final double factor;
  private final double pace;
  private final Prediction prediction;

  private EyringKramers(double variance, double factor, double pace, Prediction prediction) {
    this.variance = variance;
    this.factor = factor;
    this.pace = pace;
    this.prediction = prediction;
  }

  /** The prefactors of a landscape; none where the noise is of another form. */
  static EyringKramers of(Sgd sgd, Prediction prediction) {
    double variance = Double.NaN;
    if (sgd.landscape().noise() instanceof NoiseDescription.Isotropic gaussian
        && gaussian.variance().isConstant()
        && gaussian.truncation().isEmpty()) {
      variance = gaussian.variance().value(new double[sgd.landscape().dimension()]);
    }
    double pace = sgd.landscape().method().pace();
    return new EyringKramers(variance, sgd.momentumFactor(), pace, prediction);
  }

  /**
   * The mean hitting time.
   *
   * @param exponent J
   * @param stepSize η
   * @return empty unless exactly one pair (m, s) has this exponent and both are simple
   */
  OptionalDouble mean(double exponent, double stepSize) {
    if (!(variance > 0) || !(exponent > 0) || !(exponent < Double.POSITIVE_INFINITY)) {
      return OptionalDouble.empty();
    }
    List<Double> prefactors = new ArrayList<>();
    for (int m : prediction.minima()) {
      if (!prediction.target().contains(m)) {
        prediction.components().stream()
            // on the line a pass is a maximum, by kind
            .filter(s -> s.index() == 1 && s.dimension() == 0 && s.hessianEigenvalues().get(0) < 0)
            .filter(s -> matches(prediction.components().get(m), s, exponent))
            .forEach(s -> prefactors.add(prefactor(prediction.components().get(m), s)));
      }
    }
    if (prefactors.size() != 1 || !(prefactors.get(0) > 0)) {
      return OptionalDouble.empty();
    }
    double steps = factor * prefactors.get(0) / (pace * stepSize);
    return OptionalDouble.of(steps * Math.exp(exponent / stepSize));
  }

  private boolean matches(CriticalComponent minimum, CriticalComponent saddle, double exponent) {
    double climb = factor * 2 * (saddle.value() - minimum.value()) / variance;
    return Math.abs(climb - exponent) <= SAME * exponent && minimum.dimension() == 0;
  }

  private static double prefactor(CriticalComponent minimum, CriticalComponent saddle) {
    double log = 0;
    for (int k = 0; k < minimum.hessianEigenvalues().size(); k++) {
      log += Math.log(Math.abs(saddle.hessianEigenvalues().get(k)));
      log -= Math.log(minimum.hessianEigenvalues().get(k));
    }
    return 2 * Math.PI / -saddle.hessianEigenvalues().get(0) * Math.exp(log / 2);
  }
}
