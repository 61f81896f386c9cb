package org.longrun.action;

import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;
import org.longrun.landscape.Landscape;
import org.longrun.landscape.NoiseDescription;

/**
 * The work that the transition costs may take (setting {@code action-effort}), counted in
 * evaluations of one sample's gradient, so that what is left out for want of it is the same on
 * every machine, whatever the number of threads; and the wall clock, where a limit is asked for
 * (setting {@code action-seconds}).
 *
 * <p>An evaluation of the gradient of f counts as many as f has samples, and what goes with it in
 * the search for a path as 4 + d²/10: about a microsecond each. What a pair of places may take is
 * decided before a batch of pairs is sought ({@link #share}), what they have taken is added up
 * after it ({@link #spend}): both by the one thread that starts the batches.
 */
public final class Effort {
  /** By how many times the fair share of the pairs that are left one of them may exceed it. */
  private static final double GENEROUS = 8;

  /** How often an on-shell momentum under a finite sum goes over its samples. */
  private static final double PASSES = 8;

  /** The share below which a pair is not tried at all. */
  private static final long LEAST = 2000;

  private final double budget;
  private final Deadline deadline;
  private final AtomicBoolean missed = new AtomicBoolean();
  private double spent;
  private long largest;

  Effort(double budget, Deadline deadline) {
    this.budget = budget;
    this.deadline = deadline;
  }

  /** As much from now on as the landscape's settings allow. */
  public static Effort of(Landscape landscape) {
    return of(landscape, () -> false);
  }

  /**
   * The same until a stop.
   *
   * @param stop true once the whole run is to end; asked by several threads
   */
  public static Effort of(Landscape landscape, BooleanSupplier stop) {
    double budget = landscape.settings().get("action-effort") / weight(landscape);
    return new Effort(budget, Deadline.of(landscape, stop));
  }

  /** What one evaluation of the gradient of f counts. */
  private static double weight(Landscape landscape) {
    double samples =
        landscape.noise() instanceof NoiseDescription.FiniteSum sum
            ? PASSES * sum.risk().samples()
            : 1;
    return samples + 4 + 0.1 * landscape.dimension() * landscape.dimension();
  }

  /**
   * What each pair of a batch may take: some times the fair share of all pairs that are left, but
   * the batch no more than what is left.
   *
   * @param batch how many pairs are sought next, at once
   * @param pairs how many are left in all
   */
  public Share share(int batch, int pairs) {
    double rest = Math.max(0, budget - spent);
    double each = Math.min(rest / Math.max(1, batch), GENEROUS * rest / Math.max(1, pairs));
    long evaluations = (long) Math.min(each, 1e18);
    largest = Math.max(largest, evaluations);
    return new Share(evaluations);
  }

  /**
   * How many pairs can be tried again with twice as much for each as any pair had before, so that
   * it makes a difference.
   *
   * @param pairs how many there are
   */
  int again(int pairs) {
    double most = Math.max(0, budget - spent) / (2.0 * Math.max(LEAST, largest));
    return (int) Math.min(pairs, most);
  }

  /** Forgets that something was left out: it has been made up for. */
  void makeUp() {
    missed.set(false);
  }

  /** Adds what a batch has taken, in evaluations of the gradient of f. */
  public void spend(long evaluations) {
    spent += evaluations;
  }

  /** True once nothing is left: ask only where the answer decides whether something is left out. */
  public boolean isOver() {
    return new Share((long) Math.min(Math.max(0, budget - spent), 1e18)).isTooLittle();
  }

  /** Whether anything has been left out for want of effort or of time. */
  public boolean wasMissed() {
    return missed.get();
  }

  /** What ran out, for warnings. */
  public String shortage() {
    if (deadline.wasStopped()) {
      return "the run was stopped before all transition costs were found";
    }
    return deadline.wasMissed()
        ? "the time for transition costs (setting action-seconds) ran out"
        : "the effort for transition costs (setting action-effort) ran out";
  }

  /** What would bring more than there was, for the end of such a warning. */
  public String remedy() {
    return deadline.wasStopped() ? "; let it run longer for more" : "; raise it for more";
  }

  /** What one pair of places may take. */
  public final class Share {
    private final long evaluations;

    private Share(long evaluations) {
      this.evaluations = evaluations;
    }

    /** Whether a pair is not to be tried at all. */
    public boolean isTooLittle() {
      return isSpent(evaluations - LEAST);
    }

    /**
     * Whether nothing is left: ask only where the answer decides whether something is left out.
     *
     * @param used the evaluations taken up to now
     */
    public boolean isSpent(long used) {
      boolean spentAll = used >= evaluations || deadline.isOver();
      if (spentAll) {
        missed.set(true);
      }
      return spentAll;
    }

    /** A part of the share. */
    Share part(double share) {
      return new Share((long) (share * evaluations));
    }
  }
}
