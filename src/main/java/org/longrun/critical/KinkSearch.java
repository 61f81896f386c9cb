package org.longrun.critical;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.longrun.numerics.KroneckerSequence;
import org.longrun.numerics.Point;
import org.longrun.numerics.SymmetricEigen;
import org.longrun.numerics.Vectors;

/**
 * Critical points at which f is not differentiable: 0 lies in Clarke's subdifferential, the hull of
 * the limits of ∇f (F. Clarke, <em>Optimization and Nonsmooth Analysis</em>, 1983, section 2.3). On
 * a line that is where the slope changes its sign by a jump, and every change of a switch's sign is
 * looked at; in more variables the isolated ones on the surface of one switch are found, and of
 * those where surfaces meet or f is constant along them only minima that descents run into are
 * known.
 */
final class KinkSearch {
  private static final int CELLS = 4096;
  private static final int SAMPLE = 512;

  /** Losses over data have as many surfaces as samples: no point of theirs is what f is about. */
  private static final int MOST_SURFACES = 32;

  private static final int MOST_VARIABLES = 20;

  /** How far beside a kink the slopes are taken, as a part of the domain's width. */
  private static final double BESIDE = 1e-10;

  private static final double SAME = 1e-6;

  private final LossField field;

  KinkSearch(LossField field) {
    this.field = field;
  }

  /** Whether f has kinks somewhere in the domain: a switch takes both signs there. */
  boolean hasKinks() {
    double[] centre = new double[field.d];
    Arrays.fill(centre, 0.5);
    KroneckerSequence sequence = new KroneckerSequence(centre);
    double[] first = field.f.switches(field.atFraction(centre));
    for (int n = 1; n <= SAMPLE && first.length > 0; n++) {
      double[] other = field.f.switches(field.atFraction(sequence.point(n)));
      for (int k = 0; k < first.length; k++) {
        if (Math.signum(other[k]) != Math.signum(first[k])) {
          return true;
        }
      }
    }
    return false;
  }

  /** The critical kinks. */
  List<Finding> critical() {
    return field.d == 1 ? onLine() : onSurfaces();
  }

  private List<Finding> onSurfaces() {
    List<Finding> found = new ArrayList<>();
    int switches = field.f.switches(field.atFraction(new double[field.d])).length;
    for (int k = 0; k < switches && switches <= MOST_SURFACES && field.d <= MOST_VARIABLES; k++) {
      for (Finding each : new KinkSurface(field, k).critical()) {
        if (found.stream().noneMatch(known -> isAt(known, each.representative().x()))) {
          found.add(each);
        }
      }
    }
    return found;
  }

  private List<Finding> onLine() {
    List<Finding> found = new ArrayList<>();
    double[] left = field.atFraction(new double[] {0});
    double[] before = field.f.switches(left);
    for (int cell = 1; cell <= CELLS && before.length > 0; cell++) {
      double[] right = field.atFraction(new double[] {(double) cell / CELLS});
      double[] after = field.f.switches(right);
      for (int k = 0; k < before.length; k++) {
        if (before[k] * after[k] < 0 || after[k] == 0 && before[k] != 0) {
          add(root(left[0], right[0], k), found);
        }
      }
      left = right;
      before = after;
    }
    return found;
  }

  /** Where a switch changes its sign, to the last digit. */
  private double root(double from, double to, int k) {
    double low = from;
    double high = to;
    double sign = Math.signum(field.f.switches(new double[] {low})[k]);
    for (double middle = 0.5 * (low + high);
        middle > low && middle < high;
        middle = 0.5 * (low + high)) {
      if (Math.signum(field.f.switches(new double[] {middle})[k]) == sign) {
        low = middle;
      } else {
        high = middle;
      }
    }
    return high;
  }

  /** Adds the kink at x if 0 lies between the slopes beside it. */
  private void add(double x, List<Finding> found) {
    double step = BESIDE * field.diameter;
    double left = field.gradient(new double[] {x - step})[0];
    double right = field.gradient(new double[] {x + step})[0];
    boolean known =
        found.stream()
            .anyMatch(each -> Math.abs(each.representative().x()[0] - x) <= SAME * field.diameter);
    if (known || !(left * right < 0)) {
      return;
    }
    boolean minimum = left < 0;
    SymmetricEigen sign = SymmetricEigen.of(new double[] {minimum ? 1 : -1}, 1);
    Zero zero = new Zero(new double[] {x}, field.value(new double[] {x}), sign, 0, 0);
    found.add(
        new Finding(
            minimum ? Kind.MINIMUM : Kind.MAXIMUM,
            minimum ? 1 : -1,
            0,
            zero,
            List.of(zero),
            null,
            false));
  }

  /** The smooth findings that are no kinks, and the kinks. */
  List<Finding> joined(List<Finding> smooth, List<Finding> kinks) {
    List<Finding> all = new ArrayList<>(kinks);
    for (Finding each : smooth) {
      if (kinks.stream().noneMatch(kink -> isAt(kink, each.representative().x()))) {
        all.add(each);
      }
    }
    return all;
  }

  /** Those points at which none of the kinks lies. */
  List<Point> others(List<Point> points, List<Finding> kinks) {
    return points.stream()
        .filter(point -> kinks.stream().noneMatch(kink -> isNear(kink, point)))
        .toList();
  }

  private boolean isAt(Finding kink, double[] x) {
    return Vectors.distance(kink.representative().x(), x) <= SAME * field.diameter;
  }

  private boolean isNear(Finding kink, Point point) {
    return Vectors.distance(kink.representative().x(), point.toArray()) <= 1e-3 * field.diameter;
  }
}
