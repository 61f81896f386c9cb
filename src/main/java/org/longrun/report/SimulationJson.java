package org.longrun.report;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.google.common.primitives.Doubles;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.longrun.validate.ArrheniusFit;
import org.longrun.validate.ChainFit;
import org.longrun.validate.ChainMove;
import org.longrun.validate.Distance;
import org.longrun.validate.Histogram;
import org.longrun.validate.HittingTime;
import org.longrun.validate.Occupation;
import org.longrun.validate.Validation;

/**
 * Writes {@code NAME.simulation.json} (formats, section 4). Numbers that are not finite are null.
 */
public final class SimulationJson {
  private final JsonWriter json;

  private SimulationJson(JsonWriter json) {
    this.json = json;
  }

  /**
   * Writes the whole file and closes the stream.
   *
   * @throws IOException if the stream does
   */
  public static void write(Validation validation, OutputStream stream) throws IOException {
    try (JsonWriter writer = new JsonWriter(stream)) {
      writer.object(() -> new SimulationJson(writer).write(validation));
    }
  }

  /** The JSON as a tree: what the page's pictures of a simulation are made from. */
  public static JsonNode tree(Validation validation) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    write(validation, bytes);
    return new ObjectMapper().readTree(bytes.toByteArray());
  }

  private void write(Validation validation) throws IOException {
    json.object("landscape", () -> json.text("name", validation.name()));
    rows("hittingTimes", validation.hittingTimes(), this::hittingTime);
    rows("arrhenius", validation.arrhenius(), this::fit);
    rows("occupation", validation.occupation(), this::occupation);
    rows("histogram", validation.histograms(), this::histogram);
    rows("distance", validation.distances(), this::distance);
    rows("chain", validation.chain(), this::move);
    rows("chainSlopes", validation.chainFits(), this::chainFit);
    json.texts("warnings", validation.warnings());
    json.object("provenance", () -> provenance(validation));
  }

  private void provenance(Validation validation) throws IOException {
    json.text("version", Provenance.version());
    json.text("java", Provenance.java());
    json.count("seed", validation.seed());
  }

  private <T> void rows(String name, List<T> rows, JsonWriter.Element<T> content)
      throws IOException {
    json.array(name, rows, row -> json.object(() -> content.write(row)));
  }

  private void hittingTime(HittingTime time) throws IOException {
    json.number("stepSize", time.stepSize());
    numbers("start", Doubles.asList(time.start().toArray()));
    json.number("mean", time.mean());
    json.number("standardError", time.standardError());
    numbers("interval", time.interval().isEmpty() ? null : time.interval());
    json.number("median", time.median());
    numbers("quartiles", time.quartiles());
    json.number("restrictedMean", time.restrictedMean());
    json.count("replicas", (long) time.replicas());
    json.count("censored", (long) time.censored());
    json.count("diverged", (long) time.diverged());
    json.text("method", time.method().label());
    json.number("predictedExponent", time.predictedExponent());
    json.number("predictedMean", time.predictedMean());
    json.number("ratio", time.ratio());
  }

  private void fit(ArrheniusFit fit) throws IOException {
    numbers("start", Doubles.asList(fit.start().toArray()));
    json.text("method", fit.method().label());
    json.count("points", (long) fit.points());
    json.number("slope", fit.slope());
    json.number("standardError", fit.standardError());
    numbers("interval", fit.interval());
    json.number("predicted", fit.predicted());
    json.text("verdict", fit.verdict().label());
  }

  private void occupation(Occupation occupation) throws IOException {
    json.number("stepSize", occupation.stepSize());
    json.text("component", occupation.component());
    json.number("fraction", occupation.fraction());
    json.number("standardError", occupation.standardError());
    json.number("predicted", occupation.predicted());
    json.number("effectiveSampleSize", occupation.effectiveSampleSize());
    json.number("exact", occupation.exact());
    Occupation.Basin basin = occupation.basin();
    if (basin != null) {
      json.object("basin", () -> basin(basin));
    }
  }

  private void basin(Occupation.Basin basin) throws IOException {
    json.number("fraction", basin.fraction());
    json.number("standardError", basin.standardError());
    json.number("predicted", basin.predicted());
    json.number("energy", basin.energy());
    json.number("energyError", basin.energyError());
    json.number("predictedEnergy", basin.predictedEnergy());
    json.text("verdict", basin.verdict().label());
  }

  private void histogram(Histogram histogram) throws IOException {
    json.number("stepSize", histogram.stepSize());
    json.texts("axes", histogram.axes());
    table("edges", histogram.edges());
    table("density", histogram.density());
    table("predicted", histogram.predicted());
  }

  private void distance(Distance distance) throws IOException {
    json.number("stepSize", distance.stepSize());
    json.count("iteration", distance.iteration());
    json.number("totalVariation", distance.totalVariation());
    json.number("kullbackLeibler", distance.kullbackLeibler());
    json.number("noiseFloor", distance.noiseFloor());
  }

  private void move(ChainMove move) throws IOException {
    json.number("stepSize", move.stepSize());
    json.text("method", move.method().label());
    json.text("from", move.from());
    json.text("to", move.to());
    json.count("count", move.count());
    json.number("probability", move.probability());
    json.number("standardError", move.standardError());
    json.number("exponent", move.exponent());
    json.number("predicted", move.predicted());
  }

  private void chainFit(ChainFit fit) throws IOException {
    json.text("from", fit.from());
    json.text("to", fit.to());
    json.count("points", (long) fit.points());
    json.number("slope", fit.slope());
    json.number("standardError", fit.standardError());
    numbers("interval", fit.interval());
    json.number("predicted", fit.predicted());
    json.text("verdict", fit.verdict().label());
  }

  private void numbers(String name, @Nullable List<Double> values) throws IOException {
    if (values == null) {
      json.none(name);
    } else {
      json.array(name, values, json::number);
    }
  }

  private void table(String name, @Nullable List<List<Double>> rows) throws IOException {
    if (rows == null) {
      json.none(name);
    } else {
      json.array(name, rows, row -> json.array(row, json::number));
    }
  }
}
