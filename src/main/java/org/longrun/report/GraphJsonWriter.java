package org.longrun.report;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.CharBuffer;
import org.longrun.critical.Kind;
import org.longrun.graph.TransitionGraph;

/** The graph as JSON: {@code nodes} with id, kind, value, energy; {@code edges} from, to, cost. */
public final class GraphJsonWriter implements GraphWriter {
  @Override
  public String format() {
    return "json";
  }

  @Override
  public String extension() {
    return "graph.json";
  }

  @Override
  public void write(ExportGraph graph, Appendable out) throws IOException {
    try (JsonGenerator json = new JsonFactory().createGenerator(new Forwarder(out))) {
      json.useDefaultPrettyPrinter();
      json.writeStartObject();
      json.writeStringField("name", graph.name());
      json.writeBooleanField("directed", true);
      json.writeArrayFieldStart("nodes");
      for (int vertex : graph.vertices()) {
        node(graph, vertex, json);
      }
      json.writeEndArray();
      json.writeArrayFieldStart("edges");
      graph.forEachEdge((from, to, cost, error) -> edge(graph.graph(), from, to, cost, json));
      json.writeEndArray();
      json.writeEndObject();
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
    out.append('\n');
  }

  private static void node(ExportGraph graph, int vertex, JsonGenerator json) throws IOException {
    TransitionGraph transitions = graph.graph();
    Kind kind = transitions.kind(vertex);
    json.writeStartObject();
    json.writeStringField("id", transitions.id(vertex));
    if (kind != null) {
      json.writeStringField("kind", kind.label());
    }
    if (!Double.isNaN(transitions.value(vertex))) {
      json.writeNumberField("value", transitions.value(vertex));
    }
    double energy = graph.levels().energy(vertex);
    if (energy < Double.POSITIVE_INFINITY) {
      json.writeNumberField("energy", energy);
    } else {
      json.writeNullField("energy");
    }
    json.writeEndObject();
  }

  private static void edge(
      TransitionGraph graph, int from, int to, double cost, JsonGenerator json) {
    try {
      json.writeStartObject();
      json.writeStringField("from", graph.id(from));
      json.writeStringField("to", graph.id(to));
      json.writeNumberField("cost", cost);
      json.writeEndObject();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Passes characters on; closing it does not close what it passes them to. */
  private static final class Forwarder extends Writer {
    private final Appendable out;

    Forwarder(Appendable out) {
      this.out = out;
    }

    @Override
    public void write(char[] buffer, int offset, int length) throws IOException {
      out.append(CharBuffer.wrap(buffer, offset, length));
    }

    @Override
    public void flush() {
      // the owner flushes
    }

    @Override
    public void close() {
      // the owner closes
    }
  }
}
