package org.longrun.report;

import org.longrun.analysis.LongRunResult;
import org.longrun.bound.Bound;

/** All bounds of many landscapes in one table for a terminal. */
public final class BoundsTable {
  private final TextTable table =
      new TextTable("landscape", "bound on", "name", "bound", "actual", "tightness", "");

  /** Adds the bounds of one landscape, a row each. */
  public void add(LongRunResult result) {
    String name = result.sgd().landscape().name();
    for (Bound bound : result.bounds().all()) {
      table.row(
          name,
          bound.name().equals("energy-gap") ? "E gap" : "max J",
          bound.name(),
          Summary.optional(bound.bound(), 9),
          Summary.optional(bound.actual(), 9),
          Summary.optional(bound.tightness(), 4),
          Summary.remark(bound));
    }
  }

  /** The table as lines. */
  public String render() {
    return table.render();
  }
}
