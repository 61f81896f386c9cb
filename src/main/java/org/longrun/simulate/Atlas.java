package org.longrun.simulate;

import java.util.List;

/**
 * Where a walker is: in which of several neighbourhoods, in none, or gone for good.
 *
 * <p>Points at a distance of more than a hundred domain diameters from every neighbourhood, and
 * points that are no numbers, count as diverged.
 */
final class Atlas {
  /** In no neighbourhood. */
  static final int NOWHERE = -1;

  /** Diverged. */
  static final int GONE = -2;

  private static final double DIAMETERS = 100;

  private final int d;
  private final double[] centres;
  private final int[] owner;
  private final double[] squaredRadius;
  private final double widest;
  private final double horizon;

  Atlas(List<Neighbourhood> neighbourhoods, double diameter) {
    d = neighbourhoods.get(0).dimension();
    int total = neighbourhoods.stream().mapToInt(n -> n.points().size()).sum();
    centres = new double[total * d];
    owner = new int[total];
    squaredRadius = new double[total];
    int next = 0;
    for (int i = 0; i < neighbourhoods.size(); i++) {
      Neighbourhood neighbourhood = neighbourhoods.get(i);
      for (int p = 0; p < neighbourhood.points().size(); p++) {
        System.arraycopy(neighbourhood.points().get(p).toArray(), 0, centres, next * d, d);
        owner[next] = i;
        squaredRadius[next++] = neighbourhood.radius() * neighbourhood.radius();
      }
    }
    double most = 0;
    for (double square : squaredRadius) {
      most = Math.max(most, square);
    }
    widest = most;
    horizon = DIAMETERS * diameter * DIAMETERS * diameter;
  }

  /** The number of the nearest neighbourhood that holds the point, or NOWHERE or GONE. */
  int locate(double[] x, int offset) {
    double least = squaredDistance(x, offset);
    if (least > widest && least < horizon) {
      return NOWHERE;
    }
    return least < horizon ? nearest(x, offset) : GONE;
  }

  /** The least squared distance to a centre; +∞ where the point is no number. */
  double squaredDistance(double[] x, int offset) {
    double least = Double.POSITIVE_INFINITY;
    for (int c = 0; c < centres.length; c += d) {
      double square = 0;
      for (int k = 0; k < d; k++) {
        double difference = x[offset + k] - centres[c + k];
        square += difference * difference;
      }
      if (square < least) {
        least = square;
      }
    }
    return least;
  }

  private int nearest(double[] x, int offset) {
    int found = NOWHERE;
    double least = Double.POSITIVE_INFINITY;
    for (int c = 0; c < owner.length; c++) {
      double square = 0;
      for (int k = 0; k < d; k++) {
        double difference = x[offset + k] - centres[c * d + k];
        square += difference * difference;
      }
      if (square <= squaredRadius[c] && square < least) {
        least = square;
        found = owner[c];
      }
    }
    return found;
  }
}
