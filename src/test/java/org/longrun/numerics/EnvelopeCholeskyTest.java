package org.longrun.numerics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class EnvelopeCholeskyTest {
  private static final int[] FIRST = {0, 0, 1, 0, 3, 2, 2, 5, 0};

  @Test
  void solvesAsTheFullMatrixDoes() {
    SplittableRandom random = new SplittableRandom(3);
    int n = FIRST.length;
    double[] full = new double[n * n];
    EnvelopeCholesky envelope = new EnvelopeCholesky(FIRST);
    for (int i = 0; i < n; i++) {
      for (int k = FIRST[i]; k <= i; k++) {
        double entry = k == i ? n : random.nextDouble(-1, 1);
        envelope.row(i)[k - envelope.first(i)] = entry;
        full[i * n + k] = entry;
        full[k * n + i] = entry;
      }
    }
    double[] b = random.doubles(n, -1, 1).toArray();
    double[] x = b.clone();

    assertThat(envelope.factorise()).isTrue();
    envelope.solve(x);

    for (int i = 0; i < n; i++) {
      double sum = 0;
      for (int k = 0; k < n; k++) {
        sum += full[i * n + k] * x[k];
      }
      assertThat(sum).isCloseTo(b[i], within(1e-14));
    }
  }

  @Test
  void refusesAnIndefiniteMatrix() {
    EnvelopeCholesky envelope = new EnvelopeCholesky(new int[] {0, 0});
    envelope.row(0)[0] = 1;
    envelope.row(1)[0] = 2;
    envelope.row(1)[1] = 1;

    assertThat(envelope.factorise()).isFalse();
  }
}
