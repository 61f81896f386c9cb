package org.longrun.action;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.DoubleStream;
import org.longrun.dynamics.Hamiltonian;
import org.longrun.numerics.GaussKronrod;

/**
 * Where the noise vanishes on a path: at its ends, and between them where an integral along it met
 * something that it could not resolve. Near such a point the action's density may grow without
 * bound, and whether its integral is finite is decided by {@link SingularEnd}.
 *
 * <p>Immutable.
 */
final class NoiseZeros {
  /** The variance at a component without noise, relative to that along the path. */
  private static final double NEGLIGIBLE = 1e-10;

  /** The variance at a zero inside, relative to that a little way off: it may have a steep cusp. */
  private static final double SMALL = 0.3;

  private static final double NEAR = 1e-2;
  private static final double SAME = 1e-12;
  private static final int SCAN = 64;
  private static final int STEPS = 120;
  private static final double GOLDEN = 0.5 * (Math.sqrt(5) - 1);

  private final Hamiltonian hamiltonian;
  private final PathCurve curve;
  private final double[] zeros;

  private NoiseZeros(Hamiltonian hamiltonian, PathCurve curve, double[] zeros) {
    this.hamiltonian = hamiltonian;
    this.curve = curve;
    this.zeros = zeros;
  }

  /** Those of the path's two ends that have no noise. */
  static NoiseZeros atEnds(Hamiltonian hamiltonian, PathCurve curve) {
    NoiseZeros none = new NoiseZeros(hamiltonian, curve, new double[0]);
    double least = NEGLIGIBLE * Math.max(none.variance(0.375), none.variance(0.625));
    double[] ends = DoubleStream.of(0, 1).filter(s -> none.variance(s) <= least).toArray();
    return new NoiseZeros(hamiltonian, curve, ends);
  }

  /** The trace of the covariance at a parameter of the path. */
  private double variance(double s) {
    int d = curve.dimension();
    double[] x = new double[d];
    curve.point(s, x);
    Hamiltonian.Local local = hamiltonian.at(x);
    double isotropic = local.isotropicVariance();
    if (!Double.isNaN(isotropic)) {
      return d * isotropic;
    }
    double[] covariance = new double[d * d];
    local.momentumHessian(new double[d], covariance);
    double trace = 0;
    for (int k = 0; k < d; k++) {
      trace += covariance[k * d + k];
    }
    return trace;
  }

  boolean isEmpty() {
    return zeros.length == 0;
  }

  /**
   * These zeros and the one, if there is one, that made an integral fail; else these.
   *
   * @param result the integral
   * @param obstacle where it was found to be infinite; NaN if it was not
   */
  NoiseZeros with(GaussKronrod.Result result, double obstacle) {
    return Double.isNaN(obstacle)
        ? within(result.from() - (result.to() - result.from()), 2 * result.to() - result.from())
        : at(obstacle);
  }

  /** An obstacle is one of these only where there is no noise at all. */
  private NoiseZeros at(double obstacle) {
    double around = Math.max(variance(obstacle - NEAR), variance(obstacle + NEAR));
    return variance(obstacle) <= NEGLIGIBLE * around ? with(obstacle) : this;
  }

  private NoiseZeros within(double low, double high) {
    double from = Math.max(0, low);
    double to = Math.min(1, high);
    double zero = from < to ? least(from, to) : Double.NaN;
    return variance(zero) <= SMALL * Math.min(variance(from), variance(to)) ? with(zero) : this;
  }

  private NoiseZeros with(double zero) {
    if (!(zero > 0 && zero < 1) || Arrays.stream(zeros).anyMatch(s -> isSame(s, zero))) {
      return this;
    }
    double[] more = DoubleStream.concat(Arrays.stream(zeros), DoubleStream.of(zero)).toArray();
    Arrays.sort(more);
    return new NoiseZeros(hamiltonian, curve, more);
  }

  private static boolean isSame(double one, double other) {
    return Math.abs(one - other) <= SAME;
  }

  /** Where the variance is least between two parameters. */
  private double least(double from, double to) {
    double best = from;
    for (int k = 0; k <= SCAN; k++) {
      double s = from + k * (to - from) / SCAN;
      best = variance(s) < variance(best) ? s : best;
    }
    double step = (to - from) / SCAN;
    return golden(Math.max(from, best - step), Math.min(to, best + step));
  }

  private double golden(double from, double to) {
    double low = from;
    double high = to;
    double left = high - GOLDEN * (high - low);
    double right = low + GOLDEN * (high - low);
    for (int k = 0; k < STEPS && left < right; k++) {
      if (variance(left) < variance(right)) {
        high = right;
        right = left;
        left = high - GOLDEN * (high - low);
      } else {
        low = left;
        left = right;
        right = low + GOLDEN * (high - low);
      }
    }
    return 0.5 * (low + high);
  }

  /** The panels between the cuts that touch no zero, in runs of neighbours. */
  List<double[]> regular(double[] cuts) {
    if (isEmpty()) {
      return List.of(cuts);
    }
    List<double[]> panels = new ArrayList<>();
    double[] all = all(cuts);
    for (int k = 0; k + 1 < all.length; k++) {
      if (!isZero(all[k]) && !isZero(all[k + 1])) {
        panels.add(new double[] {all[k], all[k + 1]});
      }
    }
    return panels;
  }

  /** The panels that end in a zero: the zero, and the other end. */
  List<double[]> tails(double[] cuts) {
    List<double[]> tails = new ArrayList<>();
    double[] all = all(cuts);
    for (int k = 0; k + 1 < all.length; k++) {
      if (isZero(all[k])) {
        tails.add(new double[] {all[k], all[k + 1]});
      } else if (isZero(all[k + 1])) {
        tails.add(new double[] {all[k + 1], all[k]});
      }
    }
    return tails;
  }

  private boolean isZero(double s) {
    return Arrays.binarySearch(zeros, s) >= 0;
  }

  /** The cuts and the zeros, and a cut between neighbours that are both zeros. */
  private double[] all(double[] cuts) {
    double[] both =
        DoubleStream.concat(Arrays.stream(cuts), Arrays.stream(zeros))
            .sorted()
            .distinct()
            .toArray();
    DoubleStream.Builder all = DoubleStream.builder();
    for (int k = 0; k < both.length; k++) {
      all.add(both[k]);
      if (k + 1 < both.length && isZero(both[k]) && isZero(both[k + 1])) {
        all.add(0.5 * (both[k] + both[k + 1]));
      }
    }
    return all.build().toArray();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof NoiseZeros that && Arrays.equals(zeros, that.zeros);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(zeros);
  }
}
