package org.longrun.noise;

import java.util.OptionalDouble;
import org.longrun.landscape.InputError;
import org.longrun.landscape.Landscape;
import org.longrun.landscape.NoiseDescription;
import org.longrun.landscape.ScalarField;
import org.longrun.landscape.TrainingMethod;

/** The noise models by their descriptions: the registry, one line a model. */
public final class NoiseModels {
  private NoiseModels() {}

  /**
   * The noise of a landscape's gradients, as its method of training feels it.
   *
   * @throws InputError if the noise cannot be computed as described, with the reason
   */
  public static NoiseModel of(Landscape landscape) {
    if (landscape.method() instanceof TrainingMethod.Cyclic cyclic) {
      return new CyclicNoise(of(cyclic.each(), landscape.objective()), cyclic.factors());
    }
    return of(landscape.noise(), landscape.objective());
  }

  /**
   * The noise with this description.
   *
   * @param description Z in words and formulas
   * @param objective f, the mean of whose stochastic gradient samplers draw about
   * @throws InputError if the noise cannot be computed as described, with the reason
   */
  public static NoiseModel of(NoiseDescription description, ScalarField objective) {
    int d = objective.dimension();
    if (description instanceof NoiseDescription.Isotropic gaussian) {
      CovarianceField covariance = new IsotropicCovariance(gaussian.variance());
      return new GaussianNoise(objective, covariance, radial(d, gaussian.truncation()));
    }
    if (description instanceof NoiseDescription.Anisotropic gaussian) {
      CovarianceField covariance = new MatrixCovariance(gaussian.covariance());
      return new GaussianNoise(objective, covariance, radial(d, gaussian.truncation()));
    }
    if (description instanceof NoiseDescription.Uniform uniform) {
      return IndependentNoise.alongAxes(objective, CoordinateLaw.UNIFORM, uniform.halfWidth());
    }
    if (description instanceof NoiseDescription.Rademacher signs) {
      return IndependentNoise.alongBasis(
          objective, CoordinateLaw.RADEMACHER, signs.scale(), signs.directions());
    }
    if (description instanceof NoiseDescription.FiniteSum sum) {
      return FiniteSumNoise.of(objective, sum.risk(), sum.batch(), sum.replacement());
    }
    throw new InputError("noise: no model for: " + description.text());
  }

  private static RadialCumulant radial(int dimension, OptionalDouble truncation) {
    return truncation.isPresent()
        ? new TruncatedRadial(dimension, truncation.getAsDouble())
        : RadialCumulant.WHOLE;
  }
}
