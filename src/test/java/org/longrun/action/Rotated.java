package org.longrun.action;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.longrun.landscape.ScalarField;

/** Losses in many dimensions with known answers. */
final class Rotated {
  private Rotated() {}

  /** An orthogonal matrix, row by row, by Gram–Schmidt from random rows. */
  static double[] orthogonal(int d, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    double[] rows = random.doubles((long) d * d, -1, 1).toArray();
    for (int i = 0; i < d; i++) {
      for (int pass = 0; pass < 2; pass++) {
        for (int j = 0; j < i; j++) {
          double product = 0;
          for (int k = 0; k < d; k++) {
            product += rows[i * d + k] * rows[j * d + k];
          }
          for (int k = 0; k < d; k++) {
            rows[i * d + k] -= product * rows[j * d + k];
          }
        }
      }
      double norm = 0;
      for (int k = 0; k < d; k++) {
        norm += rows[i * d + k] * rows[i * d + k];
      }
      for (int k = 0; k < d; k++) {
        rows[i * d + k] /= Math.sqrt(norm);
      }
    }
    return rows;
  }

  /** A number as a field. */
  record Constant(double number, int dimension) implements ScalarField {
    @Override
    public double value(double[] x) {
      return number;
    }

    @Override
    public void gradient(double[] x, double[] out) {
      Arrays.fill(out, 0, dimension, 0);
    }

    @Override
    public void hessian(double[] x, double[] out) {
      Arrays.fill(out, 0, dimension * dimension, 0);
    }

    @Override
    public boolean isConstant() {
      return true;
    }
  }

  /** ½ Σ a_k x_k². */
  record Quadratic(double[] curvature) implements ScalarField {
    @Override
    public int dimension() {
      return curvature.length;
    }

    @Override
    public double value(double[] x) {
      double sum = 0;
      for (int k = 0; k < x.length; k++) {
        sum += 0.5 * curvature[k] * x[k] * x[k];
      }
      return sum;
    }

    @Override
    public void gradient(double[] x, double[] out) {
      for (int k = 0; k < x.length; k++) {
        out[k] = curvature[k] * x[k];
      }
    }

    @Override
    public void hessian(double[] x, double[] out) {
      Arrays.fill(out, 0, x.length * x.length, 0);
      for (int k = 0; k < x.length; k++) {
        out[k * x.length + k] = curvature[k];
      }
    }
  }

  /** Σ_i (y_i⁴/4 − y_i²/2), y = U x. */
  record Wells(double[] axes, int dimension) implements ScalarField {
    private double[] turned(double[] x) {
      double[] y = new double[dimension];
      for (int i = 0; i < dimension; i++) {
        for (int k = 0; k < dimension; k++) {
          y[i] += axes[i * dimension + k] * x[k];
        }
      }
      return y;
    }

    @Override
    public double value(double[] x) {
      return Arrays.stream(turned(x)).map(y -> y * y * y * y / 4 - y * y / 2).sum();
    }

    @Override
    public void gradient(double[] x, double[] out) {
      double[] y = turned(x);
      Arrays.fill(out, 0, dimension, 0);
      for (int i = 0; i < dimension; i++) {
        double slope = y[i] * y[i] * y[i] - y[i];
        for (int k = 0; k < dimension; k++) {
          out[k] += slope * axes[i * dimension + k];
        }
      }
    }

    @Override
    public void hessian(double[] x, double[] out) {
      double[] y = turned(x);
      Arrays.fill(out, 0, dimension * dimension, 0);
      for (int i = 0; i < dimension; i++) {
        double bend = 3 * y[i] * y[i] - 1;
        for (int k = 0; k < dimension; k++) {
          for (int l = 0; l < dimension; l++) {
            out[k * dimension + l] += bend * axes[i * dimension + k] * axes[i * dimension + l];
          }
        }
      }
    }
  }
}
