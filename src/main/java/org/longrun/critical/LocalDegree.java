package org.longrun.critical;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.longrun.landscape.Enclosure;
import org.longrun.landscape.ScalarField;
import org.longrun.numerics.KroneckerSequence;
import org.longrun.numerics.Vectors;

/**
 * The degree of ∇f about a degenerate component: what it adds to the sum of indices.
 *
 * <p>f is tilted by a small linear function ε⟨a, x⟩, too small to bring zeros in or out of a
 * neighbourhood; the component falls apart into regular zeros, and the degree is the sum of their
 * signs of det ∇²f (J. Milnor, <em>Topology from the Differentiable Viewpoint</em>, sections 5, 6).
 * For a curve or surface on which f is normally non-degenerate that sum is (−1)^index times the
 * Euler characteristic. Two tilts must agree.
 */
final class LocalDegree {
  private static final double SHARE = 0.3;

  private final LossField field;
  private final List<Zero> zeros = new ArrayList<>();

  LocalDegree(LossField field) {
    this.field = field;
  }

  /**
   * The degree about an isolated zero; null if two tilts disagree.
   *
   * @param room the distance to the nearest other component
   */
  @Nullable Integer of(Zero zero, double room) {
    double radius = Math.min(0.02 * field.diameter, 0.4 * room);
    List<double[]> sphere = sphere(zero.x(), radius);
    List<double[]> starts = new ArrayList<>(sphere);
    for (double share : new double[] {0.5, 0.2, 0.05}) {
      starts.addAll(sphere(zero.x(), share * radius));
    }
    return agreed(sphere, starts, x -> Vectors.distance(x, zero.x()) <= radius);
  }

  /** The degree about a connected set that stays in the domain; null where it is not known. */
  @Nullable Integer of(Continuum continuum, double room) {
    if (continuum.leaves() || continuum.truncated() || continuum.dimension() == field.d) {
      return null;
    }
    double radius = Math.min(0.5 * continuum.spacing(), 0.4 * room);
    List<double[]> sphere = new ArrayList<>();
    List<double[]> starts = new ArrayList<>();
    addBeyondEnds(continuum, radius, starts);
    for (Zero zero : continuum.points()) {
      starts.add(zero.x());
      for (int k = 0; k < field.d; k++) {
        if (!zero.isNull(k)) {
          sphere.add(LossField.shifted(zero.x(), radius, zero.eigen().vector(k)));
          sphere.add(LossField.shifted(zero.x(), -radius, zero.eigen().vector(k)));
        }
      }
    }
    double within = radius + (continuum.dimension() == 1 ? 0.1 : 1) * continuum.spacing();
    starts.addAll(sphere);
    Integer degree = agreed(sphere, starts, x -> continuum.distance(x) <= within);
    return degree != null && degree == 0 && zeros.isEmpty() ? null : degree;
  }

  /** Starts beside the ends of open curves, where a tilted f may have its zeros. */
  private static void addBeyondEnds(Continuum curves, double radius, List<double[]> starts) {
    for (Continuum.Branch branch : curves.branches()) {
      int last = branch.points().size() - 1;
      if (curves.dimension() == 1 && !branch.closed() && last > 0) {
        addBeyond(branch.points().get(1), branch.points().get(0), radius, starts);
        addBeyond(branch.points().get(last - 1), branch.points().get(last), radius, starts);
      }
    }
  }

  private static void addBeyond(Zero from, Zero end, double radius, List<double[]> starts) {
    double[] v = LossField.shifted(end.x(), -1, from.x());
    for (double share : new double[] {0.1, 0.3, 0.6, 0.9}) {
      starts.add(LossField.shifted(end.x(), share * radius / LossField.norm(v), v));
    }
  }

  private interface Neighbourhood {
    boolean holds(double[] x);
  }

  private @Nullable Integer agreed(
      List<double[]> rim, List<double[]> starts, Neighbourhood neighbourhood) {
    double least = Double.POSITIVE_INFINITY;
    for (double[] x : rim) {
      least = Math.min(least, LossField.norm(field.gradient(x)));
    }
    if (!(least > 0) || !Double.isFinite(least)) {
      return null;
    }
    Integer first = tilted(1, SHARE * least, starts, neighbourhood);
    Integer second = tilted(2, 0.5 * SHARE * least, starts, neighbourhood);
    return first != null && first.equals(second) ? first : null;
  }

  private @Nullable Integer tilted(
      int which, double size, List<double[]> starts, Neighbourhood neighbourhood) {
    double[] slope = LossField.shifted(new double[field.d], size, direction(which, field.d));
    LossField tilted = field.tilted(new Tilted(field.f, slope));
    NewtonCorrector corrector = new NewtonCorrector(tilted);
    zeros.clear();
    int sum = 0;
    for (double[] start : starts) {
      Zero zero = corrector.from(start);
      if (zero == null || !neighbourhood.holds(zero.x()) || isAmong(zero)) {
        continue;
      }
      if (zero.isDegenerate()) {
        return null;
      }
      zeros.add(zero);
      sum += zero.index() % 2 == 0 ? 1 : -1;
    }
    return sum;
  }

  private boolean isAmong(Zero zero) {
    return zeros.stream().anyMatch(z -> Vectors.distance(z.x(), zero.x()) <= 1e-8 * field.diameter);
  }

  private List<double[]> sphere(double[] centre, double radius) {
    List<double[]> points = new ArrayList<>();
    for (int n = 0; n < (field.d == 1 ? 2 : 16 * field.d); n++) {
      points.add(LossField.shifted(centre, radius, direction(n + 3, field.d)));
    }
    return points;
  }

  private static double[] direction(int n, int d) {
    if (d == 1) {
      return new double[] {n % 2 == 0 ? 1 : -1};
    }
    double[] half = new double[d];
    Arrays.fill(half, 0.37);
    double[] v = new KroneckerSequence(half).point(n);
    for (int k = 0; k < d; k++) {
      v[k] = Math.log((v[k] + 1e-9) / (1 - v[k] + 1e-9));
    }
    return LossField.shifted(new double[d], 1 / LossField.norm(v), v);
  }

  /** f + ⟨a, x⟩. */
  private record Tilted(ScalarField f, double[] slope) implements ScalarField {
    @Override
    public int dimension() {
      return f.dimension();
    }

    @Override
    public double value(double[] x) {
      double sum = f.value(x);
      for (int k = 0; k < x.length; k++) {
        sum += slope[k] * x[k];
      }
      return sum;
    }

    @Override
    public void gradient(double[] x, double[] out) {
      f.gradient(x, out);
      for (int k = 0; k < x.length; k++) {
        out[k] += slope[k];
      }
    }

    @Override
    public void hessian(double[] x, double[] out) {
      f.hessian(x, out);
    }

    @Override
    public Optional<Enclosure> enclosure() {
      return Optional.empty();
    }
  }
}
