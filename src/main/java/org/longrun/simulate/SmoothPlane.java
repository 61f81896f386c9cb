package org.longrun.simulate;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.longrun.dynamics.Sgd;
import org.longrun.landscape.Domain;
import org.longrun.landscape.ScalarField;

/**
 * d = 2, Gaussian noise: the trapezoidal rule on a uniform grid, spectrally accurate for a Gaussian
 * kernel once the spacing is below about one standard deviation (error exp(−2π²(σ/h)²)). Nodes
 * where f is far above the level that matters are left out; a cell on a neighbourhood's border is
 * shared by area.
 */
final class SmoothPlane implements KernelGrid {
  private static final double[] SPACINGS = {0.5, 0.7, 0.85, 1.0, 1.2};
  private static final double TAIL = 8;
  private static final double MOST_WORK = 8e9;
  private static final double MOST_ENTRIES = 6e7;
  private static final double TEMPERATURES = 30;
  private static final int AREA = 8;

  private final Sgd sgd;
  private final double stepSize;
  private final List<Neighbourhood> neighbourhoods;
  private final double[] spacing;
  private final int[] shape;
  private final int[] state;
  private final int[] place;
  private final double[][] shares;

  private SmoothPlane(
      Sgd sgd,
      double stepSize,
      List<Neighbourhood> neighbourhoods,
      double[] spacing,
      double level) {
    this.sgd = sgd;
    this.stepSize = stepSize;
    this.neighbourhoods = neighbourhoods;
    this.spacing = spacing;
    Domain domain = sgd.landscape().domain();
    this.shape =
        new int[] {
          (int) Math.ceil(domain.width(0) / spacing[0]) + 1,
          (int) Math.ceil(domain.width(1) / spacing[1]) + 1
        };
    this.state = new int[shape[0] * shape[1]];
    this.place = number(level);
    this.shares = new double[neighbourhoods.size()][place.length];
    for (int which = 0; which < shares.length; which++) {
      for (int i = 0; i < place.length; i++) {
        shares[which][i] = area(neighbourhoods.get(which), node(i));
      }
    }
  }

  static Optional<SmoothPlane> of(
      Sgd sgd, double stepSize, List<Neighbourhood> neighbourhoods, double level) {
    if (!SmoothLine.isGaussian(sgd)) {
      return Optional.empty();
    }
    double[] least = leastDeviations(sgd, stepSize);
    double temperature = temperature(sgd, stepSize);
    double top = level + TEMPERATURES * temperature;
    for (double spacing : SPACINGS) {
      double[] h = {spacing * least[0], spacing * least[1]};
      if (affordable(sgd, h, top)) {
        return Optional.of(new SmoothPlane(sgd, stepSize, neighbourhoods, h, top));
      }
    }
    return Optional.empty();
  }

  /** The least standard deviation of a step along each axis, given the other coordinate's step. */
  private static double[] leastDeviations(Sgd sgd, double stepSize) {
    double[] least = {Double.POSITIVE_INFINITY, Double.POSITIVE_INFINITY};
    double[] sigma = new double[4];
    for (double[] x : samples(sgd.landscape().domain())) {
      sgd.noise().at(x).covariance(sigma);
      double determinant = sigma[0] * sigma[3] - sigma[1] * sigma[2];
      least[0] = Math.min(least[0], stepSize * Math.sqrt(Math.max(0, determinant / sigma[3])));
      least[1] = Math.min(least[1], stepSize * Math.sqrt(Math.max(0, determinant / sigma[0])));
    }
    return least;
  }

  /** ησ²/2 at its largest. */
  private static double temperature(Sgd sgd, double stepSize) {
    double most = 0;
    double[] sigma = new double[4];
    for (double[] x : samples(sgd.landscape().domain())) {
      sgd.noise().at(x).covariance(sigma);
      most = Math.max(most, Math.max(sigma[0], sigma[3]));
    }
    return stepSize * most / 2;
  }

  private static List<double[]> samples(Domain domain) {
    int side = 24;
    double[][] all = new double[side * side][];
    for (int i = 0; i < all.length; i++) {
      all[i] =
          new double[] {
            domain.lower().get(0) + domain.width(0) * (i / side + 0.5) / side,
            domain.lower().get(1) + domain.width(1) * (i % side + 0.5) / side
          };
    }
    return Arrays.asList(all);
  }

  /** Counts nodes, and the width of the band that elimination fills, on a coarse sample. */
  private static boolean affordable(Sgd sgd, double[] h, double top) {
    Domain domain = sgd.landscape().domain();
    ScalarField f = sgd.landscape().objective();
    double total = domain.width(0) / h[0] * (domain.width(1) / h[1]);
    if (!(total < 1e6)) {
      return false;
    }
    int below = 0;
    List<double[]> samples = samples(domain);
    for (double[] x : samples) {
      below += f.value(x) <= top ? 1 : 0;
    }
    double share = (double) below / samples.size();
    double n = total * share;
    double columns = Math.min(domain.width(0) / h[0], 2.5 * TAIL * stepsIn(h));
    double band = columns * domain.width(1) / h[1] * share;
    return n * band * band <= MOST_WORK && n * 2 * band <= MOST_ENTRIES;
  }

