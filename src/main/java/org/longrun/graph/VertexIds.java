package org.longrun.graph;

import java.util.Arrays;

/**
 * The ids of the vertices, numbered in the order of their first appearance: one pool of characters
 * and an open-addressing table, so that a file of millions of edges makes no string per mention.
 */
final class VertexIds {
  private static final int NONE = -1;
  private char[] pool = new char[256];
  private int[] ends = new int[16];
  private int[] table = newTable(64);
  private int count;

  private static int[] newTable(int slots) {
    int[] table = new int[slots];
    Arrays.fill(table, NONE);
    return table;
  }

  int size() {
    return count;
  }

  String get(int vertex) {
    int start = start(vertex);
    return new String(pool, start, ends[vertex] - start);
  }

  /** The number of the id, a new one if it is seen for the first time. */
  int add(char[] text, int from, int length) {
    int slot = slot(text, from, length);
    if (table[slot] != NONE) {
      return table[slot];
    }
    append(text, from, length);
    table[slot] = count++;
    if (4L * count > 3L * table.length) {
      rehash();
    }
    return count - 1;
  }

  int add(String id) {
    return add(id.toCharArray(), 0, id.length());
  }

  /** The number of the id, −1 if there is none. */
  int find(String id) {
    return table[slot(id.toCharArray(), 0, id.length())];
  }

  private int start(int vertex) {
    return vertex == 0 ? 0 : ends[vertex - 1];
  }

  private void append(char[] text, int from, int length) {
    int start = count == 0 ? 0 : ends[count - 1];
    if (start + (long) length > pool.length) {
      pool = Arrays.copyOf(pool, grown(pool.length, start + (long) length));
    }
    if (count == ends.length) {
      ends = Arrays.copyOf(ends, grown(ends.length, ends.length + 1L));
    }
    System.arraycopy(text, from, pool, start, length);
    ends[count] = start + length;
  }

  private static int grown(int length, long needed) {
    long room = Math.max(needed, length + (long) (length >> 1));
    if (needed > Integer.MAX_VALUE - 8) {
      throw new OutOfMemoryError("the ids of the vertices are too long together");
    }
    return (int) Math.min(Integer.MAX_VALUE - 8, room);
  }

  private int slot(char[] text, int from, int length) {
    int mask = table.length - 1;
    int slot = hash(text, from, length) & mask;
    while (table[slot] != NONE && !equal(table[slot], text, from, length)) {
      slot = (slot + 1) & mask;
    }
    return slot;
  }

  private static int hash(char[] text, int from, int length) {
    int hash = 0;
    for (int k = from; k < from + length; k++) {
      hash = 31 * hash + text[k];
    }
    hash *= 0x9E3779B9;
    return hash ^ (hash >>> 15);
  }

  private boolean equal(int vertex, char[] text, int from, int length) {
    return Arrays.equals(pool, start(vertex), ends[vertex], text, from, from + length);
  }

  private void rehash() {
    table = newTable(2 * table.length);
    for (int v = 0; v < count; v++) {
      int start = start(v);
      table[slot(pool, start, ends[v] - start)] = v;
    }
  }
}
