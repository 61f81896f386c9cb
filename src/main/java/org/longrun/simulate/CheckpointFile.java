package org.longrun.simulate;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.DigestInputStream;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import org.longrun.landscape.FileFault;
import org.longrun.landscape.InputError;

/**
 * The bytes of a checkpoint: a line that says what it is, the SHA-256 of the run that it belongs
 * to, the states by piece, and the SHA-256 of all of this. A file that was cut, damaged or written
 * by another run is refused; none is taken for what it is not.
 */
final class CheckpointFile {
  private static final String FORMAT = "longrun checkpoint 2";
  private static final int DIGEST_BYTES = 32;

  private CheckpointFile() {}

  /**
   * What a checkpoint holds.
   *
   * @param run the SHA-256 of what makes the run differ from every other
   * @param states by piece
   */
  record Content(String run, Map<String, byte[]> states) {}

  /** The SHA-256 of a text, in hexadecimal digits. */
  static String digest(String text) {
    return HexFormat.of().formatHex(sha256().digest(text.getBytes(StandardCharsets.UTF_8)));
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  /**
   * Reads a file.
   *
   * @throws InputError if it is no checkpoint, or a damaged one
   */
  static Content read(Path file) {
    if (!Files.isRegularFile(file)) {
      throw new InputError(file + " is no file; name a checkpoint, or a new file");
    }
    try (DigestInputStream digested =
            new DigestInputStream(new BufferedInputStream(Files.newInputStream(file)), sha256());
        DataInputStream in = new DataInputStream(digested)) {
      byte[] format = in.readNBytes(FORMAT.length());
      if (!new String(format, StandardCharsets.US_ASCII).equals(FORMAT)) {
        throw new InputError(file + " is not a checkpoint; name a file that is, or a new one");
      }
      Content content = content(in, Files.size(file));
      byte[] computed = digested.getMessageDigest().digest();
      digested.on(false);
      if (!Arrays.equals(computed, in.readNBytes(DIGEST_BYTES)) || in.read() >= 0) {
        throw damaged(file);
      }
      return content;
    } catch (FileSystemException unreadable) {
      throw new InputError(file + ": " + FileFault.reason(unreadable));
    } catch (IOException cut) {
      throw damaged(file);
    }
  }

  private static InputError damaged(Path file) {
    return new InputError(
        file + " is a checkpoint that was damaged or cut; remove it to begin again");
  }

  /** The run and the states; no length is believed that is more than what is left. */
  private static Content content(DataInputStream in, long size) throws IOException {
    String run = HexFormat.of().formatHex(in.readNBytes(DIGEST_BYTES));
    long left = size;
    Map<String, byte[]> states = new TreeMap<>();
    for (int count = in.readInt(); count > 0; count--) {
      String piece = in.readUTF();
      int length = in.readInt();
      left -= length;
      if (length < 0 || left < 0) {
        throw new IOException("a state of " + length + " bytes");
      }
      byte[] state = in.readNBytes(length);
      states.put(piece, state);
    }
    return new Content(run, states);
  }

  /**
   * Writes a file: a new one, complete on the disk before it replaces the old.
   *
   * @throws IOException if that fails; the old file is as it was
   */
  static void write(Path file, String run, Map<String, byte[]> states) throws IOException {
    Path folder = folder(file);
    Path temporary = Files.createTempFile(folder, ".longrun-", ".part");
    try {
      try (FileChannel channel = FileChannel.open(temporary, StandardOpenOption.WRITE)) {
        OutputStream buffered = new BufferedOutputStream(Channels.newOutputStream(channel));
        write(buffered, run, states);
        buffered.flush();
        channel.force(true);
      }
      Files.move(
          temporary, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } finally {
      Files.deleteIfExists(temporary);
    }
  }

  private static void write(OutputStream stream, String run, Map<String, byte[]> states)
      throws IOException {
    DigestOutputStream digested = new DigestOutputStream(stream, sha256());
    DataOutputStream out = new DataOutputStream(digested);
    out.write(FORMAT.getBytes(StandardCharsets.US_ASCII));
    out.write(HexFormat.of().parseHex(run));
    out.writeInt(states.size());
    for (Map.Entry<String, byte[]> entry : new TreeMap<>(states).entrySet()) {
      out.writeUTF(entry.getKey());
      out.writeInt(entry.getValue().length);
      out.write(entry.getValue());
    }
    stream.write(digested.getMessageDigest().digest());
  }

  private static Path folder(Path file) {
    Path folder = file.toAbsolutePath().getParent();
    if (folder == null || !Files.isDirectory(folder)) {
      throw new InputError(
          file + ": there is no folder " + folder + " for the checkpoint; make it");
    }
    return folder;
  }

  /**
   * Fails on a file that can't serve as a checkpoint.
   *
   * @throws InputError if it is none, a damaged one, or in no folder
   * @throws IOException if its folder takes no files
   */
  static void tryOut(Path file) throws IOException {
    Path folder = folder(file);
    try {
      Files.deleteIfExists(Files.createTempFile(folder, ".longrun-", ".part"));
    } catch (IOException failed) {
      throw new IOException("the checkpoint's folder " + folder + ": " + FileFault.reason(failed));
    }
    if (Files.exists(file)) {
      read(file);
    }
  }
}
