package org.longrun.noise;

import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.sampling.distribution.ZigguratSampler;
import org.jspecify.annotations.Nullable;

/** Standard normal draws from a generator; remembers the sampler of the last generator. */
final class StandardNormal {
  private @Nullable UniformRandomProvider source;
  private ZigguratSampler.@Nullable NormalizedGaussian gaussian;

  ZigguratSampler.NormalizedGaussian of(UniformRandomProvider random) {
    ZigguratSampler.NormalizedGaussian normal = gaussian;
    if (normal == null || source != random) {
      normal = ZigguratSampler.NormalizedGaussian.of(random);
      gaussian = normal;
      source = random;
    }
    return normal;
  }
}
