package org.longrun.landscape;

/** σ, what a hidden unit does to its input, with σ′ and σ″. */
enum Activation {
  TANH {
    @Override
    double value(double z) {
      return Math.tanh(z);
    }

    @Override
    double slope(double z, double a) {
      return 1 - a * a;
    }

    @Override
    double curvature(double z, double a) {
      return -2 * a * (1 - a * a);
    }
  },
  SIGMOID {
    @Override
    double value(double z) {
      return 1 / (1 + Math.exp(-z));
    }

    @Override
    double slope(double z, double a) {
      return a * (1 - a);
    }

    @Override
    double curvature(double z, double a) {
      return a * (1 - a) * (1 - 2 * a);
    }
  },
  SOFTPLUS {
    @Override
    double value(double z) {
      return Math.max(z, 0) + Math.log1p(Math.exp(-Math.abs(z)));
    }

    @Override
    double slope(double z, double a) {
      return SIGMOID.value(z);
    }

    @Override
    double curvature(double z, double a) {
      double s = SIGMOID.value(z);
      return s * (1 - s);
    }
  },
  /** The slope at 0 is 0. */
  RELU {
    @Override
    double value(double z) {
      return z < 0 ? 0 : z;
    }

    @Override
    double slope(double z, double a) {
      return z > 0 ? 1 : 0;
    }

    @Override
    double curvature(double z, double a) {
      return 0;
    }
  };

  /** σ(z). */
  abstract double value(double z);

  /** σ′(z), where a = σ(z). */
  abstract double slope(double z, double a);

  /** σ″(z), where a = σ(z). */
  abstract double curvature(double z, double a);

  /** True if σ(−z) = −σ(z): then a unit's sign may be flipped. */
  boolean isOdd() {
    return this == TANH;
  }
}
