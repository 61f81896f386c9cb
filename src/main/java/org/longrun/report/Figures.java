package org.longrun.report;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.longrun.analysis.LongRunResult;
import org.longrun.landscape.Landscape;

/**
 * The report's pictures as SVG files for papers, drawn without a browser: {@code
 * NAME-landscape.svg, -relief, -graph, -energies, -weights, -cycles, -exponents, -bounds} and, with
 * a simulation, {@code -arrhenius, -occupation, -histogram, -distance}; each only where there is
 * something to draw.
 */
public final class Figures {
  private static final int RELIEF_GRID = 61;

  private final Findings findings;
  private final @Nullable Landscape landscape;
  private final @Nullable JsonNode simulation;

  private Figures(Findings findings, @Nullable Landscape landscape, @Nullable JsonNode simulation) {
    this.findings = findings;
    this.landscape = landscape;
    this.simulation = simulation;
  }

  /** The figures of a network (its JSON: formats, section 3). */
  public static Figures of(JsonNode results) {
    return new Figures(Findings.of(results), null, null);
  }

  /** The figures of a landscape's results (their JSON: formats, section 2). */
  public static Figures of(JsonNode results, Landscape landscape) {
    return new Figures(Findings.of(results), landscape, null);
  }

  /** The figures of an analysis. */
  public static Figures of(LongRunResult result) {
    return of(HtmlReport.tree(result, List.of()), result.sgd().landscape());
  }

  /** These figures with a simulation's (its JSON: formats, section 4). */
  public Figures withSimulation(JsonNode simulation) {
    return new Figures(findings, landscape, simulation);
  }

  /**
   * Writes every figure into the folder, all or none.
   *
   * @return the files written
   * @throws IOException if a file cannot be written
   */
  public List<Path> write(Path folder) throws IOException {
    Map<Path, String> files = new LinkedHashMap<>();
    draw().forEach((name, svg) -> files.put(folder.resolve(fileName(name)), svg.toString()));
    WholeFiles all = new WholeFiles();
    files.forEach((file, svg) -> all.add(file, WholeFile.text(svg)));
    all.write();
    return List.copyOf(files.keySet());
  }

  private String fileName(String figure) {
    return findings.name().replaceAll("[^A-Za-z0-9._-]", "_") + "-" + figure + ".svg";
  }

  /** Every figure by its name. */
  Map<String, Svg> draw() {
    Map<String, Svg> out = new LinkedHashMap<>();
    if (landscape != null) {
      landscape(landscape, out);
    }
    if (findings.components().size() > 1) {
      put(out, "graph", new GraphFigure(findings).draw());
    }
    BarFigures bars = new BarFigures(findings);
    CurveFigures curves = new CurveFigures(findings);
    put(out, "energies", bars.energies());
    put(out, "weights", curves.weights());
    put(out, "cycles", new CycleFigure(findings).draw());
    put(out, "exponents", bars.exponents());
    put(out, "bounds", bars.bounds());
    if (simulation != null) {
      put(out, "arrhenius", curves.arrhenius(simulation));
      put(out, "occupation", bars.occupation(simulation));
      put(out, "histogram", histogram(simulation.path("histogram").path(0)));
      put(out, "distance", curves.distance(simulation));
    }
    return out;
  }

  private static void put(Map<String, Svg> out, String name, @Nullable Svg figure) {
    if (figure != null) {
      out.put(name, figure);
    }
  }

  private void landscape(Landscape landscape, Map<String, Svg> out) {
    List<View> views = Views.of(landscape, findings);
    if (!views.isEmpty()) {
      out.put("landscape", new LandscapeFigure(findings, landscape, views.get(0)).draw());
      if (views.get(0).dimension() == 2) {
        out.put("relief", relief(landscape, views.get(0)));
      }
    }
  }

  private Svg relief(Landscape landscape, View view) {
    FieldSampler sampler = new FieldSampler(landscape, view);
    int count = sampler.resolution(RELIEF_GRID);
    double[][] f = sampler.values(sampler.axis(0, count), sampler.axis(1, count));
    List<Double> levels = new PageData(findings, landscape).levels(f);
    return new ReliefFigure(f, null, top())
        .draw(
            new ReliefFigure.Axis(view.axes().get(0), view.lower()[0], view.upper()[0]),
            new ReliefFigure.Axis(view.axes().get(1), view.lower()[1], view.upper()[1]),
            "f",
            value -> LandscapeFigure.band(value, levels));
  }

  /** f is cut a little above the highest component: what is higher hides the wells. */
  private double top() {
    double lowest = Double.POSITIVE_INFINITY;
    double highest = Double.NEGATIVE_INFINITY;
    for (Findings.Component c : findings.components()) {
      lowest = c.value() == null ? lowest : Math.min(lowest, c.value());
      highest = c.value() == null ? highest : Math.max(highest, c.value());
    }
    return highest > lowest ? highest + 0.12 * (highest - lowest) : Double.POSITIVE_INFINITY;
  }

  /** The occupation density in relief, the Gibbs density as wires; null for d = 1. */
  private static @Nullable Svg histogram(JsonNode histogram) {
    if (histogram.path("edges").size() != 2) {
      return null;
    }
    double[][] seen = matrix(histogram.path("density"));
    double[][] predicted = matrix(histogram.path("predicted"));
    double most = 0;
    for (double[] row : seen) {
      for (double density : row) {
        most = Math.max(most, density);
      }
    }
    double scale = most;
    double[][] wires = predicted.length == seen.length ? predicted : null;
    return new ReliefFigure(seen, wires, Double.POSITIVE_INFINITY)
        .draw(axis(histogram, 0), axis(histogram, 1), "density", value -> value / scale);
  }

  private static ReliefFigure.Axis axis(JsonNode histogram, int k) {
    JsonNode edges = histogram.path("edges").path(k);
    double last = edges.path(edges.size() - 1).asDouble();
    String name = histogram.path("axes").path(k).asText();
    return new ReliefFigure.Axis(name, edges.path(0).asDouble(), last);
  }

  /** Rows along the second axis: densities are stored by the first. */
  private static double[][] matrix(JsonNode columns) {
    double[][] out = new double[columns.path(0).size()][columns.size()];
    for (int a = 0; a < columns.size(); a++) {
      for (int b = 0; b < out.length; b++) {
        out[b][a] = columns.path(a).path(b).asDouble();
      }
    }
    return out;
  }
}
