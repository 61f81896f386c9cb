package org.longrun.analysis;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import org.longrun.action.LeastPath;
import org.longrun.action.QuasiPotential;
import org.longrun.action.Transition;
import org.longrun.action.TransitionCosts;
import org.longrun.critical.CriticalComponent;
import org.longrun.critical.CriticalSet;
import org.longrun.landscape.Landscape;
import org.longrun.landscape.NoiseDescription;
import org.longrun.landscape.ScalarField;
import org.longrun.numerics.Point;

/**
 * What must always hold (theory, section 2; M. Freidlin, A. Wentzell, <em>Random Perturbations of
 * Dynamical Systems</em>, chapters 4 and 6): the one place where a finished result is checked. A
 * result that breaks a law is not told as it is.
 *
 * <ol>
 *   <li>Under Gaussian noise of constant Σ ≻ 0 every B_ij is finite.
 *   <li>B_ij ≤ B_ik + B_kj.
 *   <li>Under isotropic noise the reversal of a descent costs exactly 2[φ(f_i) − φ(f_j)], φ = ∫
 *       df/s.
 *   <li>A proved lower bound is no more than the cost and its error.
 *   <li>f is one and the same on a component.
 *   <li>No point that was met has less f than argmin f.
 * </ol>
 */
final class Laws {
  private static final double ROUNDING = 1e-9;

  /** How much f may differ along a component, as a share of its range over the components. */
  private static final double LEVEL = 1e-6;

  /** What rounding may leave of f where its terms are as large as at the domain's corner. */
  private static final double ROUNDED = 1e-13;

  /** Up to so many components all triples are looked at. */
  private static final int TRIPLES = 200;

  private static final int TOLD = 4;

  private final Landscape landscape;
  private final CriticalSet critical;
  private final TransitionCosts costs;
  private final double range;
  private final double size;
  private final List<String> broken = new ArrayList<>();

  private Laws(Landscape landscape, CriticalSet critical, TransitionCosts costs) {
    this.landscape = landscape;
    this.critical = critical;
    this.costs = costs;
    double least = critical.components().get(0).value();
    double most = critical.components().get(critical.size() - 1).value();
    this.range = most - least;
    double corner = f(landscape.domain().upper());
    this.size = Double.isFinite(corner) ? Math.abs(corner) : 0;
  }

  /** The laws that a result breaks, each in a sentence that names it and the components. */
  static List<String> broken(Landscape landscape, CriticalSet critical, TransitionCosts costs) {
    Laws laws = new Laws(landscape, critical, costs);
    laws.everyCostIsFinite();
    laws.trianglesClose();
    laws.reversalsCostTheRise();
    laws.boundsAreBelow();
    laws.componentsAreLevel();
    laws.nothingLiesLower();
    return List.copyOf(laws.broken);
  }

  private void breaks(String law, List<String> where) {
    if (!where.isEmpty()) {
      String more = where.size() > TOLD ? " and " + (where.size() - TOLD) + " more" : "";
      String told = String.join(", ", where.subList(0, Math.min(TOLD, where.size())));
      broken.add("INCONSISTENT: " + law + "; here " + told + more);
    }
  }

  private void everyCostIsFinite() {
    if (isPositiveEverywhere(landscape.noise())) {
      breaks(
          "under Gaussian noise with a constant covariance every cost is finite",
          costs.absences().stream().map(each -> arrow(each.from(), each.to())).toList());
    }
  }

  /** A covariance that the file gives as numbers has been checked to be positive definite. */
  private static boolean isPositiveEverywhere(NoiseDescription noise) {
    if (noise instanceof NoiseDescription.Isotropic isotropic) {
      return isotropic.truncation().isEmpty()
          && isotropic.variance().isConstant()
          && isotropic.variance().value(new double[isotropic.variance().dimension()]) > 0;
    }
    return noise instanceof NoiseDescription.Anisotropic anisotropic
        && anisotropic.truncation().isEmpty()
        && anisotropic.covariance().stream().allMatch(ScalarField::isConstant);
  }

