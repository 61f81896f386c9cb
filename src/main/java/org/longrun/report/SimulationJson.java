package org.longrun.report;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Arrays;
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
  private final JsonGenerator json;

  private SimulationJson(JsonGenerator json) {
    this.json = json;
  }

  /**
   * Writes the whole file; does not close the stream.
   *
   * @throws IOException if the stream does
   */
  public static void write(Validation validation, OutputStream stream) throws IOException {
    JsonFactory factory =
        JsonFactory.builder().disable(StreamWriteFeature.AUTO_CLOSE_TARGET).build();
    try (JsonGenerator generator = factory.createGenerator(stream)) {
      generator.useDefaultPrettyPrinter();
      new SimulationJson(generator).write(validation);
    }
    stream.write('\n');
  }

  private interface Row<T> {
    void write(T row) throws IOException;
  }

  /** The JSON as a tree: what the page's pictures of a simulation are made from. */
  public static JsonNode tree(Validation validation) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    write(validation, bytes);
    return new ObjectMapper().readTree(bytes.toByteArray());
  }

  private void write(Validation validation) throws IOException {
    json.writeStartObject();
    json.writeObjectFieldStart("landscape");
    json.writeStringField("name", validation.name());
    json.writeEndObject();
    rows("hittingTimes", validation.hittingTimes(), this::hittingTime);
    rows("arrhenius", validation.arrhenius(), this::fit);
    rows("occupation", validation.occupation(), this::occupation);
    rows("histogram", validation.histograms(), this::histogram);
    rows("distance", validation.distances(), this::distance);
    rows("chain", validation.chain(), this::move);
    rows("chainSlopes", validation.chainFits(), this::chainFit);
    json.writeArrayFieldStart("warnings");
    for (String warning : validation.warnings()) {
      json.writeString(warning);
    }
    json.writeEndArray();
    json.writeObjectFieldStart("provenance");
    json.writeStringField("version", Provenance.version());
    json.writeStringField("java", Provenance.java());
    json.writeNumberField("seed", validation.seed());
    json.writeEndObject();
    json.writeEndObject();
  }

  private <T> void rows(String name, List<T> rows, Row<T> content) throws IOException {
    json.writeArrayFieldStart(name);
    for (T row : rows) {
      json.writeStartObject();
      content.write(row);
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private void hittingTime(HittingTime time) throws IOException {
    number("stepSize", time.stepSize());
    numbers("start", Arrays.stream(time.start().toArray()).boxed().toList());
    number("mean", time.mean());
    number("standardError", time.standardError());
    numbers("interval", time.interval().isEmpty() ? null : time.interval());
    number("median", time.median());
    numbers("quartiles", time.quartiles());
    number("restrictedMean", time.restrictedMean());
    json.writeNumberField("replicas", time.replicas());
    json.writeNumberField("censored", time.censored());
    json.writeNumberField("diverged", time.diverged());
    json.writeStringField("method", time.method().label());
    number("predictedExponent", time.predictedExponent());
    number("predictedMean", time.predictedMean());
    number("ratio", time.ratio());
  }

  private void fit(ArrheniusFit fit) throws IOException {
    numbers("start", Arrays.stream(fit.start().toArray()).boxed().toList());
    json.writeStringField("method", fit.method().label());
    json.writeNumberField("points", fit.points());
    number("slope", fit.slope());
    number("standardError", fit.standardError());
    numbers("interval", fit.interval());
    number("predicted", fit.predicted());
    json.writeStringField("verdict", fit.verdict().label());
  }

  private void occupation(Occupation occupation) throws IOException {
    number("stepSize", occupation.stepSize());
    json.writeStringField("component", occupation.component());
    number("fraction", occupation.fraction());
    number("standardError", occupation.standardError());
    number("predicted", occupation.predicted());
    number("effectiveSampleSize", occupation.effectiveSampleSize());
    number("exact", occupation.exact());
    Occupation.Basin basin = occupation.basin();
    if (basin != null) {
      json.writeObjectFieldStart("basin");
      number("fraction", basin.fraction());
      number("standardError", basin.standardError());
      number("predicted", basin.predicted());
      number("energy", basin.energy());
      number("energyError", basin.energyError());
      number("predictedEnergy", basin.predictedEnergy());
      json.writeStringField("verdict", basin.verdict().label());
      json.writeEndObject();
    }
  }

  private void histogram(Histogram histogram) throws IOException {
    number("stepSize", histogram.stepSize());
    json.writeArrayFieldStart("axes");
    for (String axis : histogram.axes()) {
      json.writeString(axis);
    }
    json.writeEndArray();
    table("edges", histogram.edges());
    table("density", histogram.density());
    table("predicted", histogram.predicted());
  }

  private void distance(Distance distance) throws IOException {
    number("stepSize", distance.stepSize());
    json.writeNumberField("iteration", distance.iteration());
    number("totalVariation", distance.totalVariation());
    number("kullbackLeibler", distance.kullbackLeibler());
    number("noiseFloor", distance.noiseFloor());
  }

  private void move(ChainMove move) throws IOException {
    number("stepSize", move.stepSize());
    json.writeStringField("method", move.method().label());
    json.writeStringField("from", move.from());
    json.writeStringField("to", move.to());
    json.writeNumberField("count", move.count());
    number("probability", move.probability());
    number("standardError", move.standardError());
    number("exponent", move.exponent());
    number("predicted", move.predicted());
  }

  private void chainFit(ChainFit fit) throws IOException {
    json.writeStringField("from", fit.from());
    json.writeStringField("to", fit.to());
    json.writeNumberField("points", fit.points());
    number("slope", fit.slope());
    number("standardError", fit.standardError());
    numbers("interval", fit.interval());
    number("predicted", fit.predicted());
    json.writeStringField("verdict", fit.verdict().label());
  }

  private void number(String name, @Nullable Double value) throws IOException {
    if (value == null || !Double.isFinite(value)) {
      json.writeNullField(name);
    } else {
      json.writeNumberField(name, value);
    }
  }

  private void numbers(String name, @Nullable List<Double> values) throws IOException {
    json.writeFieldName(name);
    if (values == null) {
      json.writeNull();
    } else {
      array(values);
    }
  }

  private void array(List<Double> values) throws IOException {
    double[] flat = values.stream().mapToDouble(Double::doubleValue).toArray();
    json.writeArray(flat, 0, flat.length);
  }

  private void table(String name, @Nullable List<List<Double>> rows) throws IOException {
    json.writeFieldName(name);
    if (rows == null) {
      json.writeNull();
      return;
    }
    json.writeStartArray();
    for (List<Double> row : rows) {
      array(row);
    }
    json.writeEndArray();
  }
}
