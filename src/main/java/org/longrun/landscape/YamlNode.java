package org.longrun.landscape;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.longrun.numerics.formula.Spelling;

/** A node of a YAML file with its place. */
sealed interface YamlNode {
  /** Where it begins. */
  Place place();

  /** Its kind and content, for an error message. */
  String shown();

  /**
   * A number, a word, a text.
   *
   * @param place where it begins, quotes included
   * @param value the text, quotes and escapes resolved
   * @param plain whether it is written without quotes
   * @param start the index of its first character in the source
   * @param end the index behind its last character
   */
  record Scalar(Place place, String value, boolean plain, int start, int end) implements YamlNode {
    @Override
    public String shown() {
      return plain && value.isEmpty() ? "nothing" : "'" + PlainText.brief(value) + "'";
    }
  }

  /** A list. */
  record Sequence(Place place, List<YamlNode> items) implements YamlNode {
    @Override
    public String shown() {
      return "a list";
    }
  }

  /** Keys with values. */
  record Mapping(Place place, List<Entry> entries) implements YamlNode {
    /** The value under a key, or null. */
    @Nullable YamlNode get(String key) {
      for (Entry entry : entries) {
        if (entry.key().value().equals(key)) {
          return entry.value();
        }
      }
      return null;
    }

    /** True if there is this key, or one that looks like a misspelling of it. */
    boolean hasOrMisspells(String key) {
      return entries.stream()
          .anyMatch(entry -> Spelling.nearest(entry.key().value(), List.of(key)).equals(key));
    }

    /** Where a key stands; the mapping's own place if it is missing. */
    Place placeOf(String key) {
      for (Entry entry : entries) {
        if (entry.key().value().equals(key)) {
          return entry.key().place();
        }
      }
      return place;
    }

    @Override
    public String shown() {
      return "a mapping";
    }
  }

  /** A key with its value. */
  record Entry(Scalar key, YamlNode value) {}
}
