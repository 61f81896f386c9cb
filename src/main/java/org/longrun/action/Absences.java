package org.longrun.action;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Deque;
import java.util.List;
import java.util.function.Predicate;

/**
 * What is known of costs that are not finite: with R the components that moves of finite cost lead
 * to from K_i, B_ij = +∞ for a K_j outside R is proved if every move out of R is proved to be
 * impossible. Else a move that was not tried, or not found, may lead there.
 */
final class Absences {
  private final int size;
  private final List<BitSet> moves = new ArrayList<>();
  private final List<UnknownMove> unknown;

  /**
   * The absences among N components.
   *
   * @param size N
   * @param edges the moves of finite cost
   * @param unknown the moves of which nothing is known
   */
  Absences(int size, List<Edge> edges, List<UnknownMove> unknown) {
    this.size = size;
    this.unknown = unknown;
    for (int i = 0; i < size; i++) {
      moves.add(new BitSet());
    }
    edges.stream()
        .filter(edge -> edge.from() < size && edge.to() < size)
        .forEach(edge -> moves.get(edge.from()).set(edge.to()));
  }

  /** An entry for every pair without a finite cost, sorted by (from, to). */
  List<Absence> all() {
    List<Absence> all = new ArrayList<>();
    List<BitSet> untried = with(move -> move.status() == Status.NOT_TRIED);
    List<BitSet> possible = with(move -> true);
    for (int i = 0; i < size; i++) {
      add(i, reach(i, untried), reach(i, possible), all);
    }
    return all;
  }

  /** The moves, some of the unknown ones included. */
  private List<BitSet> with(Predicate<UnknownMove> chosen) {
    List<BitSet> more = new ArrayList<>();
    moves.forEach(known -> more.add((BitSet) known.clone()));
    unknown.stream().filter(chosen).forEach(move -> more.get(move.from()).set(move.to()));
    return more;
  }

  private void add(int from, BitSet untried, BitSet possible, List<Absence> all) {
    BitSet known = reach(from, moves);
    for (int to = known.nextClearBit(0); to < size; to = known.nextClearBit(to + 1)) {
      Status status =
          untried.get(to)
              ? Status.NOT_TRIED
              : possible.get(to) ? Status.NOT_FOUND : Status.INFINITE_PROVED;
      all.add(new Absence(from, to, status));
    }
  }

  /** The components that moves lead to from one, itself included. */
  private static BitSet reach(int from, List<BitSet> moves) {
    BitSet reached = new BitSet();
    reached.set(from);
    Deque<Integer> open = new ArrayDeque<>(List.of(from));
    while (!open.isEmpty()) {
      BitSet next = moves.get(open.pop());
      for (int j = next.nextSetBit(0); j >= 0; j = next.nextSetBit(j + 1)) {
        if (!reached.get(j)) {
          reached.set(j);
          open.push(j);
        }
      }
    }
    return reached;
  }
}
