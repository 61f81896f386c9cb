package org.longrun.numerics;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KroneckerSequenceTest {
  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3})
  void everyCellGetsItsShare(int d) {
    KroneckerSequence sequence = new KroneckerSequence(new double[d]);
    int cells = d == 1 ? 64 : d == 2 ? 8 : 4;
    int[] counts = new int[(int) Math.round(Math.pow(cells, d))];
    int points = 64 * counts.length;
    for (int n = 0; n < points; n++) {
      int cell = 0;
      for (double coordinate : sequence.point(n)) {
        assertThat(coordinate).isBetween(0.0, Math.nextDown(1.0));
        cell = cell * cells + (int) (coordinate * cells);
      }
      counts[cell]++;
    }
    for (int count : counts) {
      assertThat(count).isBetween(56, 72);
    }
  }
}
