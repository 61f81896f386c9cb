package org.longrun.analysis;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import org.longrun.landscape.InputError;
import org.longrun.landscape.Landscape;
import org.longrun.landscape.VariedFile;

/**
 * The analysis of a landscape for every combination of values: the last variation goes fastest.
 *
 * <p>Every point is a landscape of its own and knows nothing of the others, so that any part of a
 * sweep, on any machine, gives the same points.
 *
 * @param file the landscape
 * @param variations what varies
 */
public record Sweep(VariedFile file, List<Variation> variations) {
  private static final int MOST = 1_000_000;

  /**
   * Copies the variations.
   *
   * @throws InputError if there are more than a million points, or a name varies twice
   */
  public Sweep {
    variations = List.copyOf(variations);
    if (variations.stream().map(Variation::name).distinct().count() < variations.size()) {
      throw new InputError("--vary: the same name twice; put all its values into one list");
    }
    double points =
        variations.stream().mapToDouble(v -> v.values().size()).reduce(1, (a, b) -> a * b);
    if (points > MOST) {
      throw new InputError("--vary: more than a million points; vary less, or in shards");
    }
  }

  /** The number of points. */
  public int size() {
    return variations.stream().mapToInt(v -> v.values().size()).reduce(1, (a, b) -> a * b);
  }

  /** The values of what varies at a point. */
  public List<Double> values(int index) {
    List<Double> values = new ArrayList<>();
    int rest = index;
    for (int k = variations.size() - 1; k >= 0; k--) {
      List<Double> all = variations.get(k).values();
      values.add(0, all.get(rest % all.size()));
      rest /= all.size();
    }
    return values;
  }

  /** The landscape at a point. */
  public Landscape landscape(int index) {
    Map<String, String> changes = new LinkedHashMap<>();
    List<Double> values = values(index);
    for (int k = 0; k < values.size(); k++) {
      changes.put(variations.get(k).name(), text(values.get(k)));
    }
    return file.with(changes);
  }

  /** Whole numbers without a point: a batch size or a seed is one. */
  private static String text(double value) {
    boolean whole = value == Math.rint(value) && Math.abs(value) < 1e15;
    return whole ? Long.toString((long) value) : Double.toString(value);
  }

  /**
   * The points of one shard, in order: the {@code shard}-th, and every {@code shards}-th after it.
   *
   * @param shard from 0
   * @param shards how many the sweep is divided into
   * @param progress how far it is
   * @param stop once true, points that are not begun are left out
   */
  public List<SweepPoint> run(int shard, int shards, Progress progress, BooleanSupplier stop) {
    int[] mine = IntStream.range(0, size()).filter(k -> k % shards == shard).toArray();
    Count count = new Count(mine.length, progress);
    return IntStream.of(mine)
        .parallel()
        .mapToObj(
            index -> {
              SweepPoint point = point(index, stop);
              count.one();
              return point;
            })
        .toList();
  }

  /** How many points are done. */
  private static final class Count {
    private final int all;
    private final Progress progress;
    private int done;

    Count(int all, Progress progress) {
      this.all = all;
      this.progress = progress;
    }

    synchronized void one() {
      done++;
      progress.reached(done + " of " + all + " points", (double) done / all);
    }
  }

  private SweepPoint point(int index, BooleanSupplier stop) {
    List<Double> values = values(index);
    if (stop.getAsBoolean()) {
      return SweepPoint.notBegun(index, values);
    }
    try {
      LongRunResult result = LongRunAnalysis.withDefaults().until(stop).of(landscape(index));
      return SweepPoint.of(index, values, result);
    } catch (InputError none) {
      return SweepPoint.failed(index, values, String.valueOf(none.getMessage()));
    }
  }
}
