package org.longrun.bound;

import java.util.Optional;
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
  private static final String NOTE =
      "E of the global minimum above the least other E; negative: argmin f is the ground state";

  /** A variance counts as vanishing where it is at most this share of the largest in the well. */
  private static final double NEGLIGIBLE = 1e-10;

  private EnergyGap() {}

  static Bound bound(
      CriticalSet critical, Sgd sgd, EnergyLevels energies, Barriers barriers, Actual gap) {
    String reason = reasonAgainst(critical, sgd, energies, barriers);
    if (reason != null) {
      return Bound.inapplicable(NAME, reason);
    }
    if (barriers.highestPass().isEmpty() || !Double.isFinite(barriers.lowestPass())) {
      return Bound.unknown(NAME, "no pass out of the global minimum's basin was found");
    }
    VarianceExtremes variance = VarianceExtremes.of(critical, sgd, barriers);
    if (!(variance.others() > NEGLIGIBLE * variance.global())) {
      return Bound.inapplicable(NAME, vanishing(variance));
    }
    double bound = rightHandSide(critical, barriers, variance);
    String note = variance.sampled() ? NOTE + "; the noise's extremes are sampled" : NOTE;
    return Bound.of(NAME, sgd.momentumFactor() * bound, gap, note);
  }

  private static double rightHandSide(
      CriticalSet critical, Barriers barriers, VarianceExtremes variance) {
    double climb = barriers.badMinima().size() * (barriers.maxSaddle() - barriers.minBad());
    double depth = barriers.lowestPass() - critical.components().get(0).value();
    return 2 * climb / variance.others() - 2 * depth / variance.global();
  }

  private static String vanishing(VarianceExtremes variance) {
    String where = Optional.ofNullable(variance.leastAt()).map(x -> ", at " + x).orElse("");
    return "the noise vanishes outside the global minimum's well" + where;
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
    if (barriers.badMinima().isEmpty()) {
      return "no bad minimum: every local minimum is global";
    }
    return energies.isUnique() ? null : "several closed classes: the energies are not comparable";
  }
}
