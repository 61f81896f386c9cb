package org.longrun.action;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.longrun.critical.CriticalComponent;
import org.longrun.critical.Kind;
import org.longrun.dynamics.Sgd;
import org.longrun.numerics.Point;

/**
 * The components on which the noise vanishes, its variance at most 1e-10 of its median over the
 * domain, and what a neighbourhood of each costs to leave and to enter (theory, section 2).
 *
 * <p>One that is no minimum is left along its descents, at no cost. A minimum is left at the limit
 * of ∫ p*·dx from nearby: +∞ if that diverges, and then it absorbs. A maximum is entered at the
 * same limit.
 *
 * <p>The limit is proved to be infinite where the noise is smooth around the component and f −
 * f(K_i) grows with the square of the distance: then K(x, v) ≤ C·dist²‖v‖²/2 and W = k·log|f −
 * f(K_i)| has H(x, ±∇W) ≤ 0 for a small k, so that every path costs at least as much as W rises on
 * it.
 */
final class Vanishing {
  private static final double NEGLIGIBLE = 1e-10;
  private static final int POINTS = 8;

  /** Half the sides of the box of a proof around a point, relative to the domain. */
  private static final double BOX = 1e-8;

  private final Sgd sgd;
  private final Places places;
  private final double threshold;
  private final List<Bare> bare;
  private final BitSet absorbing;
  private final BitSet unreachable;

  private Vanishing(Sgd sgd, Places places, double threshold, List<Bare> bare) {
    this.sgd = sgd;
    this.places = places;
    this.threshold = threshold;
    this.bare = bare;
    this.absorbing = places(each -> isInfinite(each) && kind(each) == Kind.MINIMUM);
    this.unreachable = places(each -> isInfinite(each) && kind(each) == Kind.MAXIMUM);
  }

  /**
   * A component without noise.
   *
   * @param place its place
   * @param whole whether it has no noise anywhere, or only at a point
   * @param point where
   * @param order how the cost to come away from it, or up to it, behaves
   */
  private record Bare(int place, boolean whole, Point point, Order order) {}

  /** What ∫ p*·dx does next to a component. */
  enum Order {
    /** It is finite. */
    FINITE,
    /** It diverges as far as was looked. */
    INFINITE,
    /** It is proved to diverge. */
    PROVED
  }

  /** The components without noise. */
  static Vanishing of(Sgd sgd, Places places) {
    NoiseSize size = new NoiseSize(sgd);
    double threshold = NEGLIGIBLE * size.median();
    List<Bare> bare =
        IntStream.range(0, places.critical().size()).boxed().toList().parallelStream()
            .flatMap(i -> bare(sgd, size, threshold, places, i).stream())
            .toList();
    return new Vanishing(sgd, places, threshold, bare);
  }

  private static List<Bare> bare(
      Sgd sgd, NoiseSize size, double threshold, Places places, int place) {
    List<double[]> points = places.spread(place, POINTS);
    List<double[]> without = points.stream().filter(x -> size.at(x) <= threshold).toList();
    if (without.isEmpty()) {
      return List.of();
    }
    boolean whole = without.size() == points.size();
    CriticalComponent component = places.component(place);
    Order order = whole ? new Departure(sgd, component).order(without) : Order.FINITE;
    return List.of(new Bare(place, whole, Point.of(without.get(0)), order));
  }

  private Kind kind(Bare each) {
    return places.component(each.place()).kind();
  }

  private static boolean isInfinite(Bare each) {
    return each.order() != Order.FINITE;
  }

  private BitSet places(Predicate<Bare> chosen) {
    BitSet members = new BitSet();
    bare.stream().filter(chosen).forEach(each -> members.set(each.place()));
    return members;
  }

  /**
   * Whether no path leads from one place to another for want of noise on one of them: a minimum
   * that nothing leaves, or a maximum that nothing climbs up to.
   */
  boolean bars(int from, int to) {
    return absorbing.get(from) || unreachable.get(to);
  }

  /** Whether that is proved. */
  boolean isProved(int from, int to) {
    return absorbing.get(from) && isProved(from) || unreachable.get(to) && isProved(to);
  }

  private boolean isProved(int place) {
    return bare.stream().anyMatch(each -> each.place() == place && each.order() == Order.PROVED);
  }

  /** Whether all infinite costs next to components without noise are proved. */
  boolean areProved() {
    return bare.stream().noneMatch(each -> each.order() == Order.INFINITE);
  }

  /**
   * Whether a point that stops a path is proved to stop it: because the possible drifts do not go
   * that way, or because smooth noise vanishes there.
   */
  boolean isProvedAt(Point obstacle) {
    double[] x = obstacle.toArray();
    return new NoiseSize(sgd).at(x) > threshold
        || sgd.noise().isSmooth(Departure.corner(sgd, x, -BOX), Departure.corner(sgd, x, BOX));
  }

  /** A line for each component without noise: the assumption Σ ≻ 0 is broken there. */
  List<String> warnings() {
    List<String> lines = new ArrayList<>();
    for (Bare each : bare) {
      lines.add(
          String.format(
              Locale.ROOT,
              "the noise vanishes on %s at %s, where the theory assumes a positive definite"
                  + " covariance: %s",
              places.name(each.place()),
              each.point(),
              meaning(each)));
    }
    return lines;
  }

  private String meaning(Bare each) {
    if (!each.whole()) {
      return "it is left from its other points";
    }
    String known =
        each.order() == Order.PROVED ? "" : ", as far as the orders of f and the noise tell";
    if (kind(each) == Kind.MINIMUM) {
      return each.order() == Order.FINITE
          ? "it is left at a finite cost, the limit of that from nearby"
          : "nothing leaves it, its costs are infinite" + known;
    }
    String left = "its neighbourhood is left along its descents, at no cost";
    return kind(each) == Kind.MAXIMUM && isInfinite(each)
        ? left + "; the cost of climbing up to it is infinite" + known
        : left;
  }
}
