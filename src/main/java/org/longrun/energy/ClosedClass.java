package org.longrun.energy;

/**
 * A closed class: a strongly connected set of vertices that no edge leaves, with the energies of
 * its members relative to the least among them.
 */
public final class ClosedClass {
  private final int[] members;
  private final double[] relative;

  ClosedClass(int[] members, double[] relative) {
    this.members = members;
    this.relative = relative;
  }

  /** The number of members. */
  public int size() {
    return members.length;
  }

  /** The k-th member, ascending. */
  public int member(int k) {
    return members[k];
  }

  /** The energy of the k-th member within the class; the least is 0. */
  public double relative(int k) {
    return relative[k];
  }
}
