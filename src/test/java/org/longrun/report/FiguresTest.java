package org.longrun.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.parsers.DocumentBuilderFactory;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

class FiguresTest {
  private static final Pattern POINT = Pattern.compile("[ML](-?[0-9.]+),(-?[0-9.]+)");

  @Test
  void everyPictureIsAWellFormedDrawing(@TempDir Path dir) throws Exception {
    JsonNode simulation =
        SampleResults.JSON.readTree(
            FiguresTest.class.getResourceAsStream("/report/sample.simulation.json"));
    Figures figures =
        Figures.of(
                SampleResults.ofReference("three_hump__gauss_s2=1"), SampleLandscapes.threeHump())
            .withSimulation(simulation);
    assertThat(figures.draw().keySet())
        .containsExactly(
            "landscape",
            "relief",
            "graph",
            "energies",
            "weights",
            "exponents",
            "bounds",
            "arrhenius",
            "occupation",
            "histogram",
            "distance");
    for (Svg svg : figures.draw().values()) {
      Document document = parse(svg.toString());
      assertThat(document.getDocumentElement().getTagName()).isEqualTo("svg");
      assertThat(svg.toString()).doesNotContain("NaN").doesNotContain("Infinity");
      assertInside(document.getDocumentElement());
    }
    assertThat(figures.write(dir)).hasSize(11).allMatch(file -> file.toFile().length() > 1000);
  }

  @Test
  void marksStandWhereTheComponentsAre() throws Exception {
    Map<String, Svg> drawn =
        Figures.of(
                SampleResults.ofReference("himmelblau__gauss_s2=1"), SampleLandscapes.himmelblau())
            .draw();
    var texts = parse(drawn.get("landscape").toString()).getElementsByTagName("text");
    double left = Double.NaN;
    double right = Double.NaN;
    for (int k = 0; k < texts.getLength(); k++) {
      Element text = (Element) texts.item(k);
      left = text.getTextContent().equals("K3") ? x(text) : left;
      right = text.getTextContent().equals("K1") ? x(text) : right;
    }
    // x of K3 and K1 are −2.805118 and 3 in a domain of width 12 on 574 pixels
    assertThat(right - left).isCloseTo(5.805118 / 12 * 574, Offset.offset(1.0));
  }

  @Test
  void levelLinesRunWhereTheFunctionTakesTheLevel() {
    double[][] f = {{0, 1, 2}, {0, 1, 2}, {0, 1, 2}};
    assertThat(MarchingSquares.path(f, 0.5, 200, 100))
        .isEqualTo("M50.0,100.0L50.0,50.0M50.0,50.0L50.0,0.0");
    assertThat(MarchingSquares.path(f, 3, 200, 100)).isEmpty();
  }

  @Test
  void levelsCoverTheWellsAndClimbToTheTop() {
    List<Double> levels = ContourLevels.between(-7.2, 1.6, 900);
    assertThat(levels).isSorted().hasSizeBetween(12, 30);
    assertThat(levels.get(0)).isLessThanOrEqualTo(-7.2);
    assertThat(levels.stream().filter(v -> v <= 1.6).count()).isGreaterThanOrEqualTo(8);
    assertThat(ContourLevels.between(2, 2, 5)).isSorted().isNotEmpty();
  }

  @Test
  void aHostileNameStaysText(@TempDir Path dir) throws Exception {
    JsonNode results = SampleResults.random(5, 10, 2);
    String hostile = results.toString().replace("\"K2\"", "\"<script>a\\u0007()</script>&\"");
    for (Svg svg : Figures.of(SampleResults.JSON.readTree(hostile)).draw().values()) {
      assertThat(parse(svg.toString()).getElementsByTagName("script").getLength()).isZero();
    }
  }

  /** Every text begins on the canvas, and no line leaves it. */
  private static void assertInside(Element svg) {
    double width = Double.parseDouble(svg.getAttribute("width"));
    double height = Double.parseDouble(svg.getAttribute("height"));
    var texts = svg.getElementsByTagName("text");
    for (int k = 0; k < texts.getLength(); k++) {
      Element text = (Element) texts.item(k);
      if (text.hasAttribute("x")) {
        assertThat(x(text)).as(text.getTextContent()).isBetween(0.0, width);
        assertThat(Double.parseDouble(text.getAttribute("y"))).isBetween(0.0, height);
      }
    }
    var paths = svg.getElementsByTagName("path");
    for (int k = 0; k < paths.getLength(); k++) {
      Element path = (Element) paths.item(k);
      Matcher point = POINT.matcher(path.getAttribute("d"));
      while (point.find() && !path.getParentNode().getNodeName().equals("g")) {
        assertThat(Double.parseDouble(point.group(1))).isBetween(0.0, width);
        assertThat(Double.parseDouble(point.group(2))).isBetween(0.0, height);
      }
    }
  }

  private static double x(Element element) {
    return Double.parseDouble(element.getAttribute("x"));
  }

  private static Document parse(String svg) throws Exception {
    try {
      return DocumentBuilderFactory.newInstance()
          .newDocumentBuilder()
          .parse(new ByteArrayInputStream(svg.getBytes(StandardCharsets.UTF_8)));
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }
}
