package org.longrun.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.longrun.landscape.InputError;

/** CSV, DOT and Matrix Market as they come from spreadsheets and other programs. */
class NetworkDialectsTest {
  @TempDir Path folder;

  private Network read(String file, String content) throws IOException {
    return read(file, content, StandardCharsets.UTF_8);
  }

  private Network read(String file, String content, Charset charset) throws IOException {
    Path path = folder.resolve(file);
    Files.write(path, content.getBytes(charset));
    return Network.read(path);
  }

  private static double cost(Network network, String from, String to) {
    TransitionGraph graph = network.graph();
    return graph.digraph().cost(graph.indexOf(from), graph.indexOf(to));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "from,to,cost~a,b,1.5~",
        "FROM;To;Cost~a;b;1,5",
        "From\tTo\tCOST\tx~a\tb\t1.5\t~",
        "source,target,weight~\"a\",b,1.5",
        "Source;Target;Type;Id;Label;Weight~a;b;Directed;0;;1,5",
        "sep=;~from;to;cost~a;b;1,5",
        "# made by hand~~from,to,cost~# more~a,b,1.5~  # end",
        "weight,cost,from,to,source~9,1.5,a,b,lab",
        "from;to;cost~a;b;15e-1",
        "from,to,cost\ra,b,1.5\r",
        "from,to,cost\r\na,b,1.5\r\n\r\n"
      })
  void tablesOfEdges(String content) throws IOException {
    Network network = read("a.csv", content.replace('~', '\n'));
    assertThat(network.graph().ids()).containsExactly("a", "b");
    assertThat(cost(network, "a", "b")).isEqualTo(1.5);
    assertThat(cost(network, "b", "a")).isInfinite();
  }

  @Test
  void gephisUndirectedEdgesGoBothWays() throws IOException {
    Network network =
        read("a.csv", "Source,Target,Type,Weight\na,b,Undirected,2\nb,c,directed,3\n");
    assertThat(cost(network, "b", "a")).isEqualTo(2);
    assertThat(cost(network, "c", "b")).isInfinite();
    Network own = read("a.csv", "from,to,type,cost\na,b,undirected,2\n");
    assertThat(cost(own, "b", "a")).isInfinite();
  }

  @ParameterizedTest
  @ValueSource(strings = {"UTF-16LE", "UTF-16BE"})
  void spreadsheetsWriteUtf16WithAMark(String encoding) throws IOException {
    String content = "\uFEFFfrom\tto\tcost\nä\tb\t1\n";
    assertThat(read("a.tsv", content, Charset.forName(encoding)).graph().ids())
        .containsExactly("ä", "b");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          a.csv | from;to;cost~a;b;1.234,5                 | :2:5: the cost is '1.234,5'
          a.csv | from,to,cost~a,b,"1,5"                   | :2:5: the cost is '1,5'
          a.csv | from to cost~a b 1                       | :1:1: the header must name
          a.csv | from,to,cost,cost~a,b,1,2                | it has 'cost' twice
          a.csv | from,to,cost~"a"x,b,1                    | a separator or the line's end must follow
          m.mtx | %%MatrixMarket matrix coordinate pattern general | a pattern says where entries are
          m.mtx | %%MatrixMarket matrix coordinate real skew-symmetric | half are negative
          m.mtx | %%MatrixMarket matrix array complex hermitian | a complex entry is no cost
          s.dot | strict digraph { a -> b }                | :1:18: this edge has no cost
          s.dot | strict digraph { a -> b [cost=-1] }      | :1:31: the cost is -1
          """)
  void whatIsWrongIsToldWithItsPlace(String file, String content, String message) {
    assertThatThrownBy(() -> read(file, content.replace('~', '\n')))
        .isInstanceOf(InputError.class)
        .hasMessageContaining(message);
  }

  @Test
  void selfLoopsOfAnyCostAreDropped() throws IOException {
    assertThat(read("a.csv", "cost,error,from,to\n-3,-1,a,a\n1,0,a,b\n").warnings())
        .containsExactly("self-loops dropped: 1");
    assertThat(read("a.dot", "digraph { a -> a [cost=-1, error=x]; a -> b [cost=1] }").warnings())
        .containsExactly("self-loops dropped: 1");
    assertThat(read("a.dot", "graph { edge [cost=-1] a -- {a b} [cost=1] }").warnings())
        .containsExactly("self-loops dropped: 1");
    assertThatThrownBy(() -> read("a.dot", "digraph { a -> {a b} [cost=-1] }"))
        .hasMessageContaining("the cost is -1");
  }

  @Test
  void inAStrictGraphTheLastStatementOfAnEdgeHolds() throws IOException {
    Network network =
        read(
            "s.dot",
            "strict digraph { edge [cost=9] a -> b [cost=1]; b -> a [cost=2, error=0.5]; a -> b"
                + " [cost=5]; edge [cost=7] b -> a; a -> c; a -> c [label=x] }");
    assertThat(cost(network, "a", "b")).isEqualTo(5);
    assertThat(cost(network, "b", "a")).isEqualTo(2);
    assertThat(cost(network, "a", "c")).isEqualTo(7);
    assertThat(network.warnings())
        .containsExactly("edges of the strict graph stated again, the last statement holds: 3");
    Network undirected = read("s.dot", "strict graph { a -- b [cost=4]; b -- a [cost=3] }");
    assertThat(cost(undirected, "a", "b")).isEqualTo(3);
    assertThat(cost(undirected, "b", "a")).isEqualTo(3);
    Network plain = read("s.dot", "digraph { a -> b [cost=1]; a -> b [cost=5] }");
    assertThat(cost(plain, "a", "b")).isEqualTo(1);
    assertThat(plain.warnings()).hasSize(1);
  }

  @Test
  void aMatrixThatNoMemoryHoldsIsNotBegun() {
    String content = "%%MatrixMarket matrix coordinate real general\n2000000000 2000000000 0\n";
    assertThatThrownBy(() -> read("m.mtx", content)).isInstanceOf(OutOfMemoryError.class);
  }

  @Test
  void aFieldWithoutEndIsRefusedBeforeItFillsTheMemory() {
    assertThatThrownBy(() -> read("a.csv", "from,to,cost\n\"" + "a".repeat(3_000_000)))
        .isInstanceOf(InputError.class)
        .hasMessageContaining("is a quote missing?");
  }
}
