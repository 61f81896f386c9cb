package org.longrun.validate;

import java.util.Optional;
import org.longrun.dynamics.Sgd;
import org.longrun.landscape.Domain;
import org.longrun.landscape.NoiseDescription;
import org.longrun.landscape.ScalarField;
import org.longrun.landscape.VarianceOfLoss;
import org.longrun.numerics.GaussLegendre;

/**
 * The stationary density of the diffusion dx = −∇f dt + √(η s(x)) dW (Itô) that SGD follows at
 * small η, where it has a closed form: p ∝ exp(−2(1 − β)Φ(x)/η)/s(x).
 *
 * <ul>
 *   <li>s constant: Φ = f/σ², the Gibbs measure;
 *   <li>s = s(f): Φ = φ(f) = ∫ df/s(f), a power law where s is affine in f;
 *   <li>d = 1: Φ = ∫ f′/s dx.
 * </ul>
 */
final class StationaryDensity {
  private static final int TABLE = 20_000;

  /** Φ at a point. */
  private interface Potential {
    double at(double[] x);
  }

  private final Potential potential;
  private final ScalarField variance;
  private final double scale;

  private StationaryDensity(Potential potential, ScalarField variance, double scale) {
    this.potential = potential;
    this.variance = variance;
    this.scale = scale;
  }

  /** The density at this step size; empty where it has no closed form. */
  static Optional<StationaryDensity> of(Sgd sgd, double stepSize) {
    if (!(sgd.landscape().noise() instanceof NoiseDescription.Isotropic gaussian)
        || gaussian.truncation().isPresent()) {
      return Optional.empty();
    }
    double scale = 2 * sgd.momentumFactor() / stepSize;
    ScalarField f = sgd.landscape().objective();
    ScalarField s = gaussian.variance();
    VarianceOfLoss ofLoss = gaussian.functionOfLoss();
    if (s.isConstant()) {
      double constant = s.value(new double[f.dimension()]);
      return Optional.of(new StationaryDensity(x -> f.value(x) / constant, s, scale));
    }
    if (ofLoss != null) {
      return Optional.of(new StationaryDensity(ofLoss(ofLoss, f), s, scale));
    }
    return f.dimension() == 1
        ? Optional.of(new StationaryDensity(onTheLine(sgd, f, s), s, scale))
        : Optional.empty();
  }

  private static Potential ofLoss(VarianceOfLoss s, ScalarField f) {
    if (s.isAffine()) {
      return x -> Math.log(f.value(x) + s.offset()) / s.slope();
    }
    GaussLegendre rule = GaussLegendre.of(48);
    return x -> {
      double half = f.value(x) / 2;
      double sum = 0;
      for (int q = 0; q < rule.size(); q++) {
        sum += rule.weight(q) / s.variance(half * (1 + rule.point(q)));
      }
      return half * sum;
    };
  }

  /** Φ on a fine table of the domain, by the midpoint rule; linear between, constant outside. */
  private static Potential onTheLine(Sgd sgd, ScalarField f, ScalarField s) {
    Domain domain = sgd.landscape().domain();
    double h = domain.width(0) / TABLE;
    double[] table = new double[TABLE + 1];
    double[] slope = new double[1];
    for (int i = 0; i < TABLE; i++) {
      double[] middle = {domain.lower().get(0) + (i + 0.5) * h};
      f.gradient(middle, slope);
      table[i + 1] = table[i] + h * slope[0] / s.value(middle);
    }
    return x -> {
      double place = Math.max(0, Math.min(TABLE - 1e-9, (x[0] - domain.lower().get(0)) / h));
      int i = (int) place;
      return table[i] + (place - i) * (table[i + 1] - table[i]);
    };
  }

  /** −2(1 − β)Φ(x)/η, the logarithm's leading part: −E_i/η at a minimum, up to a constant. */
  double leading(double[] x) {
    return -scale * potential.at(x);
  }

  /** log p(x), up to a constant; −∞ where p vanishes or is not defined. */
  double log(double[] x) {
    double log = leading(x) - Math.log(variance.value(x));
    return Double.isNaN(log) ? Double.NEGATIVE_INFINITY : log;
  }
}
