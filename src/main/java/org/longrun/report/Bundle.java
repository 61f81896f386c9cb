package org.longrun.report;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;

/**
 * The parts of a page that do not depend on the landscape: style, scripts, the plotting library.
 */
final class Bundle {
  private static final String PLOTLY = "/META-INF/resources/webjars/plotly.js-dist/3.3.1/plotly.js";
  private static final String[] SCRIPTS = {
    "data.js",
    "selection.js",
    "plots.js",
    "landscape.js",
    "surface.js",
    "profile.js",
    "graph.js",
    "energies.js",
    "cycles.js",
    "hitting.js",
    "simulation.js",
    "main.js"
  };

  /**
   * The content-security hash of the plotting library. Hashing its eight megabytes at every start
   * takes longer than many a landscape; a test holds this against the library.
   */
  private static final String LIBRARY_HASH =
      "'sha256-ll0TvHfsqeJ8P36hwHerTLDcQhdTTS6oPWE2nIGjk20='";

  private Bundle() {}

  /** Packed when it is first asked for. */
  private static final class Library {
    static final String PACKED = pack(librarySource());
  }

  /** The plotting library as base64 of gzip. */
  static String library() {
    return Library.PACKED;
  }

  /** The plotting library itself. */
  static byte[] librarySource() {
    return bytes(PLOTLY);
  }

  /** The content-security hash of the plotting library's source. */
  static String libraryHash() {
    return LIBRARY_HASH;
  }

  /**
   * The head of a page.
   *
   * @param title its title, escaped
   * @param sources what the content security policy admits besides the style
   */
  static String head(String title, String sources) {
    return Template.fill(
        text("head.html"), Map.of("title", title, "sources", sources, "style", text("page.css")));
  }

  /** The page's own scripts, one after the other. */
  static String scripts() {
    return Stream.of(SCRIPTS).map(Bundle::text).collect(Collectors.joining("\n"));
  }

  /** A text resource of this package. */
  static String text(String name) {
    return new String(bytes("/org/longrun/report/" + name), StandardCharsets.UTF_8);
  }

  /** The base64 of the gzip of these bytes; the same for the same bytes. */
  static String pack(byte[] bytes) {
    ByteArrayOutputStream out = new ByteArrayOutputStream(bytes.length / 4 + 64);
    try (GZIPOutputStream gzip = new GZIPOutputStream(out, 1 << 16)) {
      gzip.write(bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return Base64.getEncoder().encodeToString(out.toByteArray());
  }

  /** The source expression {@code 'sha256-…'} of a content security policy. */
  static String hash(byte[] script) {
    try {
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(script);
      return "'sha256-" + Base64.getEncoder().encodeToString(digest) + "'";
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  private static byte[] bytes(String resource) {
    try (InputStream in = Bundle.class.getResourceAsStream(resource)) {
      if (in == null) {
        throw new IllegalStateException("missing resource " + resource);
      }
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
