package org.longrun.action;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.function.IntPredicate;

/**
 * The moves that no chain of the others makes superfluous. Looked at one by one, the dearest first,
 * a move is given up only if a chain of moves that are still kept costs no more: so whatever was
 * joined stays joined, also where two moves could each stand for the other (a minimum and the
 * saddle that it is about to merge with). Costs that are proved outlast those that are not.
 *
 * <p>Chains keep away from the target, so that J of paths that avoid it can be told from J of paths
 * that may pass through it. Moves at no cost are all kept.
 */
final class DirectMoves {
  private static final double TIE = 1e-9;
  private static final double ROUGH = 1e-6;

  private final List<Edge> edges;
  private final IntPredicate permitted;
  private final List<List<Integer>> leaving = new ArrayList<>();
  private final BitSet kept = new BitSet();
  private final double[] least;

  private DirectMoves(int size, List<Edge> edges, IntPredicate permitted) {
    this.edges = edges;
    this.permitted = permitted;
    this.least = new double[size];
    for (int i = 0; i < size; i++) {
      leaving.add(new ArrayList<>());
    }
    for (int e = 0; e < edges.size(); e++) {
      leaving.get(edges.get(e).from()).add(e);
    }
    kept.set(0, edges.size());
  }

  /**
   * The needed ones of some moves, in their order.
   *
   * @param size the number of places
   * @param permitted whether a place may lie inside a chain
   */
  static List<Edge> of(int size, List<Edge> edges, IntPredicate permitted) {
    DirectMoves moves = new DirectMoves(size, edges, permitted);
    List<Integer> order = moves.order();
    order.forEach(moves::giveUp);
    order.forEach(moves::takeBack);
    return moves.kept.stream().mapToObj(edges::get).toList();
  }

  /** Those that may be given up: what is not proved first, then the dearest. */
  private List<Integer> order() {
    Comparator<Integer> proved =
        Comparator.comparing(e -> edges.get(e).path().status() == Status.PROVED);
    List<Integer> order = new ArrayList<>();
    for (int e = 0; e < edges.size(); e++) {
      if (edges.get(e).cost() > 0) {
        order.add(e);
      }
    }
    order.sort(proved.thenComparing(e -> -edges.get(e).cost()).thenComparing(e -> e));
    return order;
  }

  private void giveUp(int move) {
    kept.clear(move);
    takeBack(move);
  }

  /** Keeps a move after all if no chain of the kept ones costs as little. */
  private void takeBack(int move) {
    if (!kept.get(move)) {
      double most = edges.get(move).cost() + slack(edges.get(move));
      kept.set(move, !(chain(move, most) <= most));
    }
  }

  /**
   * How much more a chain may cost that stands for a move; the error of one far from converged says
   * little.
   */
  private static double slack(Edge edge) {
    return TIE * edge.cost() + Math.min(edge.path().error(), ROUGH * edge.cost());
  }

  private record Reached(int place, double cost) {}

  /**
   * The least cost of a chain of kept moves between the ends of a move, by Dijkstra's algorithm (E.
   * W. Dijkstra, Numerische Mathematik 1, 1959); +∞ if it is more than of interest.
   */
  private double chain(int move, double most) {
    int to = edges.get(move).to();
    Arrays.fill(least, Double.POSITIVE_INFINITY);
    PriorityQueue<Reached> waiting =
        new PriorityQueue<>(
            Comparator.comparingDouble(Reached::cost).thenComparing(Reached::place));
    waiting.add(new Reached(edges.get(move).from(), 0));
    least[edges.get(move).from()] = 0;
    while (!waiting.isEmpty()) {
      Reached here = waiting.remove();
      if (here.place() == to) {
        return here.cost();
      }
      if (here.cost() <= least[here.place()]
          && (here.place() == edges.get(move).from() || permitted.test(here.place()))) {
        leaving.get(here.place()).forEach(e -> reach(e, here, most, waiting));
      }
    }
    return Double.POSITIVE_INFINITY;
  }

  private void reach(int move, Reached here, double most, PriorityQueue<Reached> waiting) {
    Edge edge = edges.get(move);
    double cost = here.cost() + edge.cost();
    if (kept.get(move) && cost <= most && cost < least[edge.to()]) {
      least[edge.to()] = cost;
      waiting.add(new Reached(edge.to(), cost));
    }
  }
}
