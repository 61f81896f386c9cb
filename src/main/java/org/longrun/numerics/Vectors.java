package org.longrun.numerics;

/** Vectors and square matrices as plain arrays; sums are taken in the order of the coordinates. */
public final class Vectors {
  private Vectors() {}

  /** ⟨a, b⟩. */
  public static double dot(double[] a, double[] b) {
    double sum = 0;
    for (int k = 0; k < a.length; k++) {
      sum += a[k] * b[k];
    }
    return sum;
  }

  /** ‖a‖; its square must neither overflow nor underflow. */
  public static double norm(double[] a) {
    return Math.sqrt(dot(a, a));
  }

  /** ‖a − b‖. */
  public static double distance(double[] a, double[] b) {
    double square = 0;
    for (int k = 0; k < a.length; k++) {
      square += (a[k] - b[k]) * (a[k] - b[k]);
    }
    return Math.sqrt(square);
  }

  /** Writes Av for a square matrix A, row by row. */
  public static void multiply(double[] matrix, double[] v, double[] out) {
    int d = v.length;
    for (int i = 0; i < d; i++) {
      double sum = 0;
      for (int k = 0; k < d; k++) {
        sum += matrix[i * d + k] * v[k];
      }
      out[i] = sum;
    }
  }

  /** Writes a bᵀ, row by row. */
  public static void outer(double[] a, double[] b, double[] out) {
    for (int i = 0; i < a.length; i++) {
      for (int k = 0; k < b.length; k++) {
        out[i * b.length + k] = a[i] * b[k];
      }
    }
  }

  /** Writes c·a + b into b: b ← b + c·a. */
  public static void addScaled(double c, double[] a, double[] b) {
    for (int k = 0; k < b.length; k++) {
      b[k] += c * a[k];
    }
  }
}
