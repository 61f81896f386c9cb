package org.longrun.validate;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * How many replicas each start and step size gets, when their costs differ by orders of magnitude.
 *
 * <p>The means have relative errors of about 1/√m, so that the slope of log(ηE τ) over x = 1/η has
 * the variance 1/Σ m (x − x̄)². Pieces go, one by one, where they take away most of Σ_starts
 * (relative variance of the slope) + {@value #OWN} Σ 1/m for their iterations, until these are
 * spent (greedy c-optimal design; V. Fedorov, <em>Theory of Optimal Experiments</em>, 1972).
 */
final class Allocation {
  private static final double OWN = 0.01;

  /**
   * A start at a step size.
   *
   * @param start the number of the start
   * @param inverse 1/η
   * @param exponent J of the start; 0 or +∞ where there is no slope to be had
   * @param cost iterations of one replica
   */
  record Point(int start, double inverse, double exponent, double cost) {}

  private final List<Point> points;
  private final int most;
  private final int piece;
  private final int[] replicas;

  private Allocation(List<Point> points, int[] made, int most, int piece) {
    this.points = points;
    this.most = most;
    this.piece = piece;
    this.replicas = made.clone();
  }

  /**
   * The number of replicas of each point, those already made included.
   *
   * @param points starts at step sizes
   * @param made replicas already made, at least one each
   * @param most the most replicas of a point
   * @param piece how many are added at a time
   * @param budget iterations to be spent
   */
  static int[] of(List<Point> points, int[] made, int most, int piece, double budget) {
    Allocation allocation = new Allocation(points, made, most, piece);
    double left = budget;
    for (int best = allocation.best(left); best >= 0; best = allocation.best(left)) {
      int more = allocation.more(best);
      left -= more * points.get(best).cost();
      allocation.replicas[best] += more;
    }
    return allocation.replicas;
  }

  private int more(int point) {
    return Math.min(piece, most - replicas[point]);
  }

  /** The point whose next piece is worth most for its cost; −1 if none is affordable. */
  private int best(double left) {
    int best = -1;
    double highest = 0;
    for (int k = 0; k < points.size(); k++) {
      double cost = more(k) * points.get(k).cost();
      if (cost > 0 && cost <= left) {
        double worth = worth(k) / cost;
        if (worth > highest) {
          highest = worth;
          best = k;
        }
      }
    }
    return best;
  }

  private double worth(int point) {
    double before = variance(point);
    int more = more(point);
    replicas[point] += more;
    double after = variance(point);
    replicas[point] -= more;
    return before - after;
  }

  private double variance(int point) {
    Point own = points.get(point);
    double slope = 0;
    if (own.exponent() > 0 && own.exponent() < Double.POSITIVE_INFINITY && isFitted(own)) {
      slope = slopeVariance(own.start()) / (own.exponent() * own.exponent());
    }
    return slope + OWN / replicas[point];
  }

  private boolean isFitted(Point point) {
    return point.exponent() * point.inverse() >= ArrheniusFit.FAR;
  }

  private double slopeVariance(int start) {
    int[] fitted =
        IntStream.range(0, points.size())
            .filter(k -> points.get(k).start() == start && isFitted(points.get(k)))
            .toArray();
    double weight = Arrays.stream(fitted).mapToDouble(k -> replicas[k]).sum();
    double mean = 0;
    for (int k : fitted) {
      mean += replicas[k] * points.get(k).inverse() / weight;
    }
    double spread = 0;
    for (int k : fitted) {
      spread += replicas[k] * Math.pow(points.get(k).inverse() - mean, 2);
    }
    return spread > 0 ? 1 / spread : 0;
  }
}
