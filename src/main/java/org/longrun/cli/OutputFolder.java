package org.longrun.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.longrun.landscape.FileFault;
import org.longrun.landscape.InputError;
import org.longrun.report.ResultKind;

/**
 * The folder for results, tried before anything is computed: it can be written into, and nothing
 * will be overwritten that is not a result of the same kind.
 */
final class OutputFolder {
  private static final int LONGEST_NAME = 255;
  private static final int TRIAL_BYTES = 1 << 14;
  private final Path folder;
  private final List<Path> inputs;
  private final Set<Path> expected = new LinkedHashSet<>();

  /**
   * A folder that is not looked at yet.
   *
   * @param inputs files that are read, and so must not be written
   */
  OutputFolder(Path folder, List<Path> inputs) {
    this.folder = folder;
    this.inputs = List.copyOf(inputs);
  }

  /**
   * Expects the results of a landscape.
   *
   * @throws InputError if one would replace something else
   */
  void expectLandscape(String name, List<String> suffixes) throws IOException {
    ResultKind analysis = kind(name, ".json");
    ResultKind simulation = kind(name, ".simulation.json");
    if (analysis == ResultKind.NETWORK || analysis == ResultKind.FOREIGN) {
      throw foreign(file(name, ".json"), analysis);
    }
    boolean own = analysis == ResultKind.LANDSCAPE || simulation == ResultKind.LANDSCAPE;
    expect(name, suffixes, own);
  }

  /**
   * Expects the results of a network.
   *
   * @return the name that its results have: NAME.network where NAME.json is something else already
   * @throws InputError if one would replace something else
   */
  String expectNetwork(String name, List<String> suffixes) throws IOException {
    ResultKind kind = kind(name, ".json");
    boolean free = kind == ResultKind.NONE || kind == ResultKind.NETWORK;
    String chosen = free ? name : name + ".network";
    ResultKind own = kind(chosen, ".json");
    if (own == ResultKind.LANDSCAPE || own == ResultKind.FOREIGN) {
      throw foreign(file(chosen, ".json"), own);
    }
    expect(chosen, suffixes, own == ResultKind.NETWORK);
    return chosen;
  }

  private ResultKind kind(String name, String suffix) throws IOException {
    return ResultKind.of(file(name, suffix));
  }

  private Path file(String name, String suffix) {
    return folder.resolve(name + suffix);
  }

  private static InputError foreign(Path file, ResultKind kind) {
    String what =
        switch (kind) {
          case NETWORK -> "a network's results";
          case LANDSCAPE -> "a landscape's results";
          case SWEEP -> "a sweep's results";
          default -> "no results of this program";
        };
    return new InputError(
        file + " holds " + what + " and would be overwritten; move it, or give another --out");
  }

  private void expect(String name, List<String> suffixes, boolean own) throws IOException {
    for (String suffix : suffixes) {
      Path target = file(name, suffix);
      if (!expected.add(target)) {
        throw new InputError("two results would be called " + target + "; give each its own name");
      }
      check(target, suffix, own || suffix.endsWith(".json"));
    }
  }

  /**
   * Expects the results of a sweep, or of a part of one.
   *
   * @param name of the landscape
   * @throws InputError if one would replace something else
   */
  void expectSweep(String name, List<String> suffixes) throws IOException {
    ResultKind kind = kind(name, suffixes.get(0));
    if (kind != ResultKind.NONE && kind != ResultKind.SWEEP) {
      throw foreign(file(name, suffixes.get(0)), kind);
    }
    expect(name, suffixes, kind == ResultKind.SWEEP);
  }

  /** Expects the path of least cost between two points. */
  void expectPath(String name) throws IOException {
    expect(name, List.of(".path.csv"), true);
  }

  /** Expects the page that lists several analyses. */
  void expectIndex() throws IOException {
    Path page = folder.resolve("index.html");
    if (Files.exists(page) && !ResultKind.isIndex(page)) {
      throw foreign(page, ResultKind.FOREIGN);
    }
    expect("index", List.of(".html"), true);
  }

  private void check(Path target, String suffix, boolean own) throws IOException {
    if (target.getFileName().toString().getBytes(StandardCharsets.UTF_8).length > LONGEST_NAME) {
      throw new InputError(
          target + ": a name of more than 255 bytes; give the input a shorter one");
    }
    if (Files.isDirectory(target)) {
      throw new InputError(
          target + ": a folder is in the place of this result; give another --out");
    }
    if (!Files.exists(target)) {
      return;
    }
    for (Path input : inputs) {
      if (Files.exists(input) && Files.isSameFile(input, target)) {
        throw new InputError(target + " is an input and would be overwritten; give another --out");
      }
    }
    boolean table = suffix.equals(".csv");
    if (!own || (table && !ResultKind.isEdgeTable(target))) {
      throw foreign(target, ResultKind.FOREIGN);
    }
  }

  /**
   * Writes a little into the folder, and leaves it as it was.
   *
   * @throws InputError if there can't be such a folder
   * @throws IOException if nothing can be written there
   */
  void tryOut() throws IOException {
    for (Path part : folder.toAbsolutePath().normalize()) {
      if (part.toString().getBytes(StandardCharsets.UTF_8).length > LONGEST_NAME) {
        throw new InputError(
            folder + ": a folder's name of more than 255 bytes; give a shorter one");
      }
    }
    Deque<Path> made = missing();
    try {
      Files.createDirectories(folder);
      Path trial = Files.createTempFile(folder, ".longrun-", ".tmp");
      try {
        Files.write(trial, new byte[TRIAL_BYTES]);
      } finally {
        Files.deleteIfExists(trial);
      }
    } catch (IOException failure) {
      throw FileFault.of(folder, failure);
    } finally {
      for (Path each : made) {
        Files.deleteIfExists(each);
      }
    }
  }

  /** The folders that are not there yet, the innermost first. */
  private Deque<Path> missing() {
    Deque<Path> missing = new ArrayDeque<>();
    Path there = folder.toAbsolutePath();
    while (there.getParent() != null && !Files.exists(there, LinkOption.NOFOLLOW_LINKS)) {
      missing.addLast(there);
      there = there.getParent();
    }
    if (!Files.exists(there)) {
      throw new InputError(folder + ": " + there + " is a link that leads nowhere; name a folder");
    }
    if (!Files.isDirectory(there)) {
      throw new InputError(folder + ": " + there + " is a file; name a folder for the results");
    }
    return missing;
  }
}
