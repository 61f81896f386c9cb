package org.longrun.critical;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** The sum of indices against the boundary's degree, with what the certificate says. */
final class CompletenessCheck {
  private static final int BOUNDARY_BUDGET = 100_000;

  private CompletenessCheck() {}

  static Completeness of(LossField field, List<Finding> findings, Certificate certificate) {
    Integer sum = indexSum(findings);
    boolean cut = findings.stream().anyMatch(f -> f.continuum() != null && f.continuum().leaves());
    Integer expected = cut ? null : new BoundaryDegree(field, BOUNDARY_BUDGET).value();
    boolean consistent = sum == null || expected == null || sum.equals(expected);
    String note = note(sum, expected, cut, field.d) + "; " + certificate.note();
    return new Completeness(sum, expected, consistent, certificate.holds(), false, note);
  }

  private static @Nullable Integer indexSum(List<Finding> findings) {
    int sum = 0;
    for (Finding finding : findings) {
      Integer degree = finding.degree();
      if (degree == null) {
        return null;
      }
      sum += degree;
    }
    return sum;
  }

  private static String note(
      @Nullable Integer sum, @Nullable Integer expected, boolean cut, int d) {
    if (cut) {
      return "a component leaves the domain, so the degree on its boundary is undefined";
    }
    if (expected == null) {
      return d > 3
          ? "-grad f does not point inward everywhere on the boundary, so the degree is not known"
          : "the degree on the boundary is not known: grad f comes too near to 0 there";
    }
    if (sum == null) {
      return "a degenerate component's index is not known";
    }
    return sum.equals(expected)
        ? "the indices add up to the degree on the boundary"
        : "the indices do not add up to the degree on the boundary: critical points are missing";
  }
}
