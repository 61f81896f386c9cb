package org.longrun.numerics;

import java.util.Arrays;

/**
 * A point x ∈ R^d: an immutable vector of finite coordinates, compared by value.
 *
 * <p>Coordinates are in the units of the landscape's variables.
 */
public final class Point {
  private final double[] coordinates;

  private Point(double[] coordinates) {
    this.coordinates = coordinates;
  }

  /**
   * The point with these coordinates.
   *
   * @param coordinates copied; d numbers
   * @throws IllegalArgumentException if a coordinate is infinite or NaN
   */
  public static Point of(double... coordinates) {
    for (int k = 0; k < coordinates.length; k++) {
      if (!Double.isFinite(coordinates[k])) {
        throw new IllegalArgumentException("coordinate " + k + " is " + coordinates[k]);
      }
    }
    return new Point(coordinates.clone());
  }

  /** The number of coordinates, d. */
  public int dimension() {
    return coordinates.length;
  }

  /** The k-th coordinate, counted from 0. */
  public double get(int k) {
    return coordinates[k];
  }

  /** A fresh copy of the coordinates. */
  public double[] toArray() {
    return coordinates.clone();
  }

  /** The Euclidean distance ‖this − other‖. */
  public double distance(Point other) {
    double square = 0;
    for (int k = 0; k < coordinates.length; k++) {
      double difference = coordinates[k] - other.coordinates[k];
      square += difference * difference;
    }
    return Math.sqrt(square);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Point point && Arrays.equals(coordinates, point.coordinates);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(coordinates);
  }

  @Override
  public String toString() {
    return Arrays.toString(coordinates);
  }
}