  private void trianglesClose() {
    int n = critical.size();
    if (n > TRIPLES) {
      return;
    }
    double[][] cost = new double[n][n];
    for (double[] row : cost) {
      Arrays.fill(row, Double.POSITIVE_INFINITY);
    }
    costs.transitions().forEach(each -> cost[each.from()][each.to()] = each.cost());
    List<String> where = new ArrayList<>();
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < n; j++) {
        for (int k = 0; k < n && i != j; k++) {
          double chain = k == i || k == j ? Double.POSITIVE_INFINITY : cost[i][k] + cost[k][j];
          if (cost[i][j] > chain * (1 + ROUNDING)) {
            where.add(arrow(i, j) + " by way of " + id(k));
          }
        }
      }
    }
    breaks("a cost is no more than that of a way over another component", where);
  }

  private void reversalsCostTheRise() {
    List<String> where = new ArrayList<>();
    for (Transition descent : costs.direct()) {
      LeastPath path = descent.path();
      if (path != null && path.cost() == 0) {
        costs.transitions().stream()
            .filter(each -> each.from() == descent.to() && each.to() == descent.from())
            .filter(this::isOffTheRise)
            .forEach(each -> where.add(arrow(each.from(), each.to())));
      }
    }
    breaks(
        "under isotropic noise the reversal of a descent costs the rise of its potential", where);
  }

  private boolean isOffTheRise(Transition climb) {
    OptionalDouble exact = QuasiPotential.rise(landscape, value(climb.from()), value(climb.to()));
    double allowed = climb.error() + LEVEL * climb.cost();
    return exact.isPresent()
        && !(Math.abs(climb.cost() - exact.getAsDouble()) <= allowed + ROUNDING * range);
  }

  private void boundsAreBelow() {
    breaks(
        "a proved lower bound is below the cost and its error",
        costs.transitions().stream()
            .filter(Laws::isBelowItsBound)
            .map(each -> arrow(each.from(), each.to()))
            .toList());
  }

  private static boolean isBelowItsBound(Transition each) {
    Double least = each.lowerBound();
    return least != null && !(each.cost() + each.error() >= least * (1 - LEVEL));
  }

  private void componentsAreLevel() {
    List<String> where = new ArrayList<>();
    for (CriticalComponent component : critical.components()) {
      double allowed = LEVEL * Math.max(range, Math.abs(component.value())) + ROUNDED * size;
      boolean level =
          component.points().stream().allMatch(x -> Math.abs(f(x) - component.value()) <= allowed);
      if (!level) {
        where.add(component.id());
      }
    }
    breaks("f is one and the same on a component", where);
  }

  private void nothingLiesLower() {
    double least = critical.components().get(0).value();
    double allowed = LEVEL * Math.max(range, Math.abs(least)) + ROUNDED * size;
    List<String> where = new ArrayList<>();
    for (Transition each : costs.direct()) {
      LeastPath path = each.path();
      if (path != null) {
        path.points().stream()
            .filter(x -> landscape.domain().contains(x) && f(x) < least - allowed)
            .findFirst()
            .ifPresent(x -> where.add(told(x)));
      }
    }
    landscape.starts().stream()
        .filter(x -> f(x) < least - allowed)
        .forEach(x -> where.add(told(x)));
    breaks("no point of the domain has less f than argmin", where);
  }

  private String told(Point x) {
    return String.format(Locale.ROOT, "f = %.9g at %s", f(x), x);
  }

  private double f(Point x) {
    return landscape.objective().value(x.toArray());
  }

  private double value(int component) {
    return critical.components().get(component).value();
  }

  private String id(int component) {
    return critical.components().get(component).id();
  }

  private String arrow(int from, int to) {
    return id(from) + " -> " + id(to);
  }
}
