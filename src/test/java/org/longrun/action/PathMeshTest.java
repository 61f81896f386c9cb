package org.longrun.action;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.longrun.numerics.Point;

class PathMeshTest {
  private static final PathMesh MESH =
      PathMesh.single(4, 1).split(panel -> true, 0.2, 4, 1).split(panel -> panel == 1, 0.2, 6, 2);

  /** A curve that is no polynomial of the mesh's degree, given by its values at the nodes. */
  private static PathCurve parabola(PathMesh mesh) {
    double[] values = new double[2 * mesh.nodes()];
    for (int node = 0; node < mesh.nodes(); node++) {
      double s = mesh.parameter(node);
      values[2 * node] = s;
      values[2 * node + 1] = s * s;
    }
    return new PathCurve(mesh, 2, values);
  }

  @Test
  void panelsAreSplitWhereAskedAndGradedTowardsTheEnds() {
    assertThat(MESH.cuts()).containsExactly(0, 0.2, 0.5, 0.8, 1);
    assertThat(MESH.split(panel -> panel != 1, 0.2, 4, 1).cuts())
        .containsExactly(new double[] {0, 0.04, 0.2, 0.5, 0.65, 0.8, 0.96, 1}, within(1e-15));
    assertThat(MESH.degree()).isEqualTo(6);
    assertThat(MESH.density()).isEqualTo(2);
    assertThat(MESH.nodes()).isEqualTo(25);
    assertThat(MESH.panel(0.5)).isEqualTo(2);
    assertThat(MESH.panel(1)).isEqualTo(3);
    assertThat(MESH.parameter(12)).isEqualTo(0.5);
    assertThat(MESH.parameter(24)).isEqualTo(1);
  }

  @Test
  void withoutGradingEveryPanelIsHalved() {
    PathMesh halves = PathMesh.single(4, 1).split(panel -> true, 0.5, 4, 1);

    assertThat(halves.cuts()).containsExactly(0, 0.5, 1);
    assertThat(halves.split(panel -> true, 0.5, 4, 1).cuts())
        .containsExactly(0, 0.25, 0.5, 0.75, 1);
  }

  @Test
  void aCurveAndItsVelocityAreContinuousAcrossPanels() {
    PathCurve curve = parabola(MESH);
    double[] x = new double[2];
    double[] v = new double[2];
    for (double s : new double[] {0, 0.2, 0.5, 0.6, 0.8, 0.9, 1}) {
      curve.evaluate(s, x, v);

      assertThat(x[1]).isCloseTo(s * s, within(1e-14));
      assertThat(v[0]).isCloseTo(1, within(1e-12));
      assertThat(v[1]).isCloseTo(2 * s, within(1e-12));
    }
  }

  @Test
  void aReversedCurveRunsThroughTheSamePoints() {
    PathCurve reversed = parabola(MESH).reversed();
    double[] x = new double[2];
    reversed.point(0.9, x);

    assertThat(reversed.mesh().cuts())
        .containsExactly(new double[] {0, 0.2, 0.5, 0.8, 1}, within(1e-15));
    assertThat(x[0]).isCloseTo(0.1, within(1e-14));
  }

  @Test
  void pointsAreDenseWherePanelsAreShort() {
    List<Point> points = parabola(MESH).sample(32);

    assertThat(points).hasSize(33);
    assertThat(points.get(0)).isEqualTo(Point.of(new double[] {0, 0}));
    assertThat(points.get(32)).isEqualTo(Point.of(new double[] {1, 1}));
    assertThat(points.get(8).get(0)).isEqualTo(0.2);
    assertThat(points.get(16).get(0)).isEqualTo(0.5);
  }

  @Test
  void aPolynomialOfTheDegreeIsSmoothAndACornerRough() {
    PathMesh mesh = PathMesh.single(8, 1);
    double[] corner = new double[mesh.nodes()];
    for (int node = 0; node < corner.length; node++) {
      corner[node] = Math.abs(mesh.parameter(node) - 0.3);
    }

    assertThat(parabola(mesh).roughness(0)).isLessThan(1e-15);
    assertThat(new PathCurve(mesh, 1, corner).roughness(0)).isGreaterThan(1e-3);
  }
}
