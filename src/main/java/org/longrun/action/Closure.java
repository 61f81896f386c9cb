package org.longrun.action;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntPredicate;

/**
 * The closure of direct costs under chains: B_ij as the least sum of direct costs from i to j, with
 * the places that the chain meets (R. Floyd, <em>Algorithm 97: shortest path</em>, Comm. ACM 5,
 * 1962).
 */
final class Closure {
  private final int size;
  private final double[] cost;
  private final int[] next;

  private Closure(int size) {
    this.size = size;
    this.cost = new double[size * size];
    this.next = new int[size * size];
    Arrays.fill(cost, Double.POSITIVE_INFINITY);
    Arrays.fill(next, -1);
    for (int i = 0; i < size; i++) {
      cost[i * size + i] = 0;
    }
  }

  /** The closure of all edges. */
  static Closure of(int size, List<Edge> edges) {
    return of(size, edges, place -> true);
  }

  /**
   * The closure by chains that pass through permitted places alone.
   *
   * @param size the number of places
   * @param permitted whether a place may lie inside a chain
   */
  static Closure of(int size, List<Edge> edges, IntPredicate permitted) {
    Closure closure = new Closure(size);
    for (Edge edge : edges) {
      int entry = edge.from() * size + edge.to();
      if (edge.cost() < closure.cost[entry]) {
        closure.cost[entry] = edge.cost();
        closure.next[entry] = edge.to();
      }
    }
    for (int k = 0; k < size; k++) {
      if (permitted.test(k)) {
        closure.passThrough(k);
      }
    }
    return closure;
  }

  private void passThrough(int k) {
    for (int i = 0; i < size; i++) {
      double first = cost[i * size + k];
      if (i == k || !(first < Double.POSITIVE_INFINITY)) {
        continue;
      }
      for (int j = 0; j < size; j++) {
        double sum = first + cost[k * size + j];
        if (sum < cost[i * size + j]) {
          cost[i * size + j] = sum;
          next[i * size + j] = next[i * size + k];
        }
      }
    }
  }

  /** B_ij; +∞ if no chain leads from i to j. */
  double cost(int from, int to) {
    return cost[from * size + to];
  }

  /**
   * The least cost of a chain of at least two moves through permitted places. A chain that uses the
   * direct move itself costs no less than that move, so comparing the two is right all the same.
   */
  double rest(int from, int to, IntPredicate permitted) {
    double least = Double.POSITIVE_INFINITY;
    for (int k = 0; k < size; k++) {
      if (k != from && k != to && permitted.test(k)) {
        least = Math.min(least, cost(from, k) + cost(k, to));
      }
    }
    return least;
  }

  /** The places strictly inside the least chain, in order. */
  List<Integer> via(int from, int to) {
    List<Integer> places = new ArrayList<>();
    for (int here = next[from * size + to]; here >= 0 && here != to; ) {
      places.add(here);
      here = next[here * size + to];
    }
    return places;
  }
}
