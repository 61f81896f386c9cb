package org.longrun.critical;

import java.util.SplittableRandom;
import java.util.function.BooleanSupplier;
import org.longrun.landscape.Landscape;

/** The effort that the search may take, and how much of it is spent. */
final class SearchEffort {
  private static final int CROWDED = 3;
  private static final int LARGEST = 10;

  private final int searches;
  private final int components;
  private final int limit;
  private final long seed;
  private final double seconds;
  private final long began = System.nanoTime();
  private final BooleanSupplier stop;
  private int spent;
  private boolean stopped;
  private boolean late;
  private boolean full;

  /**
   * The effort that the landscape's settings allow.
   *
   * @param stop true once the whole run is to end
   */
  SearchEffort(Landscape landscape, BooleanSupplier stop) {
    this.stop = stop;
    searches = (int) landscape.settings().get("search-points");
    seconds = landscape.settings().get("search-seconds");
    limit = (int) landscape.settings().get("component-limit");
    components = LARGEST * Math.max(limit, 100);
    seed = landscape.simulation().seed();
  }

  /** The low-discrepancy sequence's shift, from the seed. */
  double[] shift(int d) {
    SplittableRandom random = new SplittableRandom(seed);
    double[] shift = new double[d];
    for (int k = 0; k < d; k++) {
      shift[k] = random.nextDouble();
    }
    return shift;
  }

  /** The most components that enter the transition graph. */
  int limit() {
    return limit;
  }

  void spend() {
    spent++;
  }

  /** True while neither searches nor seconds nor components are used up. */
  boolean allows(Catalogue catalogue) {
    stopped = stopped || stop.getAsBoolean();
    late = late || stopped || (System.nanoTime() - began) * 1e-9 > seconds;
    return !late && spent < searches && catalogue.size() < components;
  }

  /**
   * True while starts spread over the domain are worth while: not where there are so many
   * components that exploring from the lowest ones says more.
   */
  boolean allowsStarts(Catalogue catalogue) {
    boolean crowded = catalogue.dimension() > CROWDED && 2 * catalogue.size() > limit;
    return allows(catalogue) && !crowded;
  }

  /** Notes that the exploration ended because the graph takes no more. */
  void noteFull() {
    full = true;
  }

  /** Why the search ended before it found nothing new; empty if it did not. */
  String shortage(Catalogue catalogue) {
    if (stopped) {
      return "the run was stopped during the search for critical points";
    }
    if (late) {
      return "the search for critical points was ended by search-seconds: " + seconds;
    }
    if (spent >= searches) {
      return "the search for critical points was ended by search-points: " + searches;
    }
    if (full) {
      return "the search for critical points was ended once the lowest minima and the saddles that"
          + " join them filled the graph";
    }
    return catalogue.size() >= components
        ? "the search for critical points was ended after " + catalogue.size() + " components"
        : "";
  }
}
