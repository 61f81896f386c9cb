package org.longrun.landscape;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.longrun.numerics.formula.Formula;

/** Which symmetries of f are symmetries of the whole landscape, domain and noise included. */
final class Symmetries {
  /** The most variables for which single and paired signs and exchanges are tried. */
  private static final int FEW = 12;

  private Symmetries() {}

  /**
   * Generators of what leaves all of some formulas unchanged: the sign of all variables, those of
   * one or two, and exchanges of two, with and without their signs.
   */
  static List<SignedPermutation> of(List<Formula> formulas, int variables) {
    List<SignedPermutation> kept = new ArrayList<>();
    for (SignedPermutation candidate : candidates(variables)) {
      int[] source = candidate.source().stream().mapToInt(Integer::intValue).toArray();
      int[] sign = candidate.sign().stream().mapToInt(Integer::intValue).toArray();
      if (formulas.stream().allMatch(formula -> formula.isKeptBy(source, sign))) {
        kept.add(candidate);
      }
    }
    return kept;
  }

  private static List<SignedPermutation> candidates(int d) {
    List<SignedPermutation> candidates = new ArrayList<>();
    int[] all = new int[d];
    Arrays.setAll(all, k -> k);
    candidates.add(flipped(d, all));
    for (int i = 0; i < d && d > 1 && d <= FEW; i++) {
      candidates.add(flipped(d, i));
      for (int j = 0; j < i; j++) {
        if (d > 2) {
          candidates.add(flipped(d, i, j));
        }
        candidates.add(exchanged(d, i, j, 1));
        candidates.add(exchanged(d, i, j, -1));
      }
    }
    return candidates;
  }

  private static SignedPermutation flipped(int d, int... turned) {
    List<Integer> source = new ArrayList<>();
    List<Integer> sign = new ArrayList<>();
    for (int k = 0; k < d; k++) {
      source.add(k);
      sign.add(1);
    }
    for (int k : turned) {
      sign.set(k, -1);
    }
    return new SignedPermutation(source, sign);
  }

  private static SignedPermutation exchanged(int d, int i, int j, int sign) {
    SignedPermutation same = sign < 0 ? flipped(d, i, j) : flipped(d);
    List<Integer> source = new ArrayList<>(same.source());
    source.set(i, j);
    source.set(j, i);
    return new SignedPermutation(source, same.sign());
  }

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
