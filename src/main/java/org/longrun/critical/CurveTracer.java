package org.longrun.critical;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.longrun.numerics.Vectors;

/**
 * Follows a curve of zeros of ∇f both ways from a seed until it closes, ends or leaves the domain,
 * and places points evenly along it.
 */
final class CurveTracer {
  private static final int POINTS = 160;

  /** The fewest points, however short a curve is beside the domain. */
  private static final int FEWEST = 48;

  private static final int STEPS = 4000;
  private static final double STEP = 0.005;
  private static final double TURN = 0.97;
  private static final double GOLDEN = 0.6180339887498949;

  private final LossField field;
  private final NewtonCorrector corrector;
  private final Membership membership;

  CurveTracer(LossField field, NewtonCorrector corrector, Membership membership) {
    this.field = field;
    this.corrector = corrector;
    this.membership = membership;
  }

  /** The curve through the seed; null if no other zero lies next to it. */
  @Nullable Continuum trace(Zero seed) {
    List<Zero> forward = new ArrayList<>();
    Ending ahead = follow(seed, tangent(seed, null), forward);
    List<Zero> all = new ArrayList<>(forward);
    all.add(0, seed);
    Ending behind = ahead;
    if (ahead != Ending.CLOSED) {
      double[] back = LossField.shifted(new double[field.d], -1, tangent(seed, null));
      List<Zero> backward = new ArrayList<>();
      behind = follow(seed, back, backward);
      Collections.reverse(backward);
      all.addAll(0, backward);
    }
    if (all.size() < 2) {
      return null;
    }
    boolean closed = ahead == Ending.CLOSED;
    boolean leaves = ahead == Ending.LEFT || behind == Ending.LEFT;
    boolean truncated = ahead == Ending.GIVEN_UP || behind == Ending.GIVEN_UP;
    return spaced(all, closed, leaves, truncated);
  }

  private enum Ending {
    CLOSED,
    ENDED,
    LEFT,
    GIVEN_UP
  }

  private Ending follow(Zero seed, double[] direction, List<Zero> out) {
    Zero here = seed;
    double[] tangent = direction;
    double step = STEP * field.diameter;
    while (out.size() < STEPS) {
      Zero next = advanced(here, tangent, step);
      if (next == null) {
        step /= 2;
        if (step < 1e-4 * STEP * field.diameter) {
          return Ending.ENDED;
        }
        continue;
      }
      if (field.excess(next.x()) > 0) {
        Zero rim = atRim(here, tangent, step);
        if (rim != null) {
          out.add(rim);
        }
        return Ending.LEFT;
      }
      if (out.size() > 2 && returned(seed, here, next)) {
        return Ending.CLOSED;
      }
      out.add(next);
      tangent = tangent(next, tangent);
      here = next;
      step = Math.min(1.5 * step, STEP * field.diameter);
    }
    return Ending.GIVEN_UP;
  }

  /** The next zero along the curve; null if the step was too long to tell. */
  private @Nullable Zero advanced(Zero here, double[] tangent, double step) {
    Zero next = corrector.near(LossField.shifted(here.x(), step, tangent), 0.5 * step);
    if (next == null || !next.isDegenerate() || !membership.isLevel(here, next)) {
      return null;
    }
    double length = Vectors.distance(here.x(), next.x());
    double chord = along(here.x(), next.x(), tangent) / length;
    return chord > TURN && length > 0.5 * step ? next : null;
  }

  private static boolean returned(Zero seed, Zero here, Zero next) {
    double step = Vectors.distance(here.x(), next.x());
    return Continuum.fromSegment(seed.x(), here.x(), next.x()) <= 0.1 * step;
  }

  /** The last zero inside the domain, to 1e-9 of the step. */
  private @Nullable Zero atRim(Zero here, double[] tangent, double step) {
    double inside = 0;
    double outside = step;
    Zero best = null;
    while (outside - inside > 1e-9 * step) {
      double middle = 0.5 * (inside + outside);
      Zero trial = corrector.near(LossField.shifted(here.x(), middle, tangent), 0.5 * step);
      if (trial != null && field.excess(trial.x()) == 0) {
        inside = middle;
        best = trial;
      } else {
        outside = middle;
      }
    }
    return best;
  }

