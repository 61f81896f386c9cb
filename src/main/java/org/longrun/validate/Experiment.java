package org.longrun.validate;

import java.util.List;
import java.util.stream.Stream;
import org.longrun.critical.CriticalSet;
import org.longrun.dynamics.Sgd;
import org.longrun.landscape.Landscape;
import org.longrun.simulate.Checkpoint;
import org.longrun.simulate.Workers;

/**
 * The simulation of a landscape beside its prediction. What is run follows from the file: hitting
 * times from its starts (or from the minima outside the target) at its step sizes, long runs for
 * the invariant measure and the induced chain, and runs for the distance to the stationary density
 * over time.
 *
 * <p>Without {@code full} the number of iterations is bounded (setting {@code simulation-budget}),
 * with it every start and step size gets the file's replicas. The numbers depend on the file, its
 * seed and {@code full} alone, not on the threads, and not on interruptions.
 */
public final class Experiment {
  private final Sgd sgd;
  private final CriticalSet critical;
  private final Prediction prediction;
  private final Effort effort;

  private Experiment(Sgd sgd, CriticalSet critical, Prediction prediction, Effort effort) {
    this.sgd = sgd;
    this.critical = critical;
    this.prediction = prediction;
    this.effort = effort;
  }

  /**
   * The experiment of a landscape.
   *
   * @param sgd what runs
   * @param critical its components, whose basins are looked at
   * @param prediction what the theory says of it
   * @param full whether to run at the published size
   */
  public static Experiment of(Sgd sgd, CriticalSet critical, Prediction prediction, boolean full) {
    return new Experiment(sgd, critical, prediction, Effort.of(sgd.landscape(), full));
  }

  /**
   * What makes this run differ from every other, for its {@link Checkpoint}.
   *
   * @param version of the engine: another one may draw other numbers
   * @param fingerprint of the landscape's and the data's bytes; the rest tells the options
   */
  public String identity(String version, String fingerprint) {
    Landscape landscape = sgd.landscape();
    return String.join(
        "\n",
        version,
        fingerprint,
        landscape.name(),
        landscape.formula(),
        landscape.noise().text(),
        landscape.domain().toString(),
        landscape.simulation().toString(),
        landscape.stepSizes().toString(),
        prediction.starts().toString(),
        prediction.target().toString(),
        "momentum " + landscape.momentum(),
        landscape.settings().toString(),
        "full " + effort.full());
  }

  /** Runs everything and compares. */
  public Validation run(Workers workers) {
    HittingStudy.Findings hitting = new HittingStudy(sgd, prediction).run(effort, workers);
    LongRunStudy.Findings found =
        new LongRunStudy(sgd, critical, prediction).run(effort.longRun(hitting.spent()), workers);
    return new Validation(
        sgd.landscape().name(),
        hitting.times(),
        ArrheniusFit.all(prediction.starts(), hitting.times()),
        found.occupation(),
        found.histograms(),
        new EvolutionStudy(sgd, prediction).run(effort.evolution(), workers),
        together(found.chain(), hitting.moves()),
        ChainFit.all(hitting.moves()),
        together(hitting.warnings(), found.warnings()),
        sgd.landscape().simulation().seed());
  }

  private static <T> List<T> together(List<T> first, List<T> second) {
    return Stream.concat(first.stream(), second.stream()).toList();
  }
}
