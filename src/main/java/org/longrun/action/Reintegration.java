package org.longrun.action;

import java.util.Arrays;
import java.util.function.DoubleUnaryOperator;
import org.jspecify.annotations.Nullable;
import org.longrun.dynamics.Hamiltonian;
import org.longrun.dynamics.OnShellLagrangian;
import org.longrun.numerics.GaussKronrod;
import org.longrun.numerics.Vectors;

/**
 * The geometric action Ŝ[γ] = ∫ ℓ(γ, γ′) ds of a given path, by adaptive quadrature: an upper bound
 * of B between its ends up to the quadrature's own error, whatever the path (action methods,
 * section 4, trap 1).
 *
 * <p>Each panel is held against ∫ ⟨∇f, γ′⟩ ds, which is the difference of f between its ends: a
 * wall or a needle between the points of the quadrature shows there, and counts by how much a climb
 * of that height costs.
 */
final class Reintegration {
  private static final int PANELS = 400;

  /** The most zeros of the noise looked for inside a path. */
  private static final int ZEROS = 8;

  /** What rounding may leave of a difference of f, relative to f. */
  private static final double ROUNDING = 1e-13;

  private final Hamiltonian hamiltonian;
  private final OnShellLagrangian lagrangian;
  private final double[] x;
  private final double[] v;
  private final double[] p;
  private final double[] slope;
  private double residual;
  private double @Nullable [] obstacle;
  private double obstacleAt;

  Reintegration(Hamiltonian hamiltonian) {
    this.hamiltonian = hamiltonian;
    int d = hamiltonian.dimension();
    this.lagrangian = new OnShellLagrangian(d);
    this.x = new double[d];
    this.v = new double[d];
    this.p = new double[d];
    this.slope = new double[d];
  }

  /**
   * Ŝ of a path, to a tolerance relative to itself; +∞ where it leads through a place that the
   * noise cannot pass.
   */
  GaussKronrod.Result integrate(PathCurve curve, double relative) {
    residual = 0;
    obstacle = null;
    obstacleAt = Double.NaN;
    NoiseZeros zeros = NoiseZeros.atEnds(hamiltonian, curve);
    GaussKronrod.Result result = integrate(curve, zeros, relative);
    for (int k = 0; k < ZEROS && !(result.error() <= relative * result.value()); k++) {
      NoiseZeros more = zeros.with(result, obstacleAt);
      if (more.equals(zeros)) {
        break;
      }
      zeros = more;
      result = integrate(curve, zeros, relative);
    }
    return result;
  }

  /** The integral between the zeros of the noise, and up to them. */
  private GaussKronrod.Result integrate(PathCurve curve, NoiseZeros zeros, double relative) {
    obstacle = null;
    DoubleUnaryOperator density = s -> density(curve, s);
    Climb climb = new Climb(curve);
    double value = 0;
    double error = 0;
    int evaluations = 0;
    for (double[] cuts : zeros.regular(curve.mesh().cuts())) {
      GaussKronrod.Result part = GaussKronrod.integrate(density, climb, cuts, relative, PANELS);
      if (zeros.isEmpty() || !(part.value() < Double.POSITIVE_INFINITY)) {
        return part;
      }
      value += part.value();
      error += part.error();
      evaluations += part.evaluations();
    }
    for (double[] tail : zeros.tails(curve.mesh().cuts())) {
      double negligible = relative * value;
      SingularEnd.Tail part = SingularEnd.of(density, climb, tail[0], tail[1], negligible);
      if (!part.converges()) {
        obstacle = point(curve, tail[0]);
      }
      value += part.value();
      error += part.error();
      evaluations += part.evaluations();
    }
    return new GaussKronrod.Result(value, error, evaluations, Double.NaN, Double.NaN);
  }

  private static double[] point(PathCurve curve, double s) {
    double[] x = new double[curve.dimension()];
    curve.point(s, x);
    return x;
  }

  /** Ŝ of a straight segment, to an accuracy relative to itself; +∞ if it is impossible. */
  static double ofSegment(Hamiltonian hamiltonian, double[] from, double[] to, double relative) {
    PathCurve segment = PathCurve.segment(from, to);
    double action = new Reintegration(hamiltonian).integrate(segment, relative).value();
    return Double.isNaN(action) ? Double.POSITIVE_INFINITY : action;
  }

  private double density(PathCurve curve, double s) {
    curve.evaluate(s, x, v);
    p[0] = Double.NaN;
    Hamiltonian.Local local = hamiltonian.at(x);
    local.lossGradient(slope);
    double cost = lagrangian.evaluate(local, v, p);
    residual = Math.max(residual, lagrangian.residual());
    if (!(cost < Double.POSITIVE_INFINITY) && obstacle == null) {
      obstacle = x.clone();
      obstacleAt = s;
    }
    return cost;
  }

  /** ⟨∇f, γ′⟩, whose integral is known. */
  private final class Climb implements GaussKronrod.Witness {
    private final PathCurve curve;

    Climb(PathCurve curve) {
      this.curve = curve;
    }

    @Override
    public double value() {
      return Vectors.dot(slope, v);
    }

    @Override
    public double doubt(double from, double to, double climb, double action) {
      double before = loss(from);
      double after = loss(to);
      // The centre of the panel was looked at last.
      double place = Math.sqrt(Vectors.dot(slope, slope) * Vectors.dot(x, x));
      double rounding =
          ROUNDING * (Math.abs(before) + Math.abs(after) + Math.abs(climb))
              + 8 * Math.ulp(1.0) * place;
      double missed = Math.abs(after - before - climb) - rounding;
      return missed > 0 ? missed * Math.max(rate(), finite(Math.abs(action / climb))) : 0;
    }

    private double loss(double s) {
      double[] end = new double[x.length];
      curve.point(s, end);
      return hamiltonian.loss(end);
    }

    /** What a climb costs along the path for the Gaussian noise of equal covariance: 2/s. */
    private double rate() {
      Hamiltonian.Local local = hamiltonian.at(x);
      double isotropic = local.isotropicVariance();
      if (!Double.isNaN(isotropic)) {
        return finite(2 / isotropic);
      }
      int d = x.length;
      double[] covariance = new double[d * d];
      local.momentumHessian(new double[d], covariance);
      double variance = 0;
      for (int i = 0; i < d; i++) {
        variance += v[i] * Vectors.dot(Arrays.copyOfRange(covariance, i * d, i * d + d), v);
      }
      return finite(2 * Vectors.dot(v, v) / variance);
    }

    private static double finite(double rate) {
      return rate < Double.POSITIVE_INFINITY ? rate : 0;
    }
  }

  /** The largest |H| met by the last integral. */
  double residual() {
    return residual;
  }

  /** The first point met by the last integral where ℓ was not finite; null if there was none. */
  double @Nullable [] obstacle() {
    return obstacle;
  }
}
