package org.longrun.simulate;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.longrun.numerics.Point;

/**
 * A Java machine that simulates with a checkpoint is killed again and again, at random moments of a
 * fixed seed.
 */
class KilledRunTest {
  private static final int KILLS = 3;

  /** The run: prints its result as the last line. */
  public static void main(String[] arguments) {
    Neighbourhood left = new Neighbourhood("K1", List.of(Point.of(-1.0466805318046022)), 0.15);
    HittingTimes times = HittingTimes.of(TestLandscapes.doubleWell(1), left, 9);
    var run = new HittingTimes.Run(Point.of(0.9), 0.06, 10_000_000);
    Workers workers = Workers.of(2);
    if (arguments.length > 0) {
      workers = workers.with(Checkpoint.in(Path.of(arguments[0]), "killed").every(0));
    }
    HittingSample sample = times.sample(new HittingTimes.Batch(run, 0, 3000), workers);
    System.out.println(sample.mean() + " " + sample.standardError() + " " + sample.quantile(0.5));
  }

  private static Process start(Path folder, String... arguments) throws IOException {
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                KilledRunTest.class.getName()));
    command.addAll(List.of(arguments));
    return new ProcessBuilder(command)
        .redirectOutput(folder.resolve("out.txt").toFile())
        .redirectErrorStream(true)
        .start();
  }

  private static String result(Path folder, String... arguments)
      throws IOException, InterruptedException {
    Process process = start(folder, arguments);
    assertThat(process.waitFor(5, TimeUnit.MINUTES)).isTrue();
    List<String> lines = Files.readAllLines(folder.resolve("out.txt"));
    return lines.get(lines.size() - 1);
  }

  @Test
  void goesOnToTheSameNumbers(@TempDir Path folder) throws IOException, InterruptedException {
    String whole = result(folder);
    Path file = folder.resolve("run.checkpoint");
    long size = 0;
    Random random = new Random(4);
    for (int kill = 0; kill < KILLS; kill++) {
      Process process = start(folder, file.toString());
      for (int wait = 0; wait < 600 && process.isAlive(); wait++) {
        process.waitFor(50, TimeUnit.MILLISECONDS);
        if (Files.exists(file) && Files.size(file) > size) {
          break;
        }
      }
      process.waitFor(random.nextInt(500), TimeUnit.MILLISECONDS);
      size = Files.exists(file) ? Files.size(file) : 0;
      process.destroyForcibly().waitFor();
    }
    assertThat(size).isPositive();
    assertThat(result(folder, file.toString())).isEqualTo(whole);
  }
}
