package org.longrun.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Disks, folders, links, devices and streams that are not as a command needs them. */
@Timeout(60)
class EnvironmentTest {
  private static final String LANDSCAPE =
      """
      variables: [x]
      objective: x^4/4 - x^2/2 + x/10
      noise: {gaussian: {variance: 1}}
      domain: {x: [-2.5, 2.5]}
      """;

  @TempDir Path folder;
  private Path landscape = Path.of("");
  private Path network = Path.of("");

  @BeforeEach
  void inputs() throws IOException {
    landscape = Files.writeString(folder.resolve("well.yaml"), LANDSCAPE);
    network = Files.writeString(folder.resolve("net.csv"), "from,to,cost\na,b,1\nb,a,2\n");
  }

  private static void refused(Invocation invocation, int status, String message) {
    assertThat(invocation.status()).as(invocation.err()).isEqualTo(status);
    assertThat(invocation.out()).isEmpty();
    assertThat(invocation.err()).contains(message).hasLineCount(1).hasSizeLessThan(1500);
  }

  private List<Invocation> everyCommand(Path out) {
    String to = out.toString();
    return List.of(
        Invocation.of("analyze", landscape.toString(), "--out", to),
        Invocation.of("graph", network.toString(), "--out", to),
        Invocation.of("simulate", landscape.toString(), "--out", to),
        Invocation.of("cost", landscape.toString(), "--from", "0", "--to", "1", "--out", to));
  }

  @Test
  void outIsAFileOrBelowOne() throws IOException {
    Path file = Files.writeString(folder.resolve("file"), "mine");
    for (Path out : List.of(file, file.resolve("below"), file.resolve("far/below"))) {
      everyCommand(out)
          .forEach(run -> refused(run, ExitStatus.WRONG_INPUT, "is a file; name a folder"));
    }
    assertThat(file).hasContent("mine");
  }

  @Test
  void outIsALinkThatLeadsNowhere() throws IOException {
    Path link = Files.createSymbolicLink(folder.resolve("link"), folder.resolve("nothing"));
    everyCommand(link).forEach(run -> refused(run, ExitStatus.WRONG_INPUT, "leads nowhere"));
    everyCommand(link.resolve("x"))
        .forEach(run -> refused(run, ExitStatus.WRONG_INPUT, "leads nowhere"));
  }

  @Test
  void namesThatAreTooLong() throws IOException {
    everyCommand(folder.resolve("x".repeat(300)))
        .forEach(run -> refused(run, ExitStatus.WRONG_INPUT, "more than 255 bytes"));
    Path longest = folder.resolve("n".repeat(251) + ".csv");
    Files.copy(network, longest);
    Path out = folder.resolve("out");
    refused(
        Invocation.of("graph", longest.toString(), "--out", out.toString()),
        ExitStatus.WRONG_INPUT,
        "more than 255 bytes");
    assertThat(out).doesNotExist();
  }

  @Test
  void aFolderInAResultsPlace() throws IOException {
    Path out = folder.resolve("out");
    for (String name :
        new String[] {"well.dot", "net.html", "well.simulation.json", "well.path.csv"}) {
      Files.createDirectories(out.resolve(name));
    }
    everyCommand(out).forEach(run -> refused(run, ExitStatus.WRONG_INPUT, "in the place of"));
  }

  @Test
  void aFolderThatTakesNothing() throws IOException {
    assumeTrue(
        Files.isDirectory(Path.of("/proc/self")), "a file system without files of one's own");
    everyCommand(Path.of("/proc/self/results"))
        .forEach(run -> refused(run, ExitStatus.ENVIRONMENT, "/proc/self/results"));
    refused(
        Invocation.of(
            "simulate",
            landscape.toString(),
            "--out",
            folder.toString(),
            "--figures",
            "/proc/self/x"),
        ExitStatus.ENVIRONMENT,
        "/proc/self/x");
  }

  @Test
  void checkpointsThatCanNotBe() throws IOException {
    Path damaged = Files.writeString(folder.resolve("damaged"), "longrun checkpoint 2 and so on");
    Path other = Files.writeString(folder.resolve("other"), "my notes");
    checkpoint(folder.resolve("none/c"), ExitStatus.WRONG_INPUT, "there is no folder");
    checkpoint(folder, ExitStatus.WRONG_INPUT, "is no file");
    checkpoint(damaged, ExitStatus.WRONG_INPUT, "damaged or cut");
    checkpoint(other, ExitStatus.WRONG_INPUT, "is not a checkpoint");
    checkpoint(Path.of("/dev/zero"), ExitStatus.WRONG_INPUT, "is no file");
    assertThat(other).hasContent("my notes");
  }

