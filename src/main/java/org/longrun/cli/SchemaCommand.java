package org.longrun.cli;

import java.io.IOException;
import java.util.concurrent.Callable;
import org.longrun.landscape.LandscapeFile;
import picocli.CommandLine.Command;

/** {@code schema}: the JSON schema of landscape files, for editors. */
@Command(
    name = "schema",
    mixinStandardHelpOptions = true,
    description = "Print the JSON schema of landscape files, for editors that complete and check.",
    footer = {"", "Example: longrun schema > landscape.schema.json"})
final class SchemaCommand implements Callable<Integer> {
  private final Terminal terminal;

  SchemaCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() throws IOException {
    terminal.print(LandscapeFile.schema());
    return ExitStatus.DONE;
  }
}
