package org.longrun.numerics;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.function.DoubleUnaryOperator;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;

/**
 * Adaptive quadrature by the pair of Gauss's 7 and Kronrod's 15 points: the panel of the largest
 * estimated error is halved until the sum of the estimates is small (R. Piessens et al.,
 * <em>QUADPACK</em>, 1983, routine QAG). The estimate is blind to what lies between the points of a
 * panel; a {@link Witness} is not.
 */
public final class GaussKronrod {
  private static final double[] NODES = {
    0.991455371120812639206854697526329, 0.949107912342758524526189684047851,
    0.864864423359769072789712788640926, 0.741531185599394439863864773280788,
    0.586087235467691130294144691258380, 0.405845151377397166906606412076961,
    0.207784955007898467600689403773245, 0.0
  };
  private static final double[] KRONROD = {
    0.022935322010529224963732008058970, 0.063092092629978553290700663189204,
    0.104790010322250183839876322541518, 0.140653259715525918745189590510238,
    0.169004726639267902826583426598550, 0.190350578064785409913256402421014,
    0.204432940075298892414161999234649, 0.209482141084727828012999174891714
  };
  private static final double[] GAUSS = {
    0.129484966168869693270611432679082, 0.279705391489276667901467771423780,
    0.381830050505118944950369775488975, 0.417959183673469387755102040816327
  };

  /** The multiple of its rounding up to which a difference of the rules is rounding. */
  private static final double ROUNDED = 4;

  private GaussKronrod() {}

  /**
   * An integral with its error.
   *
   * @param value ∫ g
   * @param error estimated absolute error
   * @param evaluations how often g was evaluated
   * @param from where the panel of the largest error begins
   * @param to where it ends
   */
  public record Result(double value, double error, int evaluations, double from, double to) {}

  /**
   * A panel.
   *
   * @param rounded whether the error is one of rounding, which finer panels do not mend
   */
  private record Panel(double from, double to, double value, double error, boolean rounded) {
    double middle() {
      return 0.5 * (from + to);
    }

    boolean canBeHalved() {
      return !rounded && from < middle() && middle() < to;
    }
  }

  /**
   * A second function h that varies where g does, and whose integral over any panel is known
   * without quadrature: what the rule makes of h tells of what lies between its points.
   */
  public interface Witness {
    /** h at the point where g was evaluated last. */
    double value();

    /**
     * The error of ∫ g that an error of ∫ h over the panel stands for; 0 where the two integrals of
     * h agree up to rounding.
     *
     * @param h ∫ h by the rule
     * @param g ∫ g by the rule
     */
    double doubt(double from, double to, double h, double g);

    /**
     * What rounding makes of ∫ g over the panel that was looked at last, however fine it is.
     *
     * @param h ∫ h by the rule
     * @param g ∫ g by the rule
     */
    double rounding(double h, double g);
  }

  private record Rule(DoubleUnaryOperator g, @Nullable Witness witness) {
    Panel panel(double from, double to) {
      return GaussKronrod.panel(g, witness, from, to);
    }
  }

  /**
   * ∫ g over the given panels.
   *
   * @param g never evaluated at the panels' ends; a value that is not finite ends the search and is
   *     the result
   * @param cuts the panels' ends, ascending
   * @param relative the tolerance relative to ∫ |g|, which the value is taken for
   * @param absolute the absolute tolerance
   * @param panels the most panels
   */
  public static Result integrate(
      DoubleUnaryOperator g, double[] cuts, double relative, double absolute, int panels) {
    return integrate(new Rule(g, null), cuts, new double[] {relative, absolute}, panels);
  }

  /**
   * The same to a relative tolerance, each panel held against a witness: what a panel's points do
   * not see is not missed.
   */
  public static Result integrate(
      DoubleUnaryOperator g, Witness witness, double[] cuts, double relative, int panels) {
    return integrate(new Rule(g, witness), cuts, new double[] {relative, 0}, panels);
  }

  private static Result integrate(Rule rule, double[] cuts, double[] tolerances, int panels) {
    Halving halving = new Halving(rule);
    for (int k = 0; k + 1 < cuts.length; k++) {
      halving.add(rule.panel(cuts[k], cuts[k + 1]));
    }
    int evaluations = 15 * halving.size();
    while (halving.isOpen() && halving.size() < panels) {
      double value = halving.sum(Panel::value);
      double error = halving.sum(Panel::error);
      if (!Double.isFinite(value)
          || error <= Math.max(tolerances[1], tolerances[0] * Math.abs(value))) {
        break;
      }
      halving.halve();
      evaluations += 30;
    }
    return halving.result(evaluations);
  }

