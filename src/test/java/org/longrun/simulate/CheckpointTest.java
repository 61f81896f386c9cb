package org.longrun.simulate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.longrun.dynamics.Sgd;
import org.longrun.landscape.InputError;
import org.longrun.numerics.Point;

class CheckpointTest {
  private static final Sgd ROLLING = TestLandscapes.doubleWell(TestLandscapes.constant(1, 1), 0.3);
  private static final Neighbourhood LEFT =
      new Neighbourhood("K1", List.of(Point.of(-1.0466805318046022)), 0.15);
  private static final Neighbourhood RIGHT =
      new Neighbourhood("K2", List.of(Point.of(0.9456492739235914)), 0.15);

  private static Atlas atlas(Neighbourhood... neighbourhoods) {
    return new Atlas(List.of(neighbourhoods), 5);
  }

  private static HittingTask hitting() {
    var run = new HittingTimes.Run(Point.of(0.9), 0.1, 20_000);
    return new HittingTask(ROLLING, atlas(LEFT), run, 70, Streams.of(1, "hitting", 0));
  }

  private static WellTask well() {
    return new WellTask(ROLLING, 0.05, RIGHT, atlas(LEFT), 2000, Streams.of(2, "well", 0));
  }

  private static SplittingTask splitting() {
    double[] states = {0.5, 0.49, 0.6, 0.6, 0.55, 0.57};
    return new SplittingTask(
            new Walkers(ROLLING, 0.05, 60),
            Guide.toward(LEFT, ROLLING),
            atlas(LEFT, RIGHT),
            100_000,
            Streams.of(3, "splitting", 0),
            60)
        .from(states, 0, 3);
  }

  private static LongRunTask longRun() {
    Walkers walkers = new Walkers(ROLLING, 0.1, 4);
    for (int w = 0; w < 4; w++) {
      walkers.add(new double[] {w % 2 == 0 ? 1 : -1}, 0);
    }
    Sight sight =
        new Sight(
            List.of(LEFT, RIGHT),
            (x, offset) -> x[offset] < 0.1 ? 0 : 1,
            2,
            List.of(Bins.of(ROLLING.landscape().domain(), 20, 0)));
    Atlas[] atlases = {atlas(LEFT, RIGHT), atlas(LEFT.withRadius(0.3), RIGHT.withRadius(0.3))};
    var length = new LongRun.Length(20_000, 4_000, 2);
    return new LongRunTask(walkers, sight, atlases, length, Streams.of(4, "long run", 0));
  }

