package org.longrun.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.longrun.analysis.SweepPoint;
import org.longrun.analysis.SweepResult;
import org.longrun.analysis.Tracks;
import org.longrun.report.SweepCsv;
import org.longrun.report.SweepJson;
import org.longrun.report.SweepPage;

/** The files of a sweep: NAME.sweep.json, .csv and .html, or the JSON of one part. */
final class SweepFiles {
  private static final int MOST_LINES = 20;

  private final OutputOptions output;
  private final List<Path> inputs;
  private final String part;

  /**
   * The files.
   *
   * @param part what the name of a part ends with; empty for the whole
   */
  SweepFiles(OutputOptions output, List<Path> inputs, String part) {
    this.output = output;
    this.inputs = inputs;
    this.part = part;
  }

  private List<String> suffixes() {
    return part.isEmpty()
        ? List.of(".sweep.json", ".sweep.csv", ".sweep.html")
        : List.of(".sweep" + part + ".json");
  }

  /** Fails on what can't be written, or would overwrite something, before anything is computed. */
  void expect(String name) throws IOException {
    OutputFolder folder = output.folder(inputs);
    folder.expectSweep(name, suffixes());
    folder.tryOut();
  }

  /** Writes all of them. */
  void write(SweepResult sweep) throws IOException {
    ResultFiles files = new ResultFiles(output.out, sweep.name() + ".sweep" + part);
    files.add(".json", stream -> SweepJson.write(sweep, stream));
    if (part.isEmpty()) {
      files.addText(".csv", writer -> SweepCsv.write(sweep, writer));
      files.addPage(() -> SweepPage.html(sweep));
    }
    files.write();
  }

  /** What a sweep came to, for the terminal. */
  static String summary(SweepResult sweep) {
    StringBuilder text = new StringBuilder(sweep.name()).append(": ");
    text.append(SweepPage.summary(sweep)).append('\n');
    sweep.points().stream()
        .filter(point -> point.status().equals(SweepPoint.FAILED))
        .limit(MOST_LINES)
        .forEach(point -> text.append("  ! ").append(point.message()).append('\n'));
    if (sweep.shard() == null) {
      List<Tracks.Event> events = Tracks.of(sweep.points(), sweep.row()).events();
      events.stream()
          .limit(MOST_LINES)
          .forEach(e -> text.append("  ").append(SweepPage.text(sweep, e)).append('\n'));
      if (events.size() > MOST_LINES) {
        text.append("  and ").append(events.size() - MOST_LINES).append(" more in the JSON file\n");
      }
    }
    return text.toString();
  }
}
