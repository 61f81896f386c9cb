package org.longrun.action;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** The closed costs anew after some direct ones have been computed better. */
final class Reclosure {
  private final int size;
  private final Map<Integer, Transition> direct = new HashMap<>();
  private final Closure closure;

  Reclosure(int size, List<Transition> transitions, List<Transition> refined) {
    this.size = size;
    transitions.stream().filter(Transition::isDirect).forEach(this::put);
    refined.stream().filter(Transition::isDirect).forEach(this::put);
    List<Edge> edges = new ArrayList<>();
    for (Transition each : transitions) {
      Transition current = direct.get(key(each.from(), each.to()));
      if (current != null) {
        edges.add(new Edge(each.from(), each.to(), path(current)));
      }
    }
    this.closure = Closure.of(size, edges);
  }

  private void put(Transition transition) {
    direct.put(key(transition.from(), transition.to()), transition);
  }

  private int key(int from, int to) {
    return from * size + to;
  }

  private static LeastPath path(Transition transition) {
    return Objects.requireNonNull(transition.path());
  }

  /** The transition with its closed cost, chain, error and direct path as they are now. */
  Transition apply(Transition old) {
    List<Integer> via = closure.via(old.from(), old.to());
    double error = 0;
    boolean converged = true;
    Status status = Status.PROVED;
    int here = old.from();
    for (int k = 0; k <= via.size(); k++) {
      int next = k < via.size() ? via.get(k) : old.to();
      LeastPath piece = path(Objects.requireNonNull(direct.get(key(here, next))));
      error += piece.error();
      converged &= piece.converged();
      status = status.and(piece.status());
      here = next;
    }
    Transition current = direct.get(key(old.from(), old.to()));
    return new Transition(
        old.from(),
        old.to(),
        closure.cost(old.from(), old.to()),
        current == null ? null : Double.valueOf(path(current).cost()),
        old.lowerBound(),
        error,
        via,
        converged,
        undercut(old, status),
        current == null ? null : path(current));
  }

  /** What was not tried could undercut the cost before, so it still may. */
  private static Status undercut(Transition old, Status pieces) {
    boolean only = old.converged() && old.status() == Status.ESTIMATE;
    return only ? pieces.and(Status.ESTIMATE) : pieces;
  }
}
