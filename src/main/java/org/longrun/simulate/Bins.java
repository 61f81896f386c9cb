package org.longrun.simulate;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.longrun.landscape.Domain;

/**
 * Equal boxes over some axes of the domain, for histograms. Cells are numbered along the last axis
 * first; what lies outside has no cell.
 */
public final class Bins {
  private final int[] axes;
  private final int perAxis;
  private final double[] low;
  private final double[] width;

  private Bins(int[] axes, int perAxis, Domain domain) {
    this.axes = axes.clone();
    this.perAxis = perAxis;
    this.low = new double[axes.length];
    this.width = new double[axes.length];
    for (int a = 0; a < axes.length; a++) {
      low[a] = domain.lower().get(axes[a]);
      width[a] = domain.width(axes[a]) / perAxis;
    }
  }

  /** So many bins along each of these axes of the domain. */
  public static Bins of(Domain domain, int perAxis, int... axes) {
    return new Bins(axes, perAxis, domain);
  }

  /** The number of cells. */
  public int cells() {
    int cells = 1;
    for (int a = 0; a < axes.length; a++) {
      cells *= perAxis;
    }
    return cells;
  }

  /** The number of bins along each axis. */
  public int perAxis() {
    return perAxis;
  }

  /** The axes' numbers among the variables. */
  public List<Integer> axes() {
    return Arrays.stream(axes).boxed().toList();
  }

  /** The volume of a cell. */
  public double volume() {
    double volume = 1;
    for (double w : width) {
      volume *= w;
    }
    return volume;
  }

  /** The edges along one of the axes, ascending. */
  public List<Double> edges(int axis) {
    return IntStream.rangeClosed(0, perAxis).mapToObj(i -> low[axis] + i * width[axis]).toList();
  }

  /** A point of a cell: at this fraction of its width along each of its axes. */
  public double[] point(int cell, double... fraction) {
    double[] point = new double[axes.length];
    int rest = cell;
    for (int a = axes.length - 1; a >= 0; a--) {
      point[a] = low[a] + (rest % perAxis + fraction[a]) * width[a];
      rest /= perAxis;
    }
    return point;
  }

  /** The cell of a point, or −1 outside. */
  public int cellOf(double[] x, int offset) {
    int cell = 0;
    for (int a = 0; a < axes.length; a++) {
      double place = (x[offset + axes[a]] - low[a]) / width[a];
      if (!(place >= 0 && place < perAxis)) {
        return -1;
      }
      cell = cell * perAxis + (int) place;
    }
    return cell;
  }
}
