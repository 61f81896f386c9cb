package org.longrun.report;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.longrun.validate.ArrheniusFit;
import org.longrun.validate.ChainFit;
import org.longrun.validate.ChainMove;
import org.longrun.validate.Distance;
import org.longrun.validate.HittingTime;
import org.longrun.validate.Occupation;
import org.longrun.validate.Validation;

/** The summary of a simulation for a terminal: prediction beside simulation, with verdicts. */
public final class SimulationSummary {
  private static final int ROWS = 60;

  private final Validation validation;
  private final StringBuilder text = new StringBuilder();

  private SimulationSummary(Validation validation) {
    this.validation = validation;
  }

  /** The summary as text, ended by a line break. */
  public static String of(Validation validation) {
    SimulationSummary summary = new SimulationSummary(validation);
    summary.text.append(validation.name()).append(": simulation, seed ");
    summary.text.append(validation.seed()).append('\n');
    summary.hittingTimes();
    summary.fits();
    summary.occupation();
    summary.chain();
    summary.chainFits();
    summary.distances();
    validation.warnings().forEach(w -> summary.text.append("  ! ").append(w).append('\n'));
    return summary.text.toString();
  }

  private void hittingTimes() {
    TextTable table =
        new TextTable(
            "start",
            "η",
            "method",
            "mean τ",
            "s.e.",
            "median",
            "censored",
            "diverged",
            "J",
            "mean/predicted");
    for (HittingTime time : firstOf(validation.hittingTimes())) {
      table.row(
          time.start().toString(),
          significant(time.stepSize()),
          time.method().label(),
          significant(time.mean()),
          significant(time.standardError()),
          significant(time.median()),
          Integer.toString(time.censored()),
          Integer.toString(time.diverged()),
          significant(time.predictedExponent()),
          significant(time.ratio()));
    }
    append("Hitting times, in iterations", table, validation.hittingTimes());
  }

  private void fits() {
    TextTable table =
        new TextTable("start", "method", "slope", "95 % interval", "predicted J", "verdict");
    for (ArrheniusFit fit : firstOf(validation.arrhenius())) {
      table.row(
          fit.start().toString(),
          fit.method().label(),
          significant(fit.slope()),
          significant(fit.interval().get(0)) + " … " + significant(fit.interval().get(1)),
          significant(fit.predicted()),
          fit.verdict().label());
    }
    append("Slope of log(η τ) against 1/η", table, validation.arrhenius());
  }

  private void occupation() {
    TextTable table =
        new TextTable(
            "component",
            "η",
            "fraction",
            "s.e.",
            "predicted",
            "basin",
            "predicted",
            "ΔE seen",
            "s.e.",
            "ΔE",
            "verdict");
    for (Occupation each : firstOf(validation.occupation())) {
      Occupation.Basin basin = each.basin();
      table.row(
          each.component(),
          significant(each.stepSize()),
          significant(each.fraction()),
          significant(each.standardError()),
          significant(each.predicted()),
          basin == null ? "" : significant(basin.fraction()),
          basin == null ? "" : significant(basin.predicted()),
          basin == null ? "" : significant(basin.energy()),
          basin == null ? "" : significant(basin.energyError()),
          basin == null ? "" : significant(basin.predictedEnergy()),
          basin == null ? "" : basin.verdict().label());
    }
    append("Occupation of neighbourhoods and basins", table, validation.occupation());
  }

  private void chain() {
    TextTable table = new TextTable("move", "η", "method", "count", "−η log p", "predicted");
    for (ChainMove move : firstOf(validation.chain())) {
      table.row(
          move.from() + " → " + move.to(),
          significant(move.stepSize()),
          move.method().label(),
          Long.toString(move.count()),
          significant(move.exponent()),
          significant(move.predicted()));
    }
    append("The induced chain of visited components", table, validation.chain());
  }

  private void chainFits() {
    TextTable table = new TextTable("move", "slope", "95 % interval", "predicted", "verdict");
    for (ChainFit fit : firstOf(validation.chainFits())) {
      table.row(
          fit.from() + " → " + fit.to(),
          significant(fit.slope()),
          significant(fit.interval().get(0)) + " … " + significant(fit.interval().get(1)),
          significant(fit.predicted()),
          fit.verdict().label());
    }
    append("Slope of −log p(next well) against 1/η", table, validation.chainFits());
  }

  private void distances() {
    TextTable table = new TextTable("η", "iteration", "total variation", "noise floor", "KL");
    for (Distance distance : firstOf(validation.distances())) {
      table.row(
          significant(distance.stepSize()),
          Long.toString(distance.iteration()),
          significant(distance.totalVariation()),
          significant(distance.noiseFloor()),
          significant(distance.kullbackLeibler()));
    }
    append("Distance to the predicted long-run density", table, validation.distances());
  }

  private static String significant(@Nullable Double value) {
    return value == null ? "–" : String.format(Locale.ROOT, "%.4g", value);
  }

  private static <T> List<T> firstOf(List<T> all) {
    return all.subList(0, Math.min(ROWS, all.size()));
  }

  private void append(String title, TextTable table, List<?> rows) {
    if (rows.isEmpty()) {
      return;
    }
    text.append('\n').append(title).append('\n').append(table.render());
    if (rows.size() > ROWS) {
      text.append("  … and ").append(rows.size() - ROWS).append(" more in the JSON file\n");
    }
  }
}
