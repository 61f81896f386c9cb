package org.longrun.action;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.function.IntPredicate;
import org.longrun.critical.Descent;
import org.longrun.dynamics.Hamiltonian;
import org.longrun.dynamics.Sgd;
import org.longrun.landscape.NoiseDescription;
import org.longrun.landscape.Target;
import org.longrun.numerics.Point;

/**
 * One run of the search for all direct moves: descents, then climbs, then shortcuts and corner
 * cuts; what a chain beats is dropped.
 */
final class CostSearch {
  private static final double TIE = 1e-9;
  private static final double ROUGH = 1e-6;
  private static final int MOVES = 10;

  /** The number of samples from which on rough costs are those of equal covariance. */
  private static final int MANY = 1000;

  private final Places places;
  private final Sgd sgd;
  private final Vanishing vanishing;
  private final IntPredicate target;
  private final Deadline deadline;
  private final List<Edge> edges = new ArrayList<>();
  private final List<Integer> basins = new ArrayList<>();
  private final PathSearch search;
  private int leftOut;

  private CostSearch(Places places, Sgd sgd, Deadline deadline) {
    this.places = places;
    this.sgd = sgd;
    this.vanishing = Vanishing.of(sgd, places);
    this.target = target(sgd.landscape().target(), places);
    this.deadline = deadline;
    addDescents();
    Roadmap roadmap = new Roadmap(places, sgd.landscape().domain(), rough(sgd), edges);
    this.search = new PathSearch(places, sgd, target.negate(), roadmap, deadline);
  }

  /** The search for these places, done. */
  static CostSearch of(Places places, Sgd sgd, Deadline deadline) {
    CostSearch search = new CostSearch(places, sgd, deadline);
    search.run();
    return search;
  }

  /**
   * The dynamics for rough costs. Of many samples the exact ones take a pass for each step of each
   * on-shell momentum; those of equal covariance take one for each point.
   */
  private static Hamiltonian rough(Sgd sgd) {
    return sgd.landscape().noise() instanceof NoiseDescription.FiniteSum sum
            && sum.risk().samples() > MANY
        ? sgd.diffusion().hamiltonian()
        : sgd.hamiltonian();
  }

  /** Whether a place may belong to Q; which minima are ground states is not known yet. */
  private static IntPredicate target(Target target, Places places) {
    if (target instanceof Target.Nearest nearest) {
      List<Integer> members =
          nearest.points().stream().map(x -> places.critical().nearest(x.toArray())).toList();
      return members::contains;
    }
    if (target instanceof Target.GroundStates) {
      return place -> places.isComponent(place) && places.component(place).isMinimum();
    }
    return place -> place < places.critical().argmin();
  }

  private void run() {
    edges.addAll(search.climbs(new Pairs(places, vanishing, edges).climbs(edges), edges));
    Pairs pairs = new Pairs(places, vanishing, edges);
    List<Pairs.Pair> others = search.withPutOff(pairs.others(search.orbits()));
    leftOut = pairs.leftOut(others, search.orbits());
    edges.addAll(search.others(others, edges));
    List<Edge> kept = needed().stream().map(this::withMomentum).toList();
    edges.clear();
    edges.addAll(kept);
  }

  /**
   * The moves that no chain makes superfluous. Two that make each other so, within the errors, are
   * both kept.
   */
  private List<Edge> needed() {
    Closure chains = Closure.of(places.size(), edges, target.negate());
    List<Edge> first = edges.stream().filter(edge -> isNeeded(edge, chains)).toList();
    Closure left = Closure.of(places.size(), first, target.negate());
    return edges.stream().filter(edge -> isNeeded(edge, chains) || isMissed(edge, left)).toList();
  }

  private void addDescents() {
    Descents descents = new Descents(sgd.landscape(), places);
    edges.addAll(descents.between());
    int n = places.critical().size();
    for (int x = n; x < places.size(); x++) {
      if (places.isOrigin(x)) {
        Descent descent = descents.from(places.centre(x));
        basins.add(descent.component());
        addMove(x, descent.component(), descent.points(), descent.evaluations());
      } else {
        Descent ascent = descents.above(places.centre(x));
        List<Point> points = new Polyline(ascent.points()).reversed().points();
        addMove(ascent.component(), x, points, ascent.evaluations());
      }
    }
  }

  private void addMove(int from, int to, List<Point> points, long evaluations) {
    if (from >= 0 && to >= 0) {
      edges.add(Edge.descent(from, to, points, evaluations));
    }
  }

  /** The one place where heavy-ball momentum enters the costs. */
  private Edge withMomentum(Edge edge) {
    return new Edge(edge.from(), edge.to(), edge.path().scaled(sgd.momentumFactor()));
  }

  /** False if a chain that keeps away from the target costs no more. */
  private boolean isNeeded(Edge edge, Closure chains) {
    double rest = chains.rest(edge.from(), edge.to(), target.negate());
    return edge.cost() == 0 || edge.cost() + slack(edge) < rest;
  }

  /** Whether the chains that made a move superfluous have gone with it. */
  private static boolean isMissed(Edge edge, Closure left) {
    return edge.cost() + MOVES * slack(edge) < left.cost(edge.from(), edge.to());
  }

  /**
   * How much less than a chain a move must cost; the error of one far from converged says little.
   */
  private static double slack(Edge edge) {
    return TIE * edge.cost() + Math.min(edge.path().error(), ROUGH * edge.cost());
  }

  Places places() {
    return places;
  }

  Sgd sgd() {
    return sgd;
  }

  /** The direct moves, momentum included. */
  List<Edge> edges() {
    return edges;
  }

  /** For each origin the component where its descent ends; −1 if it leaves the domain. */
  List<Integer> basins() {
    return basins;
  }

  /** The components without noise. */
  Vanishing vanishing() {
    return vanishing;
  }

  /** For pairs by from·size + to that no path was found for: what stopped the likeliest. */
  TreeMap<Integer, Blockage> obstacles() {
    return search.obstacles();
  }

  /** What is proved to be infinite. */
  Confinement confinement() {
    return search.confinement();
  }

  /** How many pairs were not tried for a direct path. */
  int leftOut() {
    return leftOut;
  }

  /** How many more were given up for want of time. */
  int cutShort() {
    return search.cutShort();
  }

  /** Whether time ran out. */
  boolean wasCutShort() {
    return deadline.wasMissed();
  }
}
