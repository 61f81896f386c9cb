package org.longrun.graph;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;

/** One format of network files. */
interface NetworkFormat {
  /**
   * Adds what the file says to a graph.
   *
   * @param bytes the file's content
   * @param file how messages call it
   * @return what was left out or is unusual, for the results' warnings
   * @throws org.longrun.landscape.InputError for what is wrong in it
   */
  List<String> read(InputStream bytes, String file, TransitionGraphBuilder builder)
      throws IOException;
}
