package org.longrun.report;

import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.longrun.analysis.SweepPoint;
import org.longrun.analysis.SweepResult;
import org.longrun.analysis.Tracks;
import org.longrun.analysis.Variation;

/** A sweep as a table, a component of a point a row; a point without components is a row too. */
public final class SweepCsv {
  private SweepCsv() {}

  /** Writes the table of a whole sweep; an empty field is infinite or unknown. */
  public static void write(SweepResult sweep, Appendable out) throws IOException {
    out.append("point");
    for (Variation each : sweep.variations()) {
      out.append(',').append(each.name());
    }
    out.append(
        ",status,track,id,kind,f,energy,energy-certainty,exponent,exponent-certainty,ground\n");
    Tracks tracks = Tracks.of(sweep.points(), sweep.row());
    for (int k = 0; k < sweep.points().size(); k++) {
      point(sweep.points().get(k), tracks.names().get(k), out);
    }
  }

  private static void point(SweepPoint point, List<String> tracks, Appendable out)
      throws IOException {
    StringBuilder begin = new StringBuilder().append(point.index());
    point.values().forEach(value -> begin.append(',').append(value));
    begin.append(',').append(point.status());
    if (tracks.isEmpty()) {
      out.append(begin).append(",,,,,,,,,\n");
    }
    for (int i = 0; i < tracks.size(); i++) {
      SweepPoint.Component each = point.components().get(i);
      out.append(begin).append(',').append(tracks.get(i)).append(',').append(each.id());
      out.append(',').append(each.kind()).append(',').append(Double.toString(each.value()));
      known(each.energy(), out);
      known(each.exponent(), out);
      out.append(',').append(Boolean.toString(point.groundStates().contains(each.id())));
      out.append('\n');
    }
  }

  private static void known(SweepPoint.Known known, Appendable out) throws IOException {
    out.append(',').append(text(known.value())).append(',').append(known.certainty());
  }

  private static String text(@Nullable Double value) {
    return value == null ? "" : value.toString();
  }
}
