package org.longrun.arborescence;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Collects edges in primitive arrays, in any order, and sorts them into a {@link CostDigraph} by
 * two counting sorts, O(n + M).
 */
public final class CostDigraphBuilder {
  private static final int LONGEST = Integer.MAX_VALUE - 8;
  private int[] tails;
  private int[] heads;
  private double[] costs;
  private int[] origins;
  private int count;
  private int given;
  private int least;
  private long selfLoops;

  /** An empty builder with room for this many edges; it grows as needed. */
  public CostDigraphBuilder(int capacity) {
    int room = Math.max(16, capacity);
    tails = new int[room];
    heads = new int[room];
    costs = new double[room];
    origins = new int[room];
  }

  /**
   * Adds an edge; +∞ is the absence of one, and a self-loop is counted and dropped.
   *
   * @throws IllegalArgumentException if the cost is negative or NaN, or an end is negative
   */
  public void add(int tail, int head, double cost) {
    if (!(cost >= 0)) {
      throw new IllegalArgumentException(
          "the cost of " + tail + " -> " + head + " is " + cost + "; it must be >= 0");
    }
    if (tail < 0 || head < 0) {
      throw new IllegalArgumentException("no vertex is " + Math.min(tail, head));
    }
    int origin = given++;
    least = Math.max(least, 1 + Math.max(tail, head));
    if (tail == head) {
      selfLoops++;
    } else if (cost < Double.POSITIVE_INFINITY) {
      append(tail, head, cost, origin);
    }
  }

  /** How many edges have been added, dropped ones included. */
  public int given() {
    return given;
  }

  private void append(int tail, int head, double cost, int origin) {
    if (count == tails.length) {
      grow();
    }
    tails[count] = tail;
    heads[count] = head;
    costs[count] = cost;
    origins[count++] = origin;
  }

  private void grow() {
    if (count == LONGEST) {
      throw new OutOfMemoryError("more than " + LONGEST + " edges");
    }
    int room = (int) Math.min(LONGEST, count + (long) (count >> 1) + 16);
    tails = Arrays.copyOf(tails, room);
    heads = Arrays.copyOf(heads, room);
    costs = Arrays.copyOf(costs, room);
    origins = Arrays.copyOf(origins, room);
  }

  /**
   * The digraph of the edges added so far.
   *
   * @param size n
   * @throws IllegalArgumentException if an edge has an end outside 0 … n−1
   */
  public CostDigraph build(int size) {
    if (least > size) {
      throw new IllegalArgumentException("vertex " + (least - 1) + " among " + size);
    }
    int[] order = sortBy(tails, sortBy(heads, null, size), size);
    return merge(size, order);
  }

  /** A stable counting sort of the edges; {@code before} is the order so far, null for as given. */
  private int[] sortBy(int[] ends, int @Nullable [] before, int size) {
    int[] next = new int[size + 1];
    for (int e = 0; e < count; e++) {
      next[ends[e] + 1]++;
    }
    for (int v = 0; v < size; v++) {
      next[v + 1] += next[v];
    }
    int[] order = new int[count];
    for (int k = 0; k < count; k++) {
      int e = before == null ? k : before[k];
      order[next[ends[e]]++] = e;
    }
    return order;
  }

  /** Keeps the cheapest of each run of parallel edges. */
  private CostDigraph merge(int size, int[] order) {
    int kept = 0;
    for (int k = 0; k < count; k++) {
      int e = order[k];
      if (kept > 0 && parallel(order[kept - 1], e)) {
        order[kept - 1] = costs[e] < costs[order[kept - 1]] ? e : order[kept - 1];
      } else {
        order[kept++] = e;
      }
    }
    int[] offsets = new int[size + 1];
    int[] keptTails = new int[kept];
    int[] keptHeads = new int[kept];
    int[] keptOrigins = new int[kept];
    double[] keptCosts = new double[kept];
    for (int k = 0; k < kept; k++) {
      int e = order[k];
      offsets[tails[e] + 1]++;
      keptTails[k] = tails[e];
      keptHeads[k] = heads[e];
      keptCosts[k] = costs[e];
      keptOrigins[k] = origins[e];
    }
    for (int v = 0; v < size; v++) {
      offsets[v + 1] += offsets[v];
    }
    return new CostDigraph(
        offsets, keptTails, keptHeads, keptCosts, keptOrigins, selfLoops, (long) count - kept);
  }

  private boolean parallel(int e, int f) {
    return tails[e] == tails[f] && heads[e] == heads[f];
  }
}
