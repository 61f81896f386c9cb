package org.longrun.hitting;

import java.util.BitSet;
import java.util.Comparator;
import java.util.stream.IntStream;
import org.longrun.critical.CriticalComponent;
import org.longrun.critical.CriticalSet;
import org.longrun.energy.EnergyLevels;
import org.longrun.landscape.Target;
import org.longrun.numerics.Point;

/** The target Q of a landscape as a set of components (formats, section 1). */
public final class HittingTarget {
  private HittingTarget() {}

  /**
   * The components that the landscape's target means.
   *
   * @param target argmin, ground states, or the components nearest to points
   * @param critical the components
   * @param levels their energies
   */
  public static BitSet of(Target target, CriticalSet critical, EnergyLevels levels) {
    BitSet set = new BitSet(critical.size());
    if (target instanceof Target.GroundStates) {
      return levels.groundStates();
    } else if (target instanceof Target.Nearest nearest) {
      nearest.points().forEach(point -> set.set(nearest(point, critical)));
    } else {
      set.set(0, critical.argmin());
    }
    return set;
  }

  private static int nearest(Point point, CriticalSet critical) {
    return IntStream.range(0, critical.size())
        .boxed()
        .min(Comparator.comparingDouble(k -> distance(point, critical.components().get(k))))
        .orElseThrow();
  }

  private static double distance(Point point, CriticalComponent component) {
    return component.points().stream()
        .mapToDouble(point::distance)
        .reduce(component.representative().distance(point), Math::min);
  }
}