  private static byte[] state(Resumable work) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try {
      work.save(new DataOutputStream(bytes));
    } catch (IOException impossible) {
      throw new AssertionError(impossible);
    }
    return bytes.toByteArray();
  }

  /** Work that is written down, forgotten and taken up again at every slice of a nanosecond. */
  private static void endsTheSame(Supplier<? extends Resumable> kind) throws IOException {
    Resumable whole = kind.get();
    while (!whole.advance(Resumable.SLICE)) {
      assertThat(whole).isNotNull();
    }
    Resumable torn = kind.get();
    int interruptions = 0;
    while (!torn.advance(1)) {
      byte[] state = state(torn);
      torn = kind.get();
      torn.restore(new DataInputStream(new ByteArrayInputStream(state)));
      interruptions++;
    }
    assertThat(interruptions).isGreaterThan(5);
    assertThat(state(torn)).isEqualTo(state(whole));
  }

  @Test
  void hittingTimesEndTheSameAfterInterruptions() throws IOException {
    endsTheSame(CheckpointTest::hitting);
  }

  @Test
  void wellsEndTheSameAfterInterruptions() throws IOException {
    endsTheSame(CheckpointTest::well);
  }

  @Test
  void splittingEndsTheSameAfterInterruptions() throws IOException {
    endsTheSame(CheckpointTest::splitting);
  }

  @Test
  void longRunsEndTheSameAfterInterruptions() throws IOException {
    endsTheSame(CheckpointTest::longRun);
  }

  @Test
  void aFinishedRunIsReadBackFromTheFile(@TempDir Path folder) {
    Path file = folder.resolve("run.checkpoint");
    HittingTimes times = HittingTimes.of(TestLandscapes.doubleWell(1), LEFT, 9);
    var run = new HittingTimes.Run(Point.of(0.9), 0.2, 100_000);
    HittingSample first =
        times.sample(
            new HittingTimes.Batch(run, 0, 200), Workers.of(2).with(Checkpoint.in(file, "run 1")));
    assertThat(Files.exists(file)).isTrue();
    HittingSample again =
        times.sample(
            new HittingTimes.Batch(run, 0, 200), Workers.of(1).with(Checkpoint.in(file, "run 1")));
    assertThat(again.mean()).isEqualTo(first.mean());
    assertThat(again.quantile(0.3)).isEqualTo(first.quantile(0.3));
  }

  @Test
  void refusesTheCheckpointOfAnotherRunAndOtherFiles(@TempDir Path folder) throws IOException {
    Path file = folder.resolve("run.checkpoint");
    Checkpoint.in(file, "run 1").flush();
    assertThatThrownBy(() -> Checkpoint.in(file, "run 2"))
        .isInstanceOf(InputError.class)
        .hasMessageContaining("another run");
    Path text = Files.writeString(folder.resolve("notes.txt"), "no checkpoint at all");
    assertThatThrownBy(() -> Checkpoint.in(text, "run 1")).isInstanceOf(InputError.class);
  }

  /** A checkpoint as a run leaves it: several pieces with their states. */
  private static byte[] checkpoint(Path file) throws IOException {
    Checkpoint checkpoint = Checkpoint.in(file, "run 1");
    checkpoint.note("hitting#0", hitting());
    checkpoint.note("well#1", well());
    checkpoint.note("splitting#2", splitting());
    checkpoint.flush();
    return Files.readAllBytes(file);
  }

  @Test
  void everyDamageOfOneToThreeBitsIsRefused(@TempDir Path folder) throws IOException {
    Path file = folder.resolve("run.checkpoint");
    byte[] whole = checkpoint(file);
    assertThat(Checkpoint.in(file, "run 1").restore("well#1", well())).isTrue();
    Random random = new Random(1);
    for (int damage = 0; damage < 1000; damage++) {
      byte[] damaged = whole.clone();
      for (int bit = random.nextInt(3); bit >= 0; bit--) {
        damaged[random.nextInt(damaged.length)] ^= (byte) (1 << random.nextInt(8));
      }
      if (!Arrays.equals(damaged, whole)) {
        Files.write(file, damaged);
        refused(file);
      }
    }
  }

  @Test
  void everyCutAndEveryAdditionIsRefused(@TempDir Path folder) throws IOException {
    Path file = folder.resolve("run.checkpoint");
    byte[] whole = checkpoint(file);
    for (int length = 0; length < whole.length; length += 1 + length / 50) {
      Files.write(file, Arrays.copyOf(whole, length));
      refused(file);
    }
    Files.write(file, Arrays.copyOf(whole, whole.length + 1));
    refused(file);
  }

  private static void refused(Path file) {
    assertThatThrownBy(() -> Checkpoint.in(file, "run 1"))
        .isInstanceOf(InputError.class)
        .hasMessageStartingWith(file.toString())
        .message()
        .doesNotContain("\n");
  }

  @Test
  void aLengthBeyondTheFileIsNotBelieved(@TempDir Path folder) throws IOException {
    Path file = folder.resolve("run.checkpoint");
    checkpoint(file);
    try (DataOutputStream out = new DataOutputStream(Files.newOutputStream(file))) {
      out.writeBytes("longrun checkpoint 2");
      out.write(new byte[32]);
      out.writeInt(1);
      out.writeUTF("piece");
      out.writeInt(Integer.MAX_VALUE);
    }
    refused(file);
  }

  @Test
  void aFailedReplacementLeavesTheOldFileAndNothingElse(@TempDir Path folder) throws IOException {
    Path file = folder.resolve("run.checkpoint");
    Checkpoint checkpoint = Checkpoint.in(file, "run 1");
    Files.createDirectories(file.resolve("in the way"));
    assertThatThrownBy(checkpoint::flush).isInstanceOf(UncheckedIOException.class);
    try (var files = Files.list(folder)) {
      assertThat(files).containsExactly(file);
    }
  }
}
