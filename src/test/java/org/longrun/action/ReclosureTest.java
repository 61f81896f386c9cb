package org.longrun.action;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.longrun.numerics.Point;

/** Chains 0 → 1 → 2 closed anew after one of their pieces was computed better. */
class ReclosureTest {
  private static LeastPath path(double cost, double error, Status status) {
    List<Point> points = List.of(Point.of(0), Point.of(1));
    return new LeastPath(cost, error, status, points, 0, 1, 1, "test", null, null);
  }

  private static Transition direct(int from, int to, LeastPath path) {
    return new Transition(
        from,
        to,
        path.cost(),
        path.cost(),
        null,
        path.error(),
        List.of(),
        path.converged(),
        path.status(),
        path);
  }

  private static TransitionCosts costs() {
    Transition chain =
        new Transition(0, 2, 3, null, 1.0, 0.3, List.of(1), false, Status.ESTIMATE, null);
    return new TransitionCosts(
        3,
        List.of(
            direct(0, 1, path(1, 0.1, Status.ESTIMATE)),
            chain,
            direct(1, 2, path(2, 0.2, Status.CONVERGED))),
        List.of(),
        List.of(),
        List.of(),
        List.of());
  }

  @Test
  void theChainsErrorIsTheSumOfItsPieces() {
    Transition better = direct(0, 1, path(0.75, 0.01, Status.CONVERGED));
    Transition chain = costs().with(List.of(better)).transitions().get(1);
    assertThat(chain.cost()).isCloseTo(2.75, within(1e-15));
    assertThat(chain.error()).isCloseTo(0.21, within(1e-15));
    assertThat(chain.status()).isEqualTo(Status.CONVERGED);
    assertThat(chain.via()).containsExactly(1);
    assertThat(chain.lowerBound()).isEqualTo(1);
    assertThat(chain.isDirect()).isFalse();
  }

  @Test
  void aChainIsAsSureAsItsLeastSurePiece() {
    Transition worse = direct(1, 2, path(2, 0.5, Status.ESTIMATE));
    Transition chain = costs().with(List.of(worse)).transitions().get(1);
    assertThat(chain.status()).isEqualTo(Status.ESTIMATE);
    assertThat(chain.error()).isCloseTo(0.6, within(1e-15));
  }

  @Test
  void thePiecesThemselvesAreReplaced() {
    Transition better = direct(0, 1, path(0.75, 0.01, Status.CONVERGED));
    Transition first = costs().with(List.of(better)).transitions().get(0);
    assertThat(first.cost()).isEqualTo(0.75);
    assertThat(first.directCost()).isEqualTo(0.75);
    assertThat(first.error()).isEqualTo(0.01);
  }
}
