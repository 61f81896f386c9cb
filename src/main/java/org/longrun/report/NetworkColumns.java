package org.longrun.report;

import java.io.IOException;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.longrun.analysis.Certainty;
import org.longrun.analysis.NetworkAnalysis;
import org.longrun.analysis.Trees;
import org.longrun.arborescence.InForest;
import org.longrun.energy.ClosedClass;
import org.longrun.energy.EnergyLevels;
import org.longrun.energy.GibbsWeights;
import org.longrun.graph.TransitionGraph;
import org.longrun.hitting.Committor;
import org.longrun.hitting.Cycle;
import org.longrun.hitting.CycleHierarchy;
import org.longrun.hitting.EigenvalueExponent;
import org.longrun.hitting.HittingExponents;

/**
 * The results of a large network: the fields of formats, section 3, as columns, each vertex's id
 * once and every other mention of it as its position, so that a million vertices take less than 100
 * MB. The guide "What the results mean" lists the columns.
 */
final class NetworkColumns {
  /** Trees are written as long as their edges together are no more. */
  private static final long MOST_EDGES = 5_000_000;

  private static final int NONE = -1;
  private static final int ALL_DIGITS = 17;
  private final JsonWriter json;
  private final NetworkAnalysis analysis;
  private final TransitionGraph graph;
  private final Trees trees;
  private final int[] roots;

  NetworkColumns(JsonWriter json, NetworkAnalysis analysis, Trees trees) {
    this.json = json;
    this.analysis = analysis;
    this.graph = analysis.network().graph();
    this.trees = trees;
    this.roots = trees.roots().stream().limit(Math.max(1, MOST_EDGES / graph.size())).toArray();
  }

  /** Writes everything from {@code energies} to {@code committor}. */
  void write() throws IOException {
    EnergyLevels energies = analysis.energies();
    json.object("energies", () -> energies(energies));
    new EnergyJson(json, energies, analysis.certainty(), trees).groundStates();
    json.array(
        "weights",
        analysis.stepSizes(),
        stepSize -> json.object(() -> weights(stepSize, energies)));
    json.object("hitting", () -> hitting(analysis.hitting()));
    new CertaintyJson(json, analysis.certainty(), graph).write();
    json.object("closedClasses", () -> classes(energies.closedClasses()));
    json.flag("closedClassesCertain", analysis.certainty().areClassesCertain());
    json.object("hierarchy", () -> hierarchy(analysis.hierarchy()));
    committor(analysis.committor());
  }

  private void energies(EnergyLevels energies) throws IOException {
    Certainty certainty = analysis.certainty();
    json.column("component", graph.size(), v -> json.text(graph.id(v)));
    double least = IntStream.range(0, graph.size()).mapToDouble(energies::energy).min().orElse(0);
    int digits = digits(Math.ulp(least));
    json.number("least", least);
    json.column("relative", graph.size(), v -> json.number(energies.relative(v), digits));
    BitSet minimisers = graph.minima();
    if (!minimisers.isEmpty()) {
      json.column(
          "dominatedBy", graph.size(), v -> json.position(energies.dominatedBy(v, minimisers)));
    }
    if (graph.hasErrors()) {
      json.column("lower", graph.size(), v -> json.number(certainty.energies().lower(v)));
      json.column("upper", graph.size(), v -> json.number(certainty.energies().upper(v)));
    }
    certainty(v -> certainty.energy(v).text());
    json.array("trees", roots(), root -> json.object(() -> tree(root, energies)));
  }

  /** How many decimals are more than rounding, if it may move a number so far. */
  private static int digits(double rounding) {
    return rounding > 0 && rounding < 1 ? (int) -Math.floor(Math.log10(rounding)) : ALL_DIGITS;
  }

  /** One word where it holds for every vertex. */
  private void certainty(IntFunction<String> of) throws IOException {
    if (IntStream.range(1, graph.size()).allMatch(v -> of.apply(v).equals(of.apply(0)))) {
      json.text("certainty", of.apply(0));
    } else {
      json.column("certainty", graph.size(), v -> json.text(of.apply(v)));
    }
  }

  private List<Integer> roots() {
    return Arrays.stream(roots).boxed().toList();
  }

  private void tree(int root, EnergyLevels energies) throws IOException {
    json.text("component", graph.id(root));
    next("arborescence", energies.arborescence(root));
    boolean reached = energies.arborescence(root).isPresent();
    json.flag("certain", reached ? analysis.certainty().energies().isTreeCertain(root) : null);
  }

  /** For every vertex the one that its edge of the forest leads to. */
  private void next(String name, Optional<InForest> forest) throws IOException {
    if (forest.isEmpty()) {
      json.none(name);
      return;
    }
    InForest edges = forest.get();
    json.column(name, graph.size(), v -> json.position(head(edges.edge(v))));
  }

  private int head(int edge) {
    return edge < 0 ? NONE : graph.digraph().head(edge);
  }

  private int tail(int edge) {
    return edge < 0 ? NONE : graph.digraph().tail(edge);
  }

