package org.longrun.report;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** What made a result: the version of the engine and of Java. */
public final class Provenance {
  private Provenance() {}

  /** The engine's version. */
  public static String version() {
    try (InputStream stream = Provenance.class.getResourceAsStream("version.txt")) {
      if (stream == null) {
        throw new IllegalStateException("version.txt is missing from the build");
      }
      return new String(stream.readAllBytes(), StandardCharsets.UTF_8).strip();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The Java runtime's version. */
  public static String java() {
    return Runtime.version().toString();
  }
}
