package org.longrun.landscape;

import java.util.Arrays;
import java.util.List;

/** Which symmetries of f are symmetries of the whole landscape, domain and noise included. */
final class Symmetries {
  private Symmetries() {}

  /** Those that map the domain to itself; none if the noise may break them. */
  static List<SignedPermutation> kept(
      List<SignedPermutation> symmetries, Domain domain, NoiseDescription noise) {
    return isKeptBy(noise)
        ? symmetries.stream().filter(symmetry -> isKeptBy(domain, symmetry)).toList()
        : List.of();
  }

  /** Batches follow the loss; so does a variance that is constant or a function of f. */
  private static boolean isKeptBy(NoiseDescription noise) {
    return noise instanceof NoiseDescription.FiniteSum
        || noise instanceof NoiseDescription.Isotropic isotropic
            && (isotropic.variance().isConstant() || isotropic.functionOfLoss() != null);
  }

  private static boolean isKeptBy(Domain domain, SignedPermutation symmetry) {
    double[] lower = domain.lower().toArray();
    double[] upper = domain.upper().toArray();
    double[] a = symmetry.apply(lower);
    double[] b = symmetry.apply(upper);
    for (int k = 0; k < a.length; k++) {
      double low = Math.min(a[k], b[k]);
      b[k] = Math.max(a[k], b[k]);
      a[k] = low;
    }
    return Arrays.equals(a, lower) && Arrays.equals(b, upper);
  }
}
