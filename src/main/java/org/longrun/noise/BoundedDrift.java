package org.longrun.noise;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.longrun.landscape.Enclosure;
import org.longrun.landscape.ScalarField;
import org.longrun.numerics.Vectors;

/**
 * The drifts where the values of the noise fill a box or a ball.
 *
 * <p>With t the coordinates of ∇f along the axes e_i of a box of half-width s, sup ⟨∇f, v⟩ = Σ_i
 * |t_i|(s − |t_i|), and sup ⟨u, v⟩ = −⟨u, ∇f⟩ + s·Σ_i |⟨e_i, u⟩|; with a ball of radius s they are
 * ‖∇f‖(s − ‖∇f‖) and −⟨u, ∇f⟩ + s‖u‖.
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

    /** The largest ⟨u, z⟩. */
    double reach(double s, double[] u);

    /** Its axes. */
    double[][] axes();
  }

  /**
   * Those of a box of half-width s(x).
   *
   * @param basis its axes, row by row; null for those of the variables
   */
  static Optional<DriftBound> box(ScalarField f, ScalarField scale, double @Nullable [] basis) {
    int d = f.dimension();
    double[][] axes = DriftBound.ofVariables(d);
    for (int i = 0; basis != null && i < d; i++) {
      System.arraycopy(basis, i * d, axes[i], 0, d);
    }
    return of(f, scale, new Box(axes, basis == null ? 0 : d * ORTHONORMAL));
  }

  /** Those of a ball of radius ρ·√s(x). */
  static Optional<DriftBound> ball(ScalarField f, ScalarField variance, double rho) {
    return of(f, variance, new Ball(f.dimension(), rho));
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
  public double along(double[] direction, double[] lower, double[] upper) {
    double[][] u = {direction, direction};
    double pull = -new IntervalProduct(u, slope(lower, upper)).lower();
    double push = hull.reach(most(lower, upper), direction);
    return finite(pull + push + ROUNDING * (Math.abs(pull) + push));
  }

  @Override
  public double[][] axes() {
    return hull.axes();
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

  /**
   * A box.
   *
   * @param axes its axes, one a row
   * @param skew by what part Σ t_i² may differ from ‖∇f‖²
   */
  private record Box(double[][] axes, double skew) implements Hull {
    @Override
    public double rise(double s, double[][] slope) {
      double sum = 0;
      for (double[] e : axes) {
        IntervalProduct t = new IntervalProduct(new double[][] {e, e}, slope);
        double most = Math.max(Math.abs(t.lower()), Math.abs(t.upper()));
        sum += BoundedDrift.rise(s, t.lower(), t.upper()) + skew * most * most;
      }
      return sum;
    }

    @Override
    public double reach(double s, double[] u) {
      double sum = 0;
      for (double[] e : axes) {
        sum += Math.abs(Vectors.dot(e, u));
      }
      return s * sum;
    }
  }

  private record Ball(int dimension, double rho) implements Hull {
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
      return BoundedDrift.rise(rho * Math.sqrt(variance), Math.sqrt(near), Math.sqrt(far));
    }

    @Override
    public double reach(double variance, double[] u) {
      return rho * Math.sqrt(variance * Vectors.dot(u, u));
    }

    @Override
    public double[][] axes() {
      return DriftBound.ofVariables(dimension);
    }
  }
}
