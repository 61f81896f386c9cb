package org.longrun.arborescence;

import java.util.Arrays;

/**
 * A binary heap of the integers 0 … capacity−1 with keys that may be lowered: the least key comes
 * first, and of equal keys the lesser integer.
 *
 * <p>Keys are compared exactly; NaN is refused. Every operation takes O(log size).
 */
public final class IndexHeap {
  private static final int ABSENT = -1;
  private final double[] keys;
  private final int[] heap;
  private final int[] positions;
  private int size;

  /** An empty heap for the integers 0 … capacity−1. */
  public IndexHeap(int capacity) {
    keys = new double[capacity];
    heap = new int[capacity];
    positions = new int[capacity];
    Arrays.fill(positions, ABSENT);
  }

  /** True if nothing is left. */
  public boolean isEmpty() {
    return size == 0;
  }

  /** True if i is in the heap. */
  public boolean contains(int i) {
    return positions[i] != ABSENT;
  }

  /** The key that i has, or had when it was polled. */
  public double key(int i) {
    return keys[i];
  }

  /**
   * Adds i with this key; if i is in the heap already, lowers its key and leaves it alone where the
   * key would rise.
   *
   * @throws IllegalArgumentException if the key is NaN
   */
  public void add(int i, double key) {
    if (Double.isNaN(key)) {
      throw new IllegalArgumentException("the key of " + i + " is NaN");
    }
    if (!contains(i)) {
      positions[i] = size;
      heap[size++] = i;
    } else if (!(key < keys[i])) {
      return;
    }
    keys[i] = key;
    rise(positions[i]);
  }

  /** Removes the integer with the least key and returns it. */
  public int poll() {
    int first = heap[0];
    positions[first] = ABSENT;
    int last = heap[--size];
    if (size > 0) {
      place(last, 0);
      sink(0);
    }
    return first;
  }

  private void rise(int from) {
    int i = heap[from];
    int at = from;
    while (at > 0) {
      int up = (at - 1) >>> 1;
      if (!before(i, heap[up])) {
        break;
      }
      place(heap[up], at);
      at = up;
    }
    place(i, at);
  }

  private void sink(int from) {
    int i = heap[from];
    int at = from;
    for (int down = lesserChild(at); down < size; down = lesserChild(at)) {
      if (!before(heap[down], i)) {
        break;
      }
      place(heap[down], at);
      at = down;
    }
    place(i, at);
  }

  private int lesserChild(int at) {
    int left = 2 * at + 1;
    return left + 1 < size && before(heap[left + 1], heap[left]) ? left + 1 : left;
  }

  private boolean before(int i, int j) {
    return keys[i] < keys[j] || (keys[i] == keys[j] && i < j);
  }

  private void place(int i, int at) {
    heap[at] = i;
    positions[i] = at;
  }
}
