package org.longrun.action;

import java.util.concurrent.atomic.AtomicBoolean;

/** The seconds that the transition costs may take, and whether they have run out. */
final class Deadline {
  private final long end;
  private final AtomicBoolean missed = new AtomicBoolean();

  Deadline(double seconds) {
    this.end = System.nanoTime() + (long) Math.min(seconds * 1e9, 9e18 / 2);
  }

  /** True once the time is up. */
  boolean isOver() {
    boolean over = System.nanoTime() - end > 0;
    if (over) {
      missed.set(true);
    }
    return over;
  }

  /** Whether anything has been left out for want of time. */
  boolean wasMissed() {
    return missed.get();
  }
}
