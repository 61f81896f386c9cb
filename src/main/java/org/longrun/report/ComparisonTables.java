package org.longrun.report;

import java.util.Arrays;
import java.util.Locale;
import org.longrun.action.GridCheck;
import org.longrun.action.Transition;
import org.longrun.analysis.LongRunResult;

/** Results beside what another method or model would have said, for a terminal. */
public final class ComparisonTables {
  private ComparisonTables() {}

  /** The largest disagreement with the grid, and where the grid knows a cheaper path. */
  public static String grid(GridCheck.Verdict verdict, LongRunResult result) {
    String text = "%nGrid check: the largest disagreement is " + told(verdict.largest(), result);
    if (verdict.missesPaths()) {
      text += "%n! a cheaper path exists: " + told(verdict.cheaper(), result);
    }
    return String.format(Locale.ROOT, text + "%n");
  }

  private static String told(GridCheck.Disagreement disagreement, LongRunResult result) {
    return String.format(
        Locale.ROOT,
        "%.2g %%%%, on %s → %s: %.6g here, %.6g on the grid",
        100 * disagreement.relative(),
        result.graph().id(disagreement.from()),
        result.graph().id(disagreement.to()),
        disagreement.cost(),
        disagreement.grid());
  }

  /**
   * Costs, energies and exponents beside those of the diffusion approximation: the stochastic
   * differential equation whose noise has the same covariance.
   *
   * @param result of SGD's own noise
   * @param diffusion of the Gaussian noise of equal covariance, with the same components
   */
  public static String diffusion(LongRunResult result, LongRunResult diffusion) {
    double[] other = closedCosts(diffusion);
    int n = result.critical().size();
    TextTable costs = new TextTable("transition", "B", "B of the diffusion", "ratio");
    for (Transition transition : result.costs().direct()) {
      double here = transition.cost();
      double there = other[transition.from() * n + transition.to()];
      if (here > 0) {
        String pair = id(result, transition.from()) + " → " + id(result, transition.to());
        costs.row(pair, number(here), number(there), number(there / here));
      }
    }
    TextTable exponents = new TextTable("", "ΔE", "ΔE of the diffusion", "J", "J of the diffusion");
    for (int i = 0; i < n; i++) {
      exponents.row(
          id(result, i),
          number(result.energies().relative(i)),
          number(diffusion.energies().relative(i)),
          number(result.hitting().exponent(i)),
          number(diffusion.hitting().exponent(i)));
    }
    return "\nWhat the diffusion approximation would have said\n"
        + costs.render()
        + "\n"
        + exponents.render();
  }

  private static double[] closedCosts(LongRunResult result) {
    int n = result.critical().size();
    double[] closed = new double[n * n];
    Arrays.fill(closed, Double.POSITIVE_INFINITY);
    for (Transition transition : result.costs().transitions()) {
      closed[transition.from() * n + transition.to()] = transition.cost();
    }
    return closed;
  }

  private static String id(LongRunResult result, int component) {
    return result.graph().id(component);
  }

  private static String number(double value) {
    return Numerals.fixed(value, 6);
  }
}
