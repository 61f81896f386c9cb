package org.longrun.action;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Direct moves, one for each pair of places: of two the better known one stays. */
final class Moves {
  private final Map<Pairs.Pair, Edge> moves = new LinkedHashMap<>();

  /** Adds moves. */
  void merge(List<Edge> more) {
    more.forEach(move -> moves.merge(new Pairs.Pair(move.from(), move.to()), move, Edge::better));
  }

  /** The moves, in the order in which their pairs came. */
  List<Edge> list() {
    return List.copyOf(moves.values());
  }

  /** Known moves with these, where these are better. */
  List<Edge> after(List<Edge> known) {
    Moves all = new Moves();
    all.merge(known);
    all.merge(list());
    return new ArrayList<>(all.moves.values());
  }
}
