package org.longrun.landscape;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import com.networknt.schema.path.NodePath;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.longrun.numerics.Lazy;
import org.longrun.numerics.formula.Spelling;

/**
 * The shape of a landscape file, against the JSON schema {@code landscape.schema.json}: which keys
 * there are and what kind of value each takes. The schema's descriptions say what would be right.
 */
final class SchemaCheck {
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
  private static final double LARGEST_EXACT = 0x1p53;
  private static final Lazy<Schema> SCHEMA = new Lazy<>(SchemaCheck::load);

  private final YamlNode root;
  private final Faults faults;

  private SchemaCheck(YamlNode root, Faults faults) {
    this.root = root;
    this.faults = faults;
  }

  /** Adds a fault for everything that the schema does not allow. */
  static void check(YamlNode root, Faults faults) {
    SchemaCheck check = new SchemaCheck(root, faults);
    SCHEMA.get().validate(json(root)).forEach(check::tell);
  }

  private static Schema load() {
    return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
        .getSchema(text(), InputFormat.JSON);
  }

  /** The schema as it is written. */
  static String text() {
    try (InputStream stream = SchemaCheck.class.getResourceAsStream("landscape.schema.json")) {
      if (stream == null) {
        throw new IllegalStateException("the schema of landscape files is missing");
      }
      return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  private void tell(Error error) {
    List<Object> path = elements(error.getInstanceLocation());
    YamlNode node = find(path);
    switch (error.getKeyword()) {
      case "additionalProperties" -> unknown(node, error);
      case "required" -> missing(node, path, error.getProperty());
      default -> wrong(node, path, error);
    }
  }

  private void unknown(YamlNode node, Error error) {
    String key = error.getProperty();
    Place place = node instanceof YamlNode.Mapping mapping ? mapping.placeOf(key) : node.place();
    List<String> known = keys(error);
    String nearest = Spelling.suggestion(key, known);
    String rest = nearest.isEmpty() ? "; the keys here are " + String.join(", ", known) : nearest;
    faults.add(place, "unknown key '" + key + "'" + rest);
  }

  /** A missing key that a misspelt one was meant to be is not told again. */
  private void missing(YamlNode node, List<Object> path, String key) {
    if (node instanceof YamlNode.Mapping mapping && mapping.hasOrMisspells(key)) {
      return;
    }
    String where = path.isEmpty() ? "" : " in '" + name(path) + "'";
    faults.add(node.place(), "the key '" + key + "' is missing" + where + "; add it");
  }

  private void wrong(YamlNode node, List<Object> path, Error error) {
    String subject = path.isEmpty() ? "a landscape file" : "'" + name(path) + "'";
    boolean counts = error.getKeyword().endsWith("Items") || error.getKeyword().endsWith("ties");
    String found = counts ? "" : ", not " + node.shown();
    faults.add(node.place(), subject + " must be " + description(error) + found);
  }

  private static List<Object> elements(NodePath path) {
    List<Object> elements = new ArrayList<>();
    for (int k = 0; k < path.getNameCount(); k++) {
      elements.add(path.getElement(k));
    }
    return elements;
  }

  private YamlNode find(List<Object> path) {
    YamlNode node = root;
    for (Object element : path) {
      YamlNode child = child(node, element);
      if (child == null) {
        return node;
      }
      node = child;
    }
    return node;
  }

  private static @Nullable YamlNode child(YamlNode node, Object element) {
    if (node instanceof YamlNode.Mapping mapping) {
      return mapping.get(element.toString());
    }
    return node instanceof YamlNode.Sequence sequence && element instanceof Integer k
        ? sequence.items().get(k)
        : null;
  }

  private static String name(List<Object> path) {
    StringBuilder name = new StringBuilder();
    for (Object element : path) {
      if (element instanceof Integer k) {
        name.append('[').append(k + 1).append(']');
      } else {
        name.append(name.length() == 0 ? "" : ".").append(element);
      }
    }
    return name.toString();
  }

  private static JsonNode schemaOf(Error error) {
    JsonNode node = SCHEMA.get().getSchemaNode();
    List<Object> path = elements(error.getSchemaLocation().getFragment());
    for (Object element : path.subList(0, path.size() - 1)) {
      node = element instanceof Integer k ? node.path(k) : node.path(element.toString());
    }
    return node;
  }

  private static String description(Error error) {
    return schemaOf(error).path("description").asText("as documented");
  }

  private static List<String> keys(Error error) {
    List<String> keys = new ArrayList<>();
    schemaOf(error).path("properties").fieldNames().forEachRemaining(keys::add);
    return keys;
  }

  private static JsonNode json(YamlNode node) {
    if (node instanceof YamlNode.Scalar scalar) {
      return json(scalar);
    }
    if (node instanceof YamlNode.Sequence sequence) {
      ArrayNode array = JSON.arrayNode();
      sequence.items().forEach(item -> array.add(json(item)));
      return array;
    }
    ObjectNode object = JSON.objectNode();
    for (YamlNode.Entry entry : ((YamlNode.Mapping) node).entries()) {
      object.set(entry.key().value(), json(entry.value()));
    }
    return object;
  }

  private static JsonNode json(YamlNode.Scalar scalar) {
    if (PlainScalar.isNumber(scalar)) {
      return number(Double.parseDouble(scalar.value()));
    }
    if (PlainScalar.isNull(scalar)) {
      return JSON.nullNode();
    }
    return PlainScalar.isBoolean(scalar)
        ? JSON.booleanNode(scalar.value().equals("true"))
        : JSON.textNode(scalar.value());
  }

  /** Whole numbers as such, however they are written; infinite ones as text, which is no number. */
  private static JsonNode number(double value) {
    if (Double.isInfinite(value)) {
      return JSON.textNode(Double.toString(value));
    }
    return value == Math.rint(value) && Math.abs(value) <= LARGEST_EXACT
        ? JSON.numberNode((long) value)
        : JSON.numberNode(value);
  }
}
