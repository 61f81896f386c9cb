package org.longrun.simulate;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Arrays;

/**
 * A path of splitting, kept as its records: the states at which it came higher than ever before.
 */
final class Ascent {
  private final int stateLength;
  private double[] heights;
  private double[] states;
  private int count;
  private boolean arrived;

  Ascent(int stateLength) {
    this(stateLength, 16);
  }

  private Ascent(int stateLength, int capacity) {
    this.stateLength = stateLength;
    this.heights = new double[capacity];
    this.states = new double[capacity * stateLength];
  }

  /** The height of the last record, or +∞ once the goal was reached. */
  double level() {
    if (arrived) {
      return Double.POSITIVE_INFINITY;
    }
    return count == 0 ? Double.NEGATIVE_INFINITY : heights[count - 1];
  }

  boolean arrived() {
    return arrived;
  }

  void arrive() {
    arrived = true;
  }

  /** Adds a record. */
  void climb(double height, double[] state) {
    if (count == heights.length) {
      heights = Arrays.copyOf(heights, 2 * count);
      states = Arrays.copyOf(states, 2 * count * stateLength);
    }
    heights[count] = height;
    System.arraycopy(state, 0, states, count * stateLength, stateLength);
    count++;
  }

  /** The state of the last record. */
  double[] last() {
    return Arrays.copyOfRange(states, (count - 1) * stateLength, count * stateLength);
  }

  /** Drops the records up to this height: no later path can branch there. */
  void forgetBelow(double height) {
    int keep = 0;
    while (keep < count && heights[keep] <= height) {
      keep++;
    }
    System.arraycopy(heights, keep, heights, 0, count - keep);
    System.arraycopy(states, keep * stateLength, states, 0, (count - keep) * stateLength);
    count -= keep;
  }

  /** A new path that shares the first record; if there is none it arrived in one leap. */
  Ascent branch() {
    Ascent child = new Ascent(stateLength, 16);
    if (count == 0) {
      child.arrived = true;
    } else {
      child.climb(heights[0], states);
    }
    return child;
  }

  void save(DataOutput out) throws IOException {
    out.writeBoolean(arrived);
    out.writeInt(count);
    for (int r = 0; r < count; r++) {
      out.writeDouble(heights[r]);
    }
    for (int k = 0; k < count * stateLength; k++) {
      out.writeDouble(states[k]);
    }
  }

  static Ascent restore(int stateLength, DataInput in) throws IOException {
    boolean arrived = in.readBoolean();
    int count = in.readInt();
    Ascent path = new Ascent(stateLength, Math.max(16, count));
    path.arrived = arrived;
    path.count = count;
    for (int r = 0; r < count; r++) {
      path.heights[r] = in.readDouble();
    }
    for (int k = 0; k < count * stateLength; k++) {
      path.states[k] = in.readDouble();
    }
    return path;
  }
}
