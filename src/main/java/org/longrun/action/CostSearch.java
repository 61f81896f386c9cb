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
  /** How often the paths found are looked at for what they tell of other costs. */
  private static final int ROUNDS = 3;

  /** The number of samples from which on rough costs are those of equal covariance. */
  private static final int MANY = 1000;

  private final Places places;
  private final Sgd sgd;
  private final Vanishing vanishing;
  private final IntPredicate target;
  private final Effort effort;
  private final List<Edge> edges = new ArrayList<>();
  private final List<Integer> basins = new ArrayList<>();
  private final PathSearch search;
  private int leftOut;

  private CostSearch(Places places, Sgd sgd, Effort effort) {
    this.places = places;
    this.sgd = sgd;
    this.vanishing = Vanishing.of(sgd, places);
    // Between two points any way is right; only J asks for paths that keep away from the target.
    this.target =
        places.ends().isEmpty() ? target(sgd.landscape().target(), places) : place -> false;
    this.effort = effort;
    addDescents();
    List<Edge> flow = List.copyOf(edges);
    Lazy<Roadmap> roadmap =
        new Lazy<>(() -> new Roadmap(places, sgd.landscape().domain(), rough(sgd), flow));
    edges.addAll(reversals(flow));
    this.search = new PathSearch(places, sgd, target.negate(), roadmap, effort);
  }

  /** The search for these places, done. */
  static CostSearch of(Places places, Sgd sgd, Effort effort) {
    CostSearch search = new CostSearch(places, sgd, effort);
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
    merge(search.others(others, edges));
    merge(search.again(edges));
    lookAgain();
    List<Edge> needed = DirectMoves.of(places.size(), edges, target.negate());
    edges.clear();
    needed.forEach(edge -> edges.add(withMomentum(edge)));
  }

  /** Follows what the paths found tell of costs to and from the components that they pass. */
  private void lookAgain() {
    Passages passages = new Passages(places, sgd.hamiltonian());
    for (int round = 0; round < ROUNDS; round++) {
      Closure known = Closure.of(places.size(), edges);
      List<Passages.Hint> hints =
          edges.parallelStream().flatMap(move -> passages.of(move, known).stream()).toList();
      List<Edge> found = search.suggested(hints, edges, Polishing.NEARLY);
      if (found.isEmpty()) {
        break;
      }
      merge(found);
    }
  }

  private void merge(List<Edge> more) {
    Moves moves = new Moves();
    moves.merge(edges);
    moves.merge(more);
    edges.clear();
    edges.addAll(moves.list());
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
        addMove(ascent.component(), x, reversed(ascent), ascent.evaluations());
      }
    }
  }

  /** The climbs whose costs the law gives: between components, up to an end, up from an origin. */
  private List<Edge> reversals(List<Edge> flow) {
    Reversals law = new Reversals(places, sgd, vanishing);
    List<Edge> climbs = new ArrayList<>(law.of(flow));
    Descents descents = new Descents(sgd.landscape(), places);
    for (int x = places.critical().size(); x < places.size() && law.areKnown(); x++) {
      boolean up = places.isOrigin(x);
      Descent line = up ? descents.above(places.centre(x)) : descents.from(places.centre(x));
      if (line.reachesComponent()) {
        Edge descent =
            up
                ? Edge.descent(line.component(), x, reversed(line), line.evaluations())
                : Edge.descent(x, line.component(), line.points(), line.evaluations());
        law.of(descent).ifPresent(climbs::add);
      }
    }
    return climbs;
  }

  private static List<Point> reversed(Descent line) {
    return new Polyline(line.points()).reversed().points();
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

  /** How many more were given up for want of effort. */
  int cutShort() {
    return search.cutShort();
  }

  /** The effort that it all took, and whether that ran out. */
  Effort effort() {
    return effort;
  }
}
