package org.longrun.landscape;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** What every finite sum keeps: its derivatives are those of its losses, its sums are sums. */
abstract class EmpiricalRiskContract {
  /** The landscape whose noise is a finite sum without kinks at random points. */
  abstract Landscape landscape();

  private EmpiricalRisk risk() {
    return ((NoiseDescription.FiniteSum) landscape().noise()).risk();
  }

  private double[] point(Random random) {
    Landscape landscape = landscape();
    double[] x = new double[landscape.dimension()];
    for (int k = 0; k < x.length; k++) {
      x[k] = landscape.domain().lower().get(k) + random.nextDouble() * landscape.domain().width(k);
    }
    return x;
  }

  @Test
  void gradientsAreThoseOfTheLosses() {
    EmpiricalRisk risk = risk();
    double[] x = point(new Random(1));
    int d = risk.dimension();
    double[] all = new double[risk.samples() * d];
    risk.gradients(x, all);
    double[] one = new double[d];
    for (int k = 0; k < d; k++) {
      double h = 1e-5;
      double[] above = losses(risk, x, k, h);
      double[] below = losses(risk, x, k, -h);
      for (int i = 0; i < risk.samples(); i++) {
        double slope = (above[i] - below[i]) / (2 * h);
        assertThat(all[i * d + k]).isCloseTo(slope, within(1e-7 * (1 + Math.abs(slope))));
        risk.gradient(i, x, one);
        assertThat(one[k]).isEqualTo(all[i * d + k]);
      }
    }
  }

  private static double[] losses(EmpiricalRisk risk, double[] x, int k, double h) {
    double[] moved = x.clone();
    moved[k] += h;
    double[] losses = new double[risk.samples()];
    risk.losses(moved, losses);
    return losses;
  }

  @Test
  void weightedHessiansAreTheDerivativesOfWeightedGradients() {
    EmpiricalRisk risk = risk();
    Random random = new Random(2);
    double[] x = point(random);
    int d = risk.dimension();
    double[] weights = random.doubles(risk.samples(), -1, 2).toArray();
    weights[0] = 0;
    double[] matrix = new double[d * d];
    risk.weightedHessian(x, weights, matrix);
    double[] v = random.doubles(d, -1, 1).toArray();
    double[] product = new double[d];
    risk.weightedHessianVector(x, weights, v, product);
    for (int i = 0; i < d; i++) {
      double[] above = weighted(risk, x, weights, i, 1e-5);
      double[] below = weighted(risk, x, weights, i, -1e-5);
      double sum = 0;
      for (int j = 0; j < d; j++) {
        double slope = (above[j] - below[j]) / 2e-5;
        assertThat(matrix[i * d + j]).isCloseTo(slope, within(1e-6 * (1 + Math.abs(slope))));
        sum += matrix[i * d + j] * v[j];
      }
      assertThat(product[i]).isCloseTo(sum, within(1e-10 * (1 + Math.abs(sum))));
    }
  }

  private static double[] weighted(
      EmpiricalRisk risk, double[] x, double[] weights, int k, double h) {
    double[] moved = x.clone();
    moved[k] += h;
    double[] sum = new double[x.length];
    risk.weightedGradient(moved, weights, sum);
    return sum;
  }

  @Test
  void theObjectiveIsTheMeanAndTheRegularizer() {
    EmpiricalRisk risk = risk();
    ScalarField f = landscape().objective();
    double[] x = point(new Random(3));
    double[] losses = new double[risk.samples()];
    risk.losses(x, losses);
    double mean = Arrays.stream(losses).average().orElseThrow();
    assertThat(f.value(x)).isCloseTo(mean + risk.regularizer().value(x), within(1e-12));
    int d = f.dimension();
    double[] gradient = new double[d];
    f.gradient(x, gradient);
    double[] hessian = new double[d * d];
    f.hessian(x, hessian);
    double[] v = new Random(4).doubles(d, -1, 1).toArray();
    double[] product = new double[d];
    f.hessianVector(x, v, product);
    for (int i = 0; i < d; i++) {
      double[] moved = x.clone();
      moved[i] += 1e-6;
      double above = f.value(moved);
      moved[i] -= 2e-6;
      assertThat(gradient[i]).isCloseTo((above - f.value(moved)) / 2e-6, within(1e-7));
      double sum = 0;
      for (int j = 0; j < d; j++) {
        sum += hessian[i * d + j] * v[j];
      }
      assertThat(product[i]).isCloseTo(sum, within(1e-10));
    }
  }
}
