package org.longrun.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;

/** The transition graph: the cheapest direct moves and the ground state's arborescence. */
final class GraphFigure {
  private static final int FEW = 30;
  private static final int MANY = 100;
  private static final double MARGIN = 50;

  private final Findings findings;
  private final Svg svg;

  /** What labels must not cover: centre, half width, half height. */
  private final List<double[]> taken = new ArrayList<>();

  GraphFigure(Findings findings) {
    this.findings = findings;
    this.svg = findings.components().size() > MANY ? new Svg(1200, 900) : new Svg(860, 560);
  }

  Svg draw() {
    int size = findings.components().size();
    double[][] places = GraphLayout.of(size, findings.transitions());
    double[] x = new double[size];
    double[] y = new double[size];
    for (int i = 0; i < size; i++) {
      x[i] = MARGIN + places[0][i] * (svg.width() - 2 * MARGIN);
      y[i] = MARGIN + places[1][i] * (svg.height() - 2 * MARGIN);
    }
    double radius = size > MANY ? 5 : 15;
    for (int i = 0; i < size; i++) {
      taken.add(new double[] {x[i], y[i], radius + 20, radius + 8});
    }
    Set<List<Integer>> tree = findings.groundTree();
    for (Findings.Transition t : edges(tree)) {
      edge(t, new double[] {x[t.from()], y[t.from()], x[t.to()], y[t.to()], radius}, tree);
    }
    Set<String> ground = Set.copyOf(findings.names("groundStates"));
    for (int i = 0; i < size; i++) {
      vertex(findings.components().get(i), x[i], y[i], radius, ground);
    }
    return svg;
  }

  private List<Findings.Transition> edges(Set<List<Integer>> tree) {
    List<Findings.Transition> direct =
        findings.transitions().stream().filter(Findings.Transition::isDirect).toList();
    if (direct.size() <= FEW) {
      return direct;
    }
    int most = findings.components().size() > MANY ? 1 : 2;
    int[] used = new int[findings.components().size()];
    List<Findings.Transition> sorted = new ArrayList<>(direct);
    sorted.sort(Comparator.comparingDouble(Findings.Transition::cost));
    sorted.removeIf(t -> used[t.from()]++ >= most && !tree.contains(List.of(t.from(), t.to())));
    return sorted;
  }

  /** A bent arrow; {@code ends} holds x, y of both ends and the vertices' radius. */
  private void edge(Findings.Transition t, double[] ends, Set<List<Integer>> tree) {
    double dx = ends[2] - ends[0];
    double dy = ends[3] - ends[1];
    double length = Math.max(1, Math.hypot(dx, dy));
    double bend = Math.min(0.18 * length, 46);
    double cx = (ends[0] + ends[2]) / 2 - dy / length * bend;
    double cy = (ends[1] + ends[3]) / 2 + dx / length * bend;
    double[] from = toward(ends[0], ends[1], cx, cy, ends[4]);
    double[] to = toward(ends[2], ends[3], cx, cy, ends[4] + 1);
    List<double[]> points = new ArrayList<>();
    for (int k = 0; k <= 16; k++) {
      double s = k / 16.0;
      points.add(
          new double[] {
            (1 - s) * (1 - s) * from[0] + 2 * s * (1 - s) * cx + s * s * to[0],
            (1 - s) * (1 - s) * from[1] + 2 * s * (1 - s) * cy + s * s * to[1]
          });
    }
    boolean strong = tree.contains(List.of(t.from(), t.to()));
    Double cost = t.directCost();
    String dash = cost != null && cost == 0 ? ";stroke-dasharray:5 4" : "";
    String colour = strong ? Svg.INK : Svg.SOFT;
    svg.polyline(points, "stroke:" + colour + ";stroke-width:" + (strong ? 2.6 : 1) + dash);
    svg.arrowHead(points.get(15), to, colour);
    if (cost != null && cost > 0 && ends[4] > 8) {
      label(points, Markup.number(cost));
    }
  }

  /** Writes a label on the line, where it covers neither a vertex nor another label. */
  private void label(List<double[]> line, String text) {
    for (int k : new int[] {8, 6, 10, 4, 12}) {
      double[] p = line.get(k);
      if (taken.stream().allMatch(t -> free(p, t))) {
        taken.add(new double[] {p[0], p[1], 40, 14});
        String halo = "paint-order:stroke;stroke:#ffffff;stroke-width:6;font-size:12px";
        svg.text(p[0], p[1] + 4, "middle", halo, text);
        return;
      }
    }
  }

  private static boolean free(double[] p, double[] taken) {
    return Math.abs(p[0] - taken[0]) > taken[2] || Math.abs(p[1] - taken[1]) > taken[3];
  }

  private static double[] toward(double x, double y, double cx, double cy, double room) {
    double length = Math.max(1e-9, Math.hypot(cx - x, cy - y));
    return new double[] {x + (cx - x) / length * room, y + (cy - y) / length * room};
  }

  private void vertex(Findings.Component c, double x, double y, double radius, Set<String> ground) {
    String colour = Svg.colour(c.kind());
    String fill = ground.contains(c.id()) ? colour : "#ffffff";
    svg.mark(c.kind(), x, y, radius, "fill:" + fill + ";stroke:" + colour + ";stroke-width:2");
    if (radius > 8) {
      String ink = ground.contains(c.id()) ? "#ffffff" : Svg.INK;
      svg.text(x, y + 4, "middle", "font-size:12px;font-weight:600;fill:" + ink, c.id());
    }
  }
}
