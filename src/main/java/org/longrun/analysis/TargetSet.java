package org.longrun.analysis;

import java.util.BitSet;
import org.longrun.critical.CriticalComponent;
import org.longrun.critical.CriticalSet;
import org.longrun.energy.EnergyLevels;
import org.longrun.landscape.Landscape;
import org.longrun.landscape.Target;
import org.longrun.numerics.Point;

/** Q as a set of components (theory, section 4). */
final class TargetSet {
  private TargetSet() {}

  /** The components that the landscape's target names. */
  static BitSet of(Landscape landscape, CriticalSet critical, EnergyLevels energies) {
    Target target = landscape.target();
    BitSet set = new BitSet();
    if (target instanceof Target.Nearest nearest) {
      nearest.points().forEach(point -> set.set(nearestTo(point, critical)));
    } else if (target instanceof Target.GroundStates) {
      set.or(energies.groundStates());
    } else {
      set.set(0, critical.argmin());
    }
    return set;
  }

  private static int nearestTo(Point point, CriticalSet critical) {
    int nearest = 0;
    double least = Double.POSITIVE_INFINITY;
    for (int i = 0; i < critical.size(); i++) {
      double distance = distance(point, critical.components().get(i));
      if (distance < least) {
        least = distance;
        nearest = i;
      }
    }
    return nearest;
  }

  private static double distance(Point point, CriticalComponent component) {
    return component.points().stream().mapToDouble(point::distance).min().orElse(0);
  }
}
