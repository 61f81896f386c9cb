package org.longrun.graph;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.longrun.critical.Kind;
import org.longrun.landscape.InputError;

/**
 * A kinetic transition network in PATHSAMPLE's format: {@code min.data}, one line a minimum, its
 * energy first; {@code ts.data}, one line a transition state, its energy first, fields 4 and 5 the
 * minima that it joins, counted from 1. B_ij = E_ts − E_i, the least over parallel transition
 * states. Vertices are called 1 … n.
 *
 * <p>D. J. Wales, <em>Energy Landscapes</em> (2003), chapter 7; the files: PATHSAMPLE, a program
 * for refining and analysing kinetic transition networks.
 */
final class PathsampleFolder {
  /** A transition state this little below a minimum, relative to its energy, is level with it. */
  private static final double LEVEL = 1e-6;

  private final Path folder;
  private final String shown;
  private double[] energies = new double[64];
  private int count;

  PathsampleFolder(Path folder, String shown) {
    this.folder = folder;
    this.shown = shown;
  }

  void read(TransitionGraphBuilder builder) throws IOException {
    try (InputStream bytes = open("min.data")) {
      minima(TextScanner.of(bytes, shown + "/min.data"), builder);
    }
    try (InputStream bytes = open("ts.data")) {
      transitionStates(TextScanner.of(bytes, shown + "/ts.data"), builder);
    }
  }

  private InputStream open(String name) throws IOException {
    Path file = folder.resolve(name);
    if (!Files.isRegularFile(file)) {
      throw new InputError(
          shown + ": the folder has no " + name + "; a network folder holds min.data and ts.data");
    }
    return Files.newInputStream(file);
  }

  private void minima(TextScanner text, TransitionGraphBuilder builder) throws IOException {
    while (text.peek() != TextScanner.END) {
      if (text.word()) {
        if (count == energies.length) {
          energies = Arrays.copyOf(energies, 2 * count);
        }
        energies[count] = finite(text, "the energy");
        int vertex = builder.vertex(Integer.toString(count + 1));
        builder.value(vertex, energies[count++]).kind(vertex, Kind.MINIMUM);
      }
      text.skipLine();
    }
  }

  private void transitionStates(TextScanner text, TransitionGraphBuilder builder)
      throws IOException {
    while (text.peek() != TextScanner.END) {
      if (text.word()) {
        double energy = finite(text, "the energy");
        text.word();
        text.word();
        int i = minimum(text, "field 4, a minimum,");
        int j = minimum(text, "field 5, a minimum,");
        if (i == j) {
          builder.edge(i, i, 0);
        } else {
          builder.edge(i, j, barrier(text, energy, i));
          builder.edge(j, i, barrier(text, energy, j));
        }
      }
      text.skipLine();
    }
  }

  private static double finite(TextScanner text, String what) {
    double value = text.number(what);
    if (Double.isInfinite(value)) {
      throw text.error(what + " is infinite; a finite number is wanted");
    }
    return value;
  }

  private int minimum(TextScanner text, String what) throws IOException {
    text.word();
    return text.integer(what, 1, count) - 1;
  }

  private double barrier(TextScanner text, double energy, int minimum) {
    double barrier = energy - energies[minimum];
    if (barrier < -LEVEL * Math.max(1, Math.abs(energy))) {
      throw text.error(
          "the transition state's energy "
              + energy
              + " is below that of minimum "
              + (minimum + 1)
              + ", "
              + energies[minimum]
              + "; a cost is >= 0");
    }
    return Math.max(0, barrier);
  }
}
