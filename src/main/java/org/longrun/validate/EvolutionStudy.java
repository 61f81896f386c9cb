package org.longrun.validate;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.longrun.dynamics.Sgd;
import org.longrun.landscape.Landscape;
import org.longrun.numerics.Point;
import org.longrun.simulate.Bins;
import org.longrun.simulate.Evolution;
import org.longrun.simulate.Workers;

/**
 * The distance between the law of the iterates and the predicted stationary density as a function
 * of time: total variation and Kullback–Leibler divergence over bins, from the first start (or the
 * highest minimum) on.
 */
final class EvolutionStudy {
  private static final int REPLICAS = 16_384;
  private static final int BINS_ON_A_LINE = 80;
  private static final int BINS_IN_THE_PLANE = 32;
  private static final double LEAST = 1e-300;

  private final Sgd sgd;
  private final Landscape landscape;
  private final Prediction prediction;

  EvolutionStudy(Sgd sgd, Prediction prediction) {
    this.sgd = sgd;
    this.landscape = sgd.landscape();
    this.prediction = prediction;
  }

  /** Runs the step sizes whose stationary density is known, with about so many iterations. */
  List<Distance> run(double iterations, Workers workers) {
    List<Distance> distances = new ArrayList<>();
    List<Double> stepSizes = landscape.stepSizes();
    if (landscape.dimension() > 2 || prediction.minima().isEmpty()) {
      return distances;
    }
    for (int e = 0; e < stepSizes.size(); e++) {
      double stepSize = stepSizes.get(e);
      Optional<Masses> masses =
          StationaryDensity.of(sgd, stepSize).flatMap(p -> Masses.of(landscape, p));
      if (masses.isPresent() && LongRunStudy.isShown(e, stepSizes.size())) {
        double share = iterations / Math.min(4, stepSizes.size());
        long steps = (long) Math.max(100, share / REPLICAS);
        steps = Math.min(steps, landscape.simulation().steps());
        distances.addAll(distances(stepSize, masses.get(), steps, workers));
      }
    }
    return distances;
  }

  private List<Distance> distances(double stepSize, Masses masses, long steps, Workers workers) {
    Bins bins =
        landscape.dimension() == 1
            ? Bins.of(landscape.domain(), BINS_ON_A_LINE, 0)
            : Bins.of(landscape.domain(), BINS_IN_THE_PLANE, 0, 1);
    double[] predicted = masses.of(bins);
    Evolution evolution =
        Evolution.of(new Evolution.Run(sgd, stepSize, start(), bins, REPLICAS, steps), workers);
    List<Distance> distances = new ArrayList<>();
    for (int t = 0; t < evolution.times().size(); t++) {
      distances.add(distance(stepSize, evolution.times().get(t), evolution.shares(t), predicted));
    }
    return distances;
  }

  private Point start() {
    if (!landscape.starts().isEmpty()) {
      return landscape.starts().get(0);
    }
    return prediction.minima().stream()
        .map(prediction.components()::get)
        .max(Comparator.comparingDouble(k -> k.value()))
        .orElseThrow()
        .representative();
  }

  private static Distance distance(
      double stepSize, long iteration, double[] seen, double[] predicted) {
    double variation = seen[predicted.length];
    double divergence = 0;
    double floor = 0;
    for (int cell = 0; cell < predicted.length; cell++) {
      double p = seen[cell];
      double q = predicted[cell];
      variation += Math.abs(p - q);
      divergence += p > 0 ? p * Math.log(p / Math.max(q, LEAST)) : 0;
      floor += Math.min(2 * q, Math.sqrt(2 * q * (1 - q) / (Math.PI * REPLICAS)));
    }
    if (seen[predicted.length] > 0) {
      divergence = Double.POSITIVE_INFINITY;
    }
    return new Distance(stepSize, iteration, variation / 2, divergence, floor / 2);
  }
}
