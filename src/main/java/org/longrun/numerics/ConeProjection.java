package org.longrun.numerics;

/**
 * The nearest point of a finitely generated convex cone {Σ c_j a_j : c_j ≥ 0} to a vector u:
 * non-negative least squares by the active-set method of C. L. Lawson, R. J. Hanson, <em>Solving
 * Least Squares Problems</em> (1974), chapter 23.
 *
 * <p>The generators are asked for one at a time, by their support function, so there may be very
 * many of them. Where u is not in the cone the residual is a direction that separates it.
 */
public final class ConeProjection {
  /** Relative distance below which a vector counts as a point of the cone. */
  private static final double ROUNDING = 1e-10;

  private final int d;
  private final Generators generators;
  private final double[] target;
  private final double[] residual;
  private final double[] column;

  /** The active generators, of unit length, one after the other, with their coefficients. */
  private final double[] active;

  private final double[] coefficients;
  private final double[] wanted;
  private final double[] basis;
  private final double[] triangle;
  private int count;

  private ConeProjection(Generators generators, double[] target) {
    this.d = target.length;
    this.generators = generators;
    this.target = target;
    this.residual = target.clone();
    this.column = new double[d];
    this.active = new double[(d + 1) * d];
    this.basis = new double[(d + 1) * d];
    this.triangle = new double[(d + 1) * (d + 1)];
    this.coefficients = new double[d + 1];
    this.wanted = new double[d + 1];
  }

  /** The generators a_j of a cone in R^d. */
  public interface Generators {
    /** Writes an a_j with the largest ⟨y, a_j⟩ into {@code out[0 … d−1]} and returns that value. */
    double support(double[] y, double[] out);
  }

  /**
   * Whether a vector lies in the closed cone, up to a relative rounding error of 1e-10.
   *
   * @param u not zero
   */
  public static boolean contains(Generators generators, double[] u) {
    return new ConeProjection(generators, u).reachesTarget();
  }

  private boolean reachesTarget() {
    double size = norm(target);
    for (int step = 0; step < 20 * (d + 5); step++) {
      double distance = norm(residual);
      if (distance <= ROUNDING * size) {
        return true;
      }
      double value = generators.support(residual, column);
      double length = norm(column);
      if (!(value > ROUNDING * distance * length) || count > d || !extend(length)) {
        return false;
      }
    }
    return false;
  }

  /** Adds the generator found and solves again, dropping those whose coefficients turn negative. */
  private boolean extend(double length) {
    for (int k = 0; k < d; k++) {
      active[count * d + k] = column[k] / length;
    }
    coefficients[count] = 0;
    count++;
    while (count > 0) {
      if (!solve()) {
        return false;
      }
      if (allPositive()) {
        System.arraycopy(wanted, 0, coefficients, 0, count);
        break;
      }
      stepTowardWanted();
    }
    updateResidual();
    return true;
  }

  private boolean allPositive() {
    for (int j = 0; j < count; j++) {
      if (!(wanted[j] > 0)) {
        return false;
      }
    }
    return true;
  }

  /** Least squares on the active generators by Gram and Schmidt; false if they are dependent. */
  private boolean solve() {
    for (int j = 0; j < count; j++) {
      System.arraycopy(active, j * d, basis, j * d, d);
      for (int i = 0; i < j; i++) {
        double part = dot(basis, i * d, basis, j * d);
        triangle[i * (d + 1) + j] = part;
        for (int k = 0; k < d; k++) {
          basis[j * d + k] -= part * basis[i * d + k];
        }
      }
      double left = Math.sqrt(dot(basis, j * d, basis, j * d));
      triangle[j * (d + 1) + j] = left;
      if (!(left > ROUNDING / 100)) {
        return false;
      }
      for (int k = 0; k < d; k++) {
        basis[j * d + k] /= left;
      }
    }
    for (int j = count - 1; j >= 0; j--) {
      double sum = dot(basis, j * d, target, 0);
      for (int i = j + 1; i < count; i++) {
        sum -= triangle[j * (d + 1) + i] * wanted[i];
      }
      wanted[j] = sum / triangle[j * (d + 1) + j];
    }
    return true;
  }

  /** Goes as far toward the optimum as all coefficients stay ≥ 0, and drops those that reach 0. */
  private void stepTowardWanted() {
    double part = 1;
    for (int j = 0; j < count; j++) {
      if (wanted[j] <= 0) {
        part = Math.min(part, coefficients[j] / (coefficients[j] - wanted[j]));
      }
    }
    int kept = 0;
    for (int j = 0; j < count; j++) {
      double c = coefficients[j] + part * (wanted[j] - coefficients[j]);
      if (wanted[j] > 0 || c > ROUNDING * Math.abs(wanted[j])) {
        System.arraycopy(active, j * d, active, kept * d, d);
        coefficients[kept] = c;
        kept++;
      }
    }
    count = kept;
  }

  private void updateResidual() {
    System.arraycopy(target, 0, residual, 0, d);
    for (int j = 0; j < count; j++) {
      for (int k = 0; k < d; k++) {
        residual[k] -= coefficients[j] * active[j * d + k];
      }
    }
  }

  private double dot(double[] a, int fromA, double[] b, int fromB) {
    double sum = 0;
    for (int k = 0; k < d; k++) {
      sum += a[fromA + k] * b[fromB + k];
    }
    return sum;
  }

  private double norm(double[] vector) {
    return Math.sqrt(dot(vector, 0, vector, 0));
  }
}
