package org.longrun.report;

import java.util.List;

/**
 * A line or a plane through the domain on which f is drawn: x = origin + Σ_k t_k·direction_k.
 *
 * @param title what the view shows
 * @param axes what the coordinates t_k are called
 * @param origin the point t = 0
 * @param directions one or two orthonormal directions
 * @param lower the least t_k drawn
 * @param upper the largest t_k drawn
 * @param whole true if the view shows the whole domain: d ≤ 2
 */
record View(
    String title,
    List<String> axes,
    double[] origin,
    double[][] directions,
    double[] lower,
    double[] upper,
    boolean whole) {

  /** The number of coordinates, 1 or 2. */
  int dimension() {
    return directions.length;
  }

  /** The same plane with its two axes exchanged. */
  View turned() {
    return new View(
        title,
        List.of(axes.get(1), axes.get(0)),
        origin,
        new double[][] {directions[1], directions[0]},
        new double[] {lower[1], lower[0]},
        new double[] {upper[1], upper[0]},
        whole);
  }

  /** x for the coordinates t. */
  double[] point(double... t) {
    double[] x = origin.clone();
    for (int k = 0; k < directions.length; k++) {
      for (int i = 0; i < x.length; i++) {
        x[i] += t[k] * directions[k][i];
      }
    }
    return x;
  }

  /** The coordinates t of the nearest point of the view, and after them the distance to x. */
  double[] project(double[] x) {
    double[] out = new double[directions.length + 1];
    double square = 0;
    for (int i = 0; i < x.length; i++) {
      double offset = x[i] - origin[i];
      square += offset * offset;
      for (int k = 0; k < directions.length; k++) {
        out[k] += offset * directions[k][i];
      }
    }
    for (int k = 0; k < directions.length; k++) {
      square -= out[k] * out[k];
    }
    out[directions.length] = Math.sqrt(Math.max(0, square));
    return out;
  }
}
