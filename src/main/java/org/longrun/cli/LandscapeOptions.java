package org.longrun.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.longrun.landscape.InputError;
import org.longrun.landscape.Landscape;
import org.longrun.landscape.LandscapeFile;
import org.longrun.landscape.Target;
import org.longrun.numerics.Point;
import picocli.CommandLine.Option;

/** The options that change what a landscape file says. */
final class LandscapeOptions {
  @Option(
      names = "--seed",
      paramLabel = "S",
      description = "The seed of everything random (default: the file's).")
  @Nullable Long seed;

  @Option(
      names = "--target",
      paramLabel = "TARGET",
      description =
          "The set whose hitting time is asked for: argmin, ground-states, or points such as"
              + " '1,2;3,4' (default: the file's).")
  @Nullable String target;

  @Option(
      names = "--allow-outside",
      description = "Let a landscape's data lie outside the folder of its file.")
  private boolean allowOutside;

  /**
   * Reads every file, with the options applied; all of them are read before anything is computed.
   *
   * @throws InputError for the first wrong file
   */
  List<Landscape> read(List<Path> files) {
    List<Landscape> landscapes = new ArrayList<>();
    for (Path file : files) {
      landscapes.add(apply(LandscapeFile.read(file, allowOutside)));
    }
    return landscapes;
  }

  private Landscape apply(Landscape landscape) {
    Landscape changed = landscape;
    if (seed != null) {
      changed = changed.withSeed(seed);
    }
    if (target != null) {
      changed = changed.withTarget(target(target, landscape));
    }
    return changed;
  }

  private static Target target(String text, Landscape landscape) {
    return switch (text) {
      case "argmin" -> new Target.Argmin();
      case "ground-states" -> new Target.GroundStates();
      default -> {
        List<Point> points = new ArrayList<>();
        for (String point : text.split(";", -1)) {
          points.add(point("--target", point, landscape));
        }
        yield new Target.Nearest(points);
      }
    };
  }

  /**
   * A point of the domain, written as numbers between commas.
   *
   * @throws InputError naming the option, if it is none
   */
  static Point point(String option, String text, Landscape landscape) {
    String[] fields = text.split(",", -1);
    if (fields.length != landscape.dimension()) {
      throw new InputError(
          option
              + " "
              + text
              + ": "
              + fields.length
              + " coordinates; "
              + landscape.name()
              + " has "
              + landscape.dimension()
              + " variables: "
              + String.join(", ", landscape.variables()));
    }
    double[] x = new double[fields.length];
    for (int k = 0; k < x.length; k++) {
      x[k] = number(option, fields[k]);
    }
    if (!landscape.domain().contains(x)) {
      throw new InputError(option + " " + text + ": outside the domain of " + landscape.name());
    }
    return Point.of(x);
  }

  private static double number(String option, String field) {
    try {
      double value = Double.parseDouble(field.strip());
      if (Double.isFinite(value)) {
        return value;
      }
    } catch (NumberFormatException e) {
      throw new InputError(option + ": '" + field + "' is not a number");
    }
    throw new InputError(option + ": '" + field + "' is not a finite number");
  }
}
