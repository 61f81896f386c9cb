package org.longrun.simulate;

import java.util.List;

/**
 * What is looked at in a long run.
 *
 * @param neighbourhoods of the components, all of one radius δ
 * @param basins the basin of a point
 * @param attractors how many basins there are
 * @param bins for histograms, one or several
 */
public record Sight(
    List<Neighbourhood> neighbourhoods, Basins basins, int attractors, List<Bins> bins) {
  /** Copies the lists. */
  public Sight {
    neighbourhoods = List.copyOf(neighbourhoods);
    bins = List.copyOf(bins);
  }
}
