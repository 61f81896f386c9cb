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
import org.longrun.numerics.Lazy;
import org.longrun.numerics.Point;

/**
 * One run of the search for all direct moves: descents, and their reversals where the law gives the
 * cost; then climbs, shortcuts and corner cuts; what a chain beats is dropped.
 */
final class CostSearch {
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
    List<Edge> flow = List.copyOf(edges);
    Lazy<Roadmap> roadmap =
        new Lazy<>(() -> new Roadmap(places, sgd.landscape().domain(), rough(sgd), flow));
    edges.addAll(new Reversals(places, sgd, vanishing).of(flow));
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
    edges.addAll(search.climbs(pairs().climbs(edges), edges));
    Pairs pairs = pairs();
    List<Pairs.Pair> others = search.withPutOff(pairs.others(search.orbits()));
    leftOut = pairs.leftOut(others, search.orbits());
    edges.addAll(search.others(others, edges));
    List<Edge> needed = DirectMoves.of(places.size(), edges, target.negate());
    edges.clear();
    needed.forEach(edge -> edges.add(withMomentum(edge)));
  }

  /** The pairs that neither a known move nor a chain settles. */
  private Pairs pairs() {
    return new Pairs(places, vanishing, edges, search.settled(edges));
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

  /** What became of the search for direct paths. */
  PathSearch paths() {
    return search;
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
