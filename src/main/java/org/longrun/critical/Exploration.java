package org.longrun.critical;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.longrun.numerics.Vectors;

/**
 * Searches that start from what is known: from a minimum up along every eigenvector and toward the
 * neighbouring minima, from a saddle down on both sides, from either up to maxima; until nothing
 * new appears.
 *
 * <p>Saddles of index 1 come first, then minima by value, then the rest. Where there are more
 * components than the graph takes, the exploration ends when the lowest minima explored and the
 * saddles between them suffice.
 */
final class Exploration {
  private static final int LOW_DIMENSION = 3;
  private static final int BESIDE = 8;
  private static final int WALK = 40;
  private static final double DEPARTURE = 1e-3;

  private final LossField field;
  private final Catalogue catalogue;
  private final SearchEffort effort;
  private final Descender descender;
  private final EigenvectorFollower follower;
  private final Set<Zero> explored = Collections.newSetFromMap(new IdentityHashMap<>());
  private final List<List<Zero>> joins = new ArrayList<>();
  private final Set<Continuum.Branch> exploredBranches =
      Collections.newSetFromMap(new IdentityHashMap<>());
  private int exploredMinima;

  Exploration(
      LossField field,
      Catalogue catalogue,
      SearchEffort effort,
      Descender descender,
      NewtonCorrector corrector) {
    this.field = field;
    this.catalogue = catalogue;
    this.effort = effort;
    this.descender = descender;
    this.follower = new EigenvectorFollower(field, corrector);
  }

  /** Explores every zero not yet explored. */
  void run() {
    while (effort.allows(catalogue)) {
      exploreContinua();
      Zero next = next();
      if (next == null) {
        return;
      }
      if (next.index() != 1 && suffices()) {
        effort.noteFull();
        return;
      }
      explore(next);
    }
  }

  /** Climbs from every saddle to saddles of the next index, then explores what is new. */
  void climbFromSaddles() {
    for (Zero saddle : List.copyOf(catalogue.points())) {
      for (int k = saddle.index(); k < field.d && saddle.index() > 0; k++) {
        if (!effort.allows(catalogue)) {
          return;
        }
        double[] v = saddle.eigen().vector(k);
        catalogue.add(follower.follow(saddle.x(), v, saddle.index()));
        double[] back = LossField.shifted(new double[field.d], -1, v);
        catalogue.add(follower.follow(saddle.x(), back, saddle.index()));
      }
    }
    run();
  }

  /** From a minimum over its lowest neighbours to ever lower ones. */
  void walkDown(Zero from) {
    Zero here = from;
    for (int n = 0; n < WALK && effort.allows(catalogue); n++) {
      explore(here);
      Zero lowest = here;
      for (Zero saddle : List.copyOf(catalogue.points())) {
        if (saddle.index() == 1 && !explored.contains(saddle)) {
          for (Zero end : explore(saddle)) {
            lowest = end.value() < lowest.value() ? end : lowest;
          }
        }
      }
      if (lowest == here || explored.contains(lowest)) {
        return;
      }
      here = lowest;
    }
  }

  private @Nullable Zero next() {
    Comparator<Zero> order =
        Comparator.<Zero>comparingInt(z -> z.index() == 1 ? 0 : z.index() == 0 ? 1 : 2)
            .thenComparingDouble(Zero::value);
    Zero best = null;
    for (Zero zero : catalogue.points()) {
      if (!explored.contains(zero) && (best == null || order.compare(zero, best) < 0)) {
        best = zero;
      }
    }
    return best;
  }

  /** True if the minima explored and the saddles between them fill the graph. */
  private boolean suffices() {
    if (field.d <= LOW_DIMENSION || catalogue.size() <= effort.limit()) {
      return false;
    }
    long between = joins.stream().filter(explored::containsAll).count();
    return exploredMinima + between >= effort.limit();
  }

