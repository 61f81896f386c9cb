package org.longrun.action;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.longrun.numerics.Point;

/** Closes the direct moves under chains and tells what is infinite, unconverged or left out. */
final class CostAssembly {
  private static final int LISTED = 6;

  /** The relative difference up to which a cost meets its lower bound. */
  private static final double SETTLED = 1e-9;

  private final CostSearch search;
  private final Places places;
  private final int size;
  private final int components;
  private final Closure closure;
  private final TreeMap<Integer, Edge> direct = new TreeMap<>();
  private final LowerBound bound;
  private final List<UnknownMove> unknown;
  private final List<Absence> absences;
  private final Closure optimistic;

  private CostAssembly(CostSearch search) {
    this.search = search;
    this.places = search.places();
    this.size = places.size();
    this.components = places.critical().size();
    this.closure = Closure.of(size, search.edges());
    this.bound = LowerBound.of(search.sgd().landscape());
    search.edges().forEach(edge -> direct.put(edge.from() * size + edge.to(), edge));
    this.unknown = unknown();
    this.absences = new Absences(components, search.edges(), unknown).all();
    this.optimistic = optimistic();
  }

  /** The pairs of components of which no direct path is known, proved or proved not to be. */
  private List<UnknownMove> unknown() {
    List<UnknownMove> moves = new ArrayList<>();
    for (int i = 0; i < components; i++) {
      for (int j = 0; j < components; j++) {
        if (i != j && isUnknown(i, j)) {
          Status status = search.paths().wasSought(i, j) ? Status.NOT_FOUND : Status.NOT_TRIED;
          Double least = lowerBound(i, j);
          moves.add(new UnknownMove(i, j, status, least == null ? 0 : least));
        }
      }
    }
    return moves;
  }

  private boolean isUnknown(int from, int to) {
    if (direct.containsKey(from * size + to) || isProved(from, to) || isSettled(from, to)) {
      return false;
    }
    return !search.paths().wasSought(from, to)
        || search.paths().wasNotFound(from, to)
            && !(closure.cost(from, to) < Double.POSITIVE_INFINITY);
  }

  /** Whether a chain costs as little as any path can. */
  private boolean isSettled(int from, int to) {
    Double least = lowerBound(from, to);
    return least != null && closure.cost(from, to) <= least * (1 + SETTLED) + Double.MIN_NORMAL;
  }

  /** The costs if all moves that were not tried cost no more than they must. */
  private Closure optimistic() {
    List<Edge> edges = new ArrayList<>(search.edges());
    unknown.stream()
        .filter(move -> move.status() == Status.NOT_TRIED)
        .map(move -> Edge.possible(move.from(), move.to(), move.least()))
        .forEach(edges::add);
    return Closure.of(size, edges);
  }

  /** No surer than the pieces, nor than what was not tried; proved where the least is attained. */
  private Status status(int from, int to, LeastPath chain) {
    if (isSettled(from, to) && chain.converged()) {
      return Status.PROVED;
    }
    double slack = chain.error() + SETTLED * chain.cost();
    boolean open = optimistic.cost(from, to) < chain.cost() - slack;
    return open ? chain.status().and(Status.ESTIMATE) : chain.status();
  }

  /** The costs of all transitions, and of the moves from the starts. */
  static TransitionCosts of(CostSearch search) {
    CostAssembly assembly = new CostAssembly(search);
    return new TransitionCosts(
        assembly.components,
        assembly.transitions(),
        assembly.absences,
        assembly.unknown,
        assembly.starts(),
        assembly.warnings());
  }

  /** The closed path from one place to another; its cost is +∞ if there is none. */
  static LeastPath path(CostSearch search, int from, int to) {
    return new CostAssembly(search).chain(from, to);
  }

  private List<Transition> transitions() {
    List<Transition> transitions = new ArrayList<>();
    for (int i = 0; i < components; i++) {
      for (int j = 0; j < components; j++) {
        if (i != j && closure.cost(i, j) < Double.POSITIVE_INFINITY) {
          transitions.add(transition(i, j));
        }
      }
    }
    return transitions;
  }

  private Transition transition(int from, int to) {
    Edge edge = direct.get(from * size + to);
    LeastPath chain = chain(from, to);
    return new Transition(
        from,
        to,
        closure.cost(from, to),
        edge == null ? null : edge.cost(),
        lowerBound(from, to),
        chain.error(),
        closure.via(from, to),
        chain.converged(),
        status(from, to, chain),
        edge == null ? null : edge.path());
  }

