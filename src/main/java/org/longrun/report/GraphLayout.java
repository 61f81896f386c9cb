package org.longrun.report;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;

/**
 * Positions of the transition graph's vertices in the unit square: stress majorisation of hop
 * distances.
 *
 * <p>Hops are counted in the graph of every vertex's one or two cheapest moves, which the eye
 * should see as short; E. R. Gansner, Y. Koren, S. North, <em>Graph drawing by stress
 * majorization</em> (GD 2004). Deterministic: the start is a circle in the components' order.
 */
final class GraphLayout {
  /** Above so many vertices only the cheapest move of each is counted, as the page draws it. */
  private static final int MANY = 100;

  private static final double ROUNDS = 3e7;

  private final int size;
  private final double[][] distance;
  private final double[] x;
  private final double[] y;

  private GraphLayout(int size, List<Findings.Transition> transitions) {
    this.size = size;
    this.distance = hops(size, cheapest(size, transitions));
    this.x = new double[size];
    this.y = new double[size];
  }

  /** The positions: {@code [0]} the abscissas, {@code [1]} the ordinates, all in [0, 1]. */
  static double[][] of(int size, List<Findings.Transition> transitions) {
    GraphLayout layout = new GraphLayout(size, transitions);
    layout.circle();
    long rounds = Math.max(20, Math.min(300, (long) (ROUNDS / Math.max(1, (double) size * size))));
    for (int k = 0; k < rounds; k++) {
      layout.majorise();
    }
    layout.turn();
    normalise(layout.x);
    normalise(layout.y);
    return new double[][] {layout.x, layout.y};
  }

  private void circle() {
    double radius = Arrays.stream(distance).flatMapToDouble(Arrays::stream).max().orElse(1) / 2;
    for (int i = 0; i < size; i++) {
      x[i] = radius * Math.cos(2 * Math.PI * i / size);
      y[i] = radius * Math.sin(2 * Math.PI * i / size);
    }
  }

  /** Turns the drawing so that its longest axis lies across the page. */
  private void turn() {
    double meanX = Arrays.stream(x).average().orElse(0);
    double meanY = Arrays.stream(y).average().orElse(0);
    double xx = 0;
    double xy = 0;
    double yy = 0;
    for (int i = 0; i < size; i++) {
      x[i] -= meanX;
      y[i] -= meanY;
      xx += x[i] * x[i];
      xy += x[i] * y[i];
      yy += y[i] * y[i];
    }
    double angle = Math.atan2(2 * xy, xx - yy) / 2;
    double cos = Math.cos(angle);
    double sin = Math.sin(angle);
    for (int i = 0; i < size; i++) {
      double turned = cos * x[i] + sin * y[i];
      y[i] = cos * y[i] - sin * x[i];
      x[i] = turned;
    }
  }

  /** One round: every vertex moves to the weighted mean of where the others want it. */
  private void majorise() {
    for (int i = 0; i < size; i++) {
      double weights = 0;
      double newX = 0;
      double newY = 0;
      for (int j = 0; j < size; j++) {
        if (j == i) {
          continue;
        }
        double wanted = distance[i][j];
        double weight = 1 / (wanted * wanted);
        double now = Math.max(1e-9, Math.hypot(x[i] - x[j], y[i] - y[j]));
        newX += weight * (x[j] + wanted * (x[i] - x[j]) / now);
        newY += weight * (y[j] + wanted * (y[i] - y[j]) / now);
        weights += weight;
      }
      if (weights > 0) {
        x[i] = newX / weights;
        y[i] = newY / weights;
      }
    }
  }

  private static List<List<Integer>> cheapest(int size, List<Findings.Transition> transitions) {
    List<List<Findings.Transition>> out = new ArrayList<>();
    List<List<Integer>> neighbours = new ArrayList<>();
    for (int i = 0; i < size; i++) {
      out.add(new ArrayList<>());
      neighbours.add(new ArrayList<>());
    }
    transitions.stream()
        .filter(Findings.Transition::isDirect)
        .forEach(t -> out.get(t.from()).add(t));
    int nearest = size > MANY ? 1 : 2;
    for (List<Findings.Transition> moves : out) {
      moves.sort(Comparator.comparingDouble(Findings.Transition::cost));
      for (Findings.Transition t : moves.subList(0, Math.min(nearest, moves.size()))) {
        neighbours.get(t.from()).add(t.to());
        neighbours.get(t.to()).add(t.from());
      }
    }
    return neighbours;
  }

  private static double[][] hops(int size, List<List<Integer>> neighbours) {
    double[][] out = new double[size][size];
    double farthest = 1;
    for (int i = 0; i < size; i++) {
      Arrays.fill(out[i], Double.POSITIVE_INFINITY);
      breadthFirst(i, neighbours, out[i]);
      for (double h : out[i]) {
        farthest = Double.isFinite(h) ? Math.max(farthest, h) : farthest;
      }
    }
    for (double[] row : out) {
      for (int j = 0; j < size; j++) {
        // what is not connected is kept apart, a little beyond the farthest that is
        row[j] = Double.isFinite(row[j]) ? row[j] : farthest + 1;
      }
    }
    return out;
  }

  private static void breadthFirst(int start, List<List<Integer>> neighbours, double[] hops) {
    Deque<Integer> queue = new ArrayDeque<>(List.of(start));
    hops[start] = 0;
    while (!queue.isEmpty()) {
      int i = queue.remove();
      for (int j : neighbours.get(i)) {
        if (Double.isInfinite(hops[j])) {
          hops[j] = hops[i] + 1;
          queue.add(j);
        }
      }
    }
  }

  private static void normalise(double[] coordinates) {
    double lower = Arrays.stream(coordinates).min().orElse(0);
    double upper = Arrays.stream(coordinates).max().orElse(0);
    for (int i = 0; i < coordinates.length; i++) {
      coordinates[i] = upper - lower > 1e-3 ? (coordinates[i] - lower) / (upper - lower) : 0.5;
    }
  }
}
