package org.longrun.analysis;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A sweep's points, or those of one shard.
 *
 * @param name of the landscape
 * @param fingerprint of its file and data: what tells it from every other
 * @param variations what varied, the last one fastest
 * @param shard i/n of a part; null for the whole
 * @param points in order
 */
public record SweepResult(
    String name,
    String fingerprint,
    List<Variation> variations,
    @Nullable String shard,
    List<SweepPoint> points) {
  /** Copies the lists. */
  public SweepResult {
    variations = List.copyOf(variations);
    points = List.copyOf(points);
  }

  /** How many values the last variation has. */
  public int row() {
    return variations.get(variations.size() - 1).values().size();
  }

  /** The number of points of the whole sweep. */
  public int size() {
    return variations.stream().mapToInt(v -> v.values().size()).reduce(1, (a, b) -> a * b);
  }

  /** True if every point has a result without a mark. */
  public boolean isSound() {
    return points.stream().allMatch(point -> point.status().equals(SweepPoint.DONE));
  }
}
