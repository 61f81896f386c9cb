package org.longrun.noise;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.longrun.landscape.NoiseDescription;
import org.longrun.landscape.ScalarField;

class GaussianNoiseTest {
  private static final ScalarField LOSS = TestLosses.curved(2);

  static NoiseModel isotropic(ScalarField variance, OptionalDouble truncation) {
    return NoiseModels.of(
        new NoiseDescription.Isotropic("", variance, truncation, null),
        TestLosses.curved(variance.dimension()));
  }

  static NoiseModel anisotropic(OptionalDouble truncation, ScalarField... entries) {
    return NoiseModels.of(new NoiseDescription.Anisotropic("", List.of(entries), truncation), LOSS);
  }

  private static ScalarField constant(double value) {
    return DerivedField.constant(2, value);
  }

  abstract static class OfCurvedLoss extends NoiseModelContract {
    @Override
    ScalarField objective() {
      return LOSS;
    }
  }

  @Nested
  class Constant extends OfCurvedLoss {
    @Override
    NoiseModel model() {
      return isotropic(constant(1.7), OptionalDouble.empty());
    }
  }

  @Nested
  class Varying extends OfCurvedLoss {
    @Override
    NoiseModel model() {
      return isotropic(TestLosses.positive(2), OptionalDouble.empty());
    }
  }

  @Nested
  class ConstantMatrix extends OfCurvedLoss {
    @Override
    NoiseModel model() {
      return anisotropic(
          OptionalDouble.empty(), constant(1), constant(0.6), constant(0.6), constant(2));
    }
  }

  @Nested
  class VaryingMatrix extends OfCurvedLoss {
    @Override
    NoiseModel model() {
      return anisotropic(OptionalDouble.empty(), varyingMatrix());
    }
  }

  @Nested
  class SingularMatrix extends OfCurvedLoss {
    @Override
    NoiseModel model() {
      return anisotropic(
          OptionalDouble.empty(), constant(4), constant(2), constant(2), constant(1));
    }
  }

  @Nested
  class TruncatedVarying extends OfCurvedLoss {
    @Override
    NoiseModel model() {
      return isotropic(TestLosses.positive(2), OptionalDouble.of(1.5));
    }
  }

  @Nested
  class TruncatedVaryingMatrix extends OfCurvedLoss {
    @Override
    NoiseModel model() {
      return anisotropic(OptionalDouble.of(4), varyingMatrix());
    }
  }

  @Nested
  class TightlyTruncated extends OfCurvedLoss {
    @Override
    NoiseModel model() {
      return isotropic(constant(1), OptionalDouble.of(0.3));
    }
  }

  @Nested
  class DiffusionOfTruncated extends OfCurvedLoss {
    @Override
    NoiseModel model() {
      return anisotropic(OptionalDouble.of(1.2), varyingMatrix()).diffusion();
    }

    @Test
    void hasTheCovarianceOfTheTruncated() {
      double[] x = {0.3, 0.8};
      double[] expected = new double[4];
      double[] actual = new double[4];
      anisotropic(OptionalDouble.of(1.2), varyingMatrix()).at(x).covariance(expected);
      model().at(x).covariance(actual);
      assertThat(actual).usingComparatorWithPrecision(1e-15).containsExactly(expected);
      assertThat(model().at(x).isQuadratic()).isTrue();
    }
  }

  static ScalarField[] varyingMatrix() {
    ScalarField product = DerivedField.of(2, x -> x[0].multiply(x[1]).divide(2));
    return new ScalarField[] {
      constant(2), product, product, DerivedField.of(2, x -> x[0].multiply(x[0]).add(1))
    };
  }

  @Test
  void singularCovarianceReachesItsRangeAlone() {
    NoiseModel.Local local =
        anisotropic(OptionalDouble.empty(), constant(4), constant(2), constant(2), constant(1))
            .at(new double[2]);
    double[] range = {2, 1};
    double[] opposite = {-2, -1};
    double[] across = {1, -2};
    assertThat(local.reaches(range, opposite)).isTrue();
    assertThat(local.reaches(range, across)).isFalse();
    assertThat(local.reaches(across, new double[] {-1, 2})).isFalse();
    assertThat(local.reaches(across, new double[] {7, -4})).isTrue();
    assertThat(local.reaches(across, range)).isFalse();
  }

  @Test
  void varianceThatVanishesIsZeroNoiseAndNotAnError() {
    NoiseModel vanishing =
        isotropic(
            DerivedField.of(2, x -> x[0].multiply(x[0]).subtract(1e-17)), OptionalDouble.empty());
    NoiseModel.Local local = vanishing.at(new double[] {0, 0.3});
    double[] out = new double[2];
    vanishing.sampler().sample(new double[] {0, 0.3}, NoiseModelContract.random(1), out);
    assertThat(out).containsExactly(0, 0);
    assertThat(local.cumulant(new double[] {3, 4})).isZero();
    assertThat(local.isotropicVariance()).isZero();
    assertThat(local.reaches(new double[] {1, 2}, new double[] {-1, -2})).isFalse();
    assertThat(local.reaches(new double[] {1, 2}, new double[] {2, 4})).isTrue();
    assertThat(local.reaches(new double[] {1, 2}, new double[] {2, 3})).isFalse();
    assertThat(local.reaches(new double[] {0, 0}, new double[] {1, 0})).isFalse();
  }
}
