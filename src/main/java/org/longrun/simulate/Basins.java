package org.longrun.simulate;

/** Assigns points to attractors: which one the descent from a point ends in. */
public interface Basins {
  /** The number of the attractor, or −1 for none. */
  int at(double[] x, int offset);
}
