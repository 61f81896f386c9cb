package org.longrun.validate;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The fit of −log p over 1/η for a move of the chain between wells that splitting has seen at three
 * step sizes or more: its slope is the exponent of the probability p that the next well is this
 * one.
 *
 * <p>The verdict: it agrees within 3 % of the prediction and three standard errors, if these are no
 * more than a quarter of it. Beyond, too noisy by up to the largest step size more, by which an
 * unknown prefactor of the order of η or 1/η moves the slope. Where the prediction is 0, −log p
 * must change by less than 2.
 *
 * @param from K_i
 * @param to K_j, or the target
 * @param points how many step sizes were fitted
 * @param slope d(−log p)/d(1/η)
 * @param standardError of the slope
 * @param interval 95 % interval of the slope
 * @param predicted V_ij − min_k V_ik
 * @param verdict of the comparison
 */
public record ChainFit(
    String from,
    String to,
    int points,
    double slope,
    double standardError,
    List<Double> interval,
    double predicted,
    Verdict verdict) {
  private static final double EXACTNESS = 0.03;
  private static final double FLAT = 2;
  private static final int LEAST_POINTS = 3;

  /** Copies the list. */
  public ChainFit {
    interval = List.copyOf(interval);
  }

  /** A fit for every move with a prediction and enough points. */
  static List<ChainFit> all(List<ChainMove> moves) {
    Map<List<String>, List<ChainMove>> groups = new LinkedHashMap<>();
    for (ChainMove move : moves) {
      if (move.method() == Method.SPLITTING && Double.isFinite(move.standardError())) {
        groups.computeIfAbsent(List.of(move.from(), move.to()), k -> new ArrayList<>()).add(move);
      }
    }
    List<ChainFit> fits = new ArrayList<>();
    for (List<ChainMove> group : groups.values()) {
      Double predicted = group.get(0).predicted();
      if (predicted != null && group.size() >= LEAST_POINTS) {
        fits.add(of(group, predicted));
      }
    }
    return fits;
  }

  private static ChainFit of(List<ChainMove> moves, double predicted) {
    WeightedLine line =
        WeightedLine.through(
            moves.stream()
                .map(
                    m ->
                        new WeightedLine.Mark(
                            1 / m.stepSize(),
                            -Math.log(m.probability()),
                            m.standardError() / m.probability()))
                .toList());
    double largest = moves.stream().mapToDouble(ChainMove::stepSize).max().orElseThrow();
    double smallest = moves.stream().mapToDouble(ChainMove::stepSize).min().orElseThrow();
    double allowed = predicted > 0 ? EXACTNESS * predicted : FLAT / (1 / smallest - 1 / largest);
    double off = Math.abs(line.slope() - predicted) - allowed - 3 * line.standardError();
    boolean sharp = predicted == 0 || 3 * line.standardError() <= predicted / 4;
    Verdict verdict =
        off <= 0 && sharp ? Verdict.AGREES : off <= largest ? Verdict.TOO_NOISY : Verdict.DISAGREES;
    ChainMove first = moves.get(0);
    return new ChainFit(
        first.from(),
        first.to(),
        moves.size(),
        line.slope(),
        line.standardError(),
        line.interval(),
        predicted,
        verdict);
  }
}