  /** The null direction best in line with the previous one. */
  private double[] tangent(Zero zero, double @Nullable [] previous) {
    double[] best = new double[field.d];
    double overlap = -1;
    for (int k = 0; k < field.d; k++) {
      double[] v = zero.eigen().vector(k);
      double match = previous == null ? 1 : Math.abs(zero.eigen().coefficient(k, previous));
      if (zero.isNull(k) && match > overlap) {
        overlap = match;
        double sign = previous == null ? 1 : zero.eigen().coefficient(k, previous);
        best = LossField.shifted(new double[field.d], sign < 0 ? -1 : 1, v);
      }
    }
    return best;
  }

  /** Points evenly along the chain; a closed one begins where its first coordinate is least. */
  private Continuum spaced(List<Zero> all, boolean closed, boolean leaves, boolean truncated) {
    List<Zero> chain = closed ? turned(all) : all;
    double[] length = lengths(chain);
    double total = length[length.length - 1];
    int count =
        Math.min(POINTS, Math.max(FEWEST, (int) Math.ceil(total / (STEP * field.diameter))));
    count += count % 2;
    List<Zero> points = new ArrayList<>();
    for (int n = 0; n < (closed ? count : count + 1); n++) {
      points.add(at(chain, length, total * n / count));
    }
    Continuum.Branch branch = new Continuum.Branch(points, closed);
    return new Continuum(1, List.of(branch), total / count, leaves, truncated);
  }

  private List<Zero> turned(List<Zero> loop) {
    int first = 0;
    for (int n = 1; n < loop.size(); n++) {
      if (Ordering.byCoordinates(loop.get(n).x(), loop.get(first).x()) < 0) {
        first = n;
      }
    }
    List<Zero> chain = new ArrayList<>(loop.subList(first, loop.size()));
    chain.addAll(loop.subList(0, first));
    List<Zero> around =
        List.of(chain.get(chain.size() - 1), chain.get(0), chain.get(1 % chain.size()));
    Zero start = leastFirstCoordinate(around);
    chain.set(0, start);
    chain.add(start);
    return chain;
  }

  /** By golden sections between the outer two of three neighbouring zeros. */
  private Zero leastFirstCoordinate(List<Zero> around) {
    double[] length = lengths(around);
    double low = 0;
    double high = length[2];
    Zero best = around.get(1);
    while (high - low > 1e-9 * length[2]) {
      double left = high - GOLDEN * (high - low);
      double right = low + GOLDEN * (high - low);
      Zero a = at(around, length, left);
      Zero b = at(around, length, right);
      if (a.x()[0] < b.x()[0]) {
        high = right;
        best = a;
      } else {
        low = left;
        best = b;
      }
    }
    return best;
  }

  private static double[] lengths(List<Zero> chain) {
    double[] length = new double[chain.size()];
    for (int n = 1; n < length.length; n++) {
      length[n] = length[n - 1] + Vectors.distance(chain.get(n - 1).x(), chain.get(n).x());
    }
    return length;
  }

  private Zero at(List<Zero> chain, double[] length, double where) {
    int n = 1;
    while (n < length.length - 1 && length[n] < where) {
      n++;
    }
    double[] a = chain.get(n - 1).x();
    double[] b = chain.get(n).x();
    double piece = Math.max(length[n] - length[n - 1], Double.MIN_NORMAL);
    double t = Math.min(1, (where - length[n - 1]) / piece);
    double[] guess = a.clone();
    for (int k = 0; k < guess.length; k++) {
      guess[k] += t * (b[k] - a[k]);
    }
    Zero zero = corrector.near(guess, 0.5 * piece);
    return zero != null && field.excess(zero.x()) == 0 ? zero : chain.get(t < 0.5 ? n - 1 : n);
  }

  private static double along(double[] a, double[] b, double[] v) {
    double sum = 0;
    for (int k = 0; k < a.length; k++) {
      sum += (b[k] - a[k]) * v[k];
    }
    return sum;
  }
}
