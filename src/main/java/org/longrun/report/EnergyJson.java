package org.longrun.report;

import java.io.IOException;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.longrun.analysis.Certainty;
import org.longrun.analysis.Confidence;
import org.longrun.analysis.Trees;
import org.longrun.arborescence.InForest;
import org.longrun.energy.ClosedClass;
import org.longrun.energy.EnergyIntervals;
import org.longrun.energy.EnergyLevels;
import org.longrun.energy.OptimalTrees;
import org.longrun.graph.TransitionGraph;

/** The energies' part of the results, the same for landscapes and networks. */
final class EnergyJson {
  private final JsonWriter json;
  private final EnergyLevels energies;
  private final TransitionGraph graph;
  private final Certainty certainty;
  private final Trees trees;

  EnergyJson(JsonWriter json, EnergyLevels energies, Certainty certainty, Trees trees) {
    this.json = json;
    this.energies = energies;
    this.graph = energies.graph();
    this.certainty = certainty;
    this.trees = trees;
  }

  /** {@code energies} and {@code groundStates}. */
  void energies(BitSet minimisers) throws IOException {
    json.array("energies", indices(graph.size()), i -> energy(i, minimisers));
    groundStates();
  }

  /** {@code groundStates} and how sure they are. */
  void groundStates() throws IOException {
    json.texts("groundStates", ResultsJson.ids(energies.groundStates(), graph));
    json.text("groundStatesCertain", groundStatesCertain());
  }

  /** Certain, within-errors or undecided. */
  private String groundStatesCertain() {
    Confidence known = certainty.groundStates();
    return known == Confidence.PROVED ? Confidence.CERTAIN.text() : known.text();
  }

  private void energy(int i, BitSet minimisers) throws IOException {
    json.object(
        () -> {
          json.text("component", graph.id(i));
          json.number("energy", energies.energy(i));
          json.number("relative", energies.relative(i));
          json.text("certainty", certainty.energy(i).text());
          int by = energies.dominatedBy(i, minimisers);
          json.text("dominatedBy", by < 0 ? null : graph.id(by));
          if (CertaintyJson.writesIntervals(graph)) {
            EnergyIntervals intervals = certainty.energies();
            json.array("interval", List.of(intervals.lower(i), intervals.upper(i)), json::number);
          }
          if (trees.roots().get(i)) {
            tree(i);
          }
          if (trees.ranked().get(i)) {
            ranked(i);
          }
        });
  }

  private void tree(int root) throws IOException {
    Optional<InForest> tree = energies.arborescence(root);
    if (tree.isPresent()) {
      edges(json, "arborescence", tree.get(), graph);
    } else {
      json.none("arborescence");
    }
    json.flag("certain", tree.isPresent() ? certainty.energies().isTreeCertain(root) : null);
    OptimalTrees optimal = certainty.optimal();
    if (optimal != null) {
      json.count("optimalTrees", optimal.count(root));
    }
  }

  /** The least in-arborescences of a root in order, as many as were asked for. */
  private void ranked(int root) throws IOException {
    json.array(
        "arborescences",
        trees.ranking(root, energies),
        tree ->
            json.object(
                () -> {
                  json.number("weight", tree.weight());
                  edges(json, "edges", tree, graph);
                }));
  }

  /** {@code closedClasses} and {@code classEnergies}. */
  void classes() throws IOException {
    List<ClosedClass> classes = energies.closedClasses();
    json.array("closedClasses", classes, each -> json.array(members(each), json::text));
    json.flag("closedClassesCertain", certainty.areClassesCertain());
    json.array("classEnergies", classes, this::classEnergies);
  }

  private void classEnergies(ClosedClass closed) throws IOException {
    json.object(
        () -> {
          json.texts("members", members(closed));
          json.object(
              "relative",
              () -> {
                for (int k = 0; k < closed.size(); k++) {
                  json.number(graph.id(closed.member(k)), closed.relative(k));
                }
              });
        });
  }

  private List<String> members(ClosedClass closed) {
    return indices(closed.size()).stream().map(k -> graph.id(closed.member(k))).toList();
  }

  static void edges(JsonWriter json, String name, InForest forest, TransitionGraph graph)
      throws IOException {
    List<Integer> edges = new ArrayList<>();
    for (int v = 0; v < graph.size(); v++) {
      if (forest.edge(v) >= 0) {
        edges.add(forest.edge(v));
      }
    }
    json.array(
        name,
        edges,
        e ->
            json.array(
                List.of(graph.id(graph.digraph().tail(e)), graph.id(graph.digraph().head(e))),
                json::text));
  }

  static List<Integer> indices(int size) {
    return IntStream.range(0, size).boxed().toList();
  }
}
