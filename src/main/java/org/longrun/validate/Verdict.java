package org.longrun.validate;

/** What a comparison says. */
public enum Verdict {
  /** The simulation is where the prediction says. */
  AGREES("agrees"),
  /** The simulation's error is too large for a word on the prediction. */
  TOO_NOISY("too noisy"),
  /** The simulation is elsewhere. */
  DISAGREES("disagrees");

  private final String label;

  Verdict(String label) {
    this.label = label;
  }

  /** The name in the results: agrees, too noisy, disagrees. */
  public String label() {
    return label;
  }
}
