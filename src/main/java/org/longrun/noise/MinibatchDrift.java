package org.longrun.noise;

import java.util.Optional;
import java.util.function.ToDoubleFunction;
import org.longrun.landscape.EmpiricalRisk;
import org.longrun.landscape.Enclosure;
import org.longrun.landscape.ScalarField;

/**
 * The drifts −∇r − Ḡ under minibatches, whose hull is that of the batches' means: each sample's
 * gradient is enclosed over the box, and the batch taken that moves the farthest.
 */
final class MinibatchDrift implements DriftBound {
  /** What rounding may add to the mean over a batch, relative to its terms. */
  private static final double ROUNDING = 1e-11;

  private final Enclosure objective;
  private final Enclosure regularizer;
  private final EmpiricalRisk.SampleEnclosure samples;
  private final MinibatchLaw law;
  private final int dimension;

  private MinibatchDrift(
      Enclosure objective,
      Enclosure regularizer,
      EmpiricalRisk.SampleEnclosure samples,
      MinibatchLaw law,
      int dimension) {
    this.objective = objective;
    this.regularizer = regularizer;
    this.samples = samples;
    this.law = law;
    this.dimension = dimension;
  }

  /** The bounds; empty where something has no enclosure. */
  static Optional<DriftBound> of(ScalarField objective, EmpiricalRisk risk, MinibatchLaw law) {
    Optional<Enclosure> whole = objective.enclosure();
    Optional<Enclosure> steady = risk.regularizer().enclosure();
    Optional<EmpiricalRisk.SampleEnclosure> each = risk.sampleEnclosure();
    return whole.isPresent() && steady.isPresent() && each.isPresent()
        ? Optional.of(
            new MinibatchDrift(whole.get(), steady.get(), each.get(), law, risk.dimension()))
        : Optional.empty();
  }

  @Override
  public double rise(double[] lower, double[] upper) {
    double[][] slope = new double[2][lower.length];
    objective.gradient(lower, upper, slope[0], slope[1]);
    return most(lower, upper, gradient -> -new IntervalProduct(slope, gradient).lower());
  }

  @Override
  public double along(double[] direction, double[] lower, double[] upper) {
    double[][] u = {direction, direction};
    return most(lower, upper, gradient -> -new IntervalProduct(u, gradient).lower());
  }

  @Override
  public double[][] axes() {
    return DriftBound.ofVariables(dimension);
  }

  /** The most that the steady part and the best batch give together. */
  private double most(double[] lower, double[] upper, ToDoubleFunction<double[][]> push) {
    double[][] gradient = new double[2][lower.length];
    double[] pushes = new double[law.samples()];
    for (int i = 0; i < pushes.length; i++) {
      samples.gradient(i, lower, upper, gradient[0], gradient[1]);
      pushes[i] = push.applyAsDouble(gradient);
    }
    int[] best = law.best(pushes);
    double sum = 0;
    double size = 0;
    for (int i : best) {
      sum += pushes[i];
      size += Math.abs(pushes[i]);
    }
    regularizer.gradient(lower, upper, gradient[0], gradient[1]);
    double steady = push.applyAsDouble(gradient);
    double bound = sum / best.length + steady + ROUNDING * (size / best.length + Math.abs(steady));
    return bound < Double.POSITIVE_INFINITY ? bound : Double.POSITIVE_INFINITY;
  }
}
