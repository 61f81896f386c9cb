package org.longrun.landscape;

import java.util.regex.Pattern;

/** What a scalar without quotes means: YAML 1.2's core schema, decimal numbers only. */
final class PlainScalar {
  private static final Pattern NUMBER =
      Pattern.compile("[-+]?(?:[0-9]+(?:\\.[0-9]*)?|\\.[0-9]+)(?:[eE][-+]?[0-9]+)?");
  private static final Pattern NOT_FINITE =
      Pattern.compile("[-+]?\\.?(?:inf(?:inity)?|nan)", Pattern.CASE_INSENSITIVE);

  private PlainScalar() {}

  /** True for a decimal number, infinite ones like 1e999 included. */
  static boolean isNumber(YamlNode.Scalar scalar) {
    return scalar.plain() && scalar.value().length() < 400 && isNumber(scalar.value());
  }

  static boolean isNumber(String text) {
    return NUMBER.matcher(text).matches();
  }

  /** True for .inf, NaN and the like, quoted or not. */
  static boolean isNotFinite(String text) {
    return NOT_FINITE.matcher(text.strip()).matches();
  }

  /** True if a formula may be read here: no null, true or false. */
  static boolean mayBeFormula(YamlNode.Scalar scalar) {
    return !isNull(scalar) && !isBoolean(scalar);
  }

  static boolean isNull(YamlNode.Scalar scalar) {
    return scalar.plain()
        && (scalar.value().isEmpty()
            || scalar.value().equals("~")
            || scalar.value().equals("null"));
  }

  static boolean isBoolean(YamlNode.Scalar scalar) {
    return scalar.plain() && (scalar.value().equals("true") || scalar.value().equals("false"));
  }
}
