package org.longrun.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.longrun.landscape.InputError;
import org.longrun.landscape.Landscape;
import org.longrun.landscape.LandscapeFile;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code check FILE…}: reads landscape files and says what is wrong with them. */
@Command(
    name = "check",
    mixinStandardHelpOptions = true,
    description = "Read landscape files and say what is wrong with them; compute nothing.",
    footer = {"", "Example: longrun check landscapes/three-hump.yaml"})
final class CheckCommand implements Callable<Integer> {
  private final Terminal terminal;

  @Parameters(arity = "1..*", paramLabel = "FILE", description = "Landscape files.")
  private List<Path> files = List.of();

  @Option(
      names = "--allow-outside",
      description = "Let a landscape's data lie outside the folder of its file.")
  private boolean allowOutside;

  CheckCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() throws IOException {
    int status = ExitStatus.DONE;
    for (Path file : files) {
      try {
        Landscape landscape = LandscapeFile.read(file, allowOutside);
        terminal.print(file + ": " + describe(landscape) + "\n");
      } catch (InputError error) {
        terminal.error(String.valueOf(error.getMessage()));
        status = ExitStatus.WRONG_INPUT;
      }
    }
    return status;
  }

  private static String describe(Landscape landscape) {
    return "a landscape in "
        + landscape.dimension()
        + (landscape.dimension() == 1 ? " variable, " : " variables, ")
        + landscape.noise().text();
  }
}
