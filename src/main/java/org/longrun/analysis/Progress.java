package org.longrun.analysis;

/** Is told how far an analysis has come; must be quick and safe for use by several threads. */
@FunctionalInterface
public interface Progress {
  /**
   * A stage has been reached.
   *
   * @param stage what is being done, in a few words
   * @param fraction of the whole analysis done, 0 to 1
   */
  void reached(String stage, double fraction);

  /** Tells nobody. */
  static Progress silent() {
    return (stage, fraction) -> {};
  }
}
