package org.longrun.action;

import static org.assertj.core.api.Assertions.assertThat;

import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.ArrayRealVector;
import org.apache.commons.math3.linear.LUDecomposition;
import org.apache.commons.math3.linear.RealVector;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.longrun.dynamics.RelaxedHamiltonian;
import org.longrun.dynamics.Sgd;
import org.longrun.landscape.Landscape;
import org.longrun.landscape.LandscapeFile;

/**
 * Quadratic losses with noise in one direction only: every point is reached by way of the drift,
 * and B(0, x) = ½xᵀS⁻¹x with AS + SA = Σ as for any noise.
 */
class NoiseLimitTest {
  private static final double[] END = {0.8, -0.3};

  private static Landscape landscape(double along, double across) {
    return LandscapeFile.parse(
        """
        variables: [x, y]
        objective: x^2 + y^2/2 + x*y/2
        domain: {x: [-2, 2], y: [-2, 2]}
        noise: {gaussian: {covariance: [[%s, %s], [%s, %s]]}}
        """
            .formatted(along * along, along * across, along * across, across * across),
        "limit.yaml");
  }

  /** S from its three equations, and the cost. */
  private static double exact(double along, double across) {
    double[][] lyapunov = {{4, 1, 0}, {0.5, 3, 0.5}, {0, 1, 2}};
    RealVector s =
        new LUDecomposition(new Array2DRowRealMatrix(lyapunov))
            .getSolver()
            .solve(
                new ArrayRealVector(new double[] {along * along, along * across, across * across}));
    double det = s.getEntry(0) * s.getEntry(2) - s.getEntry(1) * s.getEntry(1);
    double square =
        s.getEntry(2) * END[0] * END[0]
            - 2 * s.getEntry(1) * END[0] * END[1]
            + s.getEntry(0) * END[1] * END[1];
    return square / det / 2;
  }

  private static EdgeSolution limit(Landscape landscape, double hopeless) {
    Sgd sgd = Sgd.of(landscape);
    EdgeSolution rough =
        new EdgeSolver(new RelaxedHamiltonian(sgd.hamiltonian(), 1e-3), 1e-4)
            .single(Curve.line(new double[2], END), 1);
    EdgeSolver solver = new EdgeSolver(sgd.hamiltonian(), 1e-6);
    return new NoiseLimit(solver).of(rough, hopeless, used -> false);
  }

  @ParameterizedTest
  @CsvSource({"1, 0", "0, 1", "1, 1"})
  void theLimitIsTheCostWithoutTheAddedNoise(double along, double across) {
    EdgeSolution limit = limit(landscape(along, across), Double.POSITIVE_INFINITY);

    double exact = exact(along, across);
    assertThat(limit.error()).isLessThan(1e-3 * exact);
    assertThat(Math.abs(limit.action() - exact)).isLessThan(limit.error());
  }

  @Test
  void aCostAboveWhatIsWantedEndsTheSearch() {
    double exact = exact(1, 1);

    EdgeSolution limit = limit(landscape(1, 1), exact / 10);

    assertThat(limit.action()).isBetween(exact / 10, exact * (1 + 1e-6));
  }
}
