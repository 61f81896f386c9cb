package org.longrun.report;

import java.io.IOException;

/** Writes a transition graph in one format. */
public interface GraphWriter {
  /** The format's name on the command line. */
  String format();

  /** The file name's extension, without the dot. */
  String extension();

  /** Writes the graph; neither flushes nor closes. */
  void write(ExportGraph graph, Appendable out) throws IOException;
}
