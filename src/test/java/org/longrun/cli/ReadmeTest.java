package org.longrun.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** Every longrun command of the README runs and ends well. */
class ReadmeTest {
  private static final String JAR = "java -jar target/longrun.jar ";
  private static final String EXEC = "-Dexec.args=\"";
  private static final Set<String> WRITING =
      Set.of("analyze", "graph", "cost", "simulate", "sweep");

  @TempDir Path folder;

  @TestFactory
  Stream<DynamicTest> everyCommandRuns() throws IOException {
    return commands().stream()
        .map(command -> DynamicTest.dynamicTest(command, () -> run(command.split(" +"))));
  }

  @Test
  void theMainJobEndsWithTheTablesOfTheThreeHumps() throws IOException {
    assertThat(commands()).first().isEqualTo("analyze landscapes/three-hump.yaml");
  }

  private void run(String... words) {
    List<String> arguments = new ArrayList<>(List.of(words));
    if (WRITING.contains(words[0])) {
      arguments.addAll(List.of("--out", folder.toString()));
    }
    Invocation invocation = Invocation.of(arguments.toArray(String[]::new));
    assertThat(invocation.status()).as(invocation.err()).isEqualTo(ExitStatus.DONE);
    assertThat(invocation.out()).isNotBlank();
  }

  private static List<String> commands() throws IOException {
    List<String> commands = new ArrayList<>();
    for (String line : Files.readAllLines(Path.of("README.md"))) {
      String command = line.strip();
      if (command.contains(EXEC)) {
        int begin = command.indexOf(EXEC) + EXEC.length();
        commands.add(command.substring(begin, command.indexOf('"', begin)));
      } else if (command.contains(JAR)) {
        commands.add(command.substring(command.indexOf(JAR) + JAR.length()));
      }
    }
    return commands;
  }
}