  private static double stepsIn(double[] h) {
    return Math.max(1, Math.max(h[0] / h[1], h[1] / h[0])) / SPACINGS[0] / 2;
  }

  private int[] number(double top) {
    int[] found = new int[state.length];
    int count = 0;
    Arrays.fill(state, -1);
    for (int cell = 0; cell < state.length; cell++) {
      double[] x = at(cell);
      if (sgd.landscape().objective().value(x) <= top) {
        state[cell] = count;
        found[count++] = cell;
      }
    }
    return Arrays.copyOf(found, count);
  }

  private double[] at(int cell) {
    Domain domain = sgd.landscape().domain();
    return new double[] {
      domain.lower().get(0) + cell / shape[1] * spacing[0],
      domain.lower().get(1) + cell % shape[1] * spacing[1]
    };
  }

  private double area(Neighbourhood neighbourhood, double[] centre) {
    int in = 0;
    for (int part = 0; part < AREA * AREA; part++) {
      double x = centre[0] + spacing[0] * ((part / AREA + 0.5) / AREA - 0.5);
      double y = centre[1] + spacing[1] * ((part % AREA + 0.5) / AREA - 0.5);
      in += holds(neighbourhood, x, y) ? 1 : 0;
    }
    return in / (double) (AREA * AREA);
  }

  private static boolean holds(Neighbourhood neighbourhood, double x, double y) {
    return neighbourhood.points().stream()
        .anyMatch(p -> Math.hypot(x - p.get(0), y - p.get(1)) <= neighbourhood.radius());
  }

  @Override
  public int size() {
    return place.length;
  }

  @Override
  public double[] node(int i) {
    return at(place[i]);
  }

  @Override
  public double share(int node, int neighbourhood) {
    return shares[neighbourhood][node];
  }

  @Override
  public int inside(double[] x) {
    for (int which = 0; which < neighbourhoods.size(); which++) {
      if (holds(neighbourhoods.get(which), x[0], x[1])) {
        return which;
      }
    }
    return -1;
  }

  @Override
  public Row row(double[] x) {
    double[] gradient = new double[2];
    double[] sigma = new double[4];
    sgd.landscape().objective().gradient(x, gradient);
    sgd.noise().at(x).covariance(sigma);
    double[] mean = {x[0] - stepSize * gradient[0], x[1] - stepSize * gradient[1]};
    double determinant = (sigma[0] * sigma[3] - sigma[1] * sigma[2]) * Math.pow(stepSize, 4);
    double scale = spacing[0] * spacing[1] / (2 * Math.PI * Math.sqrt(determinant));
    double unit = stepSize * stepSize / determinant;
    double[] inverse = {sigma[3] * unit, -sigma[1] * unit, sigma[0] * unit};
    int[] xs = range(0, mean[0], stepSize * Math.sqrt(sigma[0]));
    int[] ys = range(1, mean[1], stepSize * Math.sqrt(sigma[3]));
    return gather(xs, ys, mean, inverse, scale);
  }

  private int[] range(int axis, double mean, double deviation) {
    double low = sgd.landscape().domain().lower().get(axis);
    double from = Math.ceil((mean - TAIL * deviation - low) / spacing[axis]);
    double to = Math.floor((mean + TAIL * deviation - low) / spacing[axis]);
    int last = shape[axis] - 1;
    return new int[] {
      (int) Math.max(0, Math.min(last, from)), (int) Math.max(0, Math.min(last, to))
    };
  }

  private int nearest(double[] mean) {
    int nearest = 0;
    double least = Double.POSITIVE_INFINITY;
    for (int i = 0; i < place.length; i++) {
      double[] y = at(place[i]);
      double distance = Math.hypot(y[0] - mean[0], y[1] - mean[1]);
      if (distance < least) {
        least = distance;
        nearest = i;
      }
    }
    return nearest;
  }

  private Row gather(int[] xs, int[] ys, double[] mean, double[] inverse, double scale) {
    int first = Integer.MAX_VALUE;
    int last = -1;
    for (int i = xs[0]; i <= xs[1]; i++) {
      for (int j = ys[0]; j <= ys[1]; j++) {
        int s = state[i * shape[1] + j];
        first = s >= 0 ? Math.min(first, s) : first;
        last = Math.max(last, s);
      }
    }
    if (last < 0) {
      return new Row(nearest(mean), new double[] {1});
    }
    double[] row = new double[last - first + 1];
    for (int i = xs[0]; i <= xs[1]; i++) {
      for (int j = ys[0]; j <= ys[1]; j++) {
        int s = state[i * shape[1] + j];
        if (s >= 0) {
          double[] y = at(i * shape[1] + j);
          double a = y[0] - mean[0];
          double b = y[1] - mean[1];
          double form = inverse[0] * a * a + 2 * inverse[1] * a * b + inverse[2] * b * b;
          row[s - first] = scale * Math.exp(-form / 2);
        }
      }
    }
    return new Row(first, row).closed();
  }
}
