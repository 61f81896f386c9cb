package org.longrun.critical;

import java.util.SplittableRandom;
import org.longrun.landscape.Landscape;

/** The effort that the search may take, and how much of it is spent. */
final class SearchEffort {
  private final int searches;
  private final int components;
  private final long seed;
  private final double seconds;
  private final long began = System.nanoTime();
  private int spent;
  private boolean late;

  SearchEffort(Landscape landscape) {
    searches = (int) landscape.settings().get("search-points");
    seconds = landscape.settings().get("search-seconds");
    components = 2 * (int) landscape.settings().get("component-limit") + 200;
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

  void spend() {
    spent++;
  }

  /** True while neither searches nor seconds nor components are used up. */
  boolean allows(Catalogue catalogue) {
    late = late || (System.nanoTime() - began) * 1e-9 > seconds;
    return !late && spent < searches && catalogue.size() < components;
  }

  /** Why the search ended before it found nothing new; empty if it did not. */
  String shortage(Catalogue catalogue) {
    if (late) {
      return "the search for critical points was ended by search-seconds: " + seconds;
    }
    if (spent >= searches) {
      return "the search for critical points was ended by search-points: " + searches;
    }
    return catalogue.size() >= components
        ? "the search for critical points was ended after " + catalogue.size() + " components"
        : "";
  }
}
