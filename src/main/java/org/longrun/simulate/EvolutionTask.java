package org.longrun.simulate;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.List;
import org.apache.commons.rng.RestorableUniformRandomProvider;

/** Some replicas from one start, counted in bins at given iterations. */
final class EvolutionTask implements Resumable {
  private final Walkers walkers;
  private final Bins bins;
  private final List<Long> times;
  private final RestorableUniformRandomProvider random;
  private final int[][] counts;
  private long clock;
  private int next;

  EvolutionTask(
      Walkers walkers, Bins bins, List<Long> times, RestorableUniformRandomProvider random) {
    this.walkers = walkers;
    this.bins = bins;
    this.times = times;
    this.random = random;
    // the last column counts what is in no cell
    this.counts = new int[times.size()][bins.cells() + 1];
  }

  int[][] counts() {
    return counts;
  }

  @Override
  public boolean advance(long nanoseconds) {
    long end = System.nanoTime() + nanoseconds;
    while (next < times.size()) {
      if (clock == times.get(next)) {
        count(counts[next++]);
      } else {
        walkers.step(random);
        clock++;
      }
      if (System.nanoTime() > end) {
        return next >= times.size();
      }
    }
    return true;
  }

  private void count(int[] row) {
    for (int w = 0; w < walkers.count(); w++) {
      int cell = bins.cellOf(walkers.positions(), w * walkers.dimension());
      row[cell < 0 ? bins.cells() : cell]++;
    }
  }

  @Override
  public void save(DataOutput out) throws IOException {
    walkers.save(out);
    out.writeLong(clock);
    out.writeInt(next);
    for (int t = 0; t < next; t++) {
      for (int count : counts[t]) {
        out.writeInt(count);
      }
    }
    Streams.save(random, out);
  }

  @Override
  public void restore(DataInput in) throws IOException {
    walkers.restore(in);
    clock = in.readLong();
    next = in.readInt();
    for (int t = 0; t < next; t++) {
      for (int c = 0; c < counts[t].length; c++) {
        counts[t][c] = in.readInt();
      }
    }
    Streams.restore(random, in);
  }
}
