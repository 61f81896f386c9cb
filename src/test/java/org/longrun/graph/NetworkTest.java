package org.longrun.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.longrun.critical.Kind;
import org.longrun.landscape.InputError;

class NetworkTest {
  @TempDir Path folder;

  private Network read(String file, String content) throws IOException {
    Path path = folder.resolve(file);
    Files.writeString(path, content);
    return Network.read(path);
  }

  private static double cost(Network network, String from, String to) {
    TransitionGraph graph = network.graph();
    return graph.digraph().cost(graph.indexOf(from), graph.indexOf(to));
  }

  @Test
  void csvInAnyOrderOfColumnsWithQuotedIds() throws IOException {
    Network network =
        read(
            "a.csv",
            "\uFEFFcost, to ,from,note\r\n1.5,\"b, \"\"c\"\"\",a,x\r\n\r\ninf,a,z,y\r\n0,a,z,y");
    assertThat(network.name()).isEqualTo("a");
    assertThat(network.graph().ids()).containsExactly("b, \"c\"", "a", "z");
    assertThat(cost(network, "a", "b, \"c\"")).isEqualTo(1.5);
    assertThat(cost(network, "z", "a")).isZero();
    assertThat(cost(network, "a", "z")).isInfinite();
  }

  @Test
  void selfLoopsAndParallelEdgesAreCountedAndIsolatedVerticesKept() throws IOException {
    Network network = read("a.csv", "from,to,cost\na,a,3\na,b,2\na,b,1\nalone,,\n");
    assertThat(network.graph().ids()).containsExactly("a", "b", "alone");
    assertThat(cost(network, "a", "b")).isEqualTo(1);
    assertThat(network.warnings()).hasSize(2);
    assertThat(network.warnings().get(0)).contains("self-loops dropped: 1");
    assertThat(network.warnings().get(1)).contains("parallel").contains(": 1");
  }

  @Test
  void dotWithEverythingInIt() throws IOException {
    Network network =
        read(
            "g.gv",
            """
            # a preprocessor line
            strict digraph "any \\"name\\"" {
              rankdir=LR; /* layout */ graph [ratio=1]; node [shape=box]
              edge [cost=2] // from here on
              a -> b -> "c d" [label="0.5"];
              { e f } -> a [cost="1e-3", style=dashed];
              b:port:n -> <<b>h</b>> [cost=1E-2]
              subgraph cluster_1 { edge [cost=7]; x->y }
              y -> -1.5
              "j" + "oined" -> a
              a [kind="saddle", value=-3.5, label="A\\nB"];
              alone
            }
            """);
    assertThat(network.graph().ids())
        .containsExactly(
            "a", "b", "c d", "e", "f", "<b>h</b>", "x", "y", "-1.5", "joined", "alone");
    assertThat(cost(network, "a", "b")).isEqualTo(2);
    assertThat(cost(network, "b", "c d")).isEqualTo(2);
    assertThat(cost(network, "f", "a")).isEqualTo(1e-3);
    assertThat(cost(network, "b", "<b>h</b>")).isEqualTo(1e-2);
    assertThat(cost(network, "x", "y")).isEqualTo(7);
    assertThat(cost(network, "y", "-1.5")).isEqualTo(2);
    assertThat(network.graph().kind(0)).isEqualTo(Kind.SADDLE);
    assertThat(network.graph().value(0)).isEqualTo(-3.5);
  }

  @Test
  void costBeforeWeightBeforeLabelInDot() throws IOException {
    Network network =
        read(
            "g.dot", "digraph{a->b[label=3,weight=2,cost=1];b->c[label=3,weight=2];c->a[label=3]}");
    assertThat(cost(network, "a", "b")).isEqualTo(1);
    assertThat(cost(network, "b", "c")).isEqualTo(2);
    assertThat(cost(network, "c", "a")).isEqualTo(3);
  }

  @Test
  void undirectedDotGoesBothWays() throws IOException {
    Network network = read("g.dot", "graph { a -- b [weight=4] }");
    assertThat(cost(network, "a", "b")).isEqualTo(4);
    assertThat(cost(network, "b", "a")).isEqualTo(4);
  }

