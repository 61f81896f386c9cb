package org.longrun.landscape;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.longrun.numerics.SymmetricEigen;

/**
 * What can only be seen by evaluating: an objective that is not finite, a variance that is negative
 * somewhere in the domain, a covariance that is not symmetric or not positive semi-definite. The
 * point is named. A value counts as zero where it is at most 1e-10 of its median over the domain,
 * whatever its sign.
 */
final class NoiseCheck {
  private static final double ROUNDING = 1e-10;

  private final Domain domain;
  private final Faults faults;
  private final int samples;

  /**
   * A check.
   *
   * @param samples n of a finite sum, 1 otherwise: what an evaluation of f costs
   */
  NoiseCheck(Domain domain, Faults faults, int samples) {
    this.domain = domain;
    this.faults = faults;
    this.samples = samples;
  }

  /** Adds a fault if f is not finite at a sample of the domain, or unbounded below in it. */
  void objective(ScalarField objective, Place place) {
    DomainSearch search = new DomainSearch(objective::value, domain, budget(1000));
    for (int k = 0; k < search.values().length; k++) {
      if (!Double.isFinite(search.values()[k])) {
        faults.add(
            place,
            "f is "
                + search.values()[k]
                + " at "
                + Numbers.point(search.samples()[k])
                + "; it must be finite in the domain");
        return;
      }
    }
    new PoleSearch(objective, domain, samples)
        .find()
        .ifPresent(
            x ->
                faults.add(
                    place,
                    "f is unbounded below near "
                        + Numbers.point(x)
                        + "; it must be bounded in the domain: leave that point out of it"));
  }

  private int budget(int evaluations) {
    return Math.max(100, evaluations * 10 / (10 + domain.dimension()) / (1 + samples / 100));
  }

  /**
   * Adds a fault if a variance, half-width or scale is negative or undefined somewhere, or zero
   * everywhere.
   */
  void size(ScalarField field, String what, Place place) {
    DomainSearch search = new DomainSearch(field::value, domain, budget(20_000));
    double scale = search.scale();
    for (int k = 0; k < search.values().length; k++) {
      if (!Double.isFinite(search.values()[k])) {
        undefined(what, search.values()[k], search.samples()[k], place);
        return;
      }
    }
    double[] lowest = field.isConstant() ? search.samples()[0] : search.lowest();
    double least = field.value(lowest);
    if (least < -ROUNDING * scale) {
      faults.add(
          place,
          "the "
              + what
              + " is "
              + Numbers.brief(least)
              + " at "
              + Numbers.point(lowest)
              + "; it must not be negative in the domain: add an offset or shrink the domain");
    } else if (!(scale > 0)) {
      faults.add(place, "the " + what + " is 0; it must be positive");
    }
  }

  private void undefined(String what, double value, double[] x, Place place) {
    faults.add(
        place,
        "the "
            + what
            + " is "
            + value
            + " at "
            + Numbers.point(x)
            + "; it must be finite in the domain");
  }

  /**
   * Adds a fault if a covariance is not symmetric, or not positive semi-definite somewhere.
   *
   * @param places the places of its entries, row by row
   */
  void covariance(List<ScalarField> entries, List<Place> places) {
    int d = domain.dimension();
    boolean constant = entries.stream().allMatch(ScalarField::isConstant);
    int evaluations = constant ? 10 : (int) Math.max(300, Math.min(20_000, 2e7 / (d * d * d)));
    DomainSearch search = new DomainSearch(x -> leastEigenvalue(entries, x), domain, evaluations);
    double scale = scale(entries, search.samples());
    if (!(scale > 0)) {
      faults.add(places.get(0), "the covariance must be finite, and not 0 everywhere");
      return;
    }
    if (isSymmetric(entries, places, search.samples(), scale)) {
      double[] lowest = search.lowest();
      double least = leastEigenvalue(entries, lowest);
      if (!(least >= -ROUNDING * scale)) {
        faults.add(
            places.get(0),
            "the covariance is not positive semi-definite at "
                + Numbers.point(lowest)
                + ": its least eigenvalue is "
                + Numbers.brief(least));
      }
    }
  }

  /** The median over the samples of the mean variance; NaN if an entry is not finite. */
  private double scale(List<ScalarField> entries, double[][] samples) {
    int d = domain.dimension();
    double[] traces = new double[samples.length];
    for (int q = 0; q < samples.length; q++) {
      for (int k = 0; k < d * d; k++) {
        double entry = entries.get(k).value(samples[q]);
        traces[q] += k % (d + 1) == 0 ? Math.abs(entry) / d : 0 * entry;
      }
    }
    Arrays.sort(traces);
    return Double.isNaN(traces[traces.length - 1]) ? Double.NaN : traces[traces.length / 2];
  }

  private boolean isSymmetric(
      List<ScalarField> entries, List<Place> places, double[][] samples, double scale) {
    int d = domain.dimension();
    for (int i = 0; i < d; i++) {
      for (int j = 0; j < i; j++) {
        double[] point = asymmetric(entries.get(i * d + j), entries.get(j * d + i), samples, scale);
        if (point != null) {
          faults.add(places.get(i * d + j), notSymmetric(entries, i, j, point));
          return false;
        }
      }
    }
    return true;
  }

  private String notSymmetric(List<ScalarField> entries, int i, int j, double[] point) {
    int d = domain.dimension();
    return "the covariance is not symmetric: entry ("
        + (i + 1)
        + ", "
        + (j + 1)
        + ") is "
        + Numbers.brief(entries.get(i * d + j).value(point))
        + " and entry ("
        + (j + 1)
        + ", "
        + (i + 1)
        + ") is "
        + Numbers.brief(entries.get(j * d + i).value(point))
        + " at "
        + Numbers.point(point);
  }

  private static double @Nullable [] asymmetric(
      ScalarField a, ScalarField b, double[][] samples, double scale) {
    for (double[] x : samples) {
      double left = a.value(x);
      double right = b.value(x);
      if (!(Math.abs(left - right) <= ROUNDING * Math.max(scale, Math.abs(left)))) {
        return x;
      }
    }
    return null;
  }

  private double leastEigenvalue(List<ScalarField> entries, double[] x) {
    int d = domain.dimension();
    double[] matrix = new double[d * d];
    for (int i = 0; i < d; i++) {
      for (int j = 0; j <= i; j++) {
        matrix[i * d + j] = entries.get(i * d + j).value(x);
        matrix[j * d + i] = matrix[i * d + j];
      }
    }
    return SymmetricEigen.of(matrix, d).value(0);
  }
}
