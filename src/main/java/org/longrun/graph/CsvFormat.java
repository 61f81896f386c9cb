package org.longrun.graph;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;

/**
 * Separated values with a header that names the columns {@code from}, {@code to} and {@code cost}
 * (or {@code source}, {@code target}, {@code weight}), in any case and order, perhaps {@code error}
 * (ε of the cost), and others that are passed over. One edge a row; a row with {@code from} alone
 * lists a vertex. Fields are separated by commas, semicolons or tabs, whichever the header uses,
 * and may be quoted (RFC 4180); where the comma does not separate it may be the decimal sign. Lines
 * that begin with {@code #} are comments.
 *
 * <p>With {@code source} and {@code target}, a column {@code type} that says {@code undirected}, as
 * in Gephi's tables of edges, makes its edge go both ways.
 */
final class CsvFormat implements NetworkFormat {
  @Override
  public List<String> read(InputStream bytes, String file, TransitionGraphBuilder builder)
      throws IOException {
    TextScanner text = TextScanner.of(bytes, file);
    CsvHeader header = CsvHeader.read(text);
    CsvFields fields = new CsvFields(text, header.separator());
    while (fields.toNextRow()) {
      new CsvRow(fields, builder, header).read();
    }
    return List.of();
  }
}
