package org.longrun.critical;

/**
 * What interval arithmetic has proved about the list of critical points.
 *
 * @param holds whether no critical point in the domain was missed
 * @param boxes the effort, in boxes examined
 * @param added how many critical points the proof found that the search had missed
 * @param note in words
 */
record Certificate(boolean holds, int boxes, int added, String note) {
  /** No proof, for this reason. */
  static Certificate none(String reason) {
    return new Certificate(false, 0, 0, reason);
  }
}
