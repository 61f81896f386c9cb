package org.longrun.landscape;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.longrun.numerics.KroneckerSequence;

/**
 * A deterministic search of the domain for the least value of a function: evenly spread samples,
 * then compass searches from those samples that are lower than their neighbours.
 */
final class DomainSearch {
  private static final int NEIGHBOURS = 8;
  private static final int MOST_DESCENTS = 40;
  private static final double FINEST = 1e-9;

  private final ToDoubleFunction<double[]> function;
  private final Domain domain;
  private final double[][] samples;
  private final double[] values;
  private int budget;

  /**
   * Evaluates the samples.
   *
   * @param evaluations how often the function may be evaluated, about; a fifth goes to samples
   */
  DomainSearch(ToDoubleFunction<double[]> function, Domain domain, int evaluations) {
    this.function = function;
    this.domain = domain;
    int count = Math.min(1024, evaluations / 5);
    double[] shift = new double[domain.dimension()];
    Arrays.fill(shift, 0.5);
    KroneckerSequence sequence = new KroneckerSequence(shift);
    samples =
        IntStream.range(0, count).mapToObj(n -> scaled(sequence.point(n))).toArray(double[][]::new);
    values = Arrays.stream(samples).mapToDouble(function).toArray();
    budget = evaluations - count;
  }

  private double[] scaled(double[] unit) {
    double[] x = new double[unit.length];
    Arrays.setAll(x, k -> domain.lower().get(k) + unit[k] * domain.width(k));
    return x;
  }

  /** The samples. */
  double[][] samples() {
    return samples;
  }

  /** The function at the samples. */
  double[] values() {
    return values;
  }

  /** The median of |function| over the samples. */
  double scale() {
    double[] sizes = Arrays.stream(values).map(Math::abs).sorted().toArray();
    return sizes[sizes.length / 2];
  }

  /** The point of the least value found. */
  double[] lowest() {
    double[] best = samples[0];
    double least = values[0];
    for (int start : starts()) {
      double[] x = samples[start].clone();
      double value = descend(x, values[start]);
      if (value < least) {
        least = value;
        best = x;
      }
    }
    return best;
  }

  /** Samples lower than the samples near them, the lowest first. */
  private List<Integer> starts() {
    List<Integer> starts = new ArrayList<>();
    double radius = Math.pow((double) NEIGHBOURS / samples.length, 1.0 / domain.dimension()) / 2;
    for (int k = 0; k < samples.length; k++) {
      if (isLowest(k, radius)) {
        starts.add(k);
      }
    }
    starts.sort(Comparator.comparingDouble(k -> values[k]));
    return starts.subList(0, Math.min(MOST_DESCENTS, starts.size()));
  }

  private boolean isLowest(int k, double radius) {
    for (int j = 0; j < samples.length; j++) {
      if (values[j] < values[k] && isNear(samples[j], samples[k], radius)) {
        return false;
      }
    }
    return true;
  }

  private boolean isNear(double[] x, double[] y, double radius) {
    for (int k = 0; k < x.length; k++) {
      if (Math.abs(x[k] - y[k]) > radius * domain.width(k)) {
        return false;
      }
    }
    return true;
  }

  /**
   * Compass search: a step along one axis that lowers the value is taken, else steps are halved.
   */
  private double descend(double[] x, double start) {
    double value = start;
    double step = 0.05;
    while (step > FINEST && budget > 0) {
      double before = value;
      for (int k = 0; k < x.length; k++) {
        value = move(x, k, step * domain.width(k), value);
      }
      step = value < before ? 1.5 * step : step / 2;
    }
    return value;
  }

  private double move(double[] x, int k, double step, double value) {
    double old = x[k];
    for (double sign : new double[] {1, -1}) {
      double trial = old + sign * step;
      x[k] = Math.min(domain.upper().get(k), Math.max(domain.lower().get(k), trial));
      budget--;
      double moved = function.applyAsDouble(x);
      if (moved < value) {
        return moved;
      }
    }
    x[k] = old;
    return value;
  }
}
