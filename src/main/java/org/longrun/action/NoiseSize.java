package org.longrun.action;

import java.util.Arrays;
import org.longrun.dynamics.Sgd;
import org.longrun.landscape.Domain;
import org.longrun.noise.NoiseModel;
import org.longrun.numerics.KroneckerSequence;

/** The trace of the noise's covariance, and its median over the domain. */
final class NoiseSize {
  private static final int SAMPLE = 255;

  private final NoiseModel noise;
  private final Domain domain;

  NoiseSize(Sgd sgd) {
    this.noise = sgd.noise();
    this.domain = sgd.landscape().domain();
  }

  /** The trace at a point. */
  double at(double[] x) {
    int d = noise.dimension();
    double[] covariance = new double[d * d];
    noise.at(x).covariance(covariance);
    double trace = 0;
    for (int k = 0; k < d; k++) {
      trace += covariance[k * d + k];
    }
    return trace;
  }

  /** The median over points scattered in the domain. */
  double median() {
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
      variances[n] = at(x);
    }
    Arrays.sort(variances);
    return variances[SAMPLE / 2];
  }
}
