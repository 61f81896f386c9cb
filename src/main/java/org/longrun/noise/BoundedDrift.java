package org.longrun.noise;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.longrun.landscape.Enclosure;
import org.longrun.landscape.ScalarField;

/**
 * The drifts where the values of the noise fill a box or a ball.
 *
 * <p>With t the coordinates of ∇f along the axes of a box of half-width s, sup ⟨∇f, v⟩ = Σ_i
 * |t_i|(s − |t_i|), and sup ±v_k = ∓∂_k f + s·Σ_i |⟨e_i, k⟩|; with a ball of radius s they are
 * ‖∇f‖(s − ‖∇f‖) and ∓∂_k f + s.
 */
final class BoundedDrift implements DriftBound {
  /** What rounding may add to a bound, relative to its terms. */
  private static final double ROUNDING = 1e-12;

  /** By how much the rows of a basis may fall short of orthonormal, as landscape files are read. */
  private static final double ORTHONORMAL = 1e-6;

  private final Enclosure objective;
  private final Enclosure size;
  private final Hull hull;

  private BoundedDrift(Enclosure objective, Enclosure size, Hull hull) {
    this.objective = objective;
    this.size = size;
    this.hull = hull;
  }

  /** What the values of the noise fill, by its size s. */
  private interface Hull {
    /** sup ⟨∇f, v⟩ over all ∇f between two bounds. */
    double rise(double s, double[][] slope);

    /** The largest component along an axis. */
    double reach(double s, int axis);
  }

  /**
   * Those of a box of half-width s(x).
   *
   * @param basis its axes, row by row; null for those of the variables
   */
  static Optional<DriftBound> box(ScalarField f, ScalarField scale, double @Nullable [] basis) {
    Hull hull = basis == null ? new Box() : new TurnedBox(f.dimension(), basis);
    return of(f, scale, hull);
  }

  /** Those of a ball of radius ρ·√s(x). */
  static Optional<DriftBound> ball(ScalarField f, ScalarField variance, double rho) {
    return of(f, variance, new Ball(rho));
  }

  private static Optional<DriftBound> of(ScalarField f, ScalarField size, Hull hull) {
    return f.enclosure()
        .flatMap(slope -> size.enclosure().map(s -> new BoundedDrift(slope, s, hull)));
  }

  @Override
  public double rise(double[] lower, double[] upper) {
    return finite(hull.rise(most(lower, upper), slope(lower, upper)));
  }

  @Override
  public double along(int axis, int sign, double[] lower, double[] upper) {
    double[][] slope = slope(lower, upper);
    double push = hull.reach(most(lower, upper), axis);
    double pull = sign > 0 ? -slope[0][axis] : slope[1][axis];
    return finite(pull + push + ROUNDING * (Math.abs(pull) + push));
  }

  private double[][] slope(double[] lower, double[] upper) {
    double[][] slope = new double[2][lower.length];
    objective.gradient(lower, upper, slope[0], slope[1]);
    return slope;
  }

  private double most(double[] lower, double[] upper) {
    double[] bounds = new double[2];
    size.value(lower, upper, bounds);
    return Math.max(0, bounds[1]);
  }

  private static double finite(double bound) {
    return bound < Double.POSITIVE_INFINITY ? bound : Double.POSITIVE_INFINITY;
  }

  /** An upper bound of |t|(s − |t|) over the t between two bounds. */
  private static double rise(double s, double low, double high) {
    double least = Math.max(0, Math.max(low, -high));
    double most = Math.max(Math.abs(low), Math.abs(high));
    double m = Math.max(least, Math.min(most, s / 2));
    return m * (s - m) + ROUNDING * m * (s + m);
  }

  private record Box() implements Hull {
    @Override
    public double rise(double s, double[][] slope) {
      double sum = 0;
      for (int k = 0; k < slope[0].length; k++) {
        sum += BoundedDrift.rise(s, slope[0][k], slope[1][k]);
      }
      return sum;
    }

    @Override
    public double reach(double s, int axis) {
      return s;
    }
  }

  private record TurnedBox(int d, double[] basis) implements Hull {
    @Override
    public double rise(double s, double[][] slope) {
      double sum = 0;
      for (int i = 0; i < d; i++) {
        double[] e = new double[d];
        System.arraycopy(basis, i * d, e, 0, d);
        IntervalProduct t = new IntervalProduct(new double[][] {e, e}, slope);
        double most = Math.max(Math.abs(t.lower()), Math.abs(t.upper()));
        sum += BoundedDrift.rise(s, t.lower(), t.upper()) + d * ORTHONORMAL * most * most;
      }
      return sum;
    }

    @Override
    public double reach(double s, int axis) {
      double sum = 0;
      for (int i = 0; i < d; i++) {
        sum += Math.abs(basis[i * d + axis]);
      }
      return s * sum;
    }
  }

  private record Ball(double rho) implements Hull {
    @Override
    public double rise(double variance, double[][] slope) {
      double near = 0;
      double far = 0;
      for (int k = 0; k < slope[0].length; k++) {
        double least = Math.max(0, Math.max(slope[0][k], -slope[1][k]));
        double most = Math.max(Math.abs(slope[0][k]), Math.abs(slope[1][k]));
        near += least * least;
        far += most * most;
      }
      return BoundedDrift.rise(reach(variance, 0), Math.sqrt(near), Math.sqrt(far));
    }

    @Override
    public double reach(double variance, int axis) {
      return rho * Math.sqrt(variance);
    }
  }
}
