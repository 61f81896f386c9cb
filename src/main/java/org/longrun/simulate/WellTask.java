package org.longrun.simulate;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import org.apache.commons.rng.RestorableUniformRandomProvider;
import org.longrun.dynamics.Sgd;

/**
 * SGD at home in a well: how far it strays, and how it leaves the core of the well.
 *
 * <p>First walkers start at the well's bottom and run for 1, 2, 4, … times as long, until the
 * median of their distance to the bottom has settled: that is the core's radius (at most the
 * neighbourhood's). Then exits from the core are counted and their states kept. A walker that
 * reaches another well or the target is put back at the bottom.
 */
final class WellTask implements Resumable {
  private static final int WALKERS = 64;
  private static final int SAMPLES = 32;
  private static final double SETTLED = 0.03;
  private static final long LONGEST = 1L << 20;
  private static final int STEPS_PER_LOOK = 64;

  private final Walkers walkers;
  private final Atlas home;
  private final Atlas abroad;
  private final double[] bottom;
  private final double largest;
  private final RestorableUniformRandomProvider random;
  private final double[] exits;
  private final boolean[] inside = new boolean[WALKERS];
  private final double[] distances = new double[WALKERS * SAMPLES];
  private double radius;
  private double median;
  private long lap = SAMPLES;
  private long clock;
  private int taken;
  private int exitsKept;
  private long exitsSeen;
  private long steps;

  WellTask(
      Sgd sgd,
      double stepSize,
      Neighbourhood well,
      Atlas abroad,
      int pool,
      RestorableUniformRandomProvider random) {
    this.walkers = new Walkers(sgd, stepSize, WALKERS);
    this.home = new Atlas(List.of(well), sgd.landscape().domain().diameter());
    this.abroad = abroad;
    this.bottom = well.points().get(0).toArray();
    this.largest = well.radius();
    this.random = random;
    this.exits = new double[pool * walkers.stateLength()];
    for (int w = 0; w < WALKERS; w++) {
      walkers.add(bottom, 0);
    }
  }

  /** The core's radius. */
  double radius() {
    return radius;
  }

  /** Mean iterations from one exit to the next. */
  double loop() {
    return (double) steps / exitsSeen;
  }

  /** The states at exits, one after the other; how many there are. */
  int exitCount() {
    return exitsKept;
  }

  double[] exits() {
    return exits;
  }

  @Override
  public boolean advance(long nanoseconds) {
    long end = System.nanoTime() + nanoseconds;
    while (!done()) {
      for (int step = 0; step < STEPS_PER_LOOK && !done(); step++) {
        walkers.step(random);
        clock++;
        if (radius > 0) {
          watch();
        } else {
          settle();
        }
      }
      if (System.nanoTime() > end) {
        return done();
      }
    }
    return true;
  }

  /** Enough exits, or so few in so long that the well has none. */
  private boolean done() {
    return exitsKept * walkers.stateLength() >= exits.length || clock > 4 * LONGEST;
  }

  private void settle() {
    int d = walkers.dimension();
    boolean sample = clock % (lap / SAMPLES) == 0;
    for (int w = 0; w < WALKERS; w++) {
      if (abroad.locate(walkers.positions(), w * d) != Atlas.NOWHERE) {
        walkers.move(w, bottom, 0);
      }
      if (sample) {
        distances[taken * WALKERS + w] =
            Math.sqrt(home.squaredDistance(walkers.positions(), w * d));
      }
    }
    if (sample && ++taken == SAMPLES) {
      endLap();
    }
  }

  private void endLap() {
    double[] sorted = distances.clone();
    Arrays.sort(sorted);
    double now = sorted[sorted.length / 2];
    if (Math.abs(now - median) < SETTLED * now || lap >= LONGEST || !(now < 4 * largest)) {
      radius = Math.min(now, largest);
    }
    median = now;
    lap *= 2;
    taken = 0;
    clock = 0;
  }

  private void watch() {
    int d = walkers.dimension();
    for (int w = 0; w < WALKERS; w++) {
      double square = home.squaredDistance(walkers.positions(), w * d);
      boolean in = square <= radius * radius;
      if (inside[w] && !in) {
        keep(w);
      }
      inside[w] = in;
      if (!in && abroad.locate(walkers.positions(), w * d) != Atlas.NOWHERE) {
        walkers.move(w, bottom, 0);
        inside[w] = true;
      }
    }
    steps += WALKERS;
  }

  private void keep(int walker) {
    exitsSeen++;
    if (exitsKept * walkers.stateLength() < exits.length) {
      walkers.read(walker, exits, exitsKept * walkers.stateLength());
      exitsKept++;
    }
  }

  @Override
  public void save(DataOutput out) throws IOException {
    walkers.save(out);
    for (boolean in : inside) {
      out.writeBoolean(in);
    }
    for (double distance : distances) {
      out.writeDouble(distance);
    }
    out.writeDouble(radius);
    out.writeDouble(median);
    for (long number : new long[] {lap, clock, taken, exitsKept, exitsSeen, steps}) {
      out.writeLong(number);
    }
    for (int k = 0; k < exitsKept * walkers.stateLength(); k++) {
      out.writeDouble(exits[k]);
    }
    Streams.save(random, out);
  }

  @Override
  public void restore(DataInput in) throws IOException {
    walkers.restore(in);
    for (int w = 0; w < WALKERS; w++) {
      inside[w] = in.readBoolean();
    }
    for (int s = 0; s < distances.length; s++) {
      distances[s] = in.readDouble();
    }
    radius = in.readDouble();
    median = in.readDouble();
    lap = in.readLong();
    clock = in.readLong();
    taken = (int) in.readLong();
    exitsKept = (int) in.readLong();
    exitsSeen = in.readLong();
    steps = in.readLong();
    for (int k = 0; k < exitsKept * walkers.stateLength(); k++) {
      exits[k] = in.readDouble();
    }
    Streams.restore(random, in);
  }
}
