package org.longrun.simulate;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The excursions between the cores of m wells and the target: mean loop lengths t_i and, run by
 * run, the probabilities p_ij; the mean hitting time from them, with the jackknife's error.
 */
final class Excursions {
  private final double[] loop;
  private final double[][][] probability;
  private final boolean complete;
  private final double iterations;

  private Excursions(double[] loop, double[][][] probability, boolean complete, double iterations) {
    this.loop = loop;
    this.probability = probability;
    this.complete = complete;
    this.iterations = iterations;
  }

  /** Gathers tasks in the order (from, to, run). */
  static Excursions of(List<WellTask> homes, List<SplittingTask> tasks, int runs) {
    int m = homes.size();
    double[][][] probability = new double[m][m + 1][runs];
    boolean complete = true;
    double iterations = 0;
    int next = 0;
    for (int from = 0; from < m; from++) {
      for (int to = 0; to <= m; to++) {
        for (int run = 0; to != from && run < runs; run++) {
          SplittingTask task = tasks.get(next++);
          probability[from][to][run] = task.probability();
          complete &= task.cut() == 0;
          iterations += task.steps();
        }
      }
    }
    double[] loop = homes.stream().mapToDouble(WellTask::loop).toArray();
    return new Excursions(loop, probability, complete, iterations);
  }

  /**
   * E τ of a start.
   *
   * @param arrivals the shares of the m wells and the target that are reached first, then the mean
   *     number of iterations until then
   */
  Splitting.Estimate estimate(double[] arrivals) {
    int runs = probability[0][loop.length].length;
    double all = mean(arrivals, -1);
    double[] left = new double[runs];
    for (int run = 0; run < runs; run++) {
      left[run] = Math.log(mean(arrivals, run));
    }
    double relative = jackknife(left);
    return new Splitting.Estimate(all, relative * all, runs, complete, iterations);
  }

  /** The moves from every well: the probability that the next other core is this one. */
  List<Splitting.Jump> jumps() {
    List<Splitting.Jump> jumps = new ArrayList<>();
    for (int from = 0; from < loop.length; from++) {
      for (int to = 0; to <= loop.length; to++) {
        double all = share(from, to, -1);
        if (to != from && all > 0) {
          jumps.add(new Splitting.Jump(from, to, all, all * jackknife(from, to)));
        }
      }
    }
    return jumps;
  }

  private double share(int from, int to, int without) {
    double sum = 0;
    for (int other = 0; other <= loop.length; other++) {
      sum += other == from ? 0 : average(probability[from][other], without);
    }
    return average(probability[from][to], without) / sum;
  }

  /** The relative error of a share. */
  private double jackknife(int from, int to) {
    int runs = probability[from][to].length;
    double[] left = new double[runs];
    for (int run = 0; run < runs; run++) {
      left[run] = Math.log(share(from, to, run));
    }
    return jackknife(left);
  }

  private static double jackknife(double[] left) {
    double mean = Arrays.stream(left).average().orElseThrow();
    double square = 0;
    for (double each : left) {
      square += (each - mean) * (each - mean);
    }
    double error = Math.sqrt((left.length - 1.0) / left.length * square);
    return Double.isNaN(error) ? Double.POSITIVE_INFINITY : error;
  }

  private double mean(double[] arrivals, int without) {
    int m = loop.length;
    double[][] rows = new double[m][];
    double[] absorbed = new double[m];
    for (int i = 0; i < m; i++) {
      rows[i] = new double[m];
      for (int j = 0; j < m; j++) {
        rows[i][j] = i == j ? 0 : average(probability[i][j], without);
      }
      absorbed[i] = average(probability[i][m], without);
    }
    double[] times = new AbsorbingChain(new int[m], rows, absorbed).meanTimes(loop);
    double sum = arrivals[m + 1];
    for (int i = 0; i < m; i++) {
      sum += arrivals[i] > 0 ? arrivals[i] * times[i] : 0;
    }
    return sum;
  }

  private static double average(double[] runs, int without) {
    double sum = 0;
    for (int run = 0; run < runs.length; run++) {
      sum += run == without ? 0 : runs[run];
    }
    return sum / (without < 0 ? runs.length : runs.length - 1);
  }
}
