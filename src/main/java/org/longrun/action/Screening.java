package org.longrun.action;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
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
   *
   * @param known what stopped the pair before; null if it was not tried, or a path was found
   * @param whole what the pair may take, polishing included
   */
  Screened screen(
      Pairs.Pair pair,
      List<StartCurves.Start> starts,
      Rest chain,
      @Nullable Blockage known,
      Effort.Share whole) {
    Effort.Share share = whole.part(SCREENING);
    List<Screened> first = new ArrayList<>();
    long evaluations = 0;
    Point obstacle = null;
    for (StartCurves.Start start : starts) {
      if (evaluations > 0 && share.isSpent(evaluations)) {
        givenUp.accept(pair);
        break;
      }
      EdgeSolution solution = ends.screened(pair, start.curve());
      evaluations += solution.evaluations();
      if (solution.action() <= HOPELESS * chain.avoiding()
          && solution.action() < Double.POSITIVE_INFINITY) {
        first.add(new Screened(pair, start.name(), solution));
      } else if (obstacle == null && solution.obstacle() != null) {
        obstacle = Point.of(solution.obstacle());
      }
    }
    if (first.isEmpty() && obstacle != null && !share.isSpent(evaluations)) {
      Blockage blockage = blockage(pair, chain, starts.get(0).curve(), obstacle, known);
      if (blockage != null) {
        return new Screened(pair, "", null, Screened.Way.STARTED, evaluations, blockage);
      }
      return relaxed(pair, starts, HOPELESS * chain.avoiding(), evaluations, share);
    }
    return finer(
        first, new Screened(pair, "", null, Screened.Way.STARTED, evaluations, null), chain, share);
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
  private Screened finer(List<Screened> candidates, Screened none, Rest chain, Effort.Share share) {
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
    Screened told = through ? broken : best;
    return new Screened(
        none.pair(), told.start(), told.solution(), Screened.Way.STARTED, evaluations, null);
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

  /** Where every start is impossible: the least path with a little noise added leads the way. */
  private Screened relaxed(
      Pairs.Pair pair,
      List<StartCurves.Start> starts,
      double hopeless,
      long evaluations,
      Effort.Share share) {
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
