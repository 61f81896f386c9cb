package org.longrun.validate;

import java.util.List;

/**
 * A line y = a + b x through points with errors, by weighted least squares.
 *
 * <p>The weights are the inverse variances. The slope's error follows from them, widened by √(χ²/(n
 * − 2)) where the points scatter more than they say; where no point has an error the scatter alone
 * decides.
 *
 * @param slope b
 * @param standardError of b
 */
record WeightedLine(double slope, double standardError) {
  private static final double LEAST = 1e-6;
  private static final double NORMAL_95 = 1.959963984540054;

  /**
   * A point.
   *
   * @param x abscissa
   * @param y ordinate
   * @param error standard error of y
   */
  record Mark(double x, double y, double error) {
    private double weight(double least) {
      double known = Math.max(least, error);
      return 1 / (known * known);
    }
  }

  /** The line through at least two points. */
  static WeightedLine through(List<Mark> marks) {
    boolean exact = marks.stream().allMatch(mark -> mark.error() == 0);
    double least = exact ? 1 : LEAST;
    double weight = marks.stream().mapToDouble(mark -> mark.weight(least)).sum();
    double x = marks.stream().mapToDouble(m -> m.weight(least) * m.x()).sum() / weight;
    double y = marks.stream().mapToDouble(m -> m.weight(least) * m.y()).sum() / weight;
    double spread =
        marks.stream().mapToDouble(m -> m.weight(least) * (m.x() - x) * (m.x() - x)).sum();
    double slope =
        marks.stream().mapToDouble(m -> m.weight(least) * (m.x() - x) * (m.y() - y)).sum() / spread;
    double scatter =
        marks.stream()
            .mapToDouble(m -> m.weight(least) * Math.pow(m.y() - y - slope * (m.x() - x), 2))
            .sum();
    double excess = marks.size() > 2 ? scatter / (marks.size() - 2) : 0;
    return new WeightedLine(slope, Math.sqrt((exact ? excess : Math.max(1, excess)) / spread));
  }

  /** The 95 % interval of the slope. */
  List<Double> interval() {
    double half = NORMAL_95 * standardError;
    return List.of(slope - half, slope + half);
  }
}
