package org.longrun.critical;

import java.util.List;
import org.longrun.landscape.Landscape;

/**
 * The components that enter the transition graph.
 *
 * @param findings those kept
 * @param warnings what was left out
 */
record Selection(List<Finding> findings, List<String> warnings) {
  static Selection of(LossField field, List<Finding> findings, Landscape landscape) {
    return new Selection(findings, List.of());
  }
}
