package org.longrun.graph;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Matrix Market files: a real or integer square matrix whose entry (i, j) is the cost of i → j;
 * {@code coordinate} files list the edges, an {@code array} file all entries column by column, with
 * {@code inf} for no edge. Symmetric files give both directions. Vertices are called 1 … n, and
 * diagonal entries are self-loops.
 *
 * <p>R. F. Boisvert, R. Pozo, K. A. Remington, The Matrix Market exchange formats: initial design,
 * NISTIR 5935 (1996).
 */
final class MatrixMarketFormat implements NetworkFormat {
  /** A vertex takes more bytes than these: its id, its place in the table. */
  private static final int LEAST_BYTES = 16;

  private static final String WANTED =
      "the first line must be '%%MatrixMarket matrix coordinate|array real|integer"
          + " general|symmetric'";

  /** Kinds of matrices that are no costs, and why. */
  private static final Map<String, String> REFUSED =
      Map.of(
          "pattern", "a pattern says where entries are and not what they cost",
          "complex", "a complex entry is no cost",
          "hermitian", "a Hermitian matrix has complex entries, and these are no costs",
          "skew-symmetric",
              "of a skew-symmetric matrix's entries half are negative; a cost is >= 0",
          "vector", "a vector has no rows and columns");

  @Override
  public List<String> read(InputStream bytes, String file, TransitionGraphBuilder builder)
      throws IOException {
    TextScanner text = TextScanner.of(bytes, file);
    boolean coordinate = banner(text, "%%matrixmarket", "matrix").equals("coordinate");
    expect(text, "real", "integer", "double");
    boolean symmetric = expect(text, "general", "symmetric").equals("symmetric");
    text.skipLine();
    skipComments(text);
    int n = dimension(text);
    if (n > Runtime.getRuntime().maxMemory() / LEAST_BYTES) {
      throw new OutOfMemoryError(n + " vertices");
    }
    for (int v = 1; v <= n; v++) {
      builder.vertex(Integer.toString(v));
    }
    if (coordinate) {
      entries(text, builder, n, symmetric);
    } else {
      columns(text, builder, n, symmetric);
    }
    skipComments(text);
    if (text.word()) {
      throw text.error("the matrix has ended, but here is '" + text.shown() + "'");
    }
    return List.of();
  }

  private static String banner(TextScanner text, String... words) throws IOException {
    for (String word : words) {
      expect(text, word);
    }
    return expect(text, "coordinate", "array");
  }

  private static String expect(TextScanner text, String... choices) throws IOException {
    text.word();
    String word = text.token().toLowerCase(Locale.ROOT);
    for (String choice : choices) {
      if (word.equals(choice)) {
        return word;
      }
    }
    String reason = REFUSED.get(word);
    throw text.error(
        "'" + text.shown() + "' here; " + (reason == null ? "" : reason + "; ") + WANTED);
  }

  /** Takes blank lines and comments. */
  private static void skipComments(TextScanner text) throws IOException {
    while (true) {
      text.skipBlanks();
      int c = text.peek();
      if (c != '%' && c != '\n') {
        return;
      }
      text.skipLine();
    }
  }

  private static int dimension(TextScanner text) throws IOException {
    text.word();
    int rows = text.integer("the number of rows", 0, Integer.MAX_VALUE);
    text.word();
    int columns = text.integer("the number of columns", 0, Integer.MAX_VALUE);
    if (rows != columns) {
      throw text.error("the matrix is " + rows + " by " + columns + "; a square one is wanted");
    }
    return rows;
  }

  private static void entries(
      TextScanner text, TransitionGraphBuilder builder, int n, boolean symmetric)
      throws IOException {
    text.word();
    int count = text.integer("the number of entries", 0, Integer.MAX_VALUE);
    text.skipLine();
    for (int k = 0; k < count; k++) {
      skipComments(text);
      if (!text.word()) {
        throw text.error("the file has ended after " + k + " of " + count + " entries");
      }
      int i = text.integer("the row", 1, n) - 1;
      text.word();
      int j = text.integer("the column", 1, n) - 1;
      text.word();
      add(builder, i, j, i == j ? text.number("the entry") : text.cost(), symmetric);
      endLine(text);
    }
  }

  private static void columns(
      TextScanner text, TransitionGraphBuilder builder, int n, boolean symmetric)
      throws IOException {
    for (int j = 0; j < n; j++) {
      for (int i = symmetric ? j : 0; i < n; i++) {
        skipComments(text);
        if (!text.word()) {
          throw text.error("the file has ended before entry (" + (i + 1) + ", " + (j + 1) + ")");
        }
        if (i != j) {
          add(builder, i, j, text.cost(), symmetric);
        }
      }
    }
  }

  private static void add(
      TransitionGraphBuilder builder, int i, int j, double cost, boolean symmetric) {
    builder.edge(i, j, i == j ? 0 : cost);
    if (symmetric && i != j) {
      builder.edge(j, i, cost);
    }
  }

  private static void endLine(TextScanner text) throws IOException {
    if (text.word()) {
      throw text.error("an entry is 'row column cost', but here is '" + text.shown() + "' more");
    }
    text.skipLine();
  }
}
