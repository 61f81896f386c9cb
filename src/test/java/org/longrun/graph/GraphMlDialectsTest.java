package org.longrun.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.longrun.critical.Kind;
import org.longrun.landscape.InputError;

/** GraphML as the programs write it that draw, store and compute networks. */
class GraphMlDialectsTest {
  private static final String KEY = "<key id='w' for='edge' attr.name='weight'/>";

  @TempDir Path folder;

  private Network read(String content) throws IOException {
    return read(content, StandardCharsets.UTF_8);
  }

  private Network read(String content, Charset charset) throws IOException {
    Path path = folder.resolve("g.graphml");
    Files.write(path, content.getBytes(charset));
    return Network.read(path);
  }

  private static String edge(String from, String to, Object cost) {
    return "<edge source='%s' target='%s'><data key='w'>%s</data></edge>".formatted(from, to, cost);
  }

  private static String nodes(String... ids) {
    StringBuilder text = new StringBuilder();
    for (String id : ids) {
      text.append("<node id='").append(id).append("'/>");
    }
    return text.toString();
  }

  private static double cost(Network network, String from, String to) {
    TransitionGraph graph = network.graph();
    return graph.digraph().cost(graph.indexOf(from), graph.indexOf(to));
  }

  @Test
  void yedWithGraphicsGroupsPortsAndCostsAsLabels() throws IOException {
    Network network =
        read(
            """
            <graphml xmlns="http://graphml.graphdrawing.org/xmlns">
              <key for="node" id="d6" yfiles.type="nodegraphics"/>
              <key attr.name="description" attr.type="string" for="edge" id="d9"/>
              <key for="edge" id="d10" yfiles.type="edgegraphics"/>
              <graph edgedefault="directed" id="G"><data key="d0" xml:space="preserve"/>
                <node id="n0" yfiles.foldertype="group">
                  <data key="d6"><y:ProxyAutoBoundsNode><y:GroupNode/></y:ProxyAutoBoundsNode></data>
                  <graph edgedefault="directed" id="n0:">
                    <node id="n0::n0"><port name="p"><data key="cost">9</data></port></node>
                    <edge id="n0::e0" source="n0::n0" target="n1" sourceport="p"><data key="d9"/>
                      <data key="d10"><y:PolyLineEdge><y:LineStyle width="7"/>
                        <y:EdgeLabel visible="true">2.5<y:LabelModel>8</y:LabelModel></y:EdgeLabel>
                      </y:PolyLineEdge></data></edge>
                  </graph></node>
                <node id="n1"/>
                <edge source="n1" target="n0::n0"><data key="d10"><y:ArcEdge>
                  <y:EdgeLabel>0.5</y:EdgeLabel><y:EdgeLabel>7</y:EdgeLabel></y:ArcEdge></data></edge>
              </graph>
              <data key="d7"><y:Resources><node id="no vertex"/></y:Resources></data>
            </graphml>
            """);
    assertThat(network.graph().ids()).containsExactly("n0::n0", "n1");
    assertThat(cost(network, "n0::n0", "n1")).isEqualTo(2.5);
    assertThat(cost(network, "n1", "n0::n0")).isEqualTo(0.5);
  }

  @Test
  void aGroupThatAnEdgeTouchesIsAVertex() throws IOException {
    Network network =
        read(
            "<graphml>"
                + KEY
                + "<graph>"
                + edge("g", "a", 1)
                + "<node id='g'><graph>"
                + nodes("a")
                + "</graph></node></graph></graphml>");
    assertThat(network.graph().ids()).containsExactlyInAnyOrder("g", "a");
  }

  @Test
  void defaultsHoldForTheirOwnElementsAlone() throws IOException {
    Network network =
        read(
            "<graphml><key id='cost' for='edge'><default> 2 </default></key>"
                + "<key id='weight' for='node'><default>7</default></key>"
                + "<key id='k' for='all' attr.name='kind'><default>saddle</default></key><graph>"
                + nodes("a", "b")
                + "<edge source='a' target='b'/><edge source='b' target='a'><data"
                + " key='cost'>3</data></edge></graph></graphml>");
    assertThat(cost(network, "a", "b")).isEqualTo(2);
    assertThat(cost(network, "b", "a")).isEqualTo(3);
    assertThat(network.graph().kind(0)).isEqualTo(Kind.SADDLE);
    assertThatThrownBy(
            () ->
                read(
                    "<graphml><key id='weight' for='node'><default>7</default></key><graph>"
                        + nodes("a", "b")
                        + "<edge source='a' target='b'/></graph></graphml>"))
        .hasMessageContaining("this edge has no cost");
  }

  /** igraph, Gephi, networkx, Cytoscape, and a table that was made by hand. */
  @ParameterizedTest
  @CsvSource({
    "e_weight, edge, weight",
    "weight, edge, Edge Weight",
    "d0, edge, Weight",
    "weight, node, weight",
    "x, all, COST",
    "x, edge, B",
    "edgelabel, edge, Edge Label"
  })
  void theCostByAnyOfItsNames(String id, String domain, String name) throws IOException {
    String key = "<key attr.name='%s' for='%s' id='%s'/>".formatted(name, domain, id);
    String data = "<data key='" + id + "'>1.5e0</data>";
    Network network =
        read(
            "<graphml>"
                + key
                + "<graph edgedefault='directed'>"
                + nodes("a", "b")
                + "<edge id='e0' source='a' target='b'>"
                + data
                + "</edge></graph></graphml>");
    assertThat(cost(network, "a", "b")).isEqualTo(1.5);
  }

