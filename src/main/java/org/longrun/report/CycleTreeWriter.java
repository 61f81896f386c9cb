package org.longrun.report;

import java.io.IOException;
import java.util.List;
import org.longrun.hitting.Cycle;
import org.longrun.hitting.CycleHierarchy;

/**
 * Freidlin's cycles as a tree in DOT: every cycle points to the cycles and vertices that make it
 * up, with its exit exponent and main vertex in its label.
 */
public final class CycleTreeWriter {
  /** Writes the tree; neither flushes nor closes. */
  public void write(String name, CycleHierarchy hierarchy, Appendable out) throws IOException {
    out.append("digraph ").append(DotWriter.quoted(name)).append(" {\n");
    out.append("  node [fontname=\"Helvetica\", shape=\"plaintext\"];\n");
    List<Cycle> cycles = hierarchy.cycles();
    for (Cycle cycle : cycles) {
      String main = hierarchy.graph().id(cycle.main());
      String exit =
          cycle.exit() < Double.POSITIVE_INFINITY
              ? "exit " + DotWriter.fourDigits(cycle.exit())
              : "never left";
      String label = cycle.id() + ": " + exit + ", mostly at " + main;
      out.append("  ").append(DotWriter.quoted(cycle.id()));
      out.append(" [shape=\"box\", label=").append(DotWriter.quoted(label)).append("];\n");
      for (String child : cycle.children()) {
        out.append("  ").append(DotWriter.quoted(cycle.id())).append(" -> ");
        out.append(DotWriter.quoted(child)).append(";\n");
      }
    }
    out.append("}\n");
  }
}
