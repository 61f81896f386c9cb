package org.longrun.cli;

import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import picocli.CommandLine;
import picocli.CommandLine.Command;
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
      SweepCommand.class,
      MergeCommand.class,
      ListCommand.class,
      SchemaCommand.class,
      CompletionCommand.class
    },
    footer = {
      "",
      "Exit status: 0 done; 2 the input is wrong; 3 done, but a result is marked unconverged or"
          + " inconsistent; 74 the environment failed (disk, rights, memory); 70 a bug.",
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
    Locale.setDefault(Locale.ENGLISH); // the Java library's own messages are in the default locale
    Terminal terminal = new Terminal(out, err);
    try {
      int status = execute(terminal, out, err, args);
      boolean unsaid = status != ExitStatus.ENVIRONMENT && out.checkError();
      return unsaid ? Failure.tell(Terminal.closed(), terminal) : status;
    } catch (OutOfMemoryError | StackOverflowError exhausted) {
      return Failure.tell(exhausted, terminal);
    }
  }

  private static int execute(Terminal terminal, PrintStream out, PrintStream err, String... args) {
    CommandLine line = new CommandLine(new Main(), new CommandFactory(terminal));
    line.setOut(new PrintWriter(out, true, StandardCharsets.UTF_8));
    line.setErr(new PrintWriter(err, true, StandardCharsets.UTF_8));
    line.setExecutionExceptionHandler((thrown, its, parsed) -> Failure.tell(thrown, terminal));
    line.setParameterExceptionHandler(misuse(terminal));
    if (args.length == 0) {
      line.usage(err);
      return ExitStatus.WRONG_INPUT;
    }
    return line.execute(args);
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