  @Test
  void directionsOfEachEdge() throws IOException {
    Network network =
        read(
            "<g:graphml xmlns:g='http://graphml.graphdrawing.org/xmlns'><g:graph edgedefault="
                + "'undirected'><g:node id='a'/><g:node id='b'/><g:node id='c'/>"
                + "<g:edge source='a' target='b'><g:data key='cost'>1</g:data></g:edge>"
                + "<g:edge source='b' target='c' directed='true'><g:data key='cost'>2</g:data>"
                + "</g:edge><node id='foreign'/></g:graph></g:graphml>");
    assertThat(network.graph().ids()).containsExactly("a", "b", "c");
    assertThat(cost(network, "b", "a")).isEqualTo(1);
    assertThat(cost(network, "c", "b")).isInfinite();
  }

  @Test
  void selfLoopsOfAnyCostAreDroppedAndCountedOnce() throws IOException {
    for (String cost : new String[] {"-0.5", "none", "", "inf"}) {
      Network network =
          read(
              "<graphml>"
                  + KEY
                  + "<graph edgedefault='undirected'>"
                  + nodes("a", "b")
                  + edge("a", "b", 1)
                  + edge("a", "a", cost)
                  + "</graph></graphml>");
      assertThat(network.warnings()).containsExactly("self-loops dropped: 1");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"UTF-8", "UTF-16", "UTF-16LE", "UTF-16BE", "ISO-8859-1", "windows-1252"})
  void theEncodingThatTheFileDeclares(String encoding) throws IOException {
    String content =
        "<?xml version='1.0' encoding='"
            + encoding
            + "'?><graphml>"
            + KEY
            + "<graph>"
            + nodes("ä", "é")
            + edge("ä", "é", 1)
            + "</graph></graphml>";
    assertThat(read(content, Charset.forName(encoding)).graph().ids()).containsExactly("ä", "é");
  }

  @Test
  void documentTypesAreHarmlessAndEntitiesAreNotFetched() throws IOException {
    Path secret = Files.writeString(folder.resolve("secret.txt"), "leaked");
    String type =
        "<!DOCTYPE graphml SYSTEM 'http://127.0.0.1:9/x.dtd' [<!ENTITY e SYSTEM '"
            + secret.toUri()
            + "'><!ENTITY a 'aaaa'><!ENTITY b '&a;&a;'>]>";
    Network network =
        read(
            type
                + "<graphml>"
                + KEY
                + "<graph>"
                + nodes("a&amp;", "&#98;")
                + edge("a&amp;", "b", 1)
                + "</graph></graphml>");
    assertThat(network.graph().ids()).containsExactly("a&", "b");
    for (String entity : new String[] {"&e;", "&b;"}) {
      assertThatThrownBy(
              () -> read(type + "<graphml><graph><node id='" + entity + "'/></graph></graphml>"))
          .isInstanceOf(InputError.class)
          .hasMessageNotContaining("leaked")
          .hasMessageNotContaining("aaaa");
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          <node id="a"/><edge source="a" target=""/>        | :2:15: <edge> has an empty attribute target
          <node id="a"/>~<edge source="a"~target="b"><data key="cost">1</data></edge>~<node id="c"/> | :3:1: this edge names 'b', and no <node> has
          <node id="a"/><node id="a"/>                      | :2:15: a second node has the id 'a'
          <node id="a"/><node id="a"><graph/></node>        | a second node has the id 'a'
          <hyperedge><endpoint node="a"/></hyperedge>       | :2:1: a hyperedge joins
          </graph><graph>                                   | one graph a file
          <graph/>                                          | must stand in a <node>
          <node id="a"/><edge source="a" target="a" directed="maybe"/> | directed is 'maybe'; it is one of
          <node id="a"/><node id="b"/><edge source="a" target="b"><data key="cost">x</data></edge> | the cost is 'x'
          <node id="a"/><node id="b"/><edge source="a" target="b"><data key="cost">nan</data></edge> | the cost is 'nan'
          <node id="a"/><node id="b"/><edge source="a" target="b"><data key="label">low</data></edge> | has no cost
          <node id="a">                                     | no well-formed GraphML: The element type "node" must
          <node id="a" id="b"/>                             | no well-formed GraphML
          <node id="&nbsp;"/>                               | no well-formed GraphML: The entity "nbsp"
          """)
  void whatIsWrongIsToldWithItsPlaceInEnglish(String content, String message) {
    Locale before = Locale.getDefault();
    try {
      Locale.setDefault(Locale.ENGLISH);
      assertThatThrownBy(
              () -> read("<graphml><graph>\n" + content.replace('~', '\n') + "</graph></graphml>"))
          .isInstanceOf(InputError.class)
          .hasMessageContaining(message)
          .hasMessageMatching("(?s)\\Q" + folder + "\\E/g.graphml:\\d+:\\d+: [^\n]{5,600}");
    } finally {
      Locale.setDefault(before);
    }
  }

  @Test
  void otherXmlAndDeepXmlAreRefused() {
    assertThatThrownBy(() -> read("<gexf><graph/></gexf>"))
        .hasMessageContaining("the outermost element is <gexf>; <graphml> is wanted");
    assertThatThrownBy(() -> read("")).isInstanceOf(InputError.class);
    String open = "<node id='x'><graph>";
    assertThatThrownBy(() -> read("<graphml><graph>" + open.repeat(50_000)))
        .hasMessageContaining("at most 200 graphs may be nested");
    assertThatThrownBy(() -> read("<graphml>" + "<a>".repeat(50_000)))
        .isInstanceOf(InputError.class);
  }
}
