package org.longrun.landscape;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The faults found in a file so far; the first in the file's order is the one that is told. */
final class Faults {
  private record Fault(Place place, String problem) {}

  /** Short enough for what InputError cuts to, with the number of further faults. */
  private static final int LONGEST = 560;

  private static final Pattern QUOTED = Pattern.compile("'([^']{41,})'");

  private final String file;
  private final List<Fault> faults = new ArrayList<>();

  Faults(String file) {
    this.file = file;
  }

  void add(Place place, String problem) {
    faults.add(new Fault(place, problem));
  }

  /** A fault that makes further reading pointless. */
  InputError fatal(Place place, String problem) {
    add(place, problem);
    return error();
  }

  boolean isEmpty() {
    return faults.isEmpty();
  }

  /**
   * Ends the reading if there is a fault.
   *
   * @throws InputError telling the first
   */
  void raise() {
    if (!faults.isEmpty()) {
      throw error();
    }
  }

  private InputError error() {
    Fault first = faults.stream().min(Comparator.comparing(Fault::place)).orElseThrow();
    int more = faults.size() - 1;
    String rest = more == 0 ? "" : " (… and " + more + " more)";
    return new InputError(
        file,
        first.place().line(),
        first.place().column(),
        PlainText.middleCut(shortened(first.problem()), LONGEST) + rest);
  }

  /** What the file says is repeated so far that it is recognised, and no further. */
  private static String shortened(String problem) {
    return QUOTED.matcher(problem).replaceAll(quoted -> Matcher.quoteReplacement(brief(quoted)));
  }

  private static String brief(MatchResult quoted) {
    return "'" + PlainText.brief(quoted.group(1)) + "'";
  }
}