  @Test
  void graphMl() throws IOException {
    Network network =
        read(
            "g.graphml",
            """
            <?xml version="1.0" encoding="UTF-8"?>
            <graphml xmlns="http://graphml.graphdrawing.org/xmlns">
              <key id="d0" for="edge" attr.name="weight" attr.type="double"/>
              <key id="d1" for="node" attr.name="value" attr.type="double"/>
              <graph edgedefault="undirected">
                <node id="n&amp;0"><data key="d1">2.5</data></node><node id="n1"/><node id="n2"/>
                <edge source="n&amp;0" target="n1"><data key="d0"> 1.25 </data></edge>
                <edge source="n1" target="n2" directed="true"><data key="d0">3</data></edge>
              </graph>
            </graphml>
            """);
    assertThat(network.graph().ids()).containsExactly("n&0", "n1", "n2");
    assertThat(network.graph().value(0)).isEqualTo(2.5);
    assertThat(cost(network, "n1", "n&0")).isEqualTo(1.25);
    assertThat(cost(network, "n2", "n1")).isInfinite();
  }

  @Test
  void matrixMarketKeepsZerosAsFreeEdges() throws IOException {
    Network network =
        read(
            "m.mtx",
            "%%MatrixMarket matrix coordinate real general\n% c\n3 3 3\n1 2 0\n\n2 1 1.5D0\n3 3 -1\n");
    assertThat(network.graph().ids()).containsExactly("1", "2", "3");
    assertThat(cost(network, "1", "2")).isZero();
    assertThat(cost(network, "2", "1")).isEqualTo(1.5);
    assertThat(network.graph().digraph().edgeCount()).isEqualTo(2);
  }

  @Test
  void matrixMarketSymmetricAndArray() throws IOException {
    Network symmetric =
        read("s.mtx", "%%MatrixMarket matrix coordinate integer symmetric\n2 2 1\n2 1 5\n");
    assertThat(cost(symmetric, "1", "2")).isEqualTo(5);
    assertThat(cost(symmetric, "2", "1")).isEqualTo(5);
    Network array = read("t.mtx", "%%MatrixMarket matrix array real general\n2 2\n9\n1\ninf\n9\n");
    assertThat(cost(array, "2", "1")).isEqualTo(1);
    assertThat(cost(array, "1", "2")).isInfinite();
  }

