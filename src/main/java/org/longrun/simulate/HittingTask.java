package org.longrun.simulate;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Arrays;
import org.apache.commons.rng.RestorableUniformRandomProvider;
import org.longrun.dynamics.Sgd;

/**
 * Some replicas of one start and one step size, run until each has reached the target, has made its
 * last allowed iteration or has diverged. Places that fall free are taken by the next replica.
 */
final class HittingTask implements Resumable {
  private static final int PLACES = 32;
  private static final int STEPS_PER_LOOK = 256;

  private final Walkers walkers;
  private final Atlas target;
  private final double[] start;
  private final long limit;
  private final RestorableUniformRandomProvider random;
  private final long[] times;
  private final int[] outcomes;
  private final long[] birth;
  private final int[] replica;
  private int started;
  private long clock;
  private long deadline = Long.MAX_VALUE;

  /**
   * Makes the replicas' places.
   *
   * @param sgd what runs
   * @param target where the replicas stop
   * @param run start, step size, last allowed iteration
   * @param replicas how many
   * @param random the stream
   */
  HittingTask(
      Sgd sgd,
      Atlas target,
      HittingTimes.Run run,
      int replicas,
      RestorableUniformRandomProvider random) {
    int places = Math.min(PLACES, replicas);
    this.walkers = new Walkers(sgd, run.stepSize(), places);
    this.target = target;
    this.start = run.start().toArray();
    this.limit = run.steps();
    this.random = random;
    this.times = new long[replicas];
    this.outcomes = new int[replicas];
    this.birth = new long[places];
    this.replica = new int[places];
    fill(places);
  }

  long[] times() {
    return times;
  }

  int[] outcomes() {
    return outcomes;
  }

  @Override
  public boolean advance(long nanoseconds) {
    long end = System.nanoTime() + nanoseconds;
    while (walkers.count() > 0) {
      for (int step = 0; step < STEPS_PER_LOOK && walkers.count() > 0; step++) {
        walkers.step(random);
        clock++;
        settle();
      }
      if (System.nanoTime() > end) {
        return walkers.count() == 0;
      }
    }
    return true;
  }

  private void fill(int places) {
    int place = target.locate(start, 0);
    if (place >= 0) {
      Arrays.fill(outcomes, place);
      started = times.length;
      return;
    }
    while (walkers.count() < places && started < times.length) {
      birth[walkers.count()] = clock;
      replica[walkers.count()] = started++;
      walkers.add(start, 0);
    }
    setDeadline();
  }

  private void settle() {
    int d = walkers.dimension();
    double[] x = walkers.positions();
    for (int w = walkers.count() - 1; w >= 0; w--) {
      int place = target.locate(x, w * d);
      if (place != Atlas.NOWHERE) {
        end(w, place == Atlas.GONE ? HittingSample.DIVERGED : place);
      }
    }
    if (clock >= deadline) {
      censor();
    }
  }

  private void censor() {
    for (int w = walkers.count() - 1; w >= 0; w--) {
      if (clock - birth[w] >= limit) {
        end(w, HittingSample.CENSORED);
      }
    }
    setDeadline();
  }

  private void end(int walker, int outcome) {
    times[replica[walker]] = clock - birth[walker];
    outcomes[replica[walker]] = outcome;
    if (started < times.length) {
      birth[walker] = clock;
      replica[walker] = started++;
      walkers.move(walker, start, 0);
    } else {
      walkers.remove(walker);
      birth[walker] = birth[walkers.count()];
      replica[walker] = replica[walkers.count()];
    }
  }

  private void setDeadline() {
    deadline = Long.MAX_VALUE;
    for (int w = 0; w < walkers.count(); w++) {
      deadline = Math.min(deadline, birth[w] + limit);
    }
  }

  @Override
  public void save(DataOutput out) throws IOException {
    walkers.save(out);
    for (int w = 0; w < walkers.count(); w++) {
      out.writeLong(birth[w]);
      out.writeInt(replica[w]);
    }
    out.writeInt(started);
    out.writeLong(clock);
    for (int r = 0; r < started; r++) {
      out.writeLong(times[r]);
      out.writeInt(outcomes[r]);
    }
    Streams.save(random, out);
  }

  @Override
  public void restore(DataInput in) throws IOException {
    walkers.restore(in);
    for (int w = 0; w < walkers.count(); w++) {
      birth[w] = in.readLong();
      replica[w] = in.readInt();
    }
    started = in.readInt();
    clock = in.readLong();
    for (int r = 0; r < started; r++) {
      times[r] = in.readLong();
      outcomes[r] = in.readInt();
    }
    Streams.restore(random, in);
    setDeadline();
  }
}
