package org.longrun.graph;

import java.util.Arrays;

/** The vertices that a DOT statement mentions, each once, in the order of their numbers. */
final class DotNodes {
  private int[] vertices = new int[1];
  private int count;

  void add(int vertex) {
    if (count == vertices.length) {
      vertices = Arrays.copyOf(vertices, 2 * count);
    }
    vertices[count++] = vertex;
  }

  void addAll(DotNodes others) {
    for (int k = 0; k < others.count; k++) {
      add(others.vertices[k]);
    }
  }

  int[] toArray() {
    return Arrays.stream(vertices, 0, count).sorted().distinct().toArray();
  }

  /** The only vertex of a statement that mentions one. */
  int first() {
    return vertices[0];
  }
}
