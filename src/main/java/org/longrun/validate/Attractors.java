package org.longrun.validate;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.longrun.critical.CriticalComponent;
import org.longrun.critical.CriticalSet;
import org.longrun.critical.GradientFlow;
import org.longrun.landscape.Landscape;
import org.longrun.simulate.Basins;
import org.longrun.simulate.Bins;

/**
 * Which minimum a point belongs to. On the line and in the plane: where the gradient descent from
 * its cell of a fine grid ends. Above: the nearest minimum, which is right where the stationary
 * measure has its mass.
 */
final class Attractors implements Basins {
  private static final int ON_THE_LINE = 4000;
  private static final int IN_THE_PLANE = 240;

  private final List<Integer> minima;
  private final List<CriticalComponent> components;
  private final Bins cells;
  private final int[] label;

  private Attractors(
      List<Integer> minima, List<CriticalComponent> components, Bins cells, int[] label) {
    this.minima = minima;
    this.components = components;
    this.cells = cells;
    this.label = label;
  }

  /** The attractors of a landscape: these components, which are minima. */
  static Attractors of(Landscape landscape, CriticalSet critical, List<Integer> minima) {
    int d = landscape.dimension();
    if (d > 2) {
      Bins none = Bins.of(landscape.domain(), 1, 0);
      return new Attractors(minima, critical.components(), none, new int[0]);
    }
    Bins cells = grid(landscape);
    GradientFlow flow = GradientFlow.of(landscape, critical);
    int[] label =
        IntStream.range(0, cells.cells())
            .parallel()
            .map(cell -> minima.indexOf(flow.basin(middle(cells, cell))))
            .toArray();
    return new Attractors(minima, critical.components(), cells, label);
  }

  /** The fine grid over the domain of a line or plane. */
  static Bins grid(Landscape landscape) {
    return landscape.dimension() == 1
        ? Bins.of(landscape.domain(), ON_THE_LINE, 0)
        : Bins.of(landscape.domain(), IN_THE_PLANE, 0, 1);
  }

  /** The middle of a cell. */
  static double[] middle(Bins cells, int cell) {
    double[] half = new double[cells.axes().size()];
    Arrays.fill(half, 0.5);
    return cells.point(cell, half);
  }

  @Override
  public int at(double[] x, int offset) {
    if (label.length == 0) {
      return nearest(x, offset);
    }
    int cell = cells.cellOf(x, offset);
    return cell < 0 ? nearest(x, offset) : label[cell];
  }

  /** The attractor of a cell of {@link #grid}. */
  int ofCell(int cell) {
    return label[cell];
  }

  private int nearest(double[] x, int offset) {
    int nearest = -1;
    double least = Double.POSITIVE_INFINITY;
    for (int m = 0; m < minima.size(); m++) {
      for (var point : components.get(minima.get(m)).points()) {
        double square = 0;
        for (int k = 0; k < point.dimension(); k++) {
          double difference = x[offset + k] - point.get(k);
          square += difference * difference;
        }
        if (square < least) {
          least = square;
          nearest = m;
        }
      }
    }
    return nearest;
  }
}
