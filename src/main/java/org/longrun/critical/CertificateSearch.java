package org.longrun.critical;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.longrun.landscape.Enclosure;
import org.longrun.numerics.Vectors;

/**
 * Proves by branch and bound that no zero of ∇f in the domain was missed: the domain is cut into
 * boxes until each holds none by {@link IntervalNewton}, or lies in a box about a known zero that
 * is proved to hold no other.
 *
 * <p>About degenerate zeros and curves of zeros nothing of the kind can be proved; a neighbourhood
 * of them is left out, and the note says so. The effort is counted in boxes.
 */
final class CertificateSearch {
  private static final int LARGEST_DIMENSION = 3;
  private static final double CUT = 0.4871;
  private static final double FINEST = 0x1p-40;
  private static final double SUSPICIOUS = 0x1p-6;
  private static final double SMALL = 0x1p-16;
  private static final double LEFT_OUT = 0.01;

  private final LossField field;
  private final Catalogue catalogue;
  private final NewtonCorrector corrector;
  private final IntervalNewton newton;
  private final int budget;
  private final List<Box> proved = new ArrayList<>();
  private int boxes;
  private int covered;
  private int added;

  private CertificateSearch(
      LossField field, Catalogue catalogue, NewtonCorrector corrector, Enclosure enclosure, int n) {
    this.field = field;
    this.catalogue = catalogue;
    this.corrector = corrector;
    this.newton = new IntervalNewton(field, enclosure);
    this.budget = n;
  }

  /** Seeks the proof with at most so many boxes; adds to the catalogue what was missed. */
  static Certificate run(
      LossField field, Catalogue catalogue, NewtonCorrector corrector, int budget) {
    if (field.d > LARGEST_DIMENSION) {
      return Certificate.none("no proof is sought in more than 3 variables");
    }
    if (budget <= 0) {
      return Certificate.none("no proof was sought: certificate-boxes is 0");
    }
    return field
        .f
        .enclosure()
        .map(e -> new CertificateSearch(field, catalogue, corrector, e, budget).run())
        .orElseGet(() -> Certificate.none("f has no interval enclosure, so nothing is proved"));
  }

  private Certificate run() {
    Deque<Box> waiting = new ArrayDeque<>();
    waiting.push(new Box(field.domain.lower().toArray(), field.domain.upper().toArray()));
    while (!waiting.isEmpty()) {
      if (boxes >= budget) {
        return verdict(false, "the proof was given up after " + boxes + " boxes");
      }
      boxes++;
      if (!examine(waiting.pop(), waiting)) {
        return verdict(false, "a zero of grad f could not be separated from its surroundings");
      }
    }
    if (holdsDegenerate()) {
      return verdict(
          false,
          "proved that nothing was missed, but for within 1 % of the domain's diameter from"
              + " degenerate zeros");
    }
    return verdict(true, "interval arithmetic has proved that no critical point was missed");
  }

  private Certificate verdict(boolean holds, String text) {
    String found = added > 0 ? "; the proof added " + added + " to the search's list" : "";
    return new Certificate(holds, boxes, added, text + " (" + boxes + " boxes)" + found);
  }

  private boolean holdsDegenerate() {
    return !catalogue.continua().isEmpty()
        || catalogue.points().stream().anyMatch(Zero::isDegenerate);
  }

  /** Examines a box, pushes what remains of it; false if it can't be decided. */
  private boolean examine(Box box, Deque<Box> waiting) {
    surroundNewZeros();
    if (isProved(box) || isLeftOut(box)) {
      return true;
    }
    IntervalNewton.Outcome outcome = newton.examine(box);
    Box rest = outcome.box();
    if (rest == null) {
      return true;
    }
    if (outcome.unique()) {
      return keepUnique(rest);
    }
    if (relativeWidth(rest) < 0.5 * relativeWidth(box)) {
      waiting.push(rest);
      return true;
    }
    return divide(rest, waiting);
  }

  private boolean keepUnique(Box box) {
    Zero zero = corrector.from(box.centre());
    if (zero == null || !box.contains(new Box(zero.x(), zero.x()))) {
      return relativeWidth(box) < FINEST;
    }
    added += catalogue.add(zero) ? 1 : 0;
    return true;
  }

  private boolean divide(Box box, Deque<Box> waiting) {
    double width = relativeWidth(box);
    if (width < FINEST) {
      return false;
    }
    if (isAbout(width, SUSPICIOUS) || isAbout(width, SMALL)) {
      seekZero(box);
    }
    int k = widest(box);
    double where = box.lower()[k] + CUT * box.width(k);
    Box[] parts = box.cut(k, where);
    waiting.push(parts[1]);
    waiting.push(parts[0]);
    return true;
  }

  private static boolean isAbout(double width, double threshold) {
    return width < threshold && width >= 0.5 * threshold;
  }

  /** A small box that can't be excluded may hold a zero that the search has missed. */
  private void seekZero(Box box) {
    Zero zero = corrector.near(box.centre(), 4 * relativeWidth(box) * field.diameter);
    if (zero != null && catalogue.add(zero)) {
      added++;
    }
  }

  /** Puts about each regular zero the largest box that is proved to hold no other. */
  private void surroundNewZeros() {
    for (; covered < catalogue.points().size(); covered++) {
      Zero zero = catalogue.points().get(covered);
      if (!zero.isDegenerate()) {
        surround(zero.x());
      }
    }
  }

  private void surround(double[] x) {
    double[] half = new double[field.d];
    for (double share = 0.1; share > 1e-8; share *= 0.6) {
      for (int k = 0; k < field.d; k++) {
        half[k] = share * field.domain.width(k);
      }
      Box box = Box.about(x, half);
      if (newton.examine(box).unique()) {
        proved.add(box);
        return;
      }
    }
  }

  private boolean isProved(Box box) {
    for (Box known : proved) {
      if (known.contains(box)) {
        return true;
      }
    }
    return false;
  }

  /** True if the whole box is near a degenerate zero. */
  private boolean isLeftOut(Box box) {
    double reach = LEFT_OUT * field.diameter;
    double radius = 0.5 * Vectors.distance(box.lower(), box.upper());
    if (radius > reach || !holdsDegenerate()) {
      return false;
    }
    double[] centre = box.centre();
    for (Zero zero : catalogue.points()) {
      if (zero.isDegenerate() && Vectors.distance(zero.x(), centre) + radius <= reach) {
        return true;
      }
    }
    for (Continuum continuum : catalogue.continua()) {
      double share = continuum.dimension() == 1 ? 0 : 0.7 * continuum.spacing();
      if (continuum.distance(centre) + radius <= reach + share) {
        return true;
      }
    }
    return false;
  }

  private double relativeWidth(Box box) {
    return box.width(widest(box)) / field.domain.width(widest(box));
  }

  private int widest(Box box) {
    int best = 0;
    for (int k = 1; k < field.d; k++) {
      if (box.width(k) / field.domain.width(k) > box.width(best) / field.domain.width(best)) {
        best = k;
      }
    }
    return best;
  }
}
