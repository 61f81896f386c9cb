package org.longrun.action;

import java.util.concurrent.atomic.AtomicBoolean;
import org.longrun.landscape.Landscape;

/** The seconds that the transition costs may take, and whether they have run out. */
public final class Deadline {
  private final long end;
  private final AtomicBoolean missed = new AtomicBoolean();

  Deadline(double seconds) {
    this.end = System.nanoTime() + (long) Math.min(seconds * 1e9, 9e18 / 2);
  }

  /** As many seconds from now as the landscape's setting {@code action-seconds} says; 0: no end. */
  public static Deadline of(Landscape landscape) {
    double seconds = landscape.settings().get("action-seconds");
    return new Deadline(seconds > 0 ? seconds : Double.POSITIVE_INFINITY);
  }

  /** True once the time is up: ask only where the answer decides whether something is left out. */
  public boolean isOver() {
    boolean over = System.nanoTime() - end > 0;
    if (over) {
      missed.set(true);
    }
    return over;
  }

  /** Whether anything has been left out for want of time. */
  public boolean wasMissed() {
    return missed.get();
  }
}
