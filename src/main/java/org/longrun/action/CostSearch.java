package org.longrun.action;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;
import org.longrun.critical.Descent;
import org.longrun.dynamics.Sgd;
import org.longrun.landscape.Target;

/** One run of the search for all direct moves and their closure. */
final class CostSearch {
  private final Places places;
  private final Sgd sgd;
  private final int size;
  private final LowerBound bound;
  private final IntPredicate target;
  private final PathSearch search;
  private final Descents descents;
  private final List<String> warnings = new ArrayList<>();

  CostSearch(Places places, Sgd sgd) {
    this.places = places;
    this.sgd = sgd;
    this.size = places.size();
    this.bound = LowerBound.of(sgd.landscape());
    this.target = target(sgd.landscape().target(), places);
    this.search =
        new PathSearch(
            places, sgd.hamiltonian(), bound, sgd.landscape().settings().get("action-tolerance"));
    this.descents = new Descents(sgd.landscape(), places);
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

  TransitionCosts run() {
    int n = places.critical().size();
    List<Edge> edges = new ArrayList<>(descents.between());
    List<Integer> basins = new ArrayList<>();
    for (int x = n; x < size; x++) {
      Descent descent = descents.from(places.centre(x));
      basins.add(descent.component());
      if (descent.reachesComponent()) {
        edges.add(Edge.descent(x, descent.component(), descent.points(), descent.evaluations()));
      }
    }
    edges.addAll(search.search(climbs(edges), edges, target.negate()));
    edges.addAll(search.search(others(edges), edges, target.negate()));
    List<Edge> kept = keep(edges).stream().map(this::withMomentum).toList();
    return assemble(kept, basins);
  }

  /** The reversals of known descents. */
  private List<PathSearch.Pair> climbs(List<Edge> descents) {
    boolean[] known = known(descents);
    List<PathSearch.Pair> pairs = new ArrayList<>();
    for (Edge edge : descents) {
      if (places.isComponent(edge.from()) && !known[edge.to() * size + edge.from()]) {
        pairs.add(new PathSearch.Pair(edge.to(), edge.from()));
      }
    }
    return pairs;
  }

  private List<PathSearch.Pair> others(List<Edge> edges) {
    boolean[] known = known(edges);
    return PathSearch.allPairs(size).stream()
        .filter(pair -> places.isComponent(pair.to()))
        .filter(pair -> !known[pair.from() * size + pair.to()])
        .toList();
  }

  private boolean[] known(List<Edge> edges) {
    boolean[] known = new boolean[size * size];
    edges.forEach(edge -> known[edge.from() * size + edge.to()] = true);
    return known;
  }

  /** The one place where heavy-ball momentum enters the costs. */
  private Edge withMomentum(Edge edge) {
    return new Edge(edge.from(), edge.to(), edge.path().scaled(sgd.momentumFactor()));
  }

  /** Drops the moves that a chain beats or equals, if it keeps away from the target. */
  private List<Edge> keep(List<Edge> edges) {
    List<Edge> kept = new ArrayList<>();
    for (Edge edge : edges) {
      List<Edge> rest = edges.stream().filter(other -> other != edge).toList();
      Closure closure = Closure.of(size, rest, target.negate());
      double chain = closure.cost(edge.from(), edge.to());
      if (edge.cost() == 0 || edge.cost() * (1 + 1e-9) + edge.path().error() < chain) {
        kept.add(edge);
      }
    }
    return kept;
  }

  private TransitionCosts assemble(List<Edge> edges, List<Integer> basins) {
    int n = places.critical().size();
    Closure closure = Closure.of(size, edges);
    TreeMap<Integer, Edge> direct = new TreeMap<>();
    edges.forEach(edge -> direct.put(edge.from() * size + edge.to(), edge));
    List<Transition> transitions = new ArrayList<>();
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < n; j++) {
        if (i != j && closure.cost(i, j) < Double.POSITIVE_INFINITY) {
          transitions.add(transition(i, j, closure, direct));
        }
      }
    }
    List<StartCosts> starts = new ArrayList<>();
    for (int x = n; x < size; x++) {
      List<LeastPath> paths = new ArrayList<>();
      List<Integer> targets = new ArrayList<>();
      for (int j = 0; j < n; j++) {
        Edge edge = direct.get(x * size + j);
        if (edge != null) {
          paths.add(edge.path());
          targets.add(j);
        }
      }
      starts.add(new StartCosts(places.points().get(x - n), basins.get(x - n), paths, targets));
    }
    return new TransitionCosts(n, transitions, starts, warnings);
  }

  private @Nullable Double lowerBound(int from, int to) {
    Double least = bound.between(places.centre(from), places.centre(to));
    return least == null ? null : sgd.momentumFactor() * least;
  }

  private Transition transition(int from, int to, Closure closure, TreeMap<Integer, Edge> direct) {
    Edge edge = direct.get(from * size + to);
    List<Integer> via = closure.via(from, to);
    double error = 0;
    boolean converged = true;
    int here = from;
    for (int k = 0; k <= via.size(); k++) {
      int next = k < via.size() ? via.get(k) : to;
      LeastPath piece = java.util.Objects.requireNonNull(direct.get(here * size + next)).path();
      error += piece.error();
      converged &= piece.converged();
      here = next;
    }
    return new Transition(
        from,
        to,
        closure.cost(from, to),
        edge == null ? null : edge.cost(),
        lowerBound(from, to),
        error,
        via,
        converged,
        edge == null ? null : edge.path());
  }
}
