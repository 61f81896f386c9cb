package org.longrun.action;

import java.util.Arrays;
import java.util.BitSet;
import org.longrun.dynamics.Sgd;
import org.longrun.landscape.Domain;
import org.longrun.noise.NoiseModel;
import org.longrun.numerics.KroneckerSequence;

/**
 * The components on which the noise vanishes, its variance at most 1e-10 of its median over the
 * domain: nothing leaves them, exactly (theory, section 2).
 */
final class Vanishing {
  private static final double NEGLIGIBLE = 1e-10;
  private static final int SAMPLE = 255;

  private Vanishing() {}

  /** The components with vanishing noise. */
  static BitSet components(Sgd sgd, Places places) {
    double threshold = NEGLIGIBLE * median(sgd);
    BitSet vanishing = new BitSet();
    for (int i = 0; i < places.critical().size(); i++) {
      vanishing.set(i, variance(sgd.noise(), places.centre(i)) <= threshold);
    }
    return vanishing;
  }

  private static double median(Sgd sgd) {
    Domain domain = sgd.landscape().domain();
    int d = domain.dimension();
    double[] centre = new double[d];
    Arrays.fill(centre, 0.5);
    KroneckerSequence sequence = new KroneckerSequence(centre);
    double[] variances = new double[SAMPLE];
    for (int n = 0; n < SAMPLE; n++) {
      double[] x = sequence.point(n + 1);
      for (int k = 0; k < d; k++) {
        x[k] = domain.lower().get(k) + x[k] * domain.width(k);
      }
      variances[n] = variance(sgd.noise(), x);
    }
    Arrays.sort(variances);
    return variances[SAMPLE / 2];
  }

  /** The trace of the covariance. */
  private static double variance(NoiseModel noise, double[] x) {
    int d = noise.dimension();
    double[] covariance = new double[d * d];
    noise.at(x).covariance(covariance);
    double trace = 0;
    for (int k = 0; k < d; k++) {
      trace += covariance[k * d + k];
    }
    return trace;
  }
}
