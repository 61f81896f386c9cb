package org.longrun.report;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.longrun.landscape.Domain;
import org.longrun.landscape.Landscape;
import org.longrun.landscape.ScalarField;
import org.longrun.numerics.Vectors;

/**
 * Which lines and planes a landscape is drawn on: the domain itself for d ≤ 2, else the plane
 * through three components and the planes of the two stiffest and the two softest directions at the
 * lowest one.
 */
final class Views {
  private static final double MARGIN = 0.35;
  private static final int POWER_STEPS = 300;

  private Views() {}

  /** The views, the first one the best known. */
  static List<View> of(Landscape landscape, Findings findings) {
    int d = landscape.dimension();
    return d <= 2 ? List.of(whole(landscape)) : planes(landscape, findings);
  }

  private static View whole(Landscape landscape) {
    Domain domain = landscape.domain();
    int d = landscape.dimension();
    double[][] directions = new double[d][d];
    for (int k = 0; k < d; k++) {
      directions[k][k] = 1;
    }
    return new View(
        "the whole domain",
        landscape.variables(),
        new double[d],
        directions,
        domain.lower().toArray(),
        domain.upper().toArray(),
        true);
  }

  private static List<View> planes(Landscape landscape, Findings findings) {
    List<double[]> centres =
        findings.components().stream()
            .filter(c -> !c.representative().isEmpty())
            .map(c -> c.representative().stream().mapToDouble(Double::doubleValue).toArray())
            .toList();
    List<View> out = new ArrayList<>();
    if (!centres.isEmpty()) {
      View chosen = throughComponents(findings, centres);
      if (chosen != null) {
        out.add(chosen);
      }
      double size = extent(centres, landscape.domain());
      out.add(eigenPlane(landscape, centres.get(0), size, true));
      out.add(eigenPlane(landscape, centres.get(0), size, false));
    }
    return out;
  }

  private static @Nullable View throughComponents(Findings findings, List<double[]> centres) {
    double[] origin = centres.get(0);
    int second = worst(findings);
    double[] u = second > 0 ? direction(centres.get(second), origin, null) : null;
    if (u == null) {
      return null;
    }
    int third = farthest(centres, origin, u);
    double[] v = third > 0 ? direction(centres.get(third), origin, u) : null;
    if (v == null) {
      v = perpendicular(u);
    }
    String title = "the plane through " + name(findings, 0) + ", " + name(findings, second);
    title += third > 0 ? " and " + name(findings, third) : "";
    List<String> axes =
        List.of("along " + name(findings, 0) + " → " + name(findings, second), "across");
    return bounded(title, axes, origin, new double[][] {u, v}, centres);
  }

  private static String name(Findings findings, int i) {
    return findings.components().get(i).id();
  }

  /** The component of the largest exponent, or the last minimum, or the second component. */
  private static int worst(Findings findings) {
    int best = -1;
    double largest = 0;
    List<@Nullable Double> exponents = findings.exponents("exponent");
    for (int i = 1; i < findings.components().size(); i++) {
      Double j = exponents.get(i);
      boolean minimum = findings.components().get(i).isMinimum();
      if (minimum && (best < 0 || (j != null && j > largest))) {
        best = i;
        largest = j == null ? 0 : j;
      }
    }
    return best < 0 && findings.components().size() > 1 ? 1 : best;
  }

  private static int farthest(List<double[]> centres, double[] origin, double[] u) {
    int best = -1;
    double largest = 1e-6;
    for (int i = 1; i < centres.size(); i++) {
      double[] rest = minus(centres.get(i), origin);
      remove(rest, u);
      if (Vectors.norm(rest) > largest) {
        largest = Vectors.norm(rest);
        best = i;
      }
    }
    return best;
  }

