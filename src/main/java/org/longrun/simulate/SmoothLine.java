package org.longrun.simulate;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.longrun.dynamics.Sgd;
import org.longrun.landscape.Domain;
import org.longrun.landscape.NoiseDescription;
import org.longrun.numerics.GaussLegendre;
import org.longrun.numerics.Point;

/**
 * d = 1, Gaussian noise: p(x, y) = φ((y − x + ηf′(x))/(ησ(x)))/(ησ(x)) on Gauss–Legendre panels of
 * about {@value #PANEL} standard deviations that end at the neighbourhoods' borders.
 */
final class SmoothLine implements KernelGrid {
  private static final double PANEL = 1.5;
  private static final int NODES = 8;
  private static final double TAIL = 11;
  private static final int MOST_NODES = 150_000;
  private static final double MARGIN = 0.25;

  private final Sgd sgd;
  private final double stepSize;
  private final List<Neighbourhood> neighbourhoods;
  private final double[] nodes;
  private final double[] weights;

  private SmoothLine(
      Sgd sgd,
      double stepSize,
      List<Neighbourhood> neighbourhoods,
      double[] nodes,
      double[] weights) {
    this.sgd = sgd;
    this.stepSize = stepSize;
    this.neighbourhoods = neighbourhoods;
    this.nodes = nodes;
    this.weights = weights;
  }

  /** True for Gaussian noise that is not truncated. */
  static boolean isGaussian(Sgd sgd) {
    NoiseDescription noise = sgd.landscape().noise();
    return noise instanceof NoiseDescription.Isotropic gaussian && gaussian.truncation().isEmpty()
        || noise instanceof NoiseDescription.Anisotropic general && general.truncation().isEmpty();
  }

  static Optional<SmoothLine> of(Sgd sgd, double stepSize, List<Neighbourhood> neighbourhoods) {
    SmoothLine bare = new SmoothLine(sgd, stepSize, neighbourhoods, new double[0], new double[0]);
    List<Double> edges = new ArrayList<>();
    Double[] breaks = bare.breaks().toArray(new Double[0]);
    for (int b = 0; b + 1 < breaks.length; b++) {
      if (!bare.panels(breaks[b], breaks[b + 1], edges)) {
        return Optional.empty();
      }
    }
    edges.add(breaks[breaks.length - 1]);
    return Optional.of(bare.on(edges));
  }

  private SmoothLine on(List<Double> edges) {
    GaussLegendre rule = GaussLegendre.of(NODES);
    int n = (edges.size() - 1) * NODES;
    double[] places = new double[n];
    double[] shares = new double[n];
    for (int p = 0; p + 1 < edges.size(); p++) {
      double half = (edges.get(p + 1) - edges.get(p)) / 2;
      for (int q = 0; q < NODES; q++) {
        places[p * NODES + q] = edges.get(p) + half * (1 + rule.point(q));
        shares[p * NODES + q] = half * rule.weight(q);
      }
    }
    return new SmoothLine(sgd, stepSize, neighbourhoods, places, shares);
  }

  /** The ends of the line and of every neighbourhood on it, ascending. */
  private TreeSet<Double> breaks() {
    Domain domain = sgd.landscape().domain();
    double low = end(domain.lower().get(0), -domain.width(0));
    double high = end(domain.upper().get(0), domain.width(0));
    TreeSet<Double> breaks = new TreeSet<>(List.of(low, high));
    for (Neighbourhood neighbourhood : neighbourhoods) {
      for (Point point : neighbourhood.points()) {
        for (double border :
            new double[] {
              point.get(0) - neighbourhood.radius(), point.get(0) + neighbourhood.radius()
            }) {
          if (border > low && border < high) {
            breaks.add(border);
          }
        }
      }
    }
    return breaks;
  }

  /** Goes on from the domain's end as long as one step of descent leads back into the line. */
  private double end(double bound, double width) {
    int parts = 64;
    double end = bound;
    for (int part = 1; part <= parts; part++) {
      double x = bound + MARGIN * width * part / parts;
      double move = stepSize * slope(x);
      boolean inward = move * width > 0 && Math.abs(move) < Math.abs(width) / 2;
      if (!inward || !(deviation(x) > 0) || !(deviation(x) < Math.abs(width))) {
        return end;
      }
      end = x;
    }
    return end;
  }

  private boolean panels(double from, double to, List<Double> edges) {
    double x = from;
    while (x < to) {
      edges.add(x);
      double width = PANEL * deviation(x);
      width = Math.min(width, PANEL * deviation(Math.min(to, x + width)));
      width = Math.min(width, PANEL * deviation(Math.min(to, x + width / 2)));
      if (!(width > 0) || edges.size() > MOST_NODES / NODES) {
        return false;
      }
      double left = to - x;
      // the last two panels share what is left, so that none is a sliver
      x = left <= width ? to : left < 2 * width ? x + left / 2 : x + width;
    }
    return true;
  }

  private double slope(double x) {
    double[] out = new double[1];
    sgd.landscape().objective().gradient(new double[] {x}, out);
    return out[0];
  }

  /** ησ(x), the standard deviation of one iteration. */
  private double deviation(double x) {
    double[] out = new double[1];
    sgd.noise().at(new double[] {x}).covariance(out);
    return stepSize * Math.sqrt(Math.max(0, out[0]));
  }

  @Override
  public int size() {
    return nodes.length;
  }

  @Override
  public double[] node(int i) {
    return new double[] {nodes[i]};
  }

  @Override
  public Row row(double[] x) {
    double mean = x[0] - stepSize * slope(x[0]);
    double deviation = deviation(x[0]);
    int first = lowerBound(mean - TAIL * deviation);
    int end = lowerBound(mean + TAIL * deviation);
    if (first >= end) {
      return new Row(Math.min(first, nodes.length - 1), new double[] {1});
    }
    double[] row = new double[end - first];
    double scale = 1 / (deviation * Math.sqrt(2 * Math.PI));
    for (int j = 0; j < row.length; j++) {
      double z = (nodes[first + j] - mean) / deviation;
      row[j] = weights[first + j] * scale * Math.exp(-z * z / 2);
    }
    return new Row(first, row).closed();
  }

  private int lowerBound(double x) {
    int found = Arrays.binarySearch(nodes, x);
    return found >= 0 ? found : -found - 1;
  }

  @Override
  public double share(int node, int neighbourhood) {
    return holds(neighbourhoods.get(neighbourhood), nodes[node]) ? 1 : 0;
  }

  @Override
  public int inside(double[] x) {
    for (int which = 0; which < neighbourhoods.size(); which++) {
      if (holds(neighbourhoods.get(which), x[0])) {
        return which;
      }
    }
    return -1;
  }

  static boolean holds(Neighbourhood neighbourhood, double x) {
    for (Point point : neighbourhood.points()) {
      if (Math.abs(x - point.get(0)) <= neighbourhood.radius()) {
        return true;
      }
    }
    return false;
  }
}