  private void checkpoint(Path file, int status, String message) {
    assumeTrue(!file.startsWith("/dev") || Files.exists(file));
    Path out = folder.resolve("out");
    refused(
        Invocation.of(
            "simulate",
            landscape.toString(),
            "--out",
            out.toString(),
            "--checkpoint",
            file.toString()),
        status,
        message);
    assertThat(out).doesNotExist();
  }

  @Test
  void inputsThatHaveNoEndOrNoBeginning() throws Exception {
    Path pipe = folder.resolve("pipe.yaml");
    boolean made = new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor() == 0;
    assumeTrue(made && Files.exists(Path.of("/dev/zero")));
    Path zeros = Files.createSymbolicLink(folder.resolve("zeros.csv"), Path.of("/dev/zero"));
    Path data =
        Files.writeString(
            folder.resolve("data.yaml"),
            "variables: [a]\ndata: zeros.csv\nloss: (a*u)^2\ndomain: {a: [-1, 1]}\n");
    for (String file : List.of(pipe.toString(), "/dev/zero", "/dev/stdin-of-nobody")) {
      Invocation run = Invocation.of("analyze", file, "--out", folder.resolve("o").toString());
      refused(run, ExitStatus.WRONG_INPUT, file);
    }
    refused(Invocation.of("graph", zeros.toString()), ExitStatus.WRONG_INPUT, "a device or a pipe");
    refused(Invocation.of("check", data.toString()), ExitStatus.WRONG_INPUT, "zeros.csv");
    refused(Invocation.of("check", folder.toString()), ExitStatus.WRONG_INPUT, "this is a folder");
  }

  @Test
  void standardOutputThatTakesNothing() {
    ByteArrayOutputStream said = new ByteArrayOutputStream();
    PrintStream err = new PrintStream(said, true, StandardCharsets.UTF_8);
    for (String[] command :
        new String[][] {
          {"graph", network.toString(), "--out", folder.toString()},
          {"check", landscape.toString()},
          {"list"},
          {"--help"}
        }) {
      said.reset();
      int status = Main.run(new PrintStream(new FullStream(), true), err, command);
      assertThat(status).as(command[0]).isEqualTo(ExitStatus.ENVIRONMENT);
      assertThat(said.toString(StandardCharsets.UTF_8))
          .isEqualTo("longrun: standard output is closed, or its disk is full\n");
    }
    assertThat(folder.resolve("net.json")).exists();
  }

  private static final class FullStream extends OutputStream {
    @Override
    public void write(int b) throws IOException {
      throw new IOException("No space left on device");
    }
  }

  @Test
  void memoryAndStackThatDoNotSuffice() throws Exception {
    StringBuilder text = new StringBuilder("from,to,cost\n");
    for (int i = 0; i < 300_000; i++) {
      text.append("v").append(i).append(",v").append(i * 7L % 300_000).append(",1\n");
    }
    Path large = Files.writeString(folder.resolve("large.csv"), text);
    Process process =
        java("-Xmx24m", "graph", large.toString(), "--out", folder.resolve("o").toString());
    assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
    String err = new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.exitValue()).as(err).isEqualTo(ExitStatus.ENVIRONMENT);
    assertThat(err).contains("does not fit").contains("java -Xmx").hasLineCount(1);
    assertThat(folder.resolve("o")).doesNotExist();
    ByteArrayOutputStream said = new ByteArrayOutputStream();
    Terminal terminal = new Terminal(new PrintStream(said), new PrintStream(said, true));
    assertThat(Failure.tell(new IllegalStateException(new StackOverflowError()), terminal))
        .isEqualTo(ExitStatus.ENVIRONMENT);
    assertThat(said.toString(StandardCharsets.UTF_8)).contains("-Xss").hasLineCount(1);
  }

  private static Process java(String... words) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.add(words[0]);
    command.addAll(List.of("-cp", System.getProperty("java.class.path"), Main.class.getName()));
    command.addAll(Stream.of(words).skip(1).toList());
    return new ProcessBuilder(command).start();
  }

  @Test
  void namesCanNotForgeWhatTheTerminalShows() throws IOException {
    String evil = "a\u001b[2J\u202Eb\nground state";
    Path file = folder.resolve("evil.csv");
    Files.writeString(file, "from,to,cost\n\"" + evil + "\",c,1\nc,\"" + evil + "\",2\n");
    Invocation run = Invocation.of("graph", file.toString(), "--out", folder.toString());
    assertThat(run.status()).isEqualTo(ExitStatus.DONE);
    assertThat(run.out()).contains("a?[2J?b ground state").doesNotContain("\u001b", "\u202E");
    assertThat(run.out().lines()).noneMatch(line -> line.startsWith("ground state"));
    Invocation wrong = Invocation.of("graph", file.toString(), "--target", evil + "s");
    refused(wrong, ExitStatus.WRONG_INPUT, "a?[2J?b ground state");
  }
}
