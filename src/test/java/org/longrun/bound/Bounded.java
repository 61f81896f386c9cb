package org.longrun.bound;

import org.longrun.action.QuasiPotential;
import org.longrun.action.TransitionCosts;
import org.longrun.critical.CriticalSet;
import org.longrun.critical.CriticalSetFinder;
import org.longrun.dynamics.Sgd;
import org.longrun.energy.EnergyLevels;
import org.longrun.graph.TransitionGraph;
import org.longrun.landscape.LandscapeFile;

/** The bounds of a landscape given as a file, with what they are made of. */
record Bounded(Sgd sgd, CriticalSet critical, TransitionGraph graph, Bounds bounds) {
  static Bounded of(String file) {
    Sgd sgd = Sgd.of(LandscapeFile.parse(file, "test.yaml"));
    CriticalSet critical = CriticalSetFinder.withDefaults().find(sgd.landscape());
    TransitionCosts costs = QuasiPotential.withDefaults().between(critical, sgd);
    TransitionGraph graph = TransitionGraph.of(critical, costs);
    return new Bounded(
        sgd, critical, graph, Bounds.of(critical, sgd, EnergyLevels.of(graph), graph));
  }

  static Bounded of(String variables, String objective, String noise, String domain) {
    return of(
        "variables: ["
            + variables
            + "]\nobjective: "
            + objective
            + "\nnoise: {gaussian: {"
            + noise
            + "}}\ndomain: {"
            + domain
            + "}\n");
  }

  Bound named(String name) {
    return bounds.all().stream().filter(b -> b.name().equals(name)).findFirst().orElseThrow();
  }
}
