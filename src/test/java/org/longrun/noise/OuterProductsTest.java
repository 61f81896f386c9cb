package org.longrun.noise;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OuterProductsTest {
  @ParameterizedTest
  @ValueSource(ints = {1, 3, 4, 7, 8})
  void theSumIsThatOfTheProducts(int d) {
    SplittableRandom random = new SplittableRandom(d);
    double[] c = random.doubles(d, -1, 1).toArray();
    double[] rows = random.doubles(d * d, -1, 1).toArray();
    double[] out = new double[d * d];

    OuterProducts.sum(c, rows, out);

    for (int j = 0; j < d; j++) {
      for (int k = 0; k < d; k++) {
        double sum = 0;
        for (int i = 0; i < d; i++) {
          sum += c[i] * rows[i * d + j] * rows[i * d + k];
        }
        assertThat(out[j * d + k]).isCloseTo(sum, within(1e-14));
      }
    }
  }
}
