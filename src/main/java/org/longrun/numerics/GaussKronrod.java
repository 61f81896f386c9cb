package org.longrun.numerics;

import java.util.Comparator;
import java.util.PriorityQueue;
import java.util.function.DoubleUnaryOperator;
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

  private record Panel(double from, double to, double value, double error) {}

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
    PriorityQueue<Panel> queue = new PriorityQueue<>(Comparator.comparingDouble(p -> -p.error()));
    for (int k = 0; k + 1 < cuts.length; k++) {
      queue.add(rule.panel(cuts[k], cuts[k + 1]));
    }
    int evaluations = 15 * queue.size();
    while (queue.size() < panels) {
      double value = queue.stream().mapToDouble(Panel::value).sum();
      double error = queue.stream().mapToDouble(Panel::error).sum();
      if (!Double.isFinite(value)
          || error <= Math.max(tolerances[1], tolerances[0] * Math.abs(value))) {
        break;
      }
      Panel worst = queue.remove();
      double middle = 0.5 * (worst.from() + worst.to());
      if (!(worst.from() < middle && middle < worst.to())) {
        queue.add(worst);
        break;
      }
      queue.add(rule.panel(worst.from(), middle));
      queue.add(rule.panel(middle, worst.to()));
      evaluations += 30;
    }
    return total(queue, evaluations);
  }

  /** The sum in the order of the panels' places, so that it does not depend on their errors. */
  private static Result total(PriorityQueue<Panel> queue, int evaluations) {
    double value = 0;
    double error = 0;
    for (Panel panel : queue.stream().sorted(Comparator.comparingDouble(Panel::from)).toList()) {
      value += panel.value();
      error += panel.error();
    }
    Panel worst = queue.element();
    return new Result(value, error, evaluations, worst.from(), worst.to());
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
    double error = half * error(values, kronrod, gauss(values));
    double doubt =
        witness == null ? 0 : witness.doubt(from, to, half * kronrod(seen), half * kronrod);
    return new Panel(from, to, half * kronrod, error + doubt);
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

  /** QUADPACK's estimate: |K − G| sharpened by its power 3/2 against the spread of g. */
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
      difference = spread * Math.min(1, Math.pow(200 * difference / spread, 1.5));
    }
    return Math.max(difference, 50 * Math.ulp(1.0) * size);
  }
}
