package org.longrun.numerics.formula;

import java.util.Collection;
import java.util.Locale;

/** What a misspelt word was meant to be: the nearest known word by Damerau's distance. */
public final class Spelling {
  private Spelling() {}

  /** "; did you mean …?" for the nearest known word, or nothing if none is near. */
  public static String suggestion(String word, Collection<String> known) {
    String nearest = nearest(word, known);
    return nearest.isEmpty() ? "" : "; did you mean " + nearest + "?";
  }

  /** The nearest known word, or the empty string if none is near. */
  public static String nearest(String word, Collection<String> known) {
    String nearest = "";
    int least = 1 + Math.max(1, word.length() / 3);
    for (String candidate : known) {
      int distance = distance(word.toLowerCase(Locale.ROOT), candidate.toLowerCase(Locale.ROOT));
      if (distance < least && distance < candidate.length()) {
        least = distance;
        nearest = candidate;
      }
    }
    return nearest.isEmpty() ? completed(word, known) : nearest;
  }

  private static String completed(String word, Collection<String> known) {
    return known.stream()
        .filter(candidate -> word.length() >= 3 && candidate.startsWith(word))
        .findFirst()
        .orElse("");
  }

  /** The least number of insertions, deletions, changes and swaps of neighbours. */
  static int distance(String a, String b) {
    if (Math.abs(a.length() - b.length()) > 3) {
      return Integer.MAX_VALUE;
    }
    int[][] table = new int[a.length() + 1][b.length() + 1];
    for (int i = 0; i <= a.length(); i++) {
      for (int j = 0; j <= b.length(); j++) {
        table[i][j] = i == 0 || j == 0 ? i + j : step(a, b, i, j, table);
      }
    }
    return table[a.length()][b.length()];
  }

  private static int step(String a, String b, int i, int j, int[][] table) {
    int change = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
    int best = Math.min(table[i - 1][j], table[i][j - 1]) + 1;
    best = Math.min(best, table[i - 1][j - 1] + change);
    boolean swapped =
        i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1);
    return swapped ? Math.min(best, table[i - 2][j - 2] + 1) : best;
  }
}
