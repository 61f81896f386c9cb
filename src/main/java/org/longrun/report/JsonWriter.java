package org.longrun.report;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.PrettyPrinter;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.core.util.MinimalPrettyPrinter;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.Collection;
import org.jspecify.annotations.Nullable;
import org.longrun.numerics.Point;

/** Writes JSON as the results have it: numbers in full precision, no number as null. */
final class JsonWriter implements AutoCloseable {
  /** What is written between an opening and a closing bracket. */
  @FunctionalInterface
  interface Body {
    void write() throws IOException;
  }

  /** Writes one element of an array. */
  @FunctionalInterface
  interface Element<T> {
    void write(T element) throws IOException;
  }

  private static final int EXACT_BITS = 53;
  private static final int MOST_DIGITS = 16;
  private final JsonGenerator json;

  JsonWriter(OutputStream stream) throws IOException {
    json = new JsonFactory().createGenerator(stream);
    DefaultPrettyPrinter printer = new DefaultPrettyPrinter();
    printer.indentObjectsWith(new DefaultIndenter("  ", "\n"));
    json.setPrettyPrinter(printer);
  }

  void object(Body body) throws IOException {
    json.writeStartObject();
    body.write();
    json.writeEndObject();
  }

  void object(String name, Body body) throws IOException {
    json.writeFieldName(name);
    object(body);
  }

  <T> void array(String name, Collection<? extends T> elements, Element<T> element)
      throws IOException {
    json.writeFieldName(name);
    array(elements, element);
  }

  <T> void array(Collection<? extends T> elements, Element<T> element) throws IOException {
    json.writeStartArray();
    for (T each : elements) {
      element.write(each);
    }
    json.writeEndArray();
  }

  /** Writes the element at an index. */
  @FunctionalInterface
  interface At {
    void write(int index) throws IOException;
  }

  /** An array of many elements, on one line and without blanks. */
  void column(String name, int size, At element) throws IOException {
    json.writeFieldName(name);
    PrettyPrinter printer = json.getPrettyPrinter();
    json.setPrettyPrinter(new MinimalPrettyPrinter());
    json.writeStartArray();
    for (int k = 0; k < size; k++) {
      element.write(k);
    }
    json.writeEndArray();
    json.setPrettyPrinter(printer);
  }

  /** A position in a column; null for a negative one. */
  void position(int index) throws IOException {
    if (index < 0) {
      json.writeNull();
    } else {
      json.writeNumber(index);
    }
  }

  void text(String name, @Nullable String value) throws IOException {
    json.writeStringField(name, value);
  }

  void text(String value) throws IOException {
    json.writeString(value);
  }

  void texts(String name, Collection<String> values) throws IOException {
    array(name, values, this::text);
  }

  void flag(String name, @Nullable Boolean value) throws IOException {
    json.writeFieldName(name);
    if (value == null) {
      json.writeNull();
    } else {
      json.writeBoolean(value);
    }
  }

  void count(String name, @Nullable Long value) throws IOException {
    json.writeFieldName(name);
    if (value == null) {
      json.writeNull();
    } else {
      json.writeNumber(value);
    }
  }

  /** A count of any size: beyond 2^53 as text, since few readers keep larger numbers exact. */
  void count(String name, BigInteger value) throws IOException {
    if (value.bitLength() <= EXACT_BITS) {
      json.writeNumberField(name, value.longValueExact());
    } else {
      json.writeStringField(name, value.toString());
    }
  }

  void number(String name, @Nullable Double value) throws IOException {
    json.writeFieldName(name);
    number(value);
  }

  /** An infinity and NaN have no place in JSON: they are null, as a missing value is. */
  void number(@Nullable Double value) throws IOException {
    if (value == null || !Double.isFinite(value)) {
      json.writeNull();
    } else {
      json.writeNumber(value + 0.0);
    }
  }

  /** A number to so many decimals, in full if that is more than a double has. */
  void number(double value, int digits) throws IOException {
    if (digits >= MOST_DIGITS || !Double.isFinite(value)) {
      number(value);
    } else {
      BigDecimal rounded = BigDecimal.valueOf(value).setScale(digits, RoundingMode.HALF_EVEN);
      json.writeNumber(rounded.stripTrailingZeros().toPlainString());
    }
  }

  void point(Point point) throws IOException {
    json.writeStartArray();
    for (int k = 0; k < point.dimension(); k++) {
      number(point.get(k));
    }
    json.writeEndArray();
  }

  void none(String name) throws IOException {
    json.writeNullField(name);
  }

  @Override
  public void close() throws IOException {
    json.writeRaw('\n');
    json.close();
  }
}
