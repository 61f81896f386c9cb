package org.longrun.action;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.longrun.numerics.Point;

/**
 * What is known of a pair of places between which no path was found.
 *
 * @param point where the noise cannot push the iterates on; null if nobody knows
 * @param relaxedCosts the least costs found with less and less Gaussian noise added, tenfold from
 *     one to the next; empty where none were sought
 */
record Blockage(@Nullable Point point, List<Double> relaxedCosts) {
  private static final int TOLD = 3;

  /** Copies the list. */
  Blockage {
    relaxedCosts = List.copyOf(relaxedCosts);
  }

  /** The last costs in words; empty where none were sought. */
  String evidence() {
    if (relaxedCosts.size() < TOLD) {
      return "";
    }
    List<String> last =
        relaxedCosts.subList(relaxedCosts.size() - TOLD, relaxedCosts.size()).stream()
            .map(cost -> String.format(Locale.ROOT, "%.3g", cost))
            .toList();
    return "; with a little Gaussian noise added the cost grows without bound as that noise falls, "
        + String.join(", ", last)
        + " for a tenth of it each time";
  }
}
