package org.longrun.validate;

import java.util.List;

/**
 * Prediction beside simulation: everything that one simulated landscape shows (formats, section 4).
 *
 * @param name the landscape's
 * @param hittingTimes by start, method and falling step size
 * @param arrhenius a fit for every start and method with two points
 * @param occupation by step size and component
 * @param histograms by step size
 * @param distances by step size and iteration
 * @param chain by step size, from and to; those of splitting last
 * @param chainFits a fit for every move by splitting
 * @param warnings what a reader must know beside the numbers
 * @param seed of everything random
 */
public record Validation(
    String name,
    List<HittingTime> hittingTimes,
    List<ArrheniusFit> arrhenius,
    List<Occupation> occupation,
    List<Histogram> histograms,
    List<Distance> distances,
    List<ChainMove> chain,
    List<ChainFit> chainFits,
    List<String> warnings,
    long seed) {
  /** Copies the lists. */
  public Validation {
    hittingTimes = List.copyOf(hittingTimes);
    arrhenius = List.copyOf(arrhenius);
    occupation = List.copyOf(occupation);
    histograms = List.copyOf(histograms);
    distances = List.copyOf(distances);
    chain = List.copyOf(chain);
    chainFits = List.copyOf(chainFits);
    warnings = List.copyOf(warnings);
  }

  /** False if a verdict is that simulation and prediction disagree. */
  public boolean agrees() {
    return arrhenius.stream().noneMatch(fit -> fit.verdict() == Verdict.DISAGREES)
        && chainFits.stream().noneMatch(fit -> fit.verdict() == Verdict.DISAGREES)
        && occupation.stream()
            .map(Occupation::basin)
            .noneMatch(basin -> basin != null && basin.verdict() == Verdict.DISAGREES);
  }
}
