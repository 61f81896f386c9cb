package org.longrun.action;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.longrun.numerics.Point;

class DirectMovesTest {
  private static Edge move(int from, int to, double cost, double error, Status status) {
    List<Point> line = List.of(Point.of(new double[] {from}), Point.of(new double[] {to}));
    return new Edge(
        from, to, new LeastPath(cost, error, status, line, 0, 0, 0, "made up", null, null));
  }

  private static Edge move(int from, int to, double cost) {
    return move(from, to, cost, 0, Status.CONVERGED);
  }

  /** A minimum 1 and a saddle 2 about to merge: out of 0 each move could stand for the other. */
  @Test
  void ofTwoMovesThatStandForEachOtherOneIsKept() {
    Edge toMinimum = move(0, 1, 1, 1e-9, Status.CONVERGED);
    Edge toSaddle = move(0, 2, 1, 1e-9, Status.CONVERGED);
    List<Edge> flow = List.of(move(1, 2, 1e-12), move(2, 1, 0), move(2, 0, 0));
    List<Edge> all = new ArrayList<>(flow);
    all.add(toMinimum);
    all.add(toSaddle);

    List<Edge> kept = DirectMoves.of(3, all, place -> true);

    assertThat(kept).containsAnyOf(toMinimum, toSaddle);
    assertThat(Closure.of(3, kept).cost(0, 1)).isLessThan(1.1);
    assertThat(Closure.of(3, kept).cost(0, 2)).isLessThan(1.1);
  }

  @Test
  void aProvedCostOutlastsAnotherThatIsNoLess() {
    Edge proved = move(0, 2, 1, 0, Status.PROVED);
    List<Edge> all = List.of(move(0, 1, 1, 1e-8, Status.ESTIMATE), proved, move(2, 1, 0));

    assertThat(DirectMoves.of(3, all, place -> true)).contains(proved).hasSize(2);
  }

  @Test
  void chainsThroughTheTargetReplaceNothing() {
    Edge direct = move(0, 2, 3);
    List<Edge> all = List.of(direct, move(0, 1, 1), move(1, 2, 1));

    assertThat(DirectMoves.of(3, all, place -> place != 1)).contains(direct);
    assertThat(DirectMoves.of(3, all, place -> true)).doesNotContain(direct);
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5})
  void givingUpMovesRaisesNoCost(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    int size = 12;
    List<Edge> all = new ArrayList<>();
    for (int i = 0; i < size; i++) {
      for (int j = 0; j < size; j++) {
        if (i != j && random.nextDouble() < 0.5) {
          double cost = random.nextInt(4) == 0 ? random.nextInt(3) : random.nextDouble(3);
          all.add(move(i, j, cost));
        }
      }
    }

    List<Edge> kept = DirectMoves.of(size, all, place -> true);

    assertThat(kept).hasSizeLessThan(all.size());
    for (int i = 0; i < size; i++) {
      for (int j = 0; j < size; j++) {
        double before = Closure.of(size, all).cost(i, j);
        double after = Closure.of(size, kept).cost(i, j);
        assertThat(after == before || after <= before * (1 + 1e-8)).isTrue();
      }
    }
  }
}
