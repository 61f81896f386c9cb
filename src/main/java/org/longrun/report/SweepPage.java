package org.longrun.report;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.longrun.analysis.SweepPoint;
import org.longrun.analysis.SweepResult;
import org.longrun.analysis.Tracks;

/** The page of a sweep: what it covers, its drawings, its bifurcations. Needs no script. */
public final class SweepPage {
  private static final int MOST_EVENTS = 1000;

  private SweepPage() {}

  /** The page's text. */
  public static String html(SweepResult sweep) {
    SweepFigures figures = new SweepFigures(sweep);
    StringBuilder body = new StringBuilder();
    body.append("<h1>Sweep of ").append(Markup.escape(sweep.name())).append("</h1>\n<p>");
    body.append(Markup.escape(summary(sweep))).append("</p>\n");
    figures.all().forEach((title, svg) -> figure(title, svg, body));
    body.append(
        "<p>A white cell, or a gap in a curve, is a point whose result is infinite, unknown");
    body.append(" or missing. Every number is in the CSV file beside this page.</p>\n");
    events(sweep, figures.tracks(), body);
    Map<String, String> parts = new LinkedHashMap<>();
    parts.put("head", Bundle.head("Sweep of " + sweep.name(), "img-src data:"));
    parts.put("body", body.toString());
    return Template.fill(Bundle.text("sweep.html"), parts);
  }

  /** What a sweep came to, in a sentence each for the points and the bifurcations. */
  public static String summary(SweepResult sweep) {
    long done = count(sweep, SweepPoint.DONE);
    long marked = count(sweep, SweepPoint.MARKED);
    long failed = count(sweep, SweepPoint.FAILED);
    StringBuilder text = new StringBuilder();
    text.append(sweep.points().size()).append(" of ").append(sweep.size()).append(" points: ");
    text.append(done)
        .append(" done, ")
        .append(marked)
        .append(" marked unconverged or inconsistent, ");
    text.append(failed).append(" failed, ").append(count(sweep, SweepPoint.NOT_BEGUN));
    return text.append(" not begun.").toString();
  }

  private static long count(SweepResult sweep, String status) {
    return sweep.points().stream().filter(point -> point.status().equals(status)).count();
  }

  private static void figure(String title, Svg svg, StringBuilder out) {
    out.append("<figure><figcaption>").append(Markup.escape(title)).append("</figcaption>\n");
    out.append(svg).append("</figure>\n");
  }

  private static void events(SweepResult sweep, Tracks tracks, StringBuilder out) {
    out.append("<h2>Bifurcations</h2>\n");
    if (tracks.events().isEmpty()) {
      out.append("<p>No component is born or ends between neighbouring points.</p>\n");
      return;
    }
    out.append("<table><thead><tr><th scope=\"col\">between</th><th scope=\"col\">and</th>");
    out.append("<th scope=\"col\">born</th><th scope=\"col\">ended</th></tr></thead><tbody>\n");
    for (Tracks.Event event :
        tracks.events().subList(0, Math.min(MOST_EVENTS, tracks.events().size()))) {
      out.append("<tr><td>").append(place(sweep, event.before())).append("</td><td>");
      out.append(place(sweep, event.after())).append("</td><td>").append(names(event.born()));
      out.append("</td><td>").append(names(event.ended())).append("</td></tr>\n");
    }
    out.append("</tbody></table>\n");
    if (tracks.events().size() > MOST_EVENTS) {
      out.append("<p>The first 1000; the JSON file has all.</p>\n");
    }
  }

  /** A bifurcation in words, for the terminal. */
  public static String text(SweepResult sweep, Tracks.Event event) {
    return "between "
        + place(sweep, event.before())
        + " and "
        + place(sweep, event.after())
        + (event.born().isEmpty() ? "" : ": born " + names(event.born()))
        + (event.ended().isEmpty() ? "" : ": ended " + names(event.ended()));
  }

  private static String names(List<String> tracks) {
    return Markup.escape(String.join(", ", tracks));
  }

  private static String place(SweepResult sweep, int index) {
    StringBuilder out = new StringBuilder();
    List<Double> values = sweep.points().get(index).values();
    for (int k = 0; k < values.size(); k++) {
      out.append(k > 0 ? ", " : "").append(sweep.variations().get(k).name());
      out.append(" = ").append(values.get(k));
    }
    return Markup.escape(out.toString());
  }
}
