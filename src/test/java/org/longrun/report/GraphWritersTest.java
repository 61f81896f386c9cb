package org.longrun.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.longrun.critical.Kind;
import org.longrun.energy.EnergyLevels;
import org.longrun.graph.Network;
import org.longrun.graph.TransitionGraph;
import org.longrun.graph.TransitionGraphBuilder;
import org.longrun.hitting.CycleHierarchy;
import org.longrun.report.ExportGraph.Selection;

class GraphWritersTest {
  @TempDir Path folder;

  /** Two wells, the saddle between them, a vertex off to the side, ids that need care. */
  private static EnergyLevels levels() {
    TransitionGraphBuilder builder = new TransitionGraphBuilder();
    int left = builder.vertex("a \"b\" \\ <&>, ä");
    int saddle = builder.vertex("s");
    int right = builder.vertex("r\\");
    builder.value(left, -1.25).value(saddle, 1 / 3.0).value(right, -0.5);
    builder.kind(left, Kind.MINIMUM).kind(saddle, Kind.SADDLE).kind(right, Kind.MINIMUM);
    builder.edge(saddle, left, 0).edge(saddle, right, 0);
    builder.edge(left, saddle, 2 * (1 / 3.0 + 1.25), 1e-9).edge(right, saddle, 2 * (1 / 3.0 + 0.5));
    return EnergyLevels.of(builder.build());
  }

  private Network again(GraphWriter writer, ExportGraph graph) throws IOException {
    StringBuilder text = new StringBuilder();
    writer.write(graph, text);
    Path file = folder.resolve("again." + writer.extension());
    Files.writeString(file, text);
    return Network.read(file);
  }

  @ParameterizedTest
  @ValueSource(strings = {"dot", "graphml", "csv"})
  void whatIsWrittenIsReadBackExactly(String format) throws IOException {
    EnergyLevels levels = levels();
    ExportGraph graph = new ExportGraph("n\"", levels, null, Selection.DIRECT);
    Network network = again(GraphWriters.of(format), graph);
    assertThat(List.copyOf(network.graph().ids()))
        .containsExactlyInAnyOrderElementsOf(levels.graph().ids());
    EnergyLevels read = EnergyLevels.of(network.graph());
    for (int v = 0; v < levels.graph().size(); v++) {
      int w = network.graph().indexOf(levels.graph().id(v));
      assertThat(read.energy(w)).isEqualTo(levels.energy(v));
      if (!format.equals("csv")) {
        assertThat(network.graph().kind(w)).isEqualTo(levels.graph().kind(v));
        assertThat(network.graph().value(w)).isEqualTo(levels.graph().value(v));
        assertThat(network.graph().hasErrors()).isTrue();
      }
    }
  }

  @Test
  void matrixMarketIsReadBackByRow() throws IOException {
    EnergyLevels levels = levels();
    ExportGraph graph = new ExportGraph("n", levels, null, Selection.DIRECT);
    EnergyLevels read = EnergyLevels.of(again(GraphWriters.of("matrix-market"), graph).graph());
    for (int v = 0; v < levels.graph().size(); v++) {
      assertThat(read.energy(v)).isEqualTo(levels.energy(v));
    }
  }

  @Test
  void dotHasTheAttributesOfTheContract() throws IOException {
    StringBuilder text = new StringBuilder();
    new DotWriter().write(new ExportGraph("two wells", levels(), null, Selection.DIRECT), text);
    assertThat(text.toString())
        .startsWith("digraph \"two wells\" {")
        .contains("\"s\" [label=\"s\\n0.3333\", kind=\"saddle\", value=\"0.3333333333333333\"")
        .contains("shape=\"diamond\"")
        .contains("style=\"filled\"")
        .contains("[label=\"1.667\", cost=\"1.6666666666666665\"")
        .contains("style=\"dashed,bold\"")
        .contains("penwidth=")
        .doesNotContain("weight");
  }

  @Test
  void minimaAloneKeepTheirEnergies() throws IOException {
    EnergyLevels levels = levels();
    ExportGraph minima = new ExportGraph("n", levels, null, Selection.MINIMA);
    TransitionGraph graph = again(new DotWriter(), minima).graph();
    assertThat(graph.size()).isEqualTo(2);
    assertThat(graph.digraph().edgeCount()).isEqualTo(2);
    EnergyLevels read = EnergyLevels.of(graph);
    for (int v = 0; v < 2; v++) {
      int w = levels.graph().indexOf(graph.id(v));
      assertThat(read.energy(v)).isEqualTo(levels.energy(w));
    }
  }

  @Test
  void completeWritesEveryPair() throws IOException {
    ExportGraph complete = new ExportGraph("n", levels(), null, Selection.COMPLETE);
    assertThat(again(new CsvWriter(), complete).graph().digraph().edgeCount()).isEqualTo(6);
  }

  @Test
  void anIsolatedVertexSurvivesCsv() throws IOException {
    TransitionGraphBuilder builder = new TransitionGraphBuilder();
    builder.vertex("alone");
    builder.edge(builder.vertex("a"), builder.vertex("b"), 1);
    EnergyLevels levels = EnergyLevels.of(builder.build());
    ExportGraph graph = new ExportGraph("n", levels, null, Selection.DIRECT);
    assertThat(again(new CsvWriter(), graph).graph().ids()).containsExactly("a", "b", "alone");
    assertThatThrownBy(() -> new ExportGraph("n", levels, null, Selection.MINIMA))
        .hasMessageContaining("minimum");
  }

  @Test
  void jsonHoldsNodesAndEdges() throws IOException {
    StringBuilder text = new StringBuilder();
    GraphWriters.of("json").write(new ExportGraph("n", levels(), null, Selection.DIRECT), text);
    var tree = new ObjectMapper().readTree(text.toString());
    assertThat(tree.get("nodes")).hasSize(3);
    assertThat(tree.get("edges")).hasSize(4);
    assertThat(tree.get("nodes").get(1).get("kind").asText()).isEqualTo("saddle");
  }

  @Test
  void theCycleTreeIsDot() throws IOException {
    StringBuilder text = new StringBuilder();
    new CycleTreeWriter().write("t", CycleHierarchy.of(levels()), text);
    assertThat(text.toString()).contains("\"C1\" -> ").contains("never left");
    assertThatThrownBy(() -> GraphWriters.of("svg")).hasMessageContaining("there are dot, graphml");
  }
}