  private void exploreContinua() {
    for (Continuum continuum : List.copyOf(catalogue.continua())) {
      for (Continuum.Branch branch : continuum.branches()) {
        if (exploredBranches.add(branch)) {
          explore(branch, continuum.spacing());
        }
      }
    }
  }

  private void explore(Continuum.Branch branch, double spacing) {
    List<Zero> zeros = branch.points();
    int stride = Math.max(1, zeros.size() / BESIDE);
    for (int n = 0; n < zeros.size() && effort.allows(catalogue); n += stride) {
      effort.spend();
      beside(zeros.get(n), spacing);
    }
  }

  /** From both sides of a curve or surface, on the scale of the domain and on its own. */
  private void beside(Zero zero, double spacing) {
    double far = 10 * DEPARTURE * field.diameter;
    for (int k = 0; k < field.d; k++) {
      if (!zero.isNull(k)) {
        double[] v = zero.eigen().vector(k);
        boolean down = zero.eigen().value(k) < 0;
        along(zero, v, far, down);
        if (spacing < far / 2) {
          catalogue.add(descender.next(LossField.shifted(zero.x(), spacing, v), down, spacing));
          catalogue.add(descender.next(LossField.shifted(zero.x(), -spacing, v), down, spacing));
        }
      }
    }
  }

  /** Explores one zero; the zeros that its descents have reached. */
  private List<Zero> explore(Zero zero) {
    effort.spend();
    explored.add(zero);
    List<Zero> below = new ArrayList<>();
    for (int k = 0; k < field.d && effort.allows(catalogue); k++) {
      double[] v = zero.eigen().vector(k);
      if (zero.eigen().value(k) < 0 || zero.isNull(k)) {
        below.addAll(along(zero, v, DEPARTURE * field.diameter, true));
      } else if (zero.index() == 0) {
        climb(zero, v);
      } else if (field.d <= LOW_DIMENSION) {
        along(zero, v, DEPARTURE * field.diameter, false);
      }
    }
    if (zero.index() == 0) {
      exploredMinima++;
      towardNeighbours(zero);
    } else if (zero.index() == 1 && below.size() == 2) {
      joins.add(below);
    }
    return below;
  }

  private List<Zero> along(Zero zero, double[] v, double length, boolean down) {
    List<Zero> ends = new ArrayList<>();
    for (double t : new double[] {length, -length}) {
      double[] x = LossField.shifted(zero.x(), t, v);
      Zero end = down ? descender.descend(x) : descender.ascend(x);
      if (end != null) {
        catalogue.add(end);
        Zero known = catalogue.known(end);
        ends.addAll(known == null ? List.of() : List.of(known));
      }
    }
    return ends;
  }

  private void climb(Zero minimum, double[] v) {
    catalogue.add(follower.follow(minimum.x(), v));
    catalogue.add(follower.follow(minimum.x(), LossField.shifted(new double[field.d], -1, v)));
  }

  /** Saddles near the highest point of the straight line to each near minimum. */
  private void towardNeighbours(Zero minimum) {
    List<Zero> others = new ArrayList<>(catalogue.points());
    others.removeIf(other -> other == minimum || other.index() > 0);
    others.sort(Comparator.comparingDouble(o -> Vectors.distance(o.x(), minimum.x())));
    for (Zero other : others.subList(0, Math.min(others.size(), 2 * field.d))) {
      double[] v = LossField.shifted(other.x(), -1, minimum.x());
      catalogue.add(highest(minimum.x(), v));
    }
  }

  private @Nullable Zero highest(double[] from, double[] v) {
    double best = Double.NEGATIVE_INFINITY;
    double at = 0.5;
    for (int n = 1; n < 24; n++) {
      double value = field.value(LossField.shifted(from, n / 24.0, v));
      if (value > best) {
        best = value;
        at = n / 24.0;
      }
    }
    return follower.follow(LossField.shifted(from, at, v), v);
  }
}
