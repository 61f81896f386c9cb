package org.longrun.simulate;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.DoubleUnaryOperator;
import java.util.function.ToDoubleFunction;
import org.longrun.dynamics.Sgd;
import org.longrun.landscape.EmpiricalRisk;
import org.longrun.landscape.NoiseDescription;
import org.longrun.numerics.GaussLegendre;

/**
 * The law of the stochastic gradient at a point of the line, as atoms: exact where the noise is
 * discrete, a Gauss–Legendre rule of its density where it is bounded and continuous. Unbounded
 * Gaussian noise has a smooth density and no need of this.
 */
final class StepLaw {
  private static final int RULE = 64;
  private static final int MOST_ATOMS = 500;

  /** The atoms at x: gradients and their probabilities, in the same order. */
  record Atoms(double[] gradient, double[] probability) {}

  /** The law at a point. */
  interface Local {
    /** The atoms at x. */
    Atoms at(double x);
  }

  private StepLaw() {}

  /** The law of this dynamics in one dimension; empty if its atoms are too many. */
  static Optional<Local> of(Sgd sgd) {
    NoiseDescription noise = sgd.landscape().noise();
    if (noise instanceof NoiseDescription.Isotropic gaussian) {
      double bound = gaussian.truncation().orElse(Double.POSITIVE_INFINITY);
      return truncated(sgd, x -> gaussian.variance().value(x), bound);
    }
    if (noise instanceof NoiseDescription.Anisotropic gaussian) {
      double bound = gaussian.truncation().orElse(Double.POSITIVE_INFINITY);
      return truncated(sgd, x -> gaussian.covariance().get(0).value(x), bound);
    }
    if (noise instanceof NoiseDescription.Uniform uniform) {
      Atoms unit = rule(1, t -> 0.5);
      return Optional.of(x -> scaled(sgd, x, uniform.halfWidth().value(new double[] {x}), unit));
    }
    if (noise instanceof NoiseDescription.Rademacher signs) {
      Atoms unit = new Atoms(new double[] {-1, 1}, new double[] {0.5, 0.5});
      return Optional.of(x -> scaled(sgd, x, signs.scale().value(new double[] {x}), unit));
    }
    return noise instanceof NoiseDescription.FiniteSum sum ? finiteSum(sum) : Optional.empty();
  }

  private static Optional<Local> truncated(
      Sgd sgd, ToDoubleFunction<double[]> variance, double bound) {
    if (!(bound < Double.POSITIVE_INFINITY)) {
      return Optional.empty();
    }
    Atoms unit = rule(bound, t -> Math.exp(-t * t / 2));
    return Optional.of(
        x ->
            scaled(sgd, x, Math.sqrt(Math.max(0, variance.applyAsDouble(new double[] {x}))), unit));
  }

  private static Atoms rule(double bound, DoubleUnaryOperator density) {
    GaussLegendre legendre = GaussLegendre.of(RULE);
    double[] place = new double[RULE];
    double[] weight = new double[RULE];
    double total = 0;
    for (int q = 0; q < RULE; q++) {
      place[q] = bound * legendre.point(q);
      weight[q] = legendre.weight(q) * density.applyAsDouble(place[q]);
      total += weight[q];
    }
    for (int q = 0; q < RULE; q++) {
      weight[q] /= total;
    }
    return new Atoms(place, weight);
  }

  private static Atoms scaled(Sgd sgd, double x, double scale, Atoms unit) {
    double[] slope = new double[1];
    sgd.landscape().objective().gradient(new double[] {x}, slope);
    double[] gradient = new double[unit.gradient().length];
    for (int q = 0; q < gradient.length; q++) {
      gradient[q] = slope[0] + scale * unit.gradient()[q];
    }
    return new Atoms(gradient, unit.probability());
  }

  private static Optional<Local> finiteSum(NoiseDescription.FiniteSum sum) {
    List<int[]> counts = new ArrayList<>();
    List<Double> probabilities = new ArrayList<>();
    int most = sum.replacement() ? sum.batch() : 1;
    if (sum.risk().samples() > MOST_ATOMS) {
      return Optional.empty();
    }
    Batches batches = new Batches(sum, most, counts, probabilities);
    if (!batches.enumerate(0, sum.batch(), 0)) {
      return Optional.empty();
    }
    double[] probability = probabilities.stream().mapToDouble(Math::exp).toArray();
    double total = Arrays.stream(probability).sum();
    for (int a = 0; a < probability.length; a++) {
      probability[a] /= total;
    }
    return Optional.of(x -> new Atoms(means(sum, counts, x), probability));
  }

  private static double[] means(NoiseDescription.FiniteSum sum, List<int[]> counts, double x) {
    EmpiricalRisk risk = sum.risk();
    double[] each = new double[risk.samples()];
    double[] smooth = new double[1];
    risk.gradients(new double[] {x}, each);
    risk.regularizer().gradient(new double[] {x}, smooth);
    double[] mean = new double[counts.size()];
    for (int a = 0; a < mean.length; a++) {
      for (int i = 0; i < each.length; i++) {
        mean[a] += counts.get(a)[i] * each[i];
      }
      mean[a] = mean[a] / sum.batch() + smooth[0];
    }
    return mean;
  }

  /** All minibatches as counts of each sample, with the logarithm of their probability's weight. */
  private static final class Batches {
    private final int n;
    private final int most;
    private final int[] count;
    private final List<int[]> counts;
    private final List<Double> logWeights;

    Batches(NoiseDescription.FiniteSum sum, int most, List<int[]> counts, List<Double> logWeights) {
      this.n = sum.risk().samples();
      this.most = most;
      this.count = new int[n];
      this.counts = counts;
      this.logWeights = logWeights;
    }

    /** False once there are too many. */
    boolean enumerate(int sample, int left, double logWeight) {
      if (left > (long) most * (n - sample)) {
        return true;
      }
      if (sample == n) {
        counts.add(count.clone());
        logWeights.add(logWeight);
        return counts.size() <= MOST_ATOMS;
      }
      double logFactorial = 0;
      for (int c = 0; c <= Math.min(left, most); c++) {
        logFactorial += c > 1 ? Math.log(c) : 0;
        count[sample] = c;
        if (!enumerate(sample + 1, left - c, logWeight - logFactorial)) {
          return false;
        }
      }
      count[sample] = 0;
      return true;
    }
  }
}
