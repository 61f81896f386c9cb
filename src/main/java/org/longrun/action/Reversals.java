package org.longrun.action;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.longrun.dynamics.Sgd;
import org.longrun.landscape.ScalarField;
import org.longrun.numerics.Point;
import org.longrun.numerics.Vectors;

/**
 * Moves whose cost the law gives: under isotropic Gaussian noise of constant variance, or of one
 * that depends on f alone, the reversal of a descent costs 2[φ(f(x′)) − φ(f(x))], exactly, which no
 * other path does for less (theory, section 2). They need no search.
 *
 * <p>The error told is that of f at the two ends: its rounding, its spread over a component's
 * points, and what is left of the gradient there.
 */
final class Reversals {
  /** The distance from its component within which a line has ended, by the domain's diameter. */
  private static final double ARRIVED = 1e-5;

  /** The share of the largest eigenvalue up to which another counts as 0. */
  private static final double NULL = 1e-9;

  /** The step to a point next to another, by the domain's diameter. */
  private static final double NEXT = 1e-16;

  /** The relative error above which the noise at an end is lost in the rounding of f. */
  private static final double KNOWN = 1e-6;

  /** Rounding errors of f are seen from point to point; the largest is not. */
  private static final double ROUNDING = 4;

  private final Places places;
  private final Vanishing vanishing;
  private final ScalarField objective;
  private final Optional<LossPotential> potential;
  private final double diameter;

  /**
   * The law on a landscape.
   *
   * @param vanishing the components without noise
   */
  Reversals(Places places, Sgd sgd, Vanishing vanishing) {
    this.places = places;
    this.vanishing = vanishing;
    this.objective = sgd.landscape().objective();
    this.potential = LossPotential.of(sgd.landscape());
    this.diameter = sgd.landscape().domain().diameter();
  }

  /** Whether the law gives the costs of reversals. */
  boolean areKnown() {
    return potential.isPresent();
  }

  /** The reversals of those moves along the flow that may be run through the other way. */
  List<Edge> of(List<Edge> descents) {
    return descents.stream()
        .filter(move -> places.isOrigin(move.to()) && places.isEnd(move.from()))
        .flatMap(move -> of(move).stream())
        .toList();
  }

  /** The reversal of a descent; empty where the law does not give its cost. */
  Optional<Edge> of(Edge descent) {
    List<Point> line = descent.path().points();
    if (potential.isEmpty()
        || vanishing.bars(descent.to(), descent.from())
        || !isOn(descent.from(), line.get(0))
        || !isOn(descent.to(), line.get(line.size() - 1))) {
      return Optional.empty();
    }
    double low = height(descent.to());
    double high = height(descent.from());
    double cost = potential.get().rise(low, high);
    double error = error(low, uncertainty(descent.to())) + error(high, uncertainty(descent.from()));
    return cost > 0 && cost < Double.POSITIVE_INFINITY && error <= KNOWN * cost
        ? Optional.of(descent.reversed(cost, error + 2 * Math.ulp(cost)))
        : Optional.empty();
  }

  private boolean isOn(int place, Point x) {
    double distance =
        places.isComponent(place)
            ? places.component(place).distance(x.toArray())
            : Vectors.distance(places.centre(place), x.toArray());
    return distance <= ARRIVED * diameter;
  }

  private double height(int place) {
    return objective.value(places.centre(place));
  }

  /** How much the potential changes with f by as much. */
  private double error(double height, double uncertainty) {
    double below = potential.orElseThrow().rise(height - uncertainty, height);
    double above = potential.orElseThrow().rise(height, height + uncertainty);
    // Where s is 0 a little below, f is known to be no less than what the landscape allows.
    return Double.isNaN(below) ? Math.abs(above) : Math.max(Math.abs(below), Math.abs(above));
  }

  /** How exactly f is known at a place. */
  private double uncertainty(int place) {
    double[] x = places.centre(place);
    double f = objective.value(x);
    double rounding =
        neighbours(x).mapToDouble(y -> Math.abs(objective.value(y) - f)).max().orElse(0);
    double known = ROUNDING * (rounding + Math.ulp(f));
    return places.isComponent(place) ? known + residual(x, place) + spread(place, f) : known;
  }

  /** Points so near that f differs from point to point by its rounding alone. */
  private Stream<double[]> neighbours(double[] x) {
    return IntStream.range(0, 2 * x.length)
        .mapToObj(
            side -> {
              double[] y = x.clone();
              y[side / 2] += (side % 2 == 0 ? NEXT : -NEXT) * diameter;
              return y;
            });
  }

  /** ‖∇f‖²/2|λ|: how far f lies from its value at the critical point near x. */
  private double residual(double[] x, int place) {
    double[] g = new double[x.length];
    objective.gradient(x, g);
    double slope = Vectors.dot(g, g);
    double least = Double.POSITIVE_INFINITY;
    double most = 0;
    for (double eigenvalue : places.component(place).hessianEigenvalues()) {
      most = Math.max(most, Math.abs(eigenvalue));
    }
    for (double eigenvalue : places.component(place).hessianEigenvalues()) {
      boolean isNull = Math.abs(eigenvalue) <= NULL * most;
      least = isNull ? least : Math.min(least, Math.abs(eigenvalue));
    }
    return slope / (2 * least);
  }

  private double spread(int place, double f) {
    return places.component(place).points().stream()
        .mapToDouble(point -> Math.abs(objective.value(point.toArray()) - f))
        .max()
        .orElse(0);
  }
}
