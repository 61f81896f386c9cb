package org.longrun.noise;

import org.longrun.landscape.InputError;
import org.longrun.landscape.Landscape;
import org.longrun.landscape.NoiseDescription;
import org.longrun.landscape.ScalarField;

/** The noise models by their descriptions: the registry, one line a model. */
public final class NoiseModels {
  private NoiseModels() {}

  /**
   * The noise of a landscape's gradients.
   *
   * @throws InputError if the noise cannot be computed as described, with the reason
   */
  public static NoiseModel of(Landscape landscape) {
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
    if (description instanceof NoiseDescription.Isotropic gaussian) {
      return new GaussianNoise(
          objective, new IsotropicCovariance(gaussian.variance()), RadialCumulant.WHOLE);
    }
    if (description instanceof NoiseDescription.Anisotropic gaussian) {
      return new GaussianNoise(
          objective, new MatrixCovariance(gaussian.covariance()), RadialCumulant.WHOLE);
    }
    throw new InputError("noise: no model for: " + description.text());
  }
}