  @Test
  void pathsampleTakesTheLeastOfParallelTransitionStates() throws IOException {
    Files.writeString(folder.resolve("min.data"), "-1.0 0 1 1 1 1\n0.5D0 0 1 1 1 1\n");
    Files.writeString(
        folder.resolve("ts.data"), "2.0 0 1 1 2 0 0 0\n1.0 0 1 2 1 0 0 0\n3 0 1 1 1 0 0 0\n");
    Network network = Network.read(folder);
    assertThat(network.name()).isEqualTo(folder.getFileName().toString());
    assertThat(cost(network, "1", "2")).isEqualTo(2);
    assertThat(cost(network, "2", "1")).isEqualTo(0.5);
    assertThat(network.warnings().get(0)).contains("self-loops dropped: 1");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          x.csv   | from,to~a,b                         | :1:1: the header must name
          x.csv   | from,to,cost~a,b,-1                 | :2:5: the cost is -1
          x.csv   | from,to,cost~a,b,nan                | :2:5: the cost is 'nan'
          x.csv   | from,to,cost~a,b,1x                 | :2:5: the cost is '1x'
          x.csv   | from,to,cost~a,b                    | :2:3: the row has 2 fields
          x.csv   | from,to,cost~a,b,1,2                | the row has 4 fields
          x.csv   | from,to,cost~,b,1                   | :2:1: a vertex without a name
          x.csv   | from,to,cost~a,,1                   | an edge needs a vertex
          x.csv   | from,to,cost~"a,b,1                 | :2:1: this quoted field has no end
          x.dot   | digraph { a -> b }                  | :1:11: this edge has no cost
          x.dot   | digraph { a -> b [cost=-2] }        | :1:24: the cost is -2
          x.dot   | digraph { a -> b [cost=nan] }       | :1:24: the cost is 'nan'
          x.csv   | from,to,cost,error~a,b,1,-1         | :2:7: the error is -1; an error is finite
          x.csv   | from,to,cost,error~a,b,1,inf        | :2:7: the error is inf
          x.dot   | digraph { a -> b [cost=2,error=x] } | :1:32: the error is 'x'
          x.dot   | digraph { a -> b [cost=2,error=-1] } | :1:32: the error is -1
          x.dot   | digraph { a -> b [weight=-2] }      | the cost of this edge is -2.0
          x.dot   | digraph { a -- b [cost=2] }         | :1:13: '--' here; wanted: '->'
          x.dot   | digraph { a -> b [cost=2]           | the file ends here
          x.dot   | digraph { a -> b [cost=2] } }       | :1:29: '}' here; wanted: nothing more
          x.dot   | digraph { a - b }                   | wanted: '->', '--' or a number
          x.dot   | hello                               | :1:1: 'hello' here; wanted: 'digraph'
          x.dot   | digraph { a > b }                   | '>' here
          x.mtx   | %%MatrixMarket matrix coordinate complex general | 'complex' here
          x.mtx   | %%MatrixMarket matrix coordinate real general~2 3 1~1 2 1 | 2 by 3; a square
          x.mtx   | %%MatrixMarket matrix coordinate real general~2 2 1~1 3 1 | :3:3: the column is '3'
          x.mtx   | %%MatrixMarket matrix coordinate real general~2 2 1~1 2 -1 | :3:5: the cost is -1
          x.mtx   | %%MatrixMarket matrix coordinate real general~2 2 2~1 2 1 | ended after 1 of 2
          x.graphml | <graphml><graph><node/></graph></graphml> | <node> lacks the attribute id
          x.graphml | <graphml><graph><edge source="a" target="b"/></graph></graphml> | has no cost
          x.graphml | <graphml><graph><edge source="a" target="b"><data key="cost">1</data><data key="error">-1</data></edge></graph></graphml> | the error is -1.0
          x.graphml | <graphml><graph>                  | no well-formed GraphML
          x.txt   | a                                   | ends in no known format
          """)
  void whatIsWrongIsToldWithItsPlace(String file, String content, String message) {
    assertThatThrownBy(() -> read(file, content.replace('~', '\n')))
        .isInstanceOf(InputError.class)
        .hasMessageContaining(message)
        .hasMessageStartingWith(folder.resolve(file).toString())
        .message()
        .doesNotContain("\n");
  }

  @Test
  void foldersAndFilesThatAreNoNetworks() throws IOException {
    assertThatThrownBy(() -> Network.read(folder)).hasMessageContaining("has no min.data");
    assertThatThrownBy(() -> Network.read(folder.resolve("none.csv")))
        .hasMessageContaining("no such file");
    Files.writeString(folder.resolve("min.data"), "0 0 1 1 1 1\n1 0 1 1 1 1\n");
    Files.writeString(folder.resolve("ts.data"), "0.5 0 1 1 2 0 0 0\n");
    assertThatThrownBy(() -> Network.read(folder))
        .hasMessageContaining("ts.data:1:11: the transition");
    Files.write(
        folder.resolve("b.csv"),
        "from,to,cost\n\u00e4,b,1\n".getBytes(StandardCharsets.ISO_8859_1));
    assertThatThrownBy(() -> Network.read(folder.resolve("b.csv")))
        .hasMessageContaining("not UTF-8");
  }

  @Test
  void anUnknownTargetIsToldWithTheKnownOnes() throws IOException {
    Network network = read("a.csv", "from,to,cost\na,b,1\n");
    assertThatThrownBy(() -> network.graph().indicesOf(List.of("q")))
        .isInstanceOf(InputError.class)
        .hasMessage("no vertex is called 'q'; there are a, b");
  }
}
