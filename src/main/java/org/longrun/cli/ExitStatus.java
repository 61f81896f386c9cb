package org.longrun.cli;

/** The exit statuses of the command line (formats, section 5). */
final class ExitStatus {
  /** Done. */
  static final int DONE = 0;

  /** The input is wrong; nothing was written. */
  static final int WRONG_INPUT = 2;

  /** Done, but a result is marked unconverged or inconsistent. */
  static final int MARKED = 3;

  /** The environment failed: disk, rights, memory, a full standard output. */
  static final int ENVIRONMENT = 74;

  /** A bug. */
  static final int BUG = 70;

  private ExitStatus() {}
}
