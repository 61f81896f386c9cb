package org.longrun.simulate;

import java.util.List;
import java.util.Optional;
import org.longrun.dynamics.Sgd;
import org.longrun.numerics.Point;

/**
 * SGD itself at a finite step size, without Monte-Carlo: the kernel P(x, dy) of one iteration on a
 * grid, and E τ and the invariant measure from it by elimination without subtraction ({@code
 * AbsorbingChain}).
 *
 * <p>d = 1: a Gaussian kernel by Gauss–Legendre panels narrower than the step's standard deviation
 * (Nyström's method, spectral accuracy), any other noise by atoms shared linearly between the nodes
 * of a fine grid. d = 2: a Gaussian kernel by the trapezoidal rule, where the grid is affordable.
 * Elsewhere, and with momentum or steps of several sizes, there is no answer.
 */
public final class ExactChain {
  private final Sgd sgd;
  private final double stepSize;
  private final double level;

  private ExactChain(Sgd sgd, double stepSize, double level) {
    this.sgd = sgd;
    this.stepSize = stepSize;
    this.level = level;
  }

  /**
   * The chain of this dynamics.
   *
   * @param sgd what runs
   * @param stepSize η &gt; 0
   * @param level the highest value of f that matters, a pass or a start: in the plane the grid
   *     keeps to what lies not too far above it
   */
  public static ExactChain of(Sgd sgd, double stepSize, double level) {
    return new ExactChain(sgd, stepSize, level);
  }

  /**
   * E τ from each start, in iterations; +∞ where the target may never be reached.
   *
   * @return empty where the grid would be too large or the noise has no computable law
   */
  public Optional<double[]> meanHittingTimes(Neighbourhood target, List<Point> starts) {
    return grid(List.of(target)).map(grid -> meanTimes(grid, starts));
  }

  /**
   * The invariant measure of each neighbourhood.
   *
   * @return empty where the grid would be too large or the noise has no computable law
   */
  public Optional<double[]> occupation(List<Neighbourhood> neighbourhoods) {
    return grid(neighbourhoods).map(grid -> occupation(grid, neighbourhoods.size()));
  }

  private Optional<? extends KernelGrid> grid(List<Neighbourhood> neighbourhoods) {
    if (sgd.landscape().momentum() != 0 || sgd.landscape().method().factors().size() > 1) {
      return Optional.empty();
    }
    return switch (sgd.landscape().dimension()) {
      case 1 ->
          SmoothLine.isGaussian(sgd)
              ? SmoothLine.of(sgd, stepSize, neighbourhoods)
              : AtomicLine.of(sgd, stepSize, neighbourhoods);
      case 2 -> SmoothPlane.of(sgd, stepSize, neighbourhoods, level);
      default -> Optional.empty();
    };
  }

  private static double[] meanTimes(KernelGrid grid, List<Point> starts) {
    int n = grid.size();
    double[][] rows = new double[n][];
    int[] first = new int[n];
    double[] absorbed = new double[n];
    // states inside the target absorb; they keep their numbers as empty rows that nothing enters
    for (int i = 0; i < n; i++) {
      KernelGrid.Row row = grid.row(grid.node(i));
      first[i] = row.first();
      rows[i] = row.probabilities();
      absorbed[i] = row.absorb(grid);
    }
    double[] mean = new AbsorbingChain(first, rows, absorbed).meanTimes();
    return starts.stream().mapToDouble(x -> meanTime(grid, x.toArray(), mean)).toArray();
  }

  /** u(x) = 1 + Σ_j p(x, y_j) u(y_j): Nyström's interpolation. */
  private static double meanTime(KernelGrid grid, double[] start, double[] mean) {
    if (grid.inside(start) >= 0) {
      return 0;
    }
    KernelGrid.Row row = grid.row(start);
    row.absorb(grid);
    double sum = 1;
    for (int j = 0; j < row.probabilities().length; j++) {
      double p = row.probabilities()[j];
      sum += p > 0 ? p * mean[row.first() + j] : 0;
    }
    return sum;
  }

  private static double[] occupation(KernelGrid grid, int neighbourhoods) {
    int n = grid.size();
    double[][] rows = new double[n][];
    int[] first = new int[n];
    for (int i = 0; i < n; i++) {
      KernelGrid.Row row = grid.row(grid.node(i));
      first[i] = row.first();
      rows[i] = row.probabilities();
    }
    double[] weight = new AbsorbingChain(first, rows, new double[n]).stationary();
    double[] sum = new double[neighbourhoods];
    for (int i = 0; i < n; i++) {
      for (int which = 0; which < neighbourhoods; which++) {
        sum[which] += weight[i] * grid.share(i, which);
      }
    }
    return sum;
  }
}
