package org.longrun.action;

import java.util.Arrays;
import java.util.function.DoubleUnaryOperator;
import org.jspecify.annotations.Nullable;
import org.longrun.dynamics.Hamiltonian;
import org.longrun.dynamics.OnShellLagrangian;
import org.longrun.landscape.Enclosure;
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
  private static final int PANELS = 1000;

  /** The most zeros of the noise looked for inside a path. */
  private static final int ZEROS = 8;

  /** How much the noise may change over a panel on which it has a kink. */
  private static final double KINKED = 1e-3;

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

  /** Ŝ of the piece of a path between two parameters, to an accuracy relative to itself. */
  double ofPiece(PathCurve curve, double from, double to, double relative) {
    double[] cuts = {from, to};
    Climb climb = new Climb(curve);
    return GaussKronrod.integrate(s -> density(curve, s), climb, cuts, relative, PANELS).value();
  }

  /** Ŝ of a straight segment, to an accuracy relative to itself; +∞ if it is impossible. */
  static double ofSegment(Hamiltonian hamiltonian, double[] from, double[] to, double relative) {
    return ofPath(hamiltonian, PathCurve.segment(from, to), relative);
  }

  /** Ŝ of a path, to an accuracy relative to itself; +∞ if it is impossible. */
  static double ofPath(Hamiltonian hamiltonian, PathCurve path, double relative) {
    return finite(new Reintegration(hamiltonian).integrate(path, relative).value());
  }

  /** An action that is not a number counts as impossible. */
  static double finite(double action) {
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
      double rounding = ROUNDING * (Math.abs(before) + Math.abs(after) + Math.abs(climb));
      double missed = Math.abs(after - before - climb) - rounding - 8 * place();
      double doubt = missed > 0 ? missed * Math.max(rate(), rate(climb, action)) : 0;
      return doubt + (action > 0 && !isEven(from, to) ? action : 0);
    }

    /** What the rounding of x alone does to f. */
    @Override
    public double rounding(double climb, double action) {
      return rate(climb, action) * place();
    }

    /** The rounding of f by that of x at the centre of the panel, which was looked at last. */
    private double place() {
      return Math.ulp(1.0) * Math.sqrt(Vectors.dot(slope, slope) * Vectors.dot(x, x));
    }

    private static double rate(double climb, double action) {
      return finite(Math.abs(action / climb));
    }

    private double loss(double s) {
      return hamiltonian.loss(point(curve, s));
    }

    /**
     * Whether the strength of the noise is proved to have no dip or peak between the points of a
     * panel: nearly linear, or nearly constant where it has a kink. Where nothing is known, true.
     */
    private boolean isEven(double from, double to) {
      return hamiltonian
          .noiseSize()
          .map(size -> isEven(size, point(curve, from), point(curve, to)))
          .orElse(true);
    }

    private boolean isEven(Enclosure size, double[] one, double[] other) {
      double[] low = {Math.min(one[0], other[0])};
      double[] high = {Math.max(one[0], other[0])};
      double[] range = new double[2];
      size.value(low, high, range);
      double[] least = new double[1];
      double[] most = new double[1];
      size.hessian(low, high, least, most);
      double width = high[0] - low[0];
      double bend = width * width * Math.max(Math.abs(least[0]), Math.abs(most[0]));
      return range[0] > 0 && (bend <= range[0] || range[1] - range[0] <= KINKED * range[0]);
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
