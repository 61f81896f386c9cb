package org.longrun.graph;

import java.io.IOException;

/** One format of network files. */
interface NetworkFormat {
  /**
   * Adds what the text says to a graph.
   *
   * @throws org.longrun.landscape.InputError for what is wrong in it
   */
  void read(TextScanner text, TransitionGraphBuilder builder) throws IOException;
}
