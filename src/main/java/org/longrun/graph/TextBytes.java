package org.longrun.graph;

import java.io.BufferedInputStream;
import java.io.FilterReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/**
 * Bytes → characters: UTF-8, unless a byte order mark says UTF-16, with every line ended by a line
 * feed, whether the file has LF, CR LF or CR.
 */
final class TextBytes extends FilterReader {
  private static final int MARK_LENGTH = 3;
  private boolean afterReturn;

  private TextBytes(Reader reader) {
    super(reader);
  }

  /** The characters; what is malformed ends in a {@code CharacterCodingException}. */
  static Reader decoded(InputStream bytes) throws IOException {
    InputStream buffered = new BufferedInputStream(bytes, 1 << 16);
    buffered.mark(MARK_LENGTH);
    byte[] mark = buffered.readNBytes(MARK_LENGTH);
    buffered.reset();
    Charset charset = StandardCharsets.UTF_8;
    if (begins(mark, 0xEF, 0xBB, 0xBF)) {
      buffered.skipNBytes(MARK_LENGTH);
    } else if (begins(mark, 0xFF, 0xFE)) {
      charset = StandardCharsets.UTF_16LE;
      buffered.skipNBytes(2);
    } else if (begins(mark, 0xFE, 0xFF)) {
      charset = StandardCharsets.UTF_16BE;
      buffered.skipNBytes(2);
    }
    return new TextBytes(new InputStreamReader(buffered, charset.newDecoder()));
  }

  private static boolean begins(byte[] bytes, int... mark) {
    for (int k = 0; k < mark.length; k++) {
      if (k >= bytes.length || (bytes[k] & 0xff) != mark[k]) {
        return false;
      }
    }
    return true;
  }

  @Override
  public int read() throws IOException {
    char[] one = new char[1];
    return read(one, 0, 1) < 0 ? -1 : one[0];
  }

  @Override
  public int read(char[] target, int offset, int length) throws IOException {
    int kept = 0;
    while (kept == 0) {
      int count = in.read(target, offset, length);
      if (count <= 0) {
        return count;
      }
      kept = withLineFeeds(target, offset, count);
    }
    return kept;
  }

  private int withLineFeeds(char[] text, int offset, int count) {
    int kept = offset;
    for (int k = offset; k < offset + count; k++) {
      char c = text[k];
      if (c != '\n' || !afterReturn) {
        text[kept++] = c == '\r' ? '\n' : c;
      }
      afterReturn = c == '\r';
    }
    return kept - offset;
  }
}