  /** The least bound over the points of components that are curves or surfaces. */
  private @Nullable Double lowerBound(int from, int to) {
    Double least = bound.between(places.centre(from), places.centre(to));
    return least == null ? null : search.sgd().momentumFactor() * least;
  }

  private LeastPath chain(int from, int to) {
    if (!(closure.cost(from, to) < Double.POSITIVE_INFINITY)) {
      Blockage blockage = search.obstacles().get(from * size + to);
      return LeastPath.none(blockage == null ? null : blockage.point());
    }
    List<Integer> stops = new ArrayList<>(closure.via(from, to));
    stops.add(to);
    LeastPath whole = null;
    int here = from;
    for (int next : stops) {
      LeastPath piece = Objects.requireNonNull(direct.get(here * size + next)).path();
      whole = whole == null ? piece : whole.then(piece, places.name(here));
      here = next;
    }
    return Objects.requireNonNull(whole);
  }

  private List<StartCosts> starts() {
    List<StartCosts> starts = new ArrayList<>();
    for (int x = components; x < size && places.isOrigin(x); x++) {
      List<LeastPath> paths = new ArrayList<>();
      List<Integer> targets = new ArrayList<>();
      for (int j = 0; j < components; j++) {
        Edge edge = direct.get(x * size + j);
        if (edge != null) {
          paths.add(edge.path());
          targets.add(j);
        }
      }
      starts.add(
          new StartCosts(
              Point.of(places.centre(x)), search.basins().get(x - components), paths, targets));
    }
    return starts;
  }

  private List<String> warnings() {
    List<String> warnings = new ArrayList<>(search.vanishing().warnings());
    for (int i = 0; i < components; i++) {
      addInfinite(i, warnings);
    }
    if (search.leftOut() > 0) {
      warnings.add(
          search.leftOut()
              + " pairs of components far from one another were not tried for a direct path");
    }
    if (search.effort().wasMissed()) {
      String missed =
          search.cutShort() > 0
              ? " with "
                  + search.cutShort()
                  + " pairs of components not tried to the end for a direct path"
              : " before every least path was refined as far as was asked";
      warnings.add(search.effort().shortage() + missed + search.effort().remedy());
    }
    return warnings;
  }

  /** Why costs out of a component are infinite. */
  private void addInfinite(int from, List<String> warnings) {
    List<Integer> proved = new ArrayList<>();
    List<Integer> sought = new ArrayList<>();
    for (int to = 0; to < components; to++) {
      if (to != from
          && !search.vanishing().bars(from, to)
          && !(closure.cost(from, to) < Double.POSITIVE_INFINITY)) {
        (isProved(from, to) ? proved : sought).add(to);
      }
    }
    addInfinite(from, proved, true, warnings);
    addInfinite(from, sought, false, warnings);
  }

  private boolean isProved(int from, int to) {
    return search.vanishing().isProved(from, to)
        || search.sgd().landscape().dimension() == 1 && areStopsProved()
        || search.confinement().between(from, to).isPresent();
  }

  /** On a line there is one path, and what stops it is in its way. */
  private boolean areStopsProved() {
    return search.vanishing().areProved()
        && search.obstacles().values().stream()
            .map(Blockage::point)
            .allMatch(point -> point == null || search.vanishing().isProvedAt(point));
  }

  private void addInfinite(int from, List<Integer> to, boolean proved, List<String> warnings) {
    if (to.isEmpty()) {
      return;
    }
    List<String> names = to.stream().limit(LISTED).map(places::name).toList();
    String more = to.size() > LISTED ? " and " + (to.size() - LISTED) + " more" : "";
    String scope = proved ? "" : ", as far as the search found, which is no proof";
    Blockage blockage =
        to.stream()
            .map(target -> search.obstacles().get(from * size + target))
            .filter(Objects::nonNull)
            .findFirst()
            .orElse(null);
    warnings.add(
        "the cost "
            + places.name(from)
            + " -> "
            + String.join(", ", names)
            + more
            + " is infinite"
            + scope
            + where(blockage)
            + region(from, to.get(0)));
  }

  private static String where(@Nullable Blockage blockage) {
    return blockage == null || blockage.point() == null
        ? ""
        : ": the noise cannot push the iterates on at " + blockage.point() + blockage.evidence();
  }

  private String region(int from, int to) {
    return search
        .confinement()
        .between(from, to)
        .map(
            region ->
                "; interval arithmetic has proved that every possible path from "
                    + places.name(from)
                    + " stays in "
                    + region.box())
        .orElse("");
  }
}
