package org.longrun.critical;

import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.longrun.landscape.Landscape;
import org.longrun.landscape.NoiseDescription;
import org.longrun.numerics.KroneckerSequence;
import org.longrun.numerics.Point;

/**
 * Whether the gradient flow dx/dt = −∇f(x) leaves the domain: on a face with outer normal n, where
 * ⟨∇f, n⟩ &lt; 0. Then energies and hitting times are those of the process that is kept inside
 * (theory, section 2).
 *
 * <p>On a line the two slopes decide. Up to three variables the faces are cut into pieces until the
 * slope's sign is proved on each by interval arithmetic, or a piece's middle shows the flow out;
 * above, and for an f without enclosures, they are sampled. A slope that is 0 up to rounding runs
 * along the face and leaves nothing.
 *
 * @param decision what is known
 * @param at the lowest point found through which the flow leaves; null where none was
 * @param value f there; +∞ where there is none
 */
public record Outflow(Decision decision, @Nullable Point at, double value) {
  private static final int MOST_EXACT = 3;
  private static final int SAMPLES = 4096;
  private static final int PIECES = 40_000;

  /** The most sample gradients of a finite sum, for the samples and for the proof. */
  private static final double EFFORT = 1e7;

  /** What is known of the flow over the boundary. */
  public enum Decision {
    /** The flow leaves the domain somewhere. */
    FOUND,
    /** It is proved to leave it nowhere. */
    NONE,
    /** No place was found among samples, which is no proof. */
    NOT_FOUND
  }

  /** Searches the boundary of the landscape's domain. */
  public static Outflow of(Landscape landscape) {
    LossField field = new LossField(landscape.objective(), landscape.domain());
    boolean sum = landscape.noise() instanceof NoiseDescription.FiniteSum;
    int terms = sum ? ((NoiseDescription.FiniteSum) landscape.noise()).risk().samples() : 1;
    Search search = new Search(field);
    search.sample((int) Math.min(SAMPLES, EFFORT / terms));
    Faces faces = new Faces(search, (int) Math.min(PIECES, EFFORT / terms));
    boolean proved = search.lowest == null && field.d <= MOST_EXACT && faces.prove();
    Decision none = proved ? Decision.NONE : Decision.NOT_FOUND;
    return search.lowest == null
        ? new Outflow(none, null, Double.POSITIVE_INFINITY)
        : new Outflow(Decision.FOUND, Point.of(search.lowest), search.value);
  }

  /** The point, if the flow leaves. */
  public Optional<Point> place() {
    return Optional.ofNullable(at);
  }

  /** The lowest place of outflow met so far. */
  private static final class Search {
    private final LossField field;
    private double @Nullable [] lowest;
    private double value = Double.POSITIVE_INFINITY;

    Search(LossField field) {
      this.field = field;
    }

    /** Points spread over all faces; on a line, its two ends. */
    void sample(int points) {
      int d = field.d;
      int each = d == 1 ? 1 : Math.max(8, points / (2 * d));
      double[] half = new double[d];
      Arrays.fill(half, 0.5);
      KroneckerSequence sequence = new KroneckerSequence(half);
      for (int n = 0; n < each; n++) {
        double[] fraction = sequence.point(n);
        for (int side = 0; side < 2 * d; side++) {
          int k = side / 2;
          int sign = side % 2 == 0 ? -1 : 1;
          double[] x = field.atFraction(fraction);
          x[k] = (sign < 0 ? field.domain.lower() : field.domain.upper()).get(k);
          visit(x, k, sign);
        }
      }
    }

    /** Takes a point of the face on this side of variable k into account; true if it is new. */
    boolean visit(double[] x, int k, int sign) {
      double slope = sign * field.gradient(x)[k];
      double f = slope < 0 ? field.value(x) : Double.POSITIVE_INFINITY;
      boolean lower = f < value && -slope > field.noise(x);
      if (lower) {
        value = f;
        lowest = x;
      }
      return lower;
    }
  }

  /** The faces, piece by piece. */
  private static final class Faces {
    private static final double FINEST = 1e-7;

    /** Where a piece is cut, not in the middle, where symmetries put zeros of the slope. */
    private static final double CUT = 0.4837;

    private final Search search;
    private final LossField field;
    private int budget;

    Faces(Search search, int budget) {
      this.budget = budget;
      this.search = search;
      this.field = search.field;
    }

    /** True if on every face the flow is proved not to leave; a place where it does is kept. */
    boolean prove() {
      if (field.d > 1 && field.f.enclosure().isEmpty()) {
        return false;
      }
      boolean all = true;
      for (int side = 0; side < 2 * field.d && search.lowest == null; side++) {
        double[] lower = field.domain.lower().toArray();
        double[] upper = field.domain.upper().toArray();
        int k = side / 2;
        int sign = side % 2 == 0 ? -1 : 1;
        lower[k] = sign < 0 ? lower[k] : upper[k];
        upper[k] = lower[k];
        all &= field.d == 1 || prove(lower, upper, k, sign);
      }
      return all && search.lowest == null;
    }

    private boolean prove(double[] lower, double[] upper, int k, int sign) {
      if (--budget < 0) {
        return false;
      }
      double[] least = new double[field.d];
      double[] most = new double[field.d];
      field.f.enclosure().orElseThrow().gradient(lower, upper, least, most);
      if (sign > 0 ? least[k] >= 0 : most[k] <= 0) {
        return true;
      }
      double[] middle = new double[field.d];
      Arrays.setAll(middle, i -> 0.5 * (lower[i] + upper[i]));
      int widest = widest(lower, upper);
      if (search.visit(middle, k, sign) || widest < 0) {
        return false;
      }
      double cut = lower[widest] + CUT * (upper[widest] - lower[widest]);
      double[] below = upper.clone();
      below[widest] = cut;
      double[] above = lower.clone();
      above[widest] = cut;
      return prove(lower, below, k, sign) & prove(above, upper, k, sign);
    }

    private int widest(double[] lower, double[] upper) {
      int widest = -1;
      double width = FINEST;
      for (int i = 0; i < field.d; i++) {
        double relative = (upper[i] - lower[i]) / field.domain.width(i);
        if (relative > width) {
          width = relative;
          widest = i;
        }
      }
      return widest;
    }
  }
}
