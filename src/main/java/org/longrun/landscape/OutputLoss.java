package org.longrun.landscape;

/** ℓ(o, y), the loss of a network's outputs o against a sample's targets y. */
enum OutputLoss {
  /** ½ ‖o − y‖². */
  SQUARED {
    @Override
    double value(double[] o, double[] y, int at) {
      double sum = 0;
      for (int k = 0; k < o.length; k++) {
        double difference = o[k] - y[at + k];
        sum += difference * difference;
      }
      return sum / 2;
    }

    @Override
    void slope(double[] o, double[] y, int at, double[] out) {
      for (int k = 0; k < o.length; k++) {
        out[k] = o[k] - y[at + k];
      }
    }

    @Override
    void curvature(double[] o, double[] direction, double[] out) {
      System.arraycopy(direction, 0, out, 0, o.length);
    }
  },
  /** Σ_k log(1 + exp(o_k)) − y_k o_k with labels y_k ∈ [0, 1]. */
  LOGISTIC {
    @Override
    double value(double[] o, double[] y, int at) {
      double sum = 0;
      for (int k = 0; k < o.length; k++) {
        sum += Activation.SOFTPLUS.value(o[k]) - y[at + k] * o[k];
      }
      return sum;
    }

    @Override
    void slope(double[] o, double[] y, int at, double[] out) {
      for (int k = 0; k < o.length; k++) {
        out[k] = Activation.SIGMOID.value(o[k]) - y[at + k];
      }
    }

    @Override
    void curvature(double[] o, double[] direction, double[] out) {
      for (int k = 0; k < o.length; k++) {
        out[k] = Activation.SOFTPLUS.curvature(o[k], 0) * direction[k];
      }
    }
  },
  /** log Σ_k exp(o_k) − Σ_k y_k o_k with probabilities y_k that sum to 1. */
  SOFTMAX {
    @Override
    double value(double[] o, double[] y, int at) {
      double largest = largest(o);
      double sum = 0;
      double inner = 0;
      for (int k = 0; k < o.length; k++) {
        sum += Math.exp(o[k] - largest);
        inner += y[at + k] * o[k];
      }
      return largest + Math.log(sum) - inner;
    }

    @Override
    void slope(double[] o, double[] y, int at, double[] out) {
      probabilities(o, out);
      for (int k = 0; k < o.length; k++) {
        out[k] -= y[at + k];
      }
    }

    @Override
    void curvature(double[] o, double[] direction, double[] out) {
      probabilities(o, out);
      double mean = 0;
      for (int k = 0; k < o.length; k++) {
        mean += out[k] * direction[k];
      }
      for (int k = 0; k < o.length; k++) {
        out[k] *= direction[k] - mean;
      }
    }
  };

  /** ℓ(o, y) with y = {@code y[at …]}. */
  abstract double value(double[] o, double[] y, int at);

  /** Writes ∂ℓ/∂o. */
  abstract void slope(double[] o, double[] y, int at, double[] out);

  /** Writes ∂²ℓ/∂o² · direction; it does not depend on y. */
  abstract void curvature(double[] o, double[] direction, double[] out);

  private static double largest(double[] o) {
    double largest = o[0];
    for (double entry : o) {
      largest = Math.max(largest, entry);
    }
    return largest;
  }

  private static void probabilities(double[] o, double[] out) {
    double largest = largest(o);
    double sum = 0;
    for (int k = 0; k < o.length; k++) {
      out[k] = Math.exp(o[k] - largest);
      sum += out[k];
    }
    for (int k = 0; k < o.length; k++) {
      out[k] /= sum;
    }
  }
}
