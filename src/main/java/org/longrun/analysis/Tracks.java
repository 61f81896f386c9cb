package org.longrun.analysis;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.longrun.numerics.Vectors;

/**
 * Components followed along a sweep: which component of a landscape is which of its neighbour's.
 *
 * <p>A step of the last variation carries every component on in a straight line from its last two
 * places (the predictor of E. Allgower, K. Georg, <em>Introduction to Numerical Continuation
 * Methods</em>, 2003, chapter 2); those of one kind that lie next to such a place are the same, the
 * nearest pair first, up to a quarter of the width that the components of all points span. A
 * component that is nobody's is born in this step; one that nobody continues has ended.
 *
 * @param names for every point, the track of each of its components, C1, C2, …
 * @param events what was born, and what ended, between neighbours along the last variation
 */
public record Tracks(List<List<String>> names, List<Event> events) {
  private static final double NEAR = 0.25;

  /** Copies the lists. */
  public Tracks {
    names = List.copyOf(names);
    events = List.copyOf(events);
  }

  /**
   * A bifurcation, seen from outside.
   *
   * @param before the index of the point before it
   * @param after the index of the point behind it
   * @param born the tracks that begin
   * @param ended the tracks that end
   */
  public record Event(int before, int after, List<String> born, List<String> ended) {}

  /**
   * Follows the components of a whole sweep.
   *
   * @param points all of them, in order
   * @param row how many values the last variation has
   */
  public static Tracks of(List<SweepPoint> points, int row) {
    return new Following(points, row).tracks();
  }

  private static final class Following {
    private final List<SweepPoint> points;
    private final int row;
    private final double width;
    private final List<List<String>> names = new ArrayList<>();
    private final List<Event> events = new ArrayList<>();
    private int count;

    Following(List<SweepPoint> points, int row) {
      this.points = points;
      this.row = row;
      this.width = width(points);
    }

    Tracks tracks() {
      for (int k = 0; k < points.size(); k++) {
        follow(k);
      }
      return new Tracks(names, events);
    }

    /** The last point before k in its row that has components, else the like of the row before. */
    private int parent(int k) {
      for (int j = k - 1; j >= k - k % row; j--) {
        if (!points.get(j).components().isEmpty()) {
          return j;
        }
      }
      for (int j = k - row; j >= 0; j -= row) {
        if (!points.get(j).components().isEmpty()) {
          return j;
        }
      }
      return -1;
    }

    private void follow(int k) {
      List<SweepPoint.Component> here = points.get(k).components();
      @Nullable String[] found = new String[here.size()];
      int parent = here.isEmpty() ? -1 : parent(k);
      List<String> ended = parent < 0 ? new ArrayList<>() : new ArrayList<>(names.get(parent));
      for (Match match : parent < 0 ? List.<Match>of() : matches(k, parent)) {
        String track = names.get(parent).get(match.from());
        if (found[match.to()] == null && ended.remove(track)) {
          found[match.to()] = track;
        }
      }
      List<String> born = new ArrayList<>();
      List<String> all = new ArrayList<>();
      for (String each : found) {
        String track = each == null ? "C" + ++count : each;
        all.add(track);
        if (each == null) {
          born.add(track);
        }
      }
      names.add(all);
      if (parent >= 0 && parent / row == k / row && !(born.isEmpty() && ended.isEmpty())) {
        events.add(new Event(parent, k, born, ended));
      }
    }

    /** A pair of components of one kind, and how far apart they are. */
    private record Match(int from, int to, double distance) {}

    private List<Match> matches(int k, int parent) {
      List<SweepPoint.Component> before = points.get(parent).components();
      List<SweepPoint.Component> here = points.get(k).components();
      double limit = NEAR * width;
      List<Match> matches = new ArrayList<>();
      for (int i = 0; i < before.size(); i++) {
        double[] expected = expected(parent, i, k);
        for (int j = 0; j < here.size(); j++) {
          double distance = Vectors.distance(expected, at(here.get(j)));
          if (before.get(i).kind().equals(here.get(j).kind()) && distance <= limit) {
            matches.add(new Match(i, j, distance));
          }
        }
      }
      matches.sort(Comparator.comparingDouble(Match::distance));
      return matches;
    }

    /** Where a component of the parent should be at point k, from where it was before that. */
    private double[] expected(int parent, int component, int k) {
      double[] now = at(points.get(parent).components().get(component));
      int before = parent(parent);
      boolean straight = parent / row == k / row && before >= 0 && before / row == k / row;
      int old = straight ? names.get(before).indexOf(names.get(parent).get(component)) : -1;
      if (old < 0) {
        return now;
      }
      double[] then = at(points.get(before).components().get(old));
      double step = last(parent) - last(before);
      double ahead = step == 0 ? 0 : (last(k) - last(parent)) / step;
      double[] next = now.clone();
      for (int i = 0; i < next.length; i++) {
        next[i] += ahead * (now[i] - then[i]);
      }
      return next;
    }

    private double last(int k) {
      List<Double> values = points.get(k).values();
      return values.get(values.size() - 1);
    }

    private static double[] at(SweepPoint.Component component) {
      return component.at().stream().mapToDouble(Double::doubleValue).toArray();
    }

    /** The diagonal of the box that holds the components of all points. */
    private static double width(List<SweepPoint> points) {
      double square = 0;
      int dimension =
          points.stream()
              .flatMap(p -> p.components().stream())
              .mapToInt(c -> c.at().size())
              .max()
              .orElse(0);
      for (int i = 0; i < dimension; i++) {
        double least = Double.POSITIVE_INFINITY;
        double largest = Double.NEGATIVE_INFINITY;
        for (SweepPoint point : points) {
          for (SweepPoint.Component each : point.components()) {
            least = Math.min(least, each.at().get(i));
            largest = Math.max(largest, each.at().get(i));
          }
        }
        square += (largest - least) * (largest - least);
      }
      return Math.sqrt(square);
    }
  }
}
