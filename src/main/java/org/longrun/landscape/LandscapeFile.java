package org.longrun.landscape;

import com.google.common.hash.Funnels;
import com.google.common.hash.Hasher;
import com.google.common.hash.Hashing;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Landscape files ({@code landscapes/NAME.yaml}): reading one reports everything that is wrong with
 * it short of computing.
 *
 * <p>The format is described in the guide "Landscape files". The first fault in the file's order is
 * told as {@code FILE:LINE:COLUMN: what is wrong, and what would be right (… and N more)}.
 */
public final class LandscapeFile {
  /** The most bytes of a landscape file. */
  private static final int LARGEST = 1 << 20;

  private LandscapeFile() {}

  /** The JSON schema of landscape files, for editors that complete and check while one writes. */
  public static String schema() {
    return SchemaCheck.text();
  }

  /**
   * Reads a landscape file; its data must lie in its folder, or below.
   *
   * @throws InputError telling the first fault
   */
  public static Landscape read(Path path) {
    return read(path, false);
  }

  /**
   * Reads a landscape file.
   *
   * @param outside whether its data may lie outside its folder: a file of a stranger could name any
   *     file of this machine
   * @throws InputError telling the first fault
   */
  public static Landscape read(Path path, boolean outside) {
    return LandscapeReader.read(source(path, outside));
  }

  /** The text of a landscape file, and where it comes from. */
  static LandscapeSource source(Path path, boolean outside) {
    Path parent = path.toAbsolutePath().getParent();
    return source(bytes(path), path.toString(), parent == null ? path : parent, outside);
  }

  /**
   * Reads a landscape from text.
   *
   * @param text what a file would hold
   * @param file the file's name for messages; paths in the text start at its folder
   * @throws InputError telling the first fault
   */
  public static Landscape parse(String text, String file) {
    Path parent = Path.of(file).toAbsolutePath().getParent();
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    return LandscapeReader.read(source(bytes, file, parent == null ? Path.of("") : parent, false));
  }

  /**
   * What tells a landscape from every other, whatever its results are called: SHA-256 of the file's
   * bytes and of its data file's.
   *
   * @throws InputError if one of them cannot be read
   */
  public static String fingerprint(Path path) {
    byte[] bytes = bytes(path);
    Path parent = path.toAbsolutePath().getParent();
    Faults faults = new Faults(path.toString());
    Hasher hasher = Hashing.sha256().newHasher().putInt(bytes.length).putBytes(bytes);
    YamlNode root = YamlReader.read(decode(bytes, faults), faults).root();
    if (root instanceof YamlNode.Mapping landscape
        && landscape.get("data") instanceof YamlNode.Scalar data) {
      Path file = (parent == null ? path : parent).resolve(data.value());
      try (OutputStream into = Funnels.asOutputStream(hasher)) {
        Files.copy(file, into);
      } catch (IOException unreadable) {
        throw new InputError(file + ": " + FileFault.reason(unreadable));
      }
    }
    return hasher.hash().toString();
  }

  private static LandscapeSource source(
      byte[] bytes, String file, Path directory, boolean outside) {
    Faults faults = new Faults(file);
    if (bytes.length > LARGEST) {
      throw faults.fatal(
          Place.START,
          "the file has "
              + bytes.length
              + " bytes; a landscape file has at most 1 MB, put data into"
              + " a CSV file");
    }
    String text = decode(bytes, faults);
    return new LandscapeSource(file, directory, outside, text, faults);
  }

  private static byte[] bytes(Path path) {
    if (Files.isDirectory(path)) {
      throw new InputError(path + ": this is a folder; name a landscape file in it");
    }
    if (Files.exists(path) && !Files.isRegularFile(path)) {
      throw new InputError(path + ": a device or a pipe; a landscape is a file");
    }
    try (InputStream stream = Files.newInputStream(path)) {
      byte[] bytes = stream.readNBytes(LARGEST + 1);
      if (bytes.length > LARGEST) {
        throw new Faults(path.toString())
            .fatal(
                Place.START,
                "the file has "
                    + Files.size(path)
                    + " bytes; a landscape file has at most 1 MB,"
                    + " put data into a CSV file");
      }
      return bytes;
    } catch (IOException unreadable) {
      throw new InputError(
          path + ": " + FileFault.reason(unreadable) + "; check its name and folder");
    }
  }

  private static String decode(byte[] bytes, Faults faults) {
    CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();
    CharBuffer characters = CharBuffer.allocate(bytes.length + 1);
    CoderResult result = decoder.decode(ByteBuffer.wrap(bytes), characters, true);
    String text = characters.flip().toString();
    int zero = text.indexOf('\0');
    if (zero >= 0) {
      throw faults.fatal(
          new SourceText(text).place(text.codePointCount(0, zero)),
          "this is a binary file; a landscape is text in UTF-8");
    }
    if (result.isError()) {
      throw faults.fatal(
          new SourceText(text).place(text.codePointCount(0, text.length())),
          "a byte here is not UTF-8; save the file as UTF-8");
    }
    return text.startsWith("\uFEFF") ? text.substring(1) : text;
  }
}
