package org.longrun.critical;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.longrun.landscape.SignedPermutation;
import org.longrun.numerics.Point;
import org.longrun.numerics.Vectors;

/**
 * The zeros of ∇f found so far, each once: isolated points and continua, with the images under the
 * landscape's symmetries, and those just outside the domain apart.
 */
final class Catalogue {
  private static final double SAME = 1e-7;
  private static final double SAME_DEGENERATE = 2e-3;
  private static final double ON_RIM = 1e-9;
  private static final double JUST_OUTSIDE = 0.02;

  private final LossField field;
  private final NewtonCorrector corrector;
  private final Membership membership;
  private final ContinuumTracer tracer;
  private final List<SignedPermutation> symmetries;
  private final List<Zero> points = new ArrayList<>();
  private final List<Continuum> continua = new ArrayList<>();
  private final List<Point> outside = new ArrayList<>();

  Catalogue(LossField field, NewtonCorrector corrector, List<SignedPermutation> symmetries) {
    this.field = field;
    this.corrector = corrector;
    this.membership = new Membership(field, corrector);
    this.tracer = new ContinuumTracer(field, corrector, membership);
    this.symmetries = symmetries;
  }

  /** The isolated zeros in the domain, in the order of their discovery. */
  List<Zero> points() {
    return points;
  }

  /** The curves and surfaces of zeros. */
  List<Continuum> continua() {
    return continua;
  }

  /** Zeros that lie outside the domain by less than 2 % of its width. */
  List<Point> justOutside() {
    return outside;
  }

  /** The number of variables, d. */
  int dimension() {
    return field.d;
  }

  /** The number of components. */
  int size() {
    return points.size() + continua.size();
  }

  /** Adds a zero; true if it is new and in the domain. */
  boolean add(@Nullable Zero found) {
    if (found == null || !(field.excess(found.x()) <= JUST_OUTSIDE)) {
      return false;
    }
    Zero zero = onto(found);
    if (isKnown(zero)) {
      return false;
    }
    if (field.excess(zero.x()) > 0) {
      return addOutside(zero);
    }
    Continuum continuum = zero.isDegenerate() ? tracer.through(zero) : null;
    if (continuum != null) {
      return addContinuum(continuum);
    }
    points.add(zero);
    addImages(zero);
    return true;
  }

  /** True if the zero is one of those known. */
  boolean isKnown(Zero zero) {
    if (known(zero) != null) {
      return true;
    }
    for (Continuum continuum : continua) {
      if (membership.holds(continuum, zero)) {
        return true;
      }
    }
    return false;
  }

  /** The isolated zero of the list that is this one; null if there is none. */
  @Nullable Zero known(Zero zero) {
    for (Zero point : points) {
      if (same(point, zero)) {
        return point;
      }
    }
    return null;
  }

  private boolean same(Zero a, Zero b) {
    double distance = Vectors.distance(a.x(), b.x());
    if (distance <= SAME * field.diameter) {
      return true;
    }
    return a.isDegenerate()
        && b.isDegenerate()
        && distance <= SAME_DEGENERATE * field.diameter
        && isFlatBetween(a.x(), b.x());
  }

  /** True if ∇f is lost in rounding between two degenerate zeros: they are one. */
  private boolean isFlatBetween(double[] a, double[] b) {
    double[] middle = a.clone();
    for (int k = 0; k < middle.length; k++) {
      middle[k] = 0.5 * (a[k] + b[k]);
    }
    return LossField.norm(field.gradient(middle)) <= 1e3 * field.noise(middle);
  }

  /** Moves a zero that misses the domain by rounding onto its boundary. */
  private Zero onto(Zero zero) {
    double excess = field.excess(zero.x());
    if (excess == 0 || excess > ON_RIM) {
      return zero;
    }
    double[] x = zero.x().clone();
    for (int k = 0; k < x.length; k++) {
      x[k] = Math.min(Math.max(x[k], field.domain.lower().get(k)), field.domain.upper().get(k));
    }
    return new Zero(x, field.value(x), zero.eigen(), zero.slope(), zero.nullity());
  }

  private boolean addOutside(Zero zero) {
    Point point = Point.of(zero.x());
    for (Point known : outside) {
      if (known.distance(point) <= SAME * field.diameter) {
        return false;
      }
    }
    if (!zero.isDegenerate()) {
      outside.add(point);
    }
    return false;
  }

  private boolean addContinuum(Continuum found) {
    Continuum whole = found;
    for (Continuum known : List.copyOf(continua)) {
      if (membership.areOne(known, whole)) {
        continua.remove(known);
        whole = known.with(whole);
      }
    }
    Continuum continuum = whole;
    points.removeIf(point -> membership.holds(continuum, point));
    continua.add(continuum);
    for (SignedPermutation symmetry : symmetries) {
      for (Zero zero : found.points()) {
        add(corrector.near(symmetry.apply(zero.x()), 1e-3 * field.diameter));
      }
    }
    return true;
  }

  private void addImages(Zero zero) {
    for (SignedPermutation symmetry : symmetries) {
      double[] image = symmetry.apply(zero.x());
      if (field.excess(image) == 0) {
        add(corrector.near(image, 1e-6 * field.diameter));
      }
    }
  }
}
