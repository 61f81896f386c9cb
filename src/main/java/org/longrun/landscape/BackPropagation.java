package org.longrun.landscape;

import java.util.Arrays;

/**
 * One sample's loss of a network, its gradient, and its Hessian times a vector: forward and
 * backward passes through the layers, and their derivative along a direction (B. A. Pearlmutter,
 * "Fast exact multiplication by the Hessian", Neural Computation 6, 1994). Holds scratch space, so
 * one a thread.
 */
final class BackPropagation {
  private final NetworkShape shape;
  private final OutputLoss loss;
  private final int[] weights;
  private final int[] biases;
  private final double[][] z;
  private final double[][] a;
  private final double[][] delta;
  private final double[][] zAlong;
  private final double[][] aAlong;
  private final double[][] deltaAlong;

  BackPropagation(NetworkShape shape, OutputLoss loss) {
    this.shape = shape;
    this.loss = loss;
    int layers = shape.depth() + 1;
    weights = new int[layers];
    biases = new int[layers];
    for (int l = 1; l < layers; l++) {
      weights[l] = shape.weights(l);
      biases[l] = shape.biases(l);
    }
    z = scratch();
    a = scratch();
    delta = scratch();
    zAlong = scratch();
    aAlong = scratch();
    deltaAlong = scratch();
  }

  private double[][] scratch() {
    return shape.units().stream().map(double[]::new).toArray(double[][]::new);
  }

  /**
   * The sample's loss.
   *
   * @param x the weights
   * @param sample the sample's inputs and behind them its targets, from position {@code at} on
   */
  double loss(double[] x, double[] sample, int at) {
    forward(x, sample, at);
    return loss.value(z[shape.depth()], sample, at + shape.width(0));
  }

  /** Writes the gradient into {@code out[to … to+d−1]}. */
  void gradient(double[] x, double[] sample, int at, double[] out, int to) {
    forward(x, sample, at);
    backward(x, sample, at);
    for (int l = 1; l <= shape.depth(); l++) {
      int inputs = a[l - 1].length;
      for (int j = 0; j < delta[l].length; j++) {
        for (int k = 0; k < inputs; k++) {
          out[to + weights[l] + j * inputs + k] = delta[l][j] * a[l - 1][k];
        }
        out[to + biases[l] + j] = delta[l][j];
      }
    }
  }

  /** Adds weight·∇²ℓ·v to {@code out[0 … d−1]}. */
  void addHessianVector(double[] x, double[] sample, int at, Direction direction, double[] out) {
    forward(x, sample, at);
    backward(x, sample, at);
    double[] v = direction.vector();
    forwardAlong(x, v);
    backwardAlong(x, v);
    double weight = direction.weight();
    for (int l = 1; l <= shape.depth(); l++) {
      int inputs = a[l - 1].length;
      for (int j = 0; j < delta[l].length; j++) {
        for (int k = 0; k < inputs; k++) {
          out[weights[l] + j * inputs + k] +=
              weight * (deltaAlong[l][j] * a[l - 1][k] + delta[l][j] * aAlong[l - 1][k]);
        }
        out[biases[l] + j] += weight * deltaAlong[l][j];
      }
    }
  }

  /**
   * What a Hessian is multiplied by.
   *
   * @param vector v
   * @param weight the factor of the product
   */
  @SuppressWarnings("ArrayRecordComponent") // internal, never compared
  record Direction(double[] vector, double weight) {}

  private void forward(double[] x, double[] sample, int at) {
    System.arraycopy(sample, at, a[0], 0, a[0].length);
    for (int l = 1; l <= shape.depth(); l++) {
      int inputs = a[l - 1].length;
      for (int j = 0; j < z[l].length; j++) {
        double sum = x[biases[l] + j];
        for (int k = 0; k < inputs; k++) {
          sum += x[weights[l] + j * inputs + k] * a[l - 1][k];
        }
        z[l][j] = sum;
        a[l][j] = l < shape.depth() ? shape.activation().value(sum) : sum;
      }
    }
  }

  /** δ_l = ∂ℓ/∂z_l, from the outputs back. */
  private void backward(double[] x, double[] sample, int at) {
    int depth = shape.depth();
    loss.slope(z[depth], sample, at + shape.width(0), delta[depth]);
    for (int l = depth; l > 1; l--) {
      pullBack(x, l, delta[l], delta[l - 1]);
      for (int k = 0; k < delta[l - 1].length; k++) {
        delta[l - 1][k] *= slope(l - 1, k);
      }
    }
  }

  /** Writes W_lᵀ u. */
  private void pullBack(double[] x, int l, double[] u, double[] out) {
    Arrays.fill(out, 0);
    for (int j = 0; j < u.length; j++) {
      for (int k = 0; k < out.length; k++) {
        out[k] += x[weights[l] + j * out.length + k] * u[j];
      }
    }
  }

  private double slope(int l, int k) {
    return shape.activation().slope(z[l][k], a[l][k]);
  }

  /** The derivatives of z and a along v. */
  private void forwardAlong(double[] x, double[] v) {
    for (int l = 1; l <= shape.depth(); l++) {
      int inputs = a[l - 1].length;
      for (int j = 0; j < z[l].length; j++) {
        double sum = v[biases[l] + j];
        for (int k = 0; k < inputs; k++) {
          int entry = weights[l] + j * inputs + k;
          sum += v[entry] * a[l - 1][k] + x[entry] * aAlong[l - 1][k];
        }
        zAlong[l][j] = sum;
        aAlong[l][j] = l < shape.depth() ? slope(l, j) * sum : sum;
      }
    }
  }

  /** The derivative of δ along v. */
  private void backwardAlong(double[] x, double[] v) {
    int depth = shape.depth();
    loss.curvature(z[depth], zAlong[depth], deltaAlong[depth]);
    for (int l = depth; l > 1; l--) {
      int units = deltaAlong[l - 1].length;
      double[] back = new double[units];
      double[] turned = new double[units];
      pullBack(x, l, deltaAlong[l], deltaAlong[l - 1]);
      pullBack(v, l, delta[l], turned);
      pullBack(x, l, delta[l], back);
      for (int k = 0; k < units; k++) {
        double curvature = shape.activation().curvature(z[l - 1][k], a[l - 1][k]);
        deltaAlong[l - 1][k] =
            (deltaAlong[l - 1][k] + turned[k]) * slope(l - 1, k)
                + back[k] * curvature * zAlong[l - 1][k];
      }
    }
  }
}
