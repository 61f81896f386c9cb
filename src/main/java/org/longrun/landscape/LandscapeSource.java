package org.longrun.landscape;

import java.nio.file.Path;

/**
 * A landscape file's text and where it comes from.
 *
 * @param file its name as the user gave it, for messages
 * @param directory the folder that paths in it are relative to
 * @param outside whether its data may lie outside that folder
 * @param text its characters
 * @param faults the faults found so far
 */
record LandscapeSource(String file, Path directory, boolean outside, String text, Faults faults) {
  /** Other text in the place of this one, with no faults found yet. */
  LandscapeSource with(String other) {
    return new LandscapeSource(file, directory, outside, other, new Faults(file));
  }

  /** The file's name without folder and extension, with characters of names only. */
  String baseName() {
    String last = file.substring(Math.max(file.lastIndexOf('/'), file.lastIndexOf('\\')) + 1);
    int dot = last.lastIndexOf('.');
    String base = dot > 0 ? last.substring(0, dot) : last;
    String clean = base.replaceAll("[^A-Za-z0-9._-]", "-");
    return clean.isEmpty() ? "landscape" : clean;
  }
}
