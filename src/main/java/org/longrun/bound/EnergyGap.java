package org.longrun.bound;

import org.jspecify.annotations.Nullable;
import org.longrun.critical.CriticalSet;
import org.longrun.dynamics.Sgd;
import org.longrun.energy.EnergyLevels;
import org.longrun.landscape.NoiseDescription;

/**
 * The bound on how far the energy of the global minimum K_{i*} can lie above any other:
 *
 * <p>sup_{j≠i*} (E_{i*} − E_j) ≤ 2·#bad·(max saddle − min bad)/σ²_others − 2·depth(K_{i*})/σ²_{i*},
 * σ²_{i*} = sup λ_max(Σ) over the component of {f ≤ lowest pass} that holds K_{i*}, σ²_others = inf
 * λ_min(Σ) over the rest of {f ≤ max saddle}. Negative: argmin f is the ground state (theory,
 * section 5).
 */
final class EnergyGap {
  private static final String NAME = "energy-gap";

  private EnergyGap() {}

  static Bound bound(CriticalSet critical, Sgd sgd, EnergyLevels energies, Barriers barriers) {
    String reason = reasonAgainst(critical, sgd, energies, barriers);
    if (reason != null) {
      return Bound.inapplicable(NAME, reason);
    }
    VarianceExtremes variance = VarianceExtremes.of(critical, sgd, barriers);
    if (!(variance.others() > 0)) {
      return Bound.inapplicable(NAME, "the noise vanishes outside the global minimum's well");
    }
    double climb = barriers.badMinima() * (barriers.maxSaddle() - barriers.minBad());
    double depth = barriers.lowestPass() - critical.components().get(0).value();
    double bound = 2 * climb / variance.others() - 2 * depth / variance.global();
    double gap = Double.NEGATIVE_INFINITY;
    for (int j = 1; j < critical.size(); j++) {
      gap = Math.max(gap, energies.relative(0) - energies.relative(j));
    }
    return Bound.of(
        NAME,
        sgd.momentumFactor() * bound,
        gap,
        "E of the global minimum above the least other E; negative: argmin f is the ground state");
  }

  private static @Nullable String reasonAgainst(
      CriticalSet critical, Sgd sgd, EnergyLevels energies, Barriers barriers) {
    NoiseDescription noise = sgd.landscape().noise();
    boolean gaussian =
        (noise instanceof NoiseDescription.Isotropic isotropic && isotropic.truncation().isEmpty())
            || (noise instanceof NoiseDescription.Anisotropic full && full.truncation().isEmpty());
    if (!gaussian) {
      return "needs Gaussian noise, not truncated";
    }
    if (critical.argmin() != 1) {
      return "needs a single global minimum; f has " + critical.argmin() + " components of argmin";
    }
    if (barriers.badMinima() == 0) {
      return "no bad minimum: every local minimum is global";
    }
    if (!Double.isFinite(barriers.maxSaddle()) || !Double.isFinite(barriers.lowestPass())) {
      return "no pass out of the global minimum's basin was found";
    }
    return energies.isUnique() ? null : "several closed classes: the energies are not comparable";
  }
}
