package org.longrun.graph;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.longrun.landscape.InputError;
import org.longrun.landscape.PlainText;

/**
 * The characters of an XML document: by its byte order mark, by its first characters, or by the
 * encoding that it declares, else UTF-8 (Extensible Markup Language, appendix F). The library's own
 * decoder prints on standard error what it can't decode; this one throws.
 */
final class XmlBytes {
  private static final int PROLOG = 256;
  private static final Pattern DECLARED =
      Pattern.compile("<\\?xml[^>]*?encoding\\s*=\\s*[\"']([^\"']*)[\"']");

  private XmlBytes() {}

  /**
   * The characters; what is malformed ends in a {@code CharacterCodingException}.
   *
   * @throws InputError if the declared encoding is not known
   */
  static Reader decoded(InputStream bytes, String file) throws IOException {
    InputStream buffered = new BufferedInputStream(bytes, 1 << 16);
    buffered.mark(PROLOG);
    byte[] prolog = buffered.readNBytes(PROLOG);
    buffered.reset();
    Charset charset = charset(prolog, file);
    return charset == null
        ? TextBytes.decoded(buffered)
        : new InputStreamReader(buffered, charset.newDecoder());
  }

  /** Null if a byte order mark says it, or nothing does. */
  private static @Nullable Charset charset(byte[] prolog, String file) {
    int first = prolog.length > 1 ? (prolog[0] & 0xff) << 8 | prolog[1] & 0xff : 0;
    if (first == '<') {
      return StandardCharsets.UTF_16BE;
    }
    if (first == '<' << 8) {
      return StandardCharsets.UTF_16LE;
    }
    Matcher declared = DECLARED.matcher(new String(prolog, StandardCharsets.ISO_8859_1));
    if (!declared.lookingAt()) {
      return null;
    }
    try {
      return Charset.forName(declared.group(1));
    } catch (IllegalCharsetNameException | UnsupportedCharsetException unknown) {
      throw new InputError(
          file,
          1,
          1,
          "the encoding '" + PlainText.brief(declared.group(1)) + "' is not known; UTF-8 is");
    }
  }
}
