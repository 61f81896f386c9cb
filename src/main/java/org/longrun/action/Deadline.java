package org.longrun.action;

import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;
import org.longrun.landscape.Landscape;

/** The seconds that the transition costs may take, and whether they have run out. */
public final class Deadline {
  private final long end;
  private final BooleanSupplier stop;
  private final AtomicBoolean missed = new AtomicBoolean();
  private final AtomicBoolean stopped = new AtomicBoolean();

  Deadline(double seconds, BooleanSupplier stop) {
    this.end = System.nanoTime() + (long) Math.min(seconds * 1e9, 9e18 / 2);
    this.stop = stop;
  }

  /**
   * As many seconds from now as the landscape's setting {@code action-seconds} says; 0: no end.
   *
   * @param stop true once the whole run is to end
   */
  static Deadline of(Landscape landscape, BooleanSupplier stop) {
    double seconds = landscape.settings().get("action-seconds");
    return new Deadline(seconds > 0 ? seconds : Double.POSITIVE_INFINITY, stop);
  }

  /** True once the time is up: ask only where the answer decides whether something is left out. */
  public boolean isOver() {
    boolean ended = stop.getAsBoolean();
    boolean over = ended || System.nanoTime() - end > 0;
    if (over) {
      missed.set(true);
    }
    if (ended) {
      stopped.set(true);
    }
    return over;
  }

  /** Whether anything has been left out for want of time. */
  public boolean wasMissed() {
    return missed.get();
  }

  /** Whether that was because the whole run was to end. */
  boolean wasStopped() {
    return stopped.get();
  }
}
