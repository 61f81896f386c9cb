package org.longrun.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.longrun.analysis.Sweep;
import org.longrun.analysis.SweepPoint;
import org.longrun.analysis.SweepResult;
import org.longrun.analysis.Variation;
import org.longrun.landscape.InputError;
import org.longrun.landscape.LandscapeFile;
import org.longrun.landscape.VariedFile;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code sweep FILE --vary …}: the analysis for every combination of values. */
@Command(
    name = "sweep",
    mixinStandardHelpOptions = true,
    description =
        "Analyse a landscape for every combination of values: tables, curves, phase diagrams.",
    footer = {"", "Example: longrun sweep landscapes/double-well-1d.yaml --vary variance=0.1,1,10"})
final class SweepCommand implements Callable<Integer> {
  private final Terminal terminal;

  @Parameters(paramLabel = "FILE", description = "A landscape file.")
  private Path file = Path.of("");

  @Option(
      names = "--vary",
      required = true,
      paramLabel = "NAME=VALUES",
      description =
          "A parameter, or a key of the file such as variance, batch or momentum, and its values:"
              + " first:step:last, or value,value,…; may be given several times.")
  private List<String> vary = List.of();

  @Option(
      names = "--shard",
      paramLabel = "I/N",
      description = "Only the I-th of N parts; longrun merge puts the parts together.")
  private @Nullable String shard;

  @Option(
      names = "--allow-outside",
      description = "Let the landscape's data lie outside the folder of its file.")
  private boolean allowOutside;

  @Mixin private StopOptions stop = new StopOptions();
  @Mixin private OutputOptions output = new OutputOptions();

  SweepCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  /** A part of the sweep. */
  private record Part(int index, int of) {
    static Part parse(String text) {
      try {
        String[] fields = text.split("/", -1);
        int index = Integer.parseInt(fields[0]);
        int of = Integer.parseInt(fields[1]);
        if (fields.length == 2 && index >= 1 && of >= index) {
          return new Part(index, of);
        }
      } catch (NumberFormatException | ArrayIndexOutOfBoundsException e) {
        throw wrong(text);
      }
      throw wrong(text);
    }

    private static InputError wrong(String text) {
      return new InputError("--shard " + text + ": write I/N with 1 ≤ I ≤ N, such as 3/10");
    }
  }

  @Override
  public Integer call() throws IOException {
    VariedFile varied = VariedFile.read(file, allowOutside);
    List<Variation> variations = new ArrayList<>();
    vary.forEach(text -> variations.add(Variation.parse(text)));
    Sweep sweep = new Sweep(varied, variations);
    Part part = shard == null ? new Part(1, 1) : Part.parse(shard);
    String name = sweep.landscape(0).name();
    SweepFiles files = new SweepFiles(output, List.of(file), shard == null ? "" : suffix(part));
    files.expect(name);
    try (StopOptions.Watch watch = stop.watch();
        Terminal.Bar bar = terminal.bar(name, output.quiet)) {
      List<SweepPoint> points = sweep.run(part.index() - 1, part.of(), bar, watch);
      String fingerprint = LandscapeFile.fingerprint(file);
      SweepResult result = new SweepResult(name, fingerprint, variations, shard, points);
      files.write(result);
      if (!output.quiet) {
        terminal.print(SweepFiles.summary(result));
      }
      return watch.ending(result.isSound() ? ExitStatus.DONE : ExitStatus.MARKED);
    }
  }

  private static String suffix(Part part) {
    return "." + part.index() + "-of-" + part.of();
  }
}
