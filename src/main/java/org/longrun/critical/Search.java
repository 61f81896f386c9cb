package org.longrun.critical;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.longrun.numerics.KroneckerSequence;

/**
 * The search for zeros of ∇f: starts spread over the domain, then whatever the zeros found suggest,
 * until nothing new appears or the effort is spent.
 *
 * <p>The effort is counted in searches, so that the outcome is the same on every machine; the
 * settings' seconds are a last resort, and a warning tells when they ended the search.
 */
final class Search {
  private static final int LOW_DIMENSION = 3;
  private static final int BESIDE = 8;

  private final LossField field;
  private final SearchEffort effort;
  private final Catalogue catalogue;
  private final NewtonCorrector corrector;
  private final Descender descender;
  private final EigenvectorFollower follower;
  private final KroneckerSequence sequence;
  private int explored;
  private int exploredContinua;

  Search(LossField field, Catalogue catalogue, NewtonCorrector corrector, SearchEffort effort) {
    this.field = field;
    this.catalogue = catalogue;
    this.corrector = corrector;
    this.effort = effort;
    this.descender = new Descender(field, corrector);
    this.follower = new EigenvectorFollower(field, corrector);
    this.sequence = new KroneckerSequence(effort.shift(field.d));
  }

  /** Newton and descents from points spread over the domain, until many in a row find nothing. */
  void fromSpreadStarts() {
    int idle = 0;
    for (int n = 0; effort.allows(catalogue) && idle < patience(); n++) {
      effort.spend();
      double[] x = field.atFraction(sequence.point(n));
      boolean news = catalogue.add(descender.descend(x));
      if (field.d <= LOW_DIMENSION || n % 4 == 0) {
        news |= catalogue.add(corrector.from(x));
      }
      idle = news ? 0 : idle + 1;
    }
  }

  private int patience() {
    return 16 + 8 * field.d + 2 * catalogue.size();
  }

  /** Adds the minima to which the descents from these points lead. */
  void fromPoints(List<double[]> starts) {
    for (double[] x : starts) {
      catalogue.add(descender.descend(x));
    }
  }

  /** Descents, ascents and climbs from every zero not yet explored, least value first. */
  void fromKnownZeros() {
    List<Zero> waiting = new ArrayList<>();
    while (effort.allows(catalogue)) {
      exploreContinua();
      waiting.addAll(catalogue.points().subList(explored, catalogue.points().size()));
      explored = catalogue.points().size();
      if (waiting.isEmpty()) {
        return;
      }
      waiting.sort(Comparator.comparingDouble(Zero::value));
      explore(waiting.remove(0));
    }
  }

  /** Descents and ascents from beside the curves and surfaces of zeros. */
  private void exploreContinua() {
    List<Continuum> continua = catalogue.continua();
    for (; exploredContinua < continua.size(); exploredContinua++) {
      Continuum continuum = continua.get(exploredContinua);
      List<Zero> zeros = continuum.points();
      int stride = Math.max(1, zeros.size() / BESIDE);
      for (int n = 0; n < zeros.size() && effort.allows(catalogue); n += stride) {
        effort.spend();
        beside(zeros.get(n));
      }
    }
  }

  private void beside(Zero zero) {
    for (int k = 0; k < field.d; k++) {
      if (!zero.isNull(k)) {
        along(zero, zero.eigen().vector(k), 1e-2 * field.diameter, zero.eigen().value(k) < 0);
      }
    }
  }

  private void explore(Zero zero) {
    effort.spend();
    for (int k = 0; k < field.d && effort.allows(catalogue); k++) {
      double[] v = zero.eigen().vector(k);
      if (zero.eigen().value(k) < 0 || zero.isNull(k)) {
        along(zero, v, 1e-3 * field.diameter, true);
      } else if (zero.index() == 0) {
        climb(zero, v);
      } else if (field.d <= LOW_DIMENSION) {
        along(zero, v, 1e-3 * field.diameter, false);
      }
    }
    if (zero.index() == 0) {
      towardNeighbours(zero);
    }
  }

  private void along(Zero zero, double[] v, double length, boolean down) {
    for (double t : new double[] {length, -length}) {
      double[] x = LossField.shifted(zero.x(), t, v);
      catalogue.add(down ? descender.descend(x) : descender.ascend(x));
    }
  }

  private void climb(Zero minimum, double[] v) {
    catalogue.add(follower.follow(minimum.x(), v));
    catalogue.add(follower.follow(minimum.x(), LossField.shifted(new double[field.d], -1, v)));
  }

  /** Saddles near the highest point of the straight line to each near minimum. */
  private void towardNeighbours(Zero minimum) {
    List<Zero> others = new ArrayList<>(catalogue.points());
    others.removeIf(other -> other == minimum || other.index() > 0);
    others.sort(Comparator.comparingDouble(o -> LossField.distance(o.x(), minimum.x())));
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
