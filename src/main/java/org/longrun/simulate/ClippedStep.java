package org.longrun.simulate;

import java.util.Optional;
import org.longrun.dynamics.Sgd;
import org.longrun.landscape.NoiseDescription;
import org.longrun.landscape.TrainingMethod;
import org.longrun.numerics.GaussLegendre;
import org.longrun.numerics.NormalTail;

/** The law of a clipped Gaussian gradient on a line: a Gauss–Legendre rule between two atoms. */
final class ClippedStep {
  private static final int RULE = 64;
  private static final double TAIL = 9;

  private final double variance;
  private final double norm;

  private ClippedStep(double variance, double norm) {
    this.variance = variance;
    this.norm = norm;
  }

  /** The law of these dynamics; empty if the noise before the cut is of another form. */
  static Optional<StepLaw.Local> of(Sgd sgd, TrainingMethod.Clipped clipped) {
    if (!(clipped.each() instanceof NoiseDescription.Isotropic gaussian)) {
      return Optional.empty();
    }
    ClippedStep step = new ClippedStep(gaussian.variance().value(new double[] {0}), clipped.norm());
    return Optional.of(
        x -> {
          double[] slope = new double[1];
          sgd.landscape().objective().gradient(new double[] {x}, slope);
          return step.around(slope[0]);
        });
  }

  /** The density where it matters inside (−c, c); what is left goes to the ends. */
  private StepLaw.Atoms around(double mean) {
    double sigma = Math.sqrt(variance);
    double low = Math.max(-norm, Math.min(norm, mean - TAIL * sigma));
    double high = Math.max(-norm, Math.min(norm, mean + TAIL * sigma));
    GaussLegendre legendre = GaussLegendre.of(RULE);
    double[] place = new double[RULE + 2];
    double[] weight = new double[RULE + 2];
    double half = (high - low) / 2;
    for (int q = 0; q < RULE; q++) {
      place[q] = low + half * (1 + legendre.point(q));
      double z = (place[q] - mean) / sigma;
      weight[q] = half * legendre.weight(q) * Math.exp(-z * z / 2) / sigma / Math.sqrt(2 * Math.PI);
    }
    place[RULE] = -norm;
    weight[RULE] = below((-norm - mean) / sigma);
    place[RULE + 1] = norm;
    weight[RULE + 1] = below((mean - norm) / sigma);
    return new StepLaw.Atoms(place, weight);
  }

  private static double below(double z) {
    return Math.exp(NormalTail.logBelow(z));
  }
}
