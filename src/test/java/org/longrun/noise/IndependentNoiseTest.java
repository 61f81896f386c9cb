package org.longrun.noise;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.longrun.landscape.NoiseDescription;
import org.longrun.landscape.ScalarField;

class IndependentNoiseTest {
  private static final ScalarField LOSS = TestLosses.curved(2);
  private static final List<Double> AXES = List.of(1.0, 0.0, 0.0, 1.0);
  private static final List<Double> TURNED = List.of(0.6, 0.8, -0.8, 0.6);

  private static NoiseModel uniform(ScalarField halfWidth) {
    return NoiseModels.of(new NoiseDescription.Uniform("", halfWidth), LOSS);
  }

  private static NoiseModel signs(ScalarField scale, List<Double> directions) {
    return NoiseModels.of(new NoiseDescription.Rademacher("", scale, directions), LOSS);
  }

  abstract static class OfCurvedLoss extends NoiseModelContract {
    @Override
    ScalarField objective() {
      return LOSS;
    }
  }

  @Nested
  class Uniform extends OfCurvedLoss {
    @Override
    NoiseModel model() {
      return uniform(DerivedField.constant(2, 1.3));
    }
  }

  @Nested
  class VaryingUniform extends OfCurvedLoss {
    @Override
    NoiseModel model() {
      return uniform(TestLosses.positive(2));
    }
  }

  @Nested
  class Signs extends OfCurvedLoss {
    @Override
    NoiseModel model() {
      return signs(DerivedField.constant(2, 1.3), AXES);
    }
  }

  @Nested
  class VaryingTurnedSigns extends OfCurvedLoss {
    @Override
    NoiseModel model() {
      return signs(TestLosses.positive(2), TURNED);
    }
  }

  @Nested
  class DiffusionOfUniform extends OfCurvedLoss {
    @Override
    NoiseModel model() {
      return uniform(TestLosses.positive(2)).diffusion();
    }

    @Test
    void hasAThirdOfTheSquaredHalfWidth() {
      double[] x = {0.3, 0.8};
      double width = TestLosses.positive(2).value(x);
      assertThat(model().at(x).isotropicVariance()).isCloseTo(width * width / 3, within(1e-15));
    }
  }

  @Test
  void boxIsReachedWhereARayCutsIt() {
    NoiseModel.Local local = uniform(DerivedField.constant(2, 1)).at(new double[2]);
    assertThat(local.reaches(new double[] {0.9, 0.9}, new double[] {-1, 1e-3})).isTrue();
    assertThat(local.reaches(new double[] {1.1, 0}, new double[] {-1, 0})).isFalse();
    assertThat(local.reaches(new double[] {1, 0}, new double[] {-1, 0})).isFalse();
    assertThat(local.reaches(new double[] {1.1, 0}, new double[] {1, 9})).isTrue();
    assertThat(local.reaches(new double[] {1.1, 0}, new double[] {1, 10.1})).isFalse();
    assertThat(local.reaches(new double[] {0.5, 3}, new double[] {-0.25, 1})).isTrue();
  }

  @Test
  void turnedBoxIsReachedLikeTheBox() {
    NoiseModel.Local local = signs(DerivedField.constant(2, 1), TURNED).at(new double[2]);
    assertThat(local.reaches(along(1.1, 0), along(-1, 0))).isFalse();
    assertThat(local.reaches(along(0.9, 0), along(-1, 0))).isTrue();
    assertThat(local.reaches(along(1.1, 0), along(1, 9))).isTrue();
    assertThat(local.reaches(along(1.1, 0), along(1, 10.1))).isFalse();
  }

  private static double[] along(double a, double b) {
    return new double[] {0.6 * a - 0.8 * b, 0.8 * a + 0.6 * b};
  }
}
