package org.longrun.validate;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.longrun.critical.CriticalComponent;
import org.longrun.landscape.Domain;
import org.longrun.landscape.Landscape;
import org.longrun.numerics.Point;
import org.longrun.simulate.Bins;

/**
 * Masses of a {@link StationaryDensity} on a line or in a plane, normalised over the domain: of
 * cells, of neighbourhoods, of basins. All by midpoints of a fine grid.
 */
final class Masses {
  private static final double RESOLVED = 0.2;
  private static final int LOCAL = 160;

  private final Landscape landscape;
  private final StationaryDensity density;
  private final Bins grid;
  private final double top;
  private final double[] weight;
  private final double total;

  private Masses(Landscape landscape, StationaryDensity density) {
    this.landscape = landscape;
    this.density = density;
    this.grid = Attractors.grid(landscape);
    this.weight = new double[grid.cells()];
    double most = Double.NEGATIVE_INFINITY;
    for (int cell = 0; cell < weight.length; cell++) {
      weight[cell] = density.log(Attractors.middle(grid, cell));
      most = Math.max(most, weight[cell]);
    }
    top = most;
    double sum = 0;
    for (int cell = 0; cell < weight.length; cell++) {
      weight[cell] = Math.exp(weight[cell] - top) * grid.volume();
      sum += weight[cell];
    }
    total = sum;
  }

  /** The masses; empty in higher dimensions, and where the density is too peaked for the grid. */
  static Optional<Masses> of(Landscape landscape, StationaryDensity density) {
    if (landscape.dimension() > 2) {
      return Optional.empty();
    }
    Masses masses = new Masses(landscape, density);
    double most = 0;
    for (double w : masses.weight) {
      most = Math.max(most, w);
    }
    return most < RESOLVED * masses.total ? Optional.of(masses) : Optional.empty();
  }

  /** The masses of these cells, sampled at 4 points along each axis. */
  double[] of(Bins bins) {
    double[] masses = new double[bins.cells()];
    double sum = 0;
    int d = landscape.dimension();
    for (int cell = 0; cell < masses.length; cell++) {
      for (int part = 0; part < (d == 1 ? 4 : 16); part++) {
        double[] fraction =
            d == 1
                ? new double[] {(part + 0.5) / 4}
                : new double[] {(part / 4 + 0.5) / 4, (part % 4 + 0.5) / 4};
        masses[cell] += Math.exp(density.log(bins.point(cell, fraction)) - top);
      }
      sum += masses[cell];
    }
    for (int cell = 0; cell < masses.length; cell++) {
      masses[cell] /= sum;
    }
    return masses;
  }

  /** The mass of each basin. */
  double[] of(Attractors attractors, int count) {
    double[] masses = new double[count];
    for (int cell = 0; cell < weight.length; cell++) {
      int basin = attractors.ofCell(cell);
      if (basin >= 0) {
        masses[basin] += weight[cell] / total;
      }
    }
    return masses;
  }

  /** The logarithm of what a mass is divided by: ∫ p over the domain. */
  double logTotal() {
    return Math.log(total) + top;
  }

  /** The mass within a distance of each component, of points nearer to it than to any other. */
  List<Double> near(List<CriticalComponent> components, double radius) {
    List<Double> masses = new ArrayList<>();
    for (int which = 0; which < components.size(); which++) {
      Bins local = around(components.get(which), radius);
      double sum = 0;
      for (int cell = 0; cell < local.cells(); cell++) {
        double[] x = Attractors.middle(local, cell);
        if (owner(components, x, radius) == which) {
          sum += Math.exp(density.log(x) - top) * local.volume();
        }
      }
      masses.add(sum / total);
    }
    return masses;
  }

  private Bins around(CriticalComponent component, double radius) {
    int d = landscape.dimension();
    double[] low = new double[d];
    double[] high = new double[d];
    for (int k = 0; k < d; k++) {
      int axis = k;
      low[k] = component.points().stream().mapToDouble(p -> p.get(axis)).min().orElseThrow();
      high[k] = component.points().stream().mapToDouble(p -> p.get(axis)).max().orElseThrow();
      low[k] -= radius;
      high[k] += radius;
    }
    Domain box = new Domain(Point.of(low), Point.of(high));
    return d == 1 ? Bins.of(box, 20 * LOCAL, 0) : Bins.of(box, LOCAL, 0, 1);
  }

  private static int owner(List<CriticalComponent> components, double[] x, double radius) {
    int owner = -1;
    double least = radius * radius;
    for (int i = 0; i < components.size(); i++) {
      for (Point point : components.get(i).points()) {
        double square = 0;
        for (int k = 0; k < x.length; k++) {
          square += (x[k] - point.get(k)) * (x[k] - point.get(k));
        }
        if (square <= least) {
          least = square;
          owner = i;
        }
      }
    }
    return owner;
  }
}
