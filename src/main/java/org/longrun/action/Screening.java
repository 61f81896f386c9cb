package org.longrun.action;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.longrun.numerics.Point;

/**
 * The first look at a pair: paths on coarse meshes from several starts, enough to tell whether a
 * direct move may matter.
 */
final class Screening {
  private static final int FINEST = 1;

  /** The most candidates taken to the finer mesh, and the most that do not break there. */
  private static final int TRIES = 3;

  private static final int WHOLE = 2;
  private static final double ALIKE = 1e-3;
  private static final double HOPELESS = 1.3;

  /** The part of a pair's effort that the first look may take. */
  private static final double SCREENING = 0.4;

  private final EdgeSolver solver;
  private final Relaxation relaxation;
  private final FreeEnds ends;
  private final Confinement confinement;
  private final Consumer<Pairs.Pair> givenUp;

  /**
   * A procedure.
   *
   * @param givenUp takes the pairs that the effort was too little for
   */
  Screening(
      EdgeSolver solver,
      Relaxation relaxation,
      FreeEnds ends,
      Confinement confinement,
      Consumer<Pairs.Pair> givenUp) {
    this.solver = solver;
    this.relaxation = relaxation;
    this.ends = ends;
    this.confinement = confinement;
    this.givenUp = givenUp;
  }

  /**
   * The best path of a pair on the coarse meshes: all starts on the coarsest, then those that ended
   * in different places and may yet win. Once the effort is spent, what the starts up to then give.
   * Where it is followed by another, that one breaks on these meshes, but may be the less: to be
   * looked at once the chains are known.
   *
   * @param known what stopped the pair before; null if it was not tried, or a path was found
   * @param whole what the pair may take, polishing included
   */
  List<Screened> screen(
      Pairs.Pair pair,
      List<StartCurves.Start> starts,
      Rest chain,
      @Nullable Blockage known,
      Effort.Share whole) {
    Effort.Share share = whole.part(SCREENING);
    List<Screened> first = new ArrayList<>();
    Map<StartCurves.Start, EdgeSolution> impossible = new LinkedHashMap<>();
    long evaluations = 0;
    for (StartCurves.Start start : starts) {
      if (evaluations > 0 && isSpent(pair, share, evaluations)) {
        break;
      }
      EdgeSolution solution = ends.screened(pair, start.curve());
      evaluations += solution.evaluations();
      if (!(solution.action() < Double.POSITIVE_INFINITY)) {
        impossible.put(start, solution);
      } else if (solution.action() <= HOPELESS * chain.avoiding()) {
        first.add(new Screened(pair, start.name(), solution));
      }
    }
    Screened none = new Screened(pair, "", null, Screened.Way.STARTED, evaluations, null);
    if (!first.isEmpty()) {
      List<Screened> found = finer(first, none, chain, share);
      return withRelaxed(found, impossible, share);
    }
    Point obstacle = obstacle(impossible);
    if (obstacle == null || isSpent(pair, share, evaluations)) {
      return List.of(none);
    }
    Blockage blockage = blockage(pair, chain, starts.get(0).curve(), obstacle, known);
    return List.of(
        blockage == null
            ? relaxed(none, starts, HOPELESS * chain.avoiding(), share)
            : new Screened(pair, "", null, Screened.Way.STARTED, evaluations, blockage));
  }

  private static @Nullable Point obstacle(Map<StartCurves.Start, EdgeSolution> impossible) {
    return impossible.values().stream()
        .map(EdgeSolution::obstacle)
        .filter(Objects::nonNull)
        .map(Point::of)
        .findFirst()
        .orElse(null);
  }