  /** The panels: those that may be halved, and those that cannot, or to no use. */
  private static final class Halving {
    private final Rule rule;
    private final PriorityQueue<Panel> open =
        new PriorityQueue<>(Comparator.comparingDouble((Panel p) -> -p.error()));
    private final List<Panel> closed = new ArrayList<>();

    Halving(Rule rule) {
      this.rule = rule;
    }

    void add(Panel panel) {
      (panel.canBeHalved() ? open : closed).add(panel);
    }

    int size() {
      return open.size() + closed.size();
    }

    boolean isOpen() {
      return !open.isEmpty();
    }

    double sum(ToDoubleFunction<Panel> part) {
      return open.stream().mapToDouble(part).sum() + closed.stream().mapToDouble(part).sum();
    }

    /** Halves the panel of the largest error. */
    void halve() {
      Panel worst = open.remove();
      add(rule.panel(worst.from(), worst.middle()));
      add(rule.panel(worst.middle(), worst.to()));
    }

    /** The sums in the order of the panels' places, so that they do not depend on their errors. */
    Result result(int evaluations) {
      List<Panel> all = new ArrayList<>(open);
      all.addAll(closed);
      all.sort(Comparator.comparingDouble(Panel::from));
      double value = 0;
      double error = 0;
      Panel worst = all.get(0);
      for (Panel panel : all) {
        value += panel.value();
        error += panel.error();
        worst = panel.error() > worst.error() ? panel : worst;
      }
      return new Result(value, error, evaluations, worst.from(), worst.to());
    }
  }

  private static Panel panel(
      DoubleUnaryOperator g, @Nullable Witness witness, double from, double to) {
    double centre = 0.5 * (from + to);
    double half = 0.5 * (to - from);
    double[] values = new double[15];
    double[] seen = new double[15];
    for (int k = 0; k < 15; k++) {
      double node = k == 14 ? 0 : (k % 2 == 0 ? -1 : 1) * NODES[k / 2];
      values[k] = g.applyAsDouble(centre + half * node);
      seen[k] = witness == null ? 0 : witness.value();
    }
    double kronrod = kronrod(values);
    double value = half * kronrod;
    double gauss = half * gauss(values);
    double climb = half * kronrod(seen);
    double rounding = witness == null ? 0 : witness.rounding(climb, value);
    double doubt = witness == null ? 0 : witness.doubt(from, to, climb, value);
    boolean rounded = doubt == 0 && Math.abs(value - gauss) <= ROUNDED * rounding;
    double error =
        rounded
            ? Math.abs(value - gauss) + rounding
            : half * error(values, kronrod, gauss / half) + rounding + doubt;
    return new Panel(from, to, value, error, rounded);
  }

  /** The sum of 15 points; values at ∓ one node lie next to each other. */
  private static double kronrod(double[] values) {
    double sum = KRONROD[7] * values[14];
    for (int k = 0; k < 7; k++) {
      sum += KRONROD[k] * (values[2 * k] + values[2 * k + 1]);
    }
    return sum;
  }

  private static double gauss(double[] values) {
    double sum = GAUSS[3] * values[14];
    for (int k = 1; k < 7; k += 2) {
      sum += GAUSS[k / 2] * (values[2 * k] + values[2 * k + 1]);
    }
    return sum;
  }

  /**
   * |K − G|, or its power 3/2 against the spread of g where that is larger. QUADPACK takes the
   * power where it is smaller too, which is right for smooth g alone: at a kink K errs by about |K
   * − G|.
   */
  private static double error(double[] values, double kronrod, double gauss) {
    double spread = KRONROD[7] * Math.abs(values[14] - kronrod / 2);
    double size = KRONROD[7] * Math.abs(values[14]);
    for (int k = 0; k < 7; k++) {
      double left = values[2 * k];
      double right = values[2 * k + 1];
      spread += KRONROD[k] * (Math.abs(left - kronrod / 2) + Math.abs(right - kronrod / 2));
      size += KRONROD[k] * (Math.abs(left) + Math.abs(right));
    }
    double difference = Math.abs(kronrod - gauss);
    if (spread > 0 && difference > 0) {
      double sharp = spread * Math.min(1, Math.pow(200 * difference / spread, 1.5));
      difference = Math.max(difference, sharp);
    }
    return Math.max(difference, 50 * Math.ulp(1.0) * size);
  }
}
