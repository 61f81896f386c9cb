package org.longrun.cli;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.SplittableRandom;

/** Damages texts as transfers, editors and mistakes do, and as nobody does. */
final class Mutator {
  private static final String[] PIECES = {
    "1e999",
    "-1",
    "nan",
    "inf",
    "-0",
    "1e-320",
    "0x10",
    "99999999999",
    "\u202E",
    "\u0000",
    "\n",
    "\r",
    "\t",
    ",",
    ";",
    "\"",
    "'",
    "<",
    ">",
    "&",
    "]]>",
    "<!--",
    "{",
    "}",
    "[",
    "]",
    "(",
    ")",
    "->",
    "--",
    ":",
    "*",
    "^",
    "/",
    "#",
    "%",
    "&a",
    "*a",
    "|",
    "?",
    "!!",
    "~",
    "\uFEFF",
    "é",
    "👍",
    "sqrt",
    "sum(i, 1, 9, x)",
    "f",
    "strict",
    "subgraph",
    "=",
    "1,5",
    "<graph>",
    "<node id='a'/>",
    "..",
    "-"
  };
  private static final String[] NUMBERS = {
    "0", "1", "2", "7", "10", "-3", "0.5", "1e-9", "1e9", "1e300", "1e-300", "123456", ".1", "3."
  };
  private final SplittableRandom random;

  Mutator(long seed) {
    random = new SplittableRandom(seed);
  }

  /** One to four damages; in half of the cases such that the grammar may survive. */
  byte[] mutated(String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    boolean gently = random.nextBoolean();
    for (int count = 1 + random.nextInt(4); count > 0; count--) {
      bytes = gently ? gently(bytes) : once(bytes);
    }
    return bytes;
  }

  /** Another number, or another operator or letter, in the place of one. */
  private byte[] gently(byte[] bytes) {
    int choice = random.nextInt(3);
    if (choice == 0) {
      return number(
          bytes, NUMBERS[random.nextInt(NUMBERS.length)].getBytes(StandardCharsets.UTF_8));
    }
    String alike = choice == 1 ? "+-*/^" : "abcfuvxy";
    int start = random.nextInt(bytes.length + 1);
    byte[] changed = bytes.clone();
    for (int k = start; k < bytes.length; k++) {
      if (alike.indexOf(bytes[k]) >= 0) {
        changed[k] = (byte) alike.charAt(random.nextInt(alike.length()));
        return changed;
      }
    }
    return bytes;
  }

  private byte[] once(byte[] bytes) {
    int at = random.nextInt(bytes.length + 1);
    int to = Math.min(bytes.length, at + 1 + random.nextInt(12));
    byte[] piece = PIECES[random.nextInt(PIECES.length)].getBytes(StandardCharsets.UTF_8);
    return switch (random.nextInt(8)) {
      case 0 -> flipped(bytes);
      case 1 -> joined(bytes, at, new byte[0], to);
      case 2 -> joined(bytes, at, piece, at);
      case 3 -> joined(bytes, at, piece, to);
      case 4 -> joined(bytes, at, Arrays.copyOfRange(bytes, at, to), at);
      case 5 -> joined(bytes, at, slice(bytes), at);
      case 6 -> joined(bytes, at, new byte[] {(byte) random.nextInt(256)}, to);
      default -> random.nextInt(4) == 0 ? Arrays.copyOf(bytes, at) : number(bytes, piece);
    };
  }

  private byte[] flipped(byte[] bytes) {
    byte[] flipped = bytes.clone();
    if (flipped.length > 0) {
      flipped[random.nextInt(flipped.length)] ^= (byte) (1 << random.nextInt(8));
    }
    return flipped;
  }

  private byte[] slice(byte[] bytes) {
    int from = random.nextInt(bytes.length + 1);
    return Arrays.copyOfRange(bytes, from, Math.min(bytes.length, from + random.nextInt(200)));
  }

  /** Puts a piece in the place of a digit. */
  private byte[] number(byte[] bytes, byte[] piece) {
    int start = random.nextInt(bytes.length + 1);
    for (int k = start; k < bytes.length; k++) {
      if (bytes[k] >= '0' && bytes[k] <= '9') {
        return joined(bytes, k, piece, k + 1);
      }
    }
    return bytes;
  }

  private static byte[] joined(byte[] bytes, int end, byte[] middle, int start) {
    byte[] joined = Arrays.copyOf(bytes, end + middle.length + bytes.length - start);
    System.arraycopy(middle, 0, joined, end, middle.length);
    System.arraycopy(bytes, start, joined, end + middle.length, bytes.length - start);
    return joined;
  }
}
