package org.longrun.critical;

import java.util.ArrayList;
import java.util.List;
import org.longrun.numerics.KroneckerSequence;
import org.longrun.numerics.Point;

/**
 * The search for zeros of ∇f: from the user's points, from starts spread over the domain, and from
 * whatever the zeros found suggest, until nothing new appears or the effort is spent.
 *
 * <p>The effort is counted in searches, so that the outcome is the same on every machine; the
 * settings' seconds are a last resort, and a warning tells when they ended the search.
 */
final class Search {
  private static final int LOW_DIMENSION = 3;

  private final LossField field;
  private final SearchEffort effort;
  private final Catalogue catalogue;
  private final NewtonCorrector corrector;
  private final Descender descender;
  private final Exploration exploration;
  private final KroneckerSequence sequence;
  private int begun;

  Search(LossField field, Catalogue catalogue, NewtonCorrector corrector, SearchEffort effort) {
    this.field = field;
    this.catalogue = catalogue;
    this.corrector = corrector;
    this.effort = effort;
    this.descender = new Descender(field, corrector);
    this.exploration = new Exploration(field, catalogue, effort, descender, corrector);
    this.sequence = new KroneckerSequence(effort.shift(field.d));
  }

  /**
   * The minima to which the descents from these points lead, each with a chain of saddles and
   * minima down from it.
   */
  List<Zero> fromPoints(List<double[]> starts) {
    List<Zero> reached = new ArrayList<>();
    for (double[] x : starts) {
      Zero zero = descender.descend(x);
      if (zero != null && field.excess(zero.x()) == 0) {
        reached.add(zero);
        catalogue.add(zero);
        Zero known = catalogue.known(zero);
        exploration.walkDown(known == null ? zero : known);
      }
    }
    return reached;
  }

  /**
   * Newton and descents from points spread over the domain, until many in a row find nothing.
   * Another call goes on where the last one ended.
   *
   * @param patience how many times as many as usual
   */
  void fromSpreadStarts(int patience) {
    int idle = 0;
    while (effort.allowsStarts(catalogue) && idle < patience * usualPatience()) {
      effort.spend();
      double[] x = field.atFraction(sequence.point(begun));
      boolean news = catalogue.add(descender.descend(x));
      if (field.d <= LOW_DIMENSION || begun % 4 == 0) {
        news |= catalogue.add(corrector.from(x));
      }
      idle = news ? 0 : idle + 1;
      begun++;
    }
  }

  private int usualPatience() {
    return 16 + 8 * field.d + 2 * catalogue.size();
  }

  /** Descents, ascents and climbs from every zero not yet explored. */
  void fromKnownZeros() {
    exploration.run();
  }

  /** Climbs from every saddle to saddles of the next index. */
  void fromSaddles() {
    exploration.climbFromSaddles();
  }

  /** Minima where f is not differentiable: see {@link Descender#kinks}. */
  List<Point> kinks() {
    return descender.kinks();
  }
}
