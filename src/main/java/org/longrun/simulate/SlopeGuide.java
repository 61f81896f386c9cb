package org.longrun.simulate;

import java.util.Arrays;
import java.util.PriorityQueue;
import org.longrun.dynamics.Sgd;
import org.longrun.landscape.Domain;
import org.longrun.numerics.Point;

/**
 * The height of a point of the plane as what is left to be done on the way to a goal: ξ(x) = −min ∫
 * (‖∇f‖ ‖dγ‖ + ∇f·dγ)/s over the paths γ from x to the goal, s(x) the noise's mean variance. Going
 * down the slope is free, going up costs twice the climb, and crossing a slope its steepness.
 *
 * <p>By Dijkstra's algorithm on a grid of {@value #SIDE} × {@value #SIDE} points with sixteen
 * neighbours each, bilinear between them. A trace of the distance is added, so that ξ is flat
 * nowhere.
 */
final class SlopeGuide implements Guide {
  private static final int SIDE = 181;
  private static final double TRACE = 1e-3;
  private static final double LEAST_VARIANCE = 1e-6;
  private static final int[][] MOVES = {
    {1, 0}, {-1, 0}, {0, 1}, {0, -1}, {1, 1}, {1, -1}, {-1, 1}, {-1, -1},
    {2, 1}, {2, -1}, {-2, 1}, {-2, -1}, {1, 2}, {1, -2}, {-1, 2}, {-1, -2}
  };

  private record Entry(double left, int node) implements Comparable<Entry> {
    @Override
    public int compareTo(Entry other) {
      int order = Double.compare(left, other.left);
      return order == 0 ? Integer.compare(node, other.node) : order;
    }
  }

  private final Sgd sgd;
  private final double[] low = new double[2];
  private final double[] spacing = new double[2];
  private double[] left = new double[SIDE * SIDE];
  private final Guide distance;
  private double trace;

  private SlopeGuide(Sgd sgd, Guide distance) {
    this.sgd = sgd;
    this.distance = distance;
    Domain domain = sgd.landscape().domain();
    for (int k = 0; k < 2; k++) {
      low[k] = domain.lower().get(k);
      spacing[k] = domain.width(k) / (SIDE - 1);
    }
    Arrays.fill(left, Double.POSITIVE_INFINITY);
  }

  static Guide of(Neighbourhood goal, Sgd sgd, Guide distance) {
    SlopeGuide guide = new SlopeGuide(sgd, distance);
    guide.spread(goal);
    double most = Arrays.stream(guide.left).filter(Double::isFinite).max().orElse(0);
    guide.trace = TRACE * most / sgd.landscape().domain().diameter();
    guide.left = Arrays.stream(guide.left).map(each -> Math.min(each, most)).toArray();
    return most > 0 ? guide : distance;
  }

  private void spread(Neighbourhood goal) {
    double[] value = new double[left.length];
    double[] variance = new double[left.length];
    tabulate(value, variance);
    PriorityQueue<Entry> front = new PriorityQueue<>();
    for (Point point : goal.points()) {
      int node = nearest(point.toArray());
      left[node] = 0;
      front.add(new Entry(0, node));
    }
    boolean[] settled = new boolean[left.length];
    while (!front.isEmpty()) {
      int to = front.poll().node();
      if (!settled[to]) {
        settled[to] = true;
        relax(to, value, variance, front);
      }
    }
  }

  private void tabulate(double[] value, double[] variance) {
    double[] sigma = new double[4];
    double most = 0;
    for (int node = 0; node < left.length; node++) {
      double[] x = at(node);
      value[node] = sgd.landscape().objective().value(x);
      sgd.noise().at(x).covariance(sigma);
      variance[node] = (sigma[0] + sigma[3]) / 2;
      most = Math.max(most, variance[node]);
    }
    for (int node = 0; node < left.length; node++) {
      variance[node] = Math.max(LEAST_VARIANCE * most, variance[node]);
    }
  }

  private int nearest(double[] x) {
    int i = (int) Math.round(clamp((x[0] - low[0]) / spacing[0]));
    int j = (int) Math.round(clamp((x[1] - low[1]) / spacing[1]));
    return i * SIDE + j;
  }

  private static double clamp(double place) {
    return Math.max(0, Math.min(SIDE - 1, place));
  }

  private double[] at(int node) {
    return new double[] {
      low[0] + node / SIDE * spacing[0], low[1] + node % SIDE * spacing[1],
    };
  }

  private void relax(int to, double[] value, double[] variance, PriorityQueue<Entry> front) {
    double[] middle = new double[2];
    double[] slope = new double[2];
    for (int[] move : MOVES) {
      int i = to / SIDE - move[0];
      int j = to % SIDE - move[1];
      if (i < 0 || i >= SIDE || j < 0 || j >= SIDE) {
        continue;
      }
      int from = i * SIDE + j;
      middle[0] = low[0] + (i + move[0] / 2.0) * spacing[0];
      middle[1] = low[1] + (j + move[1] / 2.0) * spacing[1];
      sgd.landscape().objective().gradient(middle, slope);
      double length = Math.hypot(move[0] * spacing[0], move[1] * spacing[1]);
      double work = Math.hypot(slope[0], slope[1]) * length + value[to] - value[from];
      double all = left[to] + 2 * Math.max(0, work) / (variance[to] + variance[from]);
      if (all < left[from]) {
        left[from] = all;
        front.add(new Entry(all, from));
      }
    }
  }

  @Override
  public double height(double[] x, int offset) {
    double a = clamp((x[offset] - low[0]) / spacing[0]);
    double b = clamp((x[offset + 1] - low[1]) / spacing[1]);
    int i = (int) Math.min(SIDE - 2, a);
    int j = (int) Math.min(SIDE - 2, b);
    double p = a - i;
    double q = b - j;
    int node = i * SIDE + j;
    double there =
        (1 - p) * ((1 - q) * left[node] + q * left[node + 1])
            + p * ((1 - q) * left[node + SIDE] + q * left[node + SIDE + 1]);
    return -there + trace * distance.height(x, offset);
  }
}
