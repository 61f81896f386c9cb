package org.longrun.analysis;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.longrun.landscape.InputError;

/**
 * A number of a landscape file and the values that it takes, one after the other.
 *
 * @param name a parameter, or a key of the file
 * @param values at least one, all finite
 */
public record Variation(String name, List<Double> values) {
  private static final int MOST = 1_000_000;

  /** Copies the values. */
  public Variation {
    values = List.copyOf(values);
  }

  /**
   * Reads {@code NAME=first:step:last} or {@code NAME=value,value,…}.
   *
   * @throws InputError if it is neither
   */
  public static Variation parse(String text) {
    int equals = text.indexOf('=');
    if (equals < 1 || equals == text.length() - 1) {
      throw wrong(text, "write NAME=first:step:last or NAME=value,value");
    }
    String name = text.substring(0, equals).strip();
    String range = text.substring(equals + 1);
    List<Double> values = range.contains(":") ? steps(text, range) : listed(text, range);
    return new Variation(name, values);
  }

  private static List<Double> listed(String text, String range) {
    List<Double> values = new ArrayList<>();
    for (String field : range.split(",", -1)) {
      values.add(number(text, field));
    }
    return values;
  }

  /** first + k·step up to the last, with half a step's room for rounding. */
  private static List<Double> steps(String text, String range) {
    String[] fields = range.split(":", -1);
    if (fields.length != 3) {
      throw wrong(text, "a range is first:step:last");
    }
    double first = number(text, fields[0]);
    double step = number(text, fields[1]);
    double last = number(text, fields[2]);
    double count = Math.floor((last - first) / step + 1e-9) + 1;
    if (!(count >= 1)) {
      throw wrong(text, "the step does not lead from the first value to the last");
    }
    if (count > MOST) {
      throw wrong(text, String.format(Locale.ROOT, "%.0f values; at most %d", count, MOST));
    }
    List<Double> values = new ArrayList<>();
    for (int k = 0; k < count; k++) {
      values.add(rounded(first + k * step, step));
    }
    return values;
  }

  /**
   * 0.30000000000000004 is 0.3: what a millionth of the step can't tell apart is the shorter one.
   */
  private static double rounded(double value, double step) {
    int digits = 9 - (int) Math.floor(Math.log10(Math.abs(step)));
    return digits > 300 || digits < 0
        ? value
        : Double.parseDouble(String.format(Locale.ROOT, "%." + digits + "f", value)) + 0.0;
  }

  private static double number(String text, String field) {
    try {
      double value = Double.parseDouble(field.strip());
      if (Double.isFinite(value)) {
        return value;
      }
    } catch (NumberFormatException e) {
      throw wrong(text, "'" + field + "' is not a number");
    }
    throw wrong(text, "'" + field + "' is not a finite number");
  }

  private static InputError wrong(String text, String why) {
    return new InputError("--vary " + text + ": " + why);
  }
}
