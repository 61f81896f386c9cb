package org.longrun.action;

import static java.util.stream.Collectors.joining;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.stream.IntStream;
import org.longrun.dynamics.Sgd;
import org.longrun.landscape.Domain;
import org.longrun.landscape.Enclosure;
import org.longrun.noise.DriftBound;
import org.longrun.numerics.Lazy;
import org.longrun.numerics.Point;

/**
 * Proves that no path leads from one place to another.
 *
 * <p>The domain is cut into cells along the axes of the noise, which are flooded from the first
 * place's: across the faces that some possible drift ({@link DriftBound}) crosses, in the order of
 * the least f that interval arithmetic leaves possible in each cell. Every path from the place
 * stays in the flooded cells until it leaves by a cell that waits to be flooded. None does once
 * nothing waits; or once the flooded cells in which f can rise have all their f below that of the
 * next cell: let c lie between, then a path to the next cell would cross {f = c} upwards in a
 * flooded cell, but there f falls along every path. Either way the costs to all places that no
 * flooded cell holds are infinite. A flood that leaves the domain proves nothing.
 *
 * <p>Each place's flood is run when first asked for.
 */
final class Confinement {
  /** The numbers of cells on an axis, one grid after the other, by the number of variables. */
  private static final int[][] CELLS = {{}, {64, 512}, {32, 64, 128}, {16, 32}};

  private static final int SAMPLE = 64;

  private final Places places;
  private final List<Flood> floods;
  private final List<Lazy<Optional<Region>>> regions = new ArrayList<>();

  Confinement(Places places, Sgd sgd) {
    this.places = places;
    Domain domain = sgd.landscape().domain();
    Optional<DriftBound> drift = sgd.noise().driftBound();
    Optional<Enclosure> objective = sgd.landscape().objective().enclosure();
    int d = drift.isPresent() && objective.isPresent() ? domain.dimension() : 0;
    this.floods =
        Arrays.stream(d < CELLS.length ? CELLS[d] : CELLS[0])
            .mapToObj(number -> Cells.of(domain, drift.orElseThrow().axes(), number))
            .map(cells -> new Flood(cells, objective.orElseThrow(), drift.orElseThrow()))
            .toList();
    for (int place = 0; place < places.size(); place++) {
      double[] from = places.centre(place);
      floods.forEach(flood -> regions.add(new Lazy<>(() -> flood.from(from))));
    }
  }

  /** What keeps all paths from one place away from another; empty if nothing is proved. */
  Optional<Region> between(int from, int to) {
    return regions.subList(from * floods.size(), (from + 1) * floods.size()).stream()
        .map(Lazy::get)
        .flatMap(Optional::stream)
        .filter(region -> region.excludes(places.centre(to)))
        .findFirst();
  }

  /** Flooded cells around a place, which no path out of it leaves. */
  record Region(Cells cells, BitSet flooded, DriftBound drift) {
    private boolean excludes(double[] x) {
      return !flooded.get(cells.holding(x));
    }

    /** The least box that holds the cells, as x_1 … x_d by intervals. */
    String box() {
      int d = cells.axes().length;
      return IntStream.range(0, d).mapToObj(this::side).collect(joining(" x "));
    }

    private String side(int k) {
      double low =
          flooded.stream().mapToDouble(c -> cells.box(cells.corners(c))[0][k]).min().orElseThrow();
      double high =
          flooded.stream().mapToDouble(c -> cells.box(cells.corners(c))[1][k]).max().orElseThrow();
      return String.format(Locale.ROOT, "[%.4g, %.4g]", low, high);
    }

    /**
     * Where on a curve f falls fastest even along the drift that lets it fall least, if it does.
     */
    Optional<Point> steepest(Curve curve) {
      double[] x = new double[cells.axes().length];
      Point best = null;
      double least = 0;
      for (int k = 1; k < SAMPLE; k++) {
        curve.point((double) k / SAMPLE, x);
        double rise = drift.rise(x, x);
        if (rise < least) {
          least = rise;
          best = Point.of(x);
        }
      }
      return Optional.ofNullable(best);
    }
  }

  /** The order of a flood. */
  private static final Comparator<Bounded> FIRST =
      Comparator.comparingDouble(Bounded::least).thenComparing(Bounded::cell);

  /** A cell with bounds of f over it. */
  private record Bounded(int cell, double least, double most) {}

  /** Floods on one grid. */
  private record Flood(Cells cells, Enclosure objective, DriftBound drift) {
    Optional<Region> from(double[] x) {
      BitSet seen = new BitSet();
      BitSet flooded = new BitSet();
      PriorityQueue<Bounded> waiting = new PriorityQueue<>(FIRST);
      Bounded first = bounded(cells.holding(x));
      seen.set(first.cell());
      waiting.add(first);
      double risen = first.most();
      while (!waiting.isEmpty() && !(risen < waiting.element().least())) {
        Bounded next = waiting.remove();
        flooded.set(next.cell());
        double[][] box = cells.box(cells.corners(next.cell()));
        if (!(drift.rise(box[0], box[1]) < 0)) {
          risen = Math.max(risen, next.most());
        }
        int[] beyond = beyond(next.cell());
        if (!Arrays.stream(beyond).allMatch(cells::isInside)) {
          return Optional.empty();
        }
        for (int cell : beyond) {
          if (!seen.get(cell)) {
            seen.set(cell);
            waiting.add(bounded(cell));
          }
        }
      }
      return Optional.of(new Region(cells, flooded, drift));
    }

    /** The cells across the faces that can be crossed. */
    private int[] beyond(int cell) {
      return IntStream.range(0, 2 * cells.axes().length)
          .filter(side -> isOpen(cell, side / 2, sign(side)))
          .map(side -> cells.neighbour(cell, side / 2, sign(side)))
          .toArray();
    }

    private static int sign(int side) {
      return side % 2 == 0 ? -1 : 1;
    }

    /** Whether some possible drift may cross a face of a cell outwards. */
    private boolean isOpen(int cell, int i, int sign) {
      double[][] face = cells.corners(cell);
      double[] outwards = cells.axes()[i].clone();
      if (sign < 0) {
        face[1][i] = face[0][i];
        Arrays.setAll(outwards, k -> -cells.axes()[i][k]);
      } else {
        face[0][i] = face[1][i];
      }
      double[][] box = cells.box(face);
      return !(drift.along(outwards, box[0], box[1]) < 0);
    }

    /** Bounds of f by its own enclosure, and from the centre by that of its slope. */
    private Bounded bounded(int cell) {
      double[][] box = cells.box(cells.corners(cell));
      int d = box[0].length;
      double[] bounds = new double[2];
      objective.value(box[0], box[1], bounds);
      double[][] slope = new double[2][d];
      objective.gradient(box[0], box[1], slope[0], slope[1]);
      double[] centre = new double[d];
      double reach = 0;
      for (int k = 0; k < d; k++) {
        centre[k] = 0.5 * (box[0][k] + box[1][k]);
        double half = Math.nextUp(Math.max(box[1][k] - centre[k], centre[k] - box[0][k]));
        double most = Math.max(Math.abs(slope[0][k]), Math.abs(slope[1][k]));
        reach = Math.nextUp(reach + Math.nextUp(half * most));
      }
      double[] middle = new double[2];
      objective.value(centre, centre, middle);
      return new Bounded(
          cell,
          Math.max(bounds[0], Math.nextDown(middle[0] - reach)),
          Math.min(bounds[1], Math.nextUp(middle[1] + reach)));
    }
  }
}
