package org.longrun.cli;

import com.google.common.base.Throwables;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import org.longrun.landscape.InputError;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.IParameterExceptionHandler;

/**
 * The command {@code longrun}: reads its arguments, runs one command, says how it ended by the exit
 * status (formats, section 5).
 */
@Command(
    name = "longrun",
    mixinStandardHelpOptions = true,
    versionProvider = VersionProvider.class,
    description =
        "Where SGD ends up on a loss, and how long it takes to get to the global minimum.",
    subcommands = {
      AnalyzeCommand.class,
      CheckCommand.class,
      GraphCommand.class,
      CostCommand.class,
      SimulateCommand.class,
      BoundsCommand.class,
      ListCommand.class
    },
    footer = {
      "",
      "Exit status: 0 done; 2 the input is wrong; 3 done, but a result is marked unconverged or"
          + " inconsistent; 70 a bug.",
      "Example: longrun analyze landscapes/three-hump.yaml"
    })
public final class Main {
  private Main() {}

  /** Runs the command line and exits with its status. */
  public static void main(String[] args) {
    PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    PrintStream err = new PrintStream(System.err, true, StandardCharsets.UTF_8);
    System.exit(run(out, err, args));
  }

  /** Runs one command with its output sent to these streams, and returns the exit status. */
  static int run(PrintStream out, PrintStream err, String... args) {
    Terminal terminal = new Terminal(out, err);
    CommandLine line = new CommandLine(new Main(), new CommandFactory(terminal));
    line.setOut(new PrintWriter(out, true, StandardCharsets.UTF_8));
    line.setErr(new PrintWriter(err, true, StandardCharsets.UTF_8));
    line.setExecutionExceptionHandler(failure(terminal));
    line.setParameterExceptionHandler(misuse(terminal));
    if (args.length == 0) {
      line.usage(err);
      return ExitStatus.WRONG_INPUT;
    }
    return line.execute(args);
  }

  private static IExecutionExceptionHandler failure(Terminal terminal) {
    return (exception, line, parsed) -> {
      if (exception instanceof InputError error) {
        terminal.error(error);
        return ExitStatus.WRONG_INPUT;
      }
      terminal.error(
          "longrun: this is a bug, please report it: "
              + Throwables.getStackTraceAsString(exception));
      return ExitStatus.BUG;
    };
  }

  private static IParameterExceptionHandler misuse(Terminal terminal) {
    return (exception, args) -> {
      String command = exception.getCommandLine().getCommandSpec().qualifiedName();
      terminal.error(
          "longrun: "
              + String.valueOf(exception.getMessage()).lines().findFirst().orElse("wrong arguments")
              + " (see "
              + command
              + " --help)");
      return ExitStatus.WRONG_INPUT;
    };
  }
}
