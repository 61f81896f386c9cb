package org.longrun.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.longrun.landscape.Landscape;
import org.longrun.landscape.ScalarField;

/** A picture's grid: as fine as asked for a formula, coarser where f sums many samples. */
class FieldSamplerTest {
  private static final List<Findings.Component> TWO_WELLS =
      List.of(component("K1", "minimum"), component("K2", "saddle"), component("K3", "minimum"));

  @ParameterizedTest
  @CsvSource({"1, 121", "3000, 121", "10000, 70", "100000, 25", "100000000, 25"})
  void theGridOfValuesStaysWithinItsTerms(int terms, int expected) {
    assertThat(sampler(terms).resolution(121)).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({"1, 81", "150, 81", "1000, 31", "10000, 10", "100000, 0"})
  void theGridOfBasinsStaysWithinItsTerms(int terms, int expected) {
    assertThat(sampler(terms).basinResolution(81, TWO_WELLS)).isEqualTo(expected);
  }

  @Test
  void oneMinimumNeedsNoDescents() {
    assertThat(sampler(1).basinResolution(81, TWO_WELLS.subList(0, 2))).isZero();
  }

  private static FieldSampler sampler(int terms) {
    Landscape plain = SampleLandscapes.himmelblau();
    Landscape landscape =
        new Landscape(
            plain.name(),
            plain.description(),
            plain.variables(),
            plain.formula(),
            new Sum(plain.objective(), terms),
            plain.noise(),
            plain.domain(),
            plain.target(),
            plain.starts(),
            plain.stepSizes(),
            plain.simulation(),
            plain.momentum(),
            plain.settings(),
            plain.symmetries());
    double[][] directions = {{1, 0}, {0, 1}};
    double[] lower = {-6, -6};
    double[] upper = {6, 6};
    View view = new View("", List.of("x", "y"), new double[2], directions, lower, upper, true);
    return new FieldSampler(landscape, view);
  }

  private static Findings.Component component(String id, String kind) {
    return new Findings.Component(id, kind, 0, 0.0, List.of(0.0, 0.0), List.of());
  }

  /** A field that says it sums so many terms. */
  private record Sum(ScalarField term, int terms) implements ScalarField {
    @Override
    public int dimension() {
      return term.dimension();
    }

    @Override
    public double value(double[] x) {
      return term.value(x);
    }

    @Override
    public void gradient(double[] x, double[] out) {
      term.gradient(x, out);
    }

    @Override
    public void hessian(double[] x, double[] out) {
      term.hessian(x, out);
    }
  }
}
