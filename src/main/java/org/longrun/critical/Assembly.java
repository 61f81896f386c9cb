package org.longrun.critical;

import java.util.ArrayList;
import java.util.List;
import org.longrun.landscape.Landscape;
import org.longrun.numerics.Point;

/** Puts the components in order, names them and writes the warnings. */
final class Assembly {
  private final Landscape landscape;
  private final double diameter;

  Assembly(Landscape landscape, double diameter) {
    this.landscape = landscape;
    this.diameter = diameter;
  }

  CriticalSet of(
      Selection selection, Completeness completeness, Catalogue catalogue, String shortage) {
    List<List<Finding>> groups = Ordering.groups(selection.findings());
    List<CriticalComponent> components = new ArrayList<>();
    for (List<Finding> group : groups) {
      for (Finding finding : group) {
        components.add(finding.named("K" + (components.size() + 1)));
      }
    }
    List<String> warnings = new ArrayList<>(selection.warnings());
    if (!shortage.isEmpty()) {
      warnings.add(shortage);
    }
    for (Point point : catalogue.justOutside()) {
      warnings.add("a critical point lies just outside the domain, at " + point);
    }
    for (CriticalComponent component : components) {
      addShapeWarning(component, groups, warnings);
    }
    int argmin = groups.isEmpty() ? 0 : groups.get(0).size();
    List<String> orbits = Orbits.of(components, landscape.symmetries(), diameter);
    return new CriticalSet(components, argmin, completeness, orbits, warnings);
  }

  private static void addShapeWarning(
      CriticalComponent component, List<List<Finding>> groups, List<String> warnings) {
    List<Finding> flat = groups.stream().flatMap(List::stream).toList();
    Continuum continuum = flat.get(Integer.parseInt(component.id().substring(1)) - 1).continuum();
    if (continuum != null && continuum.leaves()) {
      warnings.add(component.id() + " goes on outside the domain: only its part inside is kept");
    }
    if (continuum != null && continuum.truncated()) {
      warnings.add(component.id() + " is larger than its points show");
    }
  }
}