  private void weights(double stepSize, EnergyLevels energies) throws IOException {
    GibbsWeights weights = GibbsWeights.at(stepSize, energies);
    json.number("stepSize", stepSize);
    json.column("weight", graph.size(), v -> json.number(weights.weight(v)));
  }

  private void hitting(HittingExponents hitting) throws IOException {
    Certainty certainty = analysis.certainty();
    json.texts("target", ResultsJson.ids(hitting.target(), graph));
    json.number("targetEnergy", hitting.targetEnergy());
    json.object(
        "components",
        () -> {
          exponents(hitting);
          differing("avoiding", hitting, v -> hitting.avoiding(v) != hitting.exponent(v));
          differing("passing", hitting, v -> hitting.passing(v) != hitting.exponent(v));
          certainty(v -> certainty.exponent(v).text());
          if (graph.hasErrors()) {
            json.column("lower", graph.size(), v -> json.number(certainty.hitting().lower(v)));
            json.column("upper", graph.size(), v -> json.number(certainty.hitting().upper(v)));
          }
        });
    json.array("trees", roots(), root -> json.object(() -> pruned(root, hitting)));
    HittingJson common = new HittingJson(json, hitting, certainty, trees);
    common.attraction();
    common.largest(hitting.slowest());
  }

  /** Few values, each of many vertices: the values, and the position of each vertex's. */
  private void exponents(HittingExponents hitting) throws IOException {
    double[] values =
        IntStream.range(0, graph.size())
            .mapToDouble(hitting::exponent)
            .distinct()
            .sorted()
            .toArray();
    json.object(
        "exponent",
        () -> {
          json.column("values", values.length, k -> json.number(values[k]));
          json.column(
              "of",
              graph.size(),
              v -> json.position(Arrays.binarySearch(values, hitting.exponent(v))));
        });
  }

  /** The vertices where an exponent is not {@code exponent}, and what it is there. */
  private void differing(String name, HittingExponents hitting, IntPredicate differs)
      throws IOException {
    int[] where = IntStream.range(0, graph.size()).filter(differs).toArray();
    boolean passing = name.equals("passing");
    json.object(
        name,
        () -> {
          json.column("component", where.length, k -> json.position(where[k]));
          json.column(
              "value",
              where.length,
              k -> json.number(passing ? hitting.passing(where[k]) : hitting.avoiding(where[k])));
        });
  }

  private void pruned(int root, HittingExponents hitting) throws IOException {
    json.text("component", graph.id(root));
    new HittingJson(json, hitting, analysis.certainty(), trees).bottleneck(root);
    next("pruned", hitting.pruned(root));
  }

  private void classes(List<ClosedClass> classes) throws IOException {
    int[] of = new int[graph.size()];
    Arrays.fill(of, NONE);
    for (int c = 0; c < classes.size(); c++) {
      for (int k = 0; k < classes.get(c).size(); k++) {
        of[classes.get(c).member(k)] = c;
      }
    }
    json.count("count", (long) classes.size());
    if (classes.size() != 1 || classes.get(0).size() < graph.size()) {
      json.column("class", graph.size(), v -> json.position(of[v]));
    }
  }

  private void hierarchy(CycleHierarchy hierarchy) throws IOException {
    int[] around = hierarchy.around();
    // the bound is the worst case, and far from what comes
    int digits = digits(1e-3 * hierarchy.roundingBound());
    int count = hierarchy.cycles().size();
    int[] main = new int[count];
    int[] edges = new int[count];
    double[] exit = new double[count];
    int k = 0;
    for (Cycle cycle : hierarchy.cycles()) {
      main[k] = cycle.main();
      edges[k] = cycle.exitEdge();
      exit[k++] = cycle.exit();
    }
    json.object(
        "cycles",
        () -> {
          json.column("around", around.length, i -> json.position(around[i]));
          json.column("main", count, i -> json.position(main[i]));
          json.column("exit", count, i -> json.number(exit[i], digits));
          json.column("exitFrom", count, i -> json.position(tail(edges[i])));
          json.column("exitTo", count, i -> json.position(head(edges[i])));
        });
    eigenvalues(hierarchy.eigenvalueExponents(), digits);
  }

  private void eigenvalues(List<EigenvalueExponent> events, int digits) throws IOException {
    json.object(
        "eigenvalueExponents",
        () -> {
          json.column(
              "exponent", events.size(), k -> json.number(events.get(k).exponent(), digits));
          json.column("dying", events.size(), k -> json.position(events.get(k).dying()));
          json.column("absorbedBy", events.size(), k -> json.position(events.get(k).absorbedBy()));
        });
  }

  private void committor(@Nullable Committor committor) throws IOException {
    if (committor == null) {
      return;
    }
    List<Integer> targets = analysis.hitting().target().stream().boxed().toList();
    json.array(
        "committor",
        targets,
        q -> {
          double[] exponents = committor.before(q);
          json.object(
              () -> {
                json.text("target", graph.id(q));
                json.column("exponent", graph.size(), v -> json.number(exponents[v]));
              });
        });
  }
}
