package org.longrun.energy;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;
import org.longrun.arborescence.Contraction;

/**
 * A contraction sorted by closed classes: for each class its members and their energies within it.
 */
final class ClassContraction {
  private static final int NONE = -1;
  private static final double UNIT = 0x1p-53;
  private final Contraction contraction;
  private final int[] classOf;
  private final int[][] members;
  private final double[] tops;

  ClassContraction(Contraction contraction) {
    this.contraction = contraction;
    int n = contraction.graph().size();
    int[] closed = closedByFirstMember(contraction, n);
    int[] classOfBlock = new int[contraction.blockCount()];
    Arrays.fill(classOfBlock, NONE);
    IntStream.range(0, closed.length).forEach(k -> classOfBlock[closed[k]] = k);
    int[] maximal = contraction.maximalBlocks();
    classOf = IntStream.range(0, n).map(v -> classOfBlock[maximal[v]]).toArray();
    members = membersByClass(classOf, closed.length);
    tops = new double[closed.length];
    for (int v = 0; v < n; v++) {
      if (classOf[v] != NONE) {
        tops[classOf[v]] = Math.max(tops[classOf[v]], contraction.pathSum(v));
      }
    }
  }

  private static int[] closedByFirstMember(Contraction contraction, int n) {
    int[] maximal = contraction.maximalBlocks();
    int[] first = new int[contraction.blockCount()];
    for (int v = n - 1; v >= 0; v--) {
      first[maximal[v]] = v;
    }
    return Arrays.stream(contraction.closedBlocks())
        .boxed()
        .sorted(Comparator.comparingInt(b -> first[b]))
        .mapToInt(Integer::intValue)
        .toArray();
  }

  private static int[][] membersByClass(int[] classOf, int classes) {
    int[] sizes = new int[classes];
    for (int k : classOf) {
      if (k != NONE) {
        sizes[k]++;
      }
    }
    int[][] members = new int[classes][];
    Arrays.setAll(members, k -> new int[sizes[k]]);
    int[] next = new int[classes];
    for (int v = 0; v < classOf.length; v++) {
      if (classOf[v] != NONE) {
        members[classOf[v]][next[classOf[v]]++] = v;
      }
    }
    return members;
  }

  Contraction contraction() {
    return contraction;
  }

  int classes() {
    return members.length;
  }

  int[] members(int k) {
    return members[k];
  }

  /** The class of a vertex, −1 for a transient one. */
  int classOf(int vertex) {
    return classOf[vertex];
  }

  /** The energy of a vertex within its class; +∞ for a transient vertex. */
  double relative(int vertex) {
    int k = classOf[vertex];
    return k == NONE ? Double.POSITIVE_INFINITY : tops[k] - contraction.pathSum(vertex);
  }

  /** What rounding may have done to a relative energy. */
  double rounding() {
    return rounding(Arrays.stream(tops).max().orElse(0));
  }

  /** The same for the costs along any path, of vertices of no class too. */
  double roundingOfPaths() {
    int n = contraction.graph().size();
    return rounding(IntStream.range(0, n).mapToDouble(contraction::pathSum).max().orElse(0));
  }

  private double rounding(double largest) {
    int n = contraction.graph().size();
    int[] depth = new int[contraction.blockCount()];
    int deepest = 0;
    for (int b = depth.length - 1; b >= 0; b--) {
      int up = contraction.parent(b);
      depth[b] = up == NONE ? 1 : depth[up] + 1;
      deepest = b < n ? Math.max(deepest, depth[b]) : deepest;
    }
    return 8 * UNIT * (deepest + 4) * largest;
  }
}
