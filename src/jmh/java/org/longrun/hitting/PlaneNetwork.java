package org.longrun.hitting;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.longrun.graph.TransitionGraph;
import org.longrun.graph.TransitionGraphBuilder;

/**
 * A landscape-like network: random points in the plane with random energies, a transition state
 * between each point and its nearest neighbours, B_ij = saddle − f_i.
 */
final class PlaneNetwork {
  private static final int REACH = 2;
  private final int n;
  private final int side;
  private final double[] x;
  private final double[] y;
  private final double[] f;
  private final int[][] cells;
  private final SplittableRandom random;

  private PlaneNetwork(int n, long seed) {
    this.n = n;
    random = new SplittableRandom(seed);
    side = Math.max(1, (int) Math.sqrt(n / 2.0));
    x = random.doubles(n).toArray();
    y = random.doubles(n).toArray();
    f = random.doubles(n).toArray();
    int[] cell =
        IntStream.range(0, n).map(i -> (int) (x[i] * side) * side + (int) (y[i] * side)).toArray();
    int[] sizes = new int[side * side];
    Arrays.stream(cell).forEach(c -> sizes[c]++);
    cells = new int[side * side][];
    Arrays.setAll(cells, c -> new int[sizes[c]]);
    IntStream.range(0, n).forEach(i -> cells[cell[i]][--sizes[cell[i]]] = i);
  }

  static TransitionGraph of(int n, int neighbours, long seed) {
    return new PlaneNetwork(n, seed).graph(neighbours);
  }

  private TransitionGraph graph(int neighbours) {
    TransitionGraphBuilder builder = new TransitionGraphBuilder();
    IntStream.range(0, n).forEach(i -> builder.vertex("n" + i));
    for (int i = 0; i < n; i++) {
      int here = i;
      near(i).stream()
          .filter(j -> j != here)
          .sorted(Comparator.comparingDouble(j -> distance(here, j)))
          .limit(neighbours)
          .forEach(
              j -> {
                double saddle = Math.max(f[here], f[j]) + random.nextDouble();
                builder.edge(here, j, saddle - f[here]).edge(j, here, saddle - f[j]);
              });
    }
    return builder.build();
  }

  private List<Integer> near(int i) {
    int column = (int) (x[i] * side);
    int row = (int) (y[i] * side);
    List<Integer> near = new ArrayList<>();
    for (int c = Math.max(0, column - REACH); c <= Math.min(side - 1, column + REACH); c++) {
      for (int r = Math.max(0, row - REACH); r <= Math.min(side - 1, row + REACH); r++) {
        Arrays.stream(cells[c * side + r]).forEach(near::add);
      }
    }
    return near;
  }

  private double distance(int i, int j) {
    return Math.hypot(x[i] - x[j], y[i] - y[j]);
  }
}
