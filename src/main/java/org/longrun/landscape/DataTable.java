package org.longrun.landscape;

import java.util.List;

/**
 * Data: n rows of c numbers.
 *
 * @param columns the names of the c columns
 * @param rows n
 * @param values row by row, n·c numbers; never changed
 */
@SuppressWarnings("ArrayRecordComponent") // internal, never compared
record DataTable(List<String> columns, int rows, double[] values) {
  /** Copies the names. */
  DataTable {
    columns = List.copyOf(columns);
  }

  /** c. */
  int width() {
    return columns.size();
  }

  /** The position of the column of this name, or −1. */
  int indexOf(String column) {
    return columns.indexOf(column);
  }
}
