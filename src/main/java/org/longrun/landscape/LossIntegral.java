package org.longrun.landscape;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;
import org.longrun.numerics.formula.Formula;
import org.longrun.numerics.formula.FormulaEnclosure;
import org.longrun.numerics.formula.FormulaException;
import org.longrun.numerics.formula.Symbols;

/**
 * Proved bounds of ∫ df/s(f): on each of many panels of width h those of the range of g = 1/s, or
 * g(m)·h + g″h³/24 with bounds of g″ where s has no kink on the panel; the panel of the widest
 * bounds is halved first.
 */
final class LossIntegral {
  private static final int PANELS = 2048;
  private static final double ACCURACY = 1e-7;

  /** What rounding may add to the sum of the panels, relative to it. */
  private static final double ROUNDING = PANELS * 8 * Math.ulp(1.0);

  private final @Nullable FormulaEnclosure inverse;
  private final Map<List<Double>, VarianceOfLoss.Scale> known = new ConcurrentHashMap<>();

  private LossIntegral(@Nullable FormulaEnclosure inverse) {
    this.inverse = inverse;
  }

  /**
   * The integral for a variance.
   *
   * @param formula s as a formula whose last variable is f, the only one that it uses
   */
  static LossIntegral of(Formula formula) {
    Symbols loss =
        new Symbols(List.of(Names.LOSS), List.of(), formula.symbols().parameters(), Map.of());
    return new LossIntegral(inverse(formula.text(), loss).orElse(null));
  }

  private static Optional<FormulaEnclosure> inverse(String text, Symbols loss) {
    try {
      return FormulaEnclosure.of(Formula.parse("1/(" + text + ")", loss));
    } catch (FormulaException otherNames) {
      return Optional.empty();
    }
  }

  private record Panel(double from, double to, double least, double most) {
    /** The widest bounds first. */
    static final Comparator<Panel> ORDER =
        Comparator.comparingDouble((Panel p) -> p.least - p.most).thenComparing(Panel::from);

    double middle() {
      return 0.5 * (from + to);
    }

    boolean canBeHalved() {
      return from < middle() && middle() < to;
    }
  }

  /** The bounds between two values, from ≤ to. */
  VarianceOfLoss.Scale between(double from, double to) {
    return known.computeIfAbsent(List.of(from, to), ends -> integrated(from, to));
  }

  private VarianceOfLoss.Scale integrated(double from, double to) {
    FormulaEnclosure enclosure = inverse;
    if (enclosure == null) {
      return new VarianceOfLoss.Scale(0, Double.POSITIVE_INFINITY);
    }
    PriorityQueue<Panel> open = new PriorityQueue<>(Panel.ORDER);
    List<Panel> all = new ArrayList<>();
    open.add(panel(enclosure, from, to));
    for (int panels = 2; panels <= PANELS && !isTight(open, all); panels *= 2) {
      while (!open.isEmpty() && open.size() + all.size() < panels) {
        Panel widest = open.remove();
        if (widest.canBeHalved()) {
          open.add(panel(enclosure, widest.from(), widest.middle()));
          open.add(panel(enclosure, widest.middle(), widest.to()));
        } else {
          all.add(widest);
        }
      }
    }
    all.addAll(open);
    all.sort(Comparator.comparingDouble(Panel::from));
    return total(all);
  }

  /** Whether all but the panels that cannot be halved are tight enough together. */
  private static boolean isTight(Collection<Panel> open, Collection<Panel> closed) {
    double least = sum(open, Panel::least) + sum(closed, Panel::least);
    return sum(open, Panel::most) - sum(open, Panel::least) <= ACCURACY * least;
  }

  private static double sum(Collection<Panel> panels, ToDoubleFunction<Panel> bound) {
    return panels.stream().mapToDouble(bound).sum();
  }

  private static VarianceOfLoss.Scale total(List<Panel> panels) {
    double least = sum(panels, Panel::least) * (1 - ROUNDING);
    return new VarianceOfLoss.Scale(Math.max(0, least), sum(panels, Panel::most) * (1 + ROUNDING));
  }

  /** The bounds over one panel; s is a variance, so that 1/s is not negative. */
  private static Panel panel(FormulaEnclosure inverse, double from, double to) {
    double h = to - from;
    double[] low = {from};
    double[] high = {to};
    double[] range = new double[2];
    inverse.value(low, high, range);
    double[] least = new double[1];
    double[] most = new double[1];
    inverse.hessian(low, high, least, most);
    double[] middle = {0.5 * (from + to)};
    double[] value = new double[2];
    inverse.value(middle, middle, value);
    double bend = h * h / 24;
    double lower = Math.max(Math.max(0, range[0]), value[0] + Math.min(0, least[0]) * bend);
    double upper = Math.min(range[1], value[1] + Math.max(0, most[0]) * bend);
    return new Panel(from, to, lower * h, upper * h);
  }
}
