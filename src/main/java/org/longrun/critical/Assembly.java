package org.longrun.critical;

import java.util.ArrayList;
import java.util.List;
import org.longrun.landscape.Domain;
import org.longrun.landscape.Landscape;
import org.longrun.numerics.Point;

/** Puts the components in order, names them and adds what is to be said of single ones. */
final class Assembly {
  private static final double ON_BOUNDARY = 1e-9;

  private final Landscape landscape;
  private final double diameter;

  Assembly(Landscape landscape, double diameter) {
    this.landscape = landscape;
    this.diameter = diameter;
  }

  CriticalSet of(List<Finding> findings, Completeness completeness, List<String> warnings) {
    List<List<Finding>> groups = Ordering.groups(findings);
    List<CriticalComponent> components = new ArrayList<>();
    List<String> all = new ArrayList<>(warnings);
    for (List<Finding> group : groups) {
      for (Finding finding : group) {
        CriticalComponent component = finding.named("K" + (components.size() + 1));
        components.add(component);
        addWarnings(component, finding, all);
      }
    }
    int argmin = groups.isEmpty() ? 0 : groups.get(0).size();
    List<String> orbits = Orbits.of(components, landscape.symmetries(), diameter);
    return new CriticalSet(components, argmin, completeness, orbits, all);
  }

  private void addWarnings(CriticalComponent component, Finding finding, List<String> warnings) {
    Continuum continuum = finding.continuum();
    if (continuum == null) {
      if (isOnBoundary(component.representative())) {
        warnings.add(component.id() + " lies on the boundary of the domain");
      }
      return;
    }
    if (continuum.leaves()) {
      warnings.add(component.id() + " goes on outside the domain: only its part inside is kept");
    }
    if (continuum.truncated()) {
      warnings.add(component.id() + " is larger than its points show");
    }
  }

  private boolean isOnBoundary(Point point) {
    Domain domain = landscape.domain();
    for (int k = 0; k < point.dimension(); k++) {
      double reach = ON_BOUNDARY * domain.width(k);
      if (point.get(k) - domain.lower().get(k) <= reach
          || domain.upper().get(k) - point.get(k) <= reach) {
        return true;
      }
    }
    return false;
  }
}
