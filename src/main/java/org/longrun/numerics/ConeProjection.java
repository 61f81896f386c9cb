package org.longrun.numerics;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.ArrayRealVector;
import org.apache.commons.math3.linear.QRDecomposition;
import org.apache.commons.math3.linear.SingularMatrixException;

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

  private final Generators generators;
  private final double[] target;
  private final List<double[]> active = new ArrayList<>();
  private double[] coefficients = new double[0];
  private final double[] residual;

  private ConeProjection(Generators generators, double[] target) {
    this.generators = generators;
    this.target = target;
    this.residual = target.clone();
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
    double[] column = new double[target.length];
    double size = norm(target);
    for (int step = 0; step < 20 * (target.length + 5); step++) {
      double distance = norm(residual);
      if (distance <= ROUNDING * size) {
        return true;
      }
      double value = generators.support(residual, column);
      double length = norm(column);
      if (!(value > ROUNDING * distance * length)) {
        return false;
      }
      if (!extend(column, length)) {
        return false;
      }
    }
    return false;
  }

  /** Adds a generator, of unit length, and solves again; drops those that turn negative. */
  private boolean extend(double[] column, double length) {
    double[] unit = column.clone();
    for (int k = 0; k < unit.length; k++) {
      unit[k] /= length;
    }
    active.add(unit);
    coefficients = Arrays.copyOf(coefficients, active.size());
    while (!active.isEmpty()) {
      double[] wanted = leastSquares();
      if (wanted.length == 0) {
        return false;
      }
      if (Arrays.stream(wanted).allMatch(c -> c > 0)) {
        coefficients = wanted;
        break;
      }
      stepToward(wanted);
    }
    updateResidual();
    return true;
  }

  /** The unconstrained optimum on the active generators; empty if they are dependent. */
  private double[] leastSquares() {
    Array2DRowRealMatrix matrix = new Array2DRowRealMatrix(target.length, active.size());
    for (int j = 0; j < active.size(); j++) {
      matrix.setColumn(j, active.get(j));
    }
    try {
      return new QRDecomposition(matrix).getSolver().solve(new ArrayRealVector(target)).toArray();
    } catch (SingularMatrixException dependent) {
      return new double[0];
    }
  }

  /** Goes as far toward the optimum as all coefficients stay ≥ 0, and drops those that reach 0. */
  private void stepToward(double[] wanted) {
    double part = 1;
    for (int j = 0; j < wanted.length; j++) {
      if (wanted[j] <= 0) {
        part = Math.min(part, coefficients[j] / (coefficients[j] - wanted[j]));
      }
    }
    List<double[]> kept = new ArrayList<>();
    double[] moved = new double[wanted.length];
    for (int j = 0; j < wanted.length; j++) {
      double c = coefficients[j] + part * (wanted[j] - coefficients[j]);
      if (wanted[j] > 0 || c > ROUNDING * Math.abs(wanted[j])) {
        moved[kept.size()] = c;
        kept.add(active.get(j));
      }
    }
    coefficients = Arrays.copyOf(moved, kept.size());
    active.clear();
    active.addAll(kept);
  }

  private void updateResidual() {
    System.arraycopy(target, 0, residual, 0, target.length);
    for (int j = 0; j < active.size(); j++) {
      for (int k = 0; k < target.length; k++) {
        residual[k] -= coefficients[j] * active.get(j)[k];
      }
    }
  }

  private static double norm(double[] vector) {
    double square = 0;
    for (double entry : vector) {
      square += entry * entry;
    }
    return Math.sqrt(square);
  }
}