  /**
   * What was found, or the path that a little added noise leads to from starts that are impossible
   * on the coarsest mesh only between its quadrature points, where that costs less.
   */
  private List<Screened> withRelaxed(
      List<Screened> found, Map<StartCurves.Start, EdgeSolution> impossible, Effort.Share share) {
    Screened best = found.get(0);
    List<StartCurves.Start> promising =
        impossible.entrySet().stream()
            .filter(entry -> entry.getValue().discrete() < best.action())
            .map(Map.Entry::getKey)
            .toList();
    if (promising.isEmpty() || isSpent(best.pair(), share, best.evaluations())) {
      return found;
    }
    Screened relaxed = relaxed(best, promising, best.action(), share);
    Screened told = relaxed.action() < best.action() ? relaxed : best.after(relaxed.evaluations());
    return found.size() > 1 ? List.of(told, found.get(1)) : List.of(told);
  }

  /**
   * What is known or proved to stop a pair that no start is possible for; null if nothing is. On a
   * line there is no other path.
   */
  private @Nullable Blockage blockage(
      Pairs.Pair pair, Rest chain, Curve likeliest, Point obstacle, @Nullable Blockage known) {
    if (obstacle.dimension() == 1) {
      return new Blockage(obstacle, List.of());
    }
    if (chain.any() < Double.POSITIVE_INFINITY) {
      return null;
    }
    return known != null
        ? known
        : confinement
            .between(pair.from(), pair.to())
            .map(region -> region.steepest(likeliest).orElse(obstacle))
            .map(point -> new Blockage(point, List.of()))
            .orElse(null);
  }

  /**
   * The best of the candidates on the finer of the coarse meshes. Those that break there say
   * nothing of others that ended near them.
   */
  private List<Screened> finer(
      List<Screened> candidates, Screened none, Rest chain, Effort.Share share) {
    candidates.sort(Comparator.comparingDouble(Screened::action));
    Screened best = none;
    Screened broken = none;
    long evaluations = none.evaluations();
    double last = -1;
    int whole = 0;
    int tries = 0;
    for (Screened candidate : candidates) {
      EdgeSolution coarse = Objects.requireNonNull(candidate.solution());
      if (whole == WHOLE
          || tries == TRIES
          || coarse.action() <= last * (1 + ALIKE)
          || tries > 0 && share.isSpent(evaluations)) {
        continue;
      }
      tries++;
      EdgeSolution solution = solver.screen(coarse, FINEST);
      evaluations += solution.evaluations() - coarse.evaluations();
      if (solution.isBroken()) {
        broken = better(broken, new Screened(none.pair(), candidate.start(), solution));
      } else {
        best = better(best, new Screened(none.pair(), candidate.start(), solution));
        last = coarse.action();
        whole++;
      }
    }
    boolean through = broken.action() < Math.min(best.action(), Polishing.CLEARLY * chain.any());
    Screened told = (through ? broken : best).after(evaluations);
    double promising = Math.min(best.action(), Polishing.NEARLY * chain.any());
    return !through && broken.action() < promising
        ? List.of(told, broken.after(broken.evaluations()))
        : List.of(told);
  }

  private boolean isSpent(Pairs.Pair pair, Effort.Share share, long evaluations) {
    boolean spent = share.isSpent(evaluations);
    if (spent) {
      givenUp.accept(pair);
    }
    return spent;
  }

  private static Screened better(Screened one, Screened other) {
    return other.action() < one.action() ? other : one;
  }

  /** Where starts are impossible: the least path with a little noise added leads the way. */
  private Screened relaxed(
      Screened before, List<StartCurves.Start> starts, double hopeless, Effort.Share share) {
    Pairs.Pair pair = before.pair();
    long evaluations = before.evaluations();
    Relaxation.Outcome outcome =
        relaxation.follow(starts, hopeless, used -> isSpent(pair, share, evaluations + used));
    return new Screened(
        pair,
        outcome.start() + ", relaxed",
        outcome.solution(),
        outcome.possible() ? Screened.Way.RELAXED : Screened.Way.LIMIT,
        evaluations + outcome.evaluations(),
        outcome.blockage());
  }
}
