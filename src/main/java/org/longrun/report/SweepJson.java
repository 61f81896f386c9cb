package org.longrun.report;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.longrun.analysis.SweepPoint;
import org.longrun.analysis.SweepResult;
import org.longrun.analysis.Tracks;
import org.longrun.analysis.Variation;
import org.longrun.landscape.FileFault;
import org.longrun.landscape.InputError;

/** A sweep as JSON, a point a line; the whole one with its tracks and events. */
public final class SweepJson {
  private static final ObjectMapper MAPPER =
      new ObjectMapper().disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);

  private SweepJson() {}

  /** Writes a whole sweep, or a shard without tracks. */
  public static void write(SweepResult sweep, OutputStream stream) throws IOException {
    StringBuilder text = new StringBuilder("{");
    text.append("\"sweep\":").append(MAPPER.writeValueAsString(sweep.name()));
    text.append(",\n\"fingerprint\":\"").append(sweep.fingerprint()).append('"');
    text.append(",\n\"vary\":").append(MAPPER.writeValueAsString(sweep.variations()));
    text.append(",\n\"shard\":").append(MAPPER.writeValueAsString(sweep.shard()));
    boolean whole = sweep.shard() == null;
    Tracks tracks =
        whole ? Tracks.of(sweep.points(), sweep.row()) : new Tracks(List.of(), List.of());
    text.append(",\n\"points\":[\n");
    for (int k = 0; k < sweep.points().size(); k++) {
      ObjectNode point = point(sweep.points().get(k), whole ? tracks.names().get(k) : List.of());
      text.append(MAPPER.writeValueAsString(point));
      text.append(k + 1 < sweep.points().size() ? ",\n" : "\n");
    }
    text.append(']');
    if (whole) {
      text.append(",\n\"events\":").append(MAPPER.writeValueAsString(tracks.events()));
    }
    stream.write(text.append("}\n").toString().getBytes(StandardCharsets.UTF_8));
  }

  private static ObjectNode point(SweepPoint point, List<String> tracks) {
    ObjectNode node = MAPPER.valueToTree(point);
    node.put("largestExponent", point.largestExponent());
    ArrayNode components = (ArrayNode) node.get("components");
    for (int i = 0; i < tracks.size(); i++) {
      ((ObjectNode) components.get(i)).put("track", tracks.get(i));
    }
    return node;
  }

  /**
   * Reads what was written.
   *
   * @throws InputError if the file is none of a sweep, or damaged
   */
  public static SweepResult read(Path file) {
    try {
      JsonNode root = MAPPER.readTree(Files.readAllBytes(file));
      if (root == null || !root.path("sweep").isTextual()) {
        throw new InputError(file + ": no results of a sweep");
      }
      List<Variation> variations = new ArrayList<>();
      for (JsonNode each : root.path("vary")) {
        variations.add(MAPPER.treeToValue(each, Variation.class));
      }
      List<SweepPoint> points = new ArrayList<>();
      for (JsonNode each : root.path("points")) {
        points.add(MAPPER.treeToValue(each, SweepPoint.class));
      }
      if (variations.isEmpty()
          || points.stream().anyMatch(p -> p.values().size() != variations.size())) {
        throw new InputError(file + ": damaged: its points do not have the values that vary");
      }
      JsonNode shard = root.path("shard");
      return new SweepResult(
          root.path("sweep").asText(),
          root.path("fingerprint").asText(),
          variations,
          shard.isTextual() ? shard.asText() : null,
          points);
    } catch (JsonProcessingException | NullPointerException damaged) {
      throw new InputError(file + ": damaged, or no results of a sweep; make it again");
    } catch (IOException unreadable) {
      throw new InputError(file + ": " + FileFault.reason(unreadable));
    }
  }
}
