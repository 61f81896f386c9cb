package org.longrun.critical;

import org.longrun.landscape.Settings;

/**
 * What interval arithmetic has proved about the list of critical points.
 *
 * @param holds whether no critical point in the domain was missed
 * @param note in words
 */
record Certificate(boolean holds, String note) {
  static Certificate seek(LossField field, Catalogue catalogue, Search search, Settings settings) {
    return new Certificate(false, "no proof was sought");
  }
}