  private static View bounded(
      String title, List<String> axes, double[] origin, double[][] basis, List<double[]> centres) {
    View unbounded = new View(title, axes, origin, basis, new double[2], new double[2], false);
    double[] lower = {0, 0};
    double[] upper = {0, 0};
    for (double[] centre : centres) {
      double[] t = unbounded.project(centre);
      for (int k = 0; k < 2; k++) {
        lower[k] = Math.min(lower[k], t[k]);
        upper[k] = Math.max(upper[k], t[k]);
      }
    }
    double least = 0.3 * Math.max(upper[0] - lower[0], upper[1] - lower[1]);
    for (int k = 0; k < 2; k++) {
      double margin = MARGIN * Math.max(upper[k] - lower[k], least);
      lower[k] -= margin;
      upper[k] += margin;
    }
    View bounded = new View(title, axes, origin, basis, lower, upper, false);
    return upper[1] - lower[1] > upper[0] - lower[0] ? bounded.turned() : bounded;
  }

  private static double extent(List<double[]> centres, Domain domain) {
    double largest = 0;
    for (double[] centre : centres) {
      largest = Math.max(largest, Vectors.norm(minus(centre, centres.get(0))));
    }
    return largest > 0 ? largest : domain.diameter() / 4;
  }

  private static View eigenPlane(Landscape landscape, double[] at, double size, boolean stiffest) {
    double[] u = eigenvector(landscape.objective(), at, stiffest, null);
    double[] v = eigenvector(landscape.objective(), at, stiffest, u);
    String word = stiffest ? "stiffest" : "softest";
    double[] upper = {size, size};
    return new View(
        "the two " + word + " directions at the lowest component",
        List.of(word + " direction", "second " + word + " direction"),
        at,
        new double[][] {u, v},
        new double[] {-size, -size},
        upper,
        false);
  }

  /**
   * An extreme eigenvector of ∇²f by power iteration; for the softest, of c·I − ∇²f with c above
   * the spectrum.
   */
  private static double[] eigenvector(
      ScalarField f, double[] at, boolean stiffest, double @Nullable [] other) {
    int d = at.length;
    double shift = stiffest ? 0 : 1.01 * frobenius(f, at);
    double[] v = new double[d];
    double[] image = new double[d];
    for (int i = 0; i < d; i++) {
      v[i] = 1 + 0.37 * Math.sin(1 + i);
    }
    for (int step = 0; step < POWER_STEPS; step++) {
      if (other != null) {
        remove(v, other);
      }
      scale(v, 1 / Math.max(Vectors.norm(v), 1e-300));
      f.hessianVector(at, v, image);
      for (int i = 0; i < d; i++) {
        v[i] = stiffest ? image[i] : shift * v[i] - image[i];
      }
    }
    if (other != null) {
      remove(v, other);
    }
    if (!(Vectors.norm(v) > 0) || !Double.isFinite(Vectors.norm(v))) {
      return perpendicular(other == null ? new double[d] : other);
    }
    scale(v, 1 / Vectors.norm(v));
    return v;
  }

  private static double frobenius(ScalarField f, double[] at) {
    double[] hessian = new double[at.length * at.length];
    f.hessian(at, hessian);
    return Vectors.norm(hessian);
  }

  private static double @Nullable [] direction(
      double[] to, double[] from, double @Nullable [] other) {
    double[] v = minus(to, from);
    if (other != null) {
      remove(v, other);
    }
    double length = Vectors.norm(v);
    if (!(length > 1e-9)) {
      return null;
    }
    scale(v, 1 / length);
    return v;
  }

  private static double[] perpendicular(double[] u) {
    double[] v = new double[u.length];
    int least = 0;
    for (int i = 1; i < u.length; i++) {
      least = Math.abs(u[i]) < Math.abs(u[least]) ? i : least;
    }
    v[least] = 1;
    remove(v, u);
    scale(v, 1 / Vectors.norm(v));
    return v;
  }

  private static double[] minus(double[] a, double[] b) {
    double[] out = a.clone();
    Arrays.setAll(out, i -> a[i] - b[i]);
    return out;
  }

  private static void remove(double[] v, double[] unit) {
    double along = 0;
    for (int i = 0; i < v.length; i++) {
      along += v[i] * unit[i];
    }
    for (int i = 0; i < v.length; i++) {
      v[i] -= along * unit[i];
    }
  }

  private static void scale(double[] v, double factor) {
    for (int i = 0; i < v.length; i++) {
      v[i] *= factor;
    }
  }
}
