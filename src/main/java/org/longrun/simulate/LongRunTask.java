package org.longrun.simulate;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Arrays;
import org.apache.commons.rng.RestorableUniformRandomProvider;

/**
 * A few long chains of SGD, looked at every few iterations: occupation counts in batches, visits,
 * histograms.
 */
final class LongRunTask implements Resumable {
  /** Batches into which each chain's looks are cut for the errors. */
  static final int BATCHES = 8;

  private final Walkers walkers;
  private final Sight sight;
  private final Atlas near;
  private final Atlas around;
  private final LongRun.Length length;
  private final double[] beginnings;
  private final RestorableUniformRandomProvider random;
  private final long[][] occupation;
  private final long[][] basins;
  private final long[][] histograms;
  private final long[] moves;
  private final int[] last;
  private final boolean[] away;
  private long looks;
  private long diverged;

  LongRunTask(
      Walkers walkers,
      Sight sight,
      Atlas[] atlases,
      LongRun.Length length,
      RestorableUniformRandomProvider random) {
    this.walkers = walkers;
    this.sight = sight;
    this.near = atlases[0];
    this.around = atlases[1];
    this.length = length;
    this.random = random;
    int chains = walkers.count();
    int components = sight.neighbourhoods().size();
    this.beginnings = Arrays.copyOf(walkers.positions(), chains * walkers.dimension());
    this.occupation = new long[chains * BATCHES][components];
    this.basins = new long[chains * BATCHES][sight.attractors()];
    this.histograms = new long[sight.bins().size()][];
    for (int h = 0; h < histograms.length; h++) {
      histograms[h] = new long[sight.bins().get(h).cells()];
    }
    this.moves = new long[components * components];
    this.last = new int[chains];
    this.away = new boolean[chains];
    Arrays.fill(last, -1);
  }

  long[][] occupation() {
    return occupation;
  }

  long[][] basins() {
    return basins;
  }

  long[] histogram(int which) {
    return histograms[which];
  }

  long[] moves() {
    return moves;
  }

  /** The looks that count, of all chains. */
  double counted() {
    return (double) (length.looks() - length.discarded()) * last.length;
  }

  long diverged() {
    return diverged;
  }

  @Override
  public boolean advance(long nanoseconds) {
    long end = System.nanoTime() + nanoseconds;
    while (looks < length.looks()) {
      for (int step = 0; step < length.thinning(); step++) {
        walkers.step(random);
      }
      look();
      looks++;
      if (System.nanoTime() > end) {
        return looks >= length.looks();
      }
    }
    return true;
  }

  private void look() {
    int d = walkers.dimension();
    double[] x = walkers.positions();
    long counted = looks - length.discarded();
    long perBatch = (length.looks() - length.discarded() + BATCHES - 1) / BATCHES;
    for (int w = 0; w < walkers.count(); w++) {
      int place = near.locate(x, w * d);
      if (place == Atlas.GONE) {
        diverged++;
        walkers.move(w, beginnings, w * d);
        last[w] = -1;
        continue;
      }
      visit(w, place, counted >= 0);
      if (counted >= 0) {
        count(w * BATCHES + (int) (counted / perBatch), place, w * d);
      }
    }
  }

  private void count(int batch, int place, int offset) {
    double[] x = walkers.positions();
    if (place >= 0) {
      occupation[batch][place]++;
    }
    int basin = sight.basins().at(x, offset);
    if (basin >= 0) {
      basins[batch][basin]++;
    }
    for (int h = 0; h < histograms.length; h++) {
      int cell = sight.bins().get(h).cellOf(x, offset);
      if (cell >= 0) {
        histograms[h][cell]++;
      }
    }
  }

  /** z_n: a new component, or the same one again after an excursion beyond the wider circle. */
  private void visit(int walker, int place, boolean counted) {
    if (place < 0) {
      if (!away[walker] && last[walker] >= 0) {
        away[walker] = around.locate(walkers.positions(), walker * walkers.dimension()) < 0;
      }
      return;
    }
    int before = last[walker];
    if (counted && before >= 0 && (before != place || away[walker])) {
      moves[before * sight.neighbourhoods().size() + place]++;
    }
    last[walker] = place;
    away[walker] = false;
  }

  @Override
  public void save(DataOutput out) throws IOException {
    walkers.save(out);
    out.writeLong(looks);
    out.writeLong(diverged);
    for (int w = 0; w < last.length; w++) {
      out.writeInt(last[w]);
      out.writeBoolean(away[w]);
    }
    for (long[][] table : new long[][][] {occupation, basins, histograms, {moves}}) {
      for (long[] row : table) {
        for (long count : row) {
          out.writeLong(count);
        }
      }
    }
    Streams.save(random, out);
  }

  @Override
  public void restore(DataInput in) throws IOException {
    walkers.restore(in);
    looks = in.readLong();
    diverged = in.readLong();
    for (int w = 0; w < last.length; w++) {
      last[w] = in.readInt();
      away[w] = in.readBoolean();
    }
    for (long[][] table : new long[][][] {occupation, basins, histograms, {moves}}) {
      for (long[] row : table) {
        for (int c = 0; c < row.length; c++) {
          row[c] = in.readLong();
        }
      }
    }
    Streams.restore(random, in);
  }
}
