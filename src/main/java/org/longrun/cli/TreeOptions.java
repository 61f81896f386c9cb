package org.longrun.cli;

import java.util.List;
import org.longrun.analysis.Trees;
import org.longrun.energy.EnergyLevels;
import org.longrun.landscape.InputError;
import picocli.CommandLine.Option;

/** Which trees are written with the results. */
final class TreeOptions {
  @Option(
      names = "--trees",
      split = ",",
      paramLabel = "ID",
      description = "Roots whose trees are written even where there are more than 200.")
  private List<String> roots = List.of();

  private int best;

  @Option(
      names = "--best",
      paramLabel = "K",
      description = "List the K least in-arborescences of --trees, or of the ground states.")
  void setBest(int best) {
    if (!(best >= 1)) {
      throw new InputError("--best " + best + ": give a whole number from 1 on");
    }
    this.best = best;
  }

  /**
   * The trees asked for.
   *
   * @throws InputError if there is no such vertex, or there are too many trees to list
   */
  Trees of(EnergyLevels levels) {
    return Trees.of(levels, roots, best);
  }

  /** The ids given. */
  List<String> roots() {
    return roots;
  }
}
