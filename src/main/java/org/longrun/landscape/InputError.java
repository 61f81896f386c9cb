package org.longrun.landscape;

/**
 * A fault of the input, told to its reader in one line: {@code FILE:LINE:COLUMN: what is wrong, and
 * what would be right}.
 *
 * <p>Thrown by every reader of landscape and network files; the command line prints the message and
 * exits with status 2.
 */
public final class InputError extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** The most characters of a message. */
  private static final int LONGEST = 600;

  /**
   * An error at a place in a file.
   *
   * @param file the file's name as the user gave it
   * @param line counted from 1
   * @param column counted from 1
   * @param problem what is wrong, and what would be right, without a line break
   */
  public InputError(String file, int line, int column, String problem) {
    super(
        PlainText.line(file)
            + ":"
            + line
            + ":"
            + column
            + ": "
            + PlainText.middleCut(problem, LONGEST));
  }

  /**
   * An error that has no place in a file: a wrong option, a point outside the domain. Whatever the
   * text holds, the message is one line, not too long, and harmless on a terminal.
   */
  public InputError(String problem) {
    super(PlainText.middleCut(problem, LONGEST));
  }
}
