package org.longrun.report;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** What a file that lies where a result is to be written holds, told by its beginning. */
public enum ResultKind {
  /** There is no such file. */
  NONE,
  /** The analysis or simulation of a landscape. */
  LANDSCAPE,
  /** The results of a network. */
  NETWORK,
  /** A sweep over landscapes, or a part of one. */
  SWEEP,
  /** Anything else: it was not written here. */
  FOREIGN;

  private static final int PAGE_BYTES = 1 << 18;

  /** The kind of the JSON in a file. */
  public static ResultKind of(Path json) throws IOException {
    if (!Files.exists(json)) {
      return NONE;
    }
    if (!Files.isRegularFile(json)) {
      return FOREIGN;
    }
    try (InputStream bytes = Files.newInputStream(json);
        JsonParser parser = new JsonFactory().createParser(bytes)) {
      if (parser.nextToken() != JsonToken.START_OBJECT) {
        return FOREIGN;
      }
      String first = parser.nextFieldName();
      return switch (String.valueOf(first)) {
        case "landscape" -> LANDSCAPE;
        case "network" -> NETWORK;
        case "sweep" -> SWEEP;
        default -> FOREIGN;
      };
    } catch (JsonProcessingException noJson) {
      return FOREIGN;
    }
  }

  /** True if the file is a page that lists several analyses. */
  public static boolean isIndex(Path page) throws IOException {
    return beginning(page).contains("<body class=\"index\">");
  }

  /** True if the file is a table of edges as it is written here. */
  public static boolean isEdgeTable(Path csv) throws IOException {
    return beginning(csv).startsWith("from,to,cost");
  }

  private static String beginning(Path file) throws IOException {
    if (!Files.isRegularFile(file)) {
      return "";
    }
    try (InputStream bytes = Files.newInputStream(file)) {
      return new String(bytes.readNBytes(PAGE_BYTES), StandardCharsets.UTF_8);
    }
  }
}
