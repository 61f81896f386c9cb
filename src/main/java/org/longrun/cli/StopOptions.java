package org.longrun.cli;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.longrun.landscape.InputError;
import picocli.CommandLine.Option;

/**
 * When a long command is to end with what is known: after {@code --time-limit}, or once it is
 * interrupted (Ctrl-C).
 */
final class StopOptions {
  private static final long PATIENCE_SECONDS = 60;

  private final long began = System.nanoTime();
  private double seconds = Double.POSITIVE_INFINITY;

  @Option(
      names = "--time-limit",
      paramLabel = "SECONDS",
      description = "End after about so long with what is known, marked, and exit status 3.")
  void setSeconds(double given) {
    if (!(given > 0)) {
      throw new InputError("--time-limit " + given + ": give a number of seconds above 0");
    }
    seconds = given;
  }

  /** Starts to listen for interruptions. */
  Watch watch() {
    return new Watch(began + (long) Math.min(seconds * 1e9, 9e18 / 2));
  }

  /** Says when to end; while it is open an interruption does not kill, but asks to end. */
  static final class Watch implements BooleanSupplier, AutoCloseable {
    private final long end;
    private final CountDownLatch done = new CountDownLatch(1);
    private final Thread hook = new Thread(this::await, "end with what is known");
    private volatile boolean interrupted;
    private volatile boolean stopped;
    private volatile int status = ExitStatus.MARKED;

    private Watch(long end) {
      this.end = end;
      Runtime.getRuntime().addShutdownHook(hook);
    }

    @Override
    public boolean getAsBoolean() {
      boolean over = interrupted || System.nanoTime() - end > 0;
      stopped |= over;
      return over;
    }

    /** Whether anything was told to end. */
    boolean wasStopped() {
      return stopped;
    }

    /** Notes the exit status of a run that ends while the machine shuts down already. */
    int ending(int with) {
      status = with;
      return with;
    }

    /** Lets the run come to its end, which writes and prints what is known. */
    private void await() {
      interrupted = true;
      try {
        if (done.await(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
          Runtime.getRuntime().halt(status);
        }
      } catch (InterruptedException hurried) {
        Thread.currentThread().interrupt();
      }
    }

    @Override
    public void close() {
      done.countDown();
      try {
        Runtime.getRuntime().removeShutdownHook(hook);
      } catch (IllegalStateException shuttingDown) {
        // the hook runs, and ends the machine
      }
    }
  }
}
