package org.longrun.dynamics;

import org.longrun.numerics.Cholesky;
import org.longrun.numerics.Vectors;

/**
 * Newton's step at p towards max ⟨p, v⟩ on H(x, p) = 0, in two parts that H_pp = A makes
 * orthogonal: t across v, towards the least H on the plane of equal ⟨p, v⟩, and a multiple of u,
 * ⟨u, v⟩ = 1, along which that least H changes.
 *
 * <p>Only the part of A across v is ever inverted. Where noise of bounded support saturates, A is
 * next to nothing along v, and A⁻¹(λv − H_p) would be a difference of equal numbers divided by it.
 *
 * <p>Holds scratch space: one a thread.
 */
final class ShellStep {
  /**
   * Far out on a recession direction of K its Hessian has lost its rank to rounding, which must not
   * be taken for curvature: a little more than rounding is added, as a share of the trace.
   */
  private static final double ROUNDED = 1e-11;

  /** What is added where all of the Hessian has underflowed, as a share of the largest met. */
  private static final double LEAST = 1e-40;

  private final int d;
  private final double[] mirror;
  private final double[] image;
  private final double[] across;
  private final double[] coupling;
  private final double[] t;
  private final double[] u;
  private final Cholesky cholesky;
  private double trace;
  private double most;
  private double factor;
  private double length;
  private double curvature;
  private double floor;
  private double gain;
  private double slope;

  ShellStep(int dimension) {
    this.d = dimension;
    this.mirror = new double[d];
    this.image = new double[d];
    this.across = new double[(d - 1) * (d - 1)];
    this.coupling = new double[d - 1];
    this.t = new double[d];
    this.u = new double[d];
    this.cholesky = new Cholesky(d - 1);
  }

  /** Takes the velocity v ≠ 0: sets the reflection that maps it to an axis. */
  void along(double[] v) {
    double norm = Math.sqrt(Vectors.dot(v, v));
    double sign = v[0] < 0 ? -1 : 1;
    for (int k = 0; k < d; k++) {
      mirror[k] = v[k] / norm;
    }
    mirror[0] += sign;
    factor = 2 / Vectors.dot(mirror, mirror);
    length = -sign / norm;
    most = 0;
  }

  /**
   * Splits the step.
   *
   * @param hessian H_pp; is overwritten
   * @param gradient H_p
   * @return false if H_pp is not positive
   */
  boolean split(double[] hessian, double[] gradient) {
    trace = 0;
    for (int k = 0; k < d; k++) {
      trace += hessian[k * d + k];
    }
    most = Math.max(most, trace);
    double added = ROUNDED * trace + LEAST * most;
    reflect(hessian);
    for (int i = 1; i < d; i++) {
      coupling[i - 1] = hessian[i * d];
      System.arraycopy(hessian, i * d + 1, across, (i - 1) * (d - 1), d - 1);
      across[(i - 1) * d] += added;
    }
    if (!(added > 0 && added < Double.POSITIVE_INFINITY) || !cholesky.factorise(across)) {
      return false;
    }
    System.arraycopy(gradient, 0, image, 0, d);
    reflectVector(image);
    solve(hessian[0]);
    floor = added * length * length;
    reflectVector(t);
    reflectVector(u);
    return true;
  }

  /** t and u with the reflected gradient, in the reflected coordinates. */
  private void solve(double along) {
    t[0] = 0;
    u[0] = length;
    for (int i = 1; i < d; i++) {
      t[i] = -image[i];
      u[i] = -length * coupling[i - 1];
    }
    cholesky.solve(t, 1, 1);
    cholesky.solve(u, 1, 1);
    gain = 0;
    slope = length * image[0];
    double bend = length * along;
    for (int i = 1; i < d; i++) {
      gain -= t[i] * image[i];
      slope += u[i] * image[i];
      bend += coupling[i - 1] * u[i];
    }
    curvature = Math.max(0, length * bend);
  }

  /** A becomes RAR = A − wzᵀ − zwᵀ, where R = I − c·wwᵀ. */
  private void reflect(double[] a) {
    double product = 0;
    for (int i = 0; i < d; i++) {
      double sum = 0;
      for (int k = 0; k < d; k++) {
        sum += a[i * d + k] * mirror[k];
      }
      image[i] = factor * sum;
      product += image[i] * mirror[i];
    }
    for (int i = 0; i < d; i++) {
      image[i] -= 0.5 * factor * product * mirror[i];
    }
    for (int i = 0; i < d; i++) {
      for (int k = 0; k < d; k++) {
        a[i * d + k] -= mirror[i] * image[k] + image[i] * mirror[k];
      }
    }
  }

  private void reflectVector(double[] b) {
    double product = factor * Vectors.dot(mirror, b);
    for (int k = 0; k < d; k++) {
      b[k] -= product * mirror[k];
    }
  }

  /** The step across v. */
  double[] across() {
    return t;
  }

  /** The direction along v, ⟨u, v⟩ = 1. */
  double[] along() {
    return u;
  }

  /** tᵀAt = −⟨H_p, t⟩: twice what H falls by across v. */
  double gain() {
    return gain;
  }

  /** ⟨H_p, u⟩: how fast the least H on the planes rises; λ at the maximum. */
  double slope() {
    return slope;
  }

  /**
   * ‖p‖·√tr A, beside which ⟨p, Z⟩ is rounded: by that much H is uncertain where p is so small that
   * H itself and ⟨p, ∇f⟩ are next to nothing.
   */
  double spread(double[] p) {
    return Math.sqrt(trace * Vectors.dot(p, p));
  }

  /** uᵀAu. */
  double curvature() {
    return curvature;
  }

  /** uᵀAu, or what rounding leaves of it. */
  double safeCurvature() {
    return Math.max(curvature, floor);
  }
}
