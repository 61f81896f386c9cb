package org.longrun.action;

import com.google.common.collect.Lists;
import com.google.common.primitives.Doubles;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.DoubleSummaryStatistics;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.jgrapht.Graph;
import org.jgrapht.graph.AsWeightedGraph;
import org.jgrapht.graph.SimpleDirectedGraph;
import org.jgrapht.traverse.ClosestFirstIterator;
import org.jspecify.annotations.Nullable;
import org.longrun.dynamics.Hamiltonian;
import org.longrun.dynamics.OnShellLagrangian;
import org.longrun.landscape.Domain;
import org.longrun.numerics.GaussLegendre;
import org.longrun.numerics.KroneckerSequence;
import org.longrun.numerics.Point;

/**
 * A rough map of all least paths: points spread over the region that holds the places and around
 * it, points along known moves, each joined with its nearest neighbours in both directions at the
 * action of the segment between them; Dijkstra's tree from a place tells how its least paths run
 * (action methods, section 4, trap 2d). A segment's action is found when a tree first comes to it:
 * where little can be reached from a place, little is asked.
 */
final class Roadmap {
  private static final int NEIGHBOURS = 14;
  private static final double NARROW = 0.15;
  private static final double WIDE = 1;
  private static final double LEAST_MARGIN = 0.02;
  private static final int ALONG_MOVES = 12;
  private static final GaussLegendre RULE = GaussLegendre.of(2);

  private final Hamiltonian hamiltonian;
  private final Places places;
  private final List<double[]> points = new ArrayList<>();
  private final Graph<Integer, Leg> graph = new SimpleDirectedGraph<>(Leg.class);

  /**
   * Builds the map.
   *
   * @param moves known moves, along which points are laid
   */
  Roadmap(Places places, Domain domain, Hamiltonian hamiltonian, List<Edge> moves) {
    this.places = places;
    this.hamiltonian = hamiltonian;
    for (int place = 0; place < places.size(); place++) {
      points.add(places.centre(place));
    }
    layAlong(moves);
    spread(domain);
    join();
  }

  private void layAlong(List<Edge> moves) {
    int d = hamiltonian.dimension();
    int each = Math.max(2, Math.min(ALONG_MOVES, 2000 / Math.max(1, moves.size())));
    for (Edge move : moves) {
      Polyline line = move.line();
      for (int k = 1; k < each; k++) {
        double[] x = new double[d];
        line.point((double) k / each, x);
        points.add(x);
      }
    }
  }

  /**
   * Quasi-random points in the box of the places, widened a little, and where there are few
   * variables as many in a wide box around it: where the noise is stronger far out, the least path
   * leads there. In many variables no number of points fills a box, and each costs more.
   */
  private void spread(Domain domain) {
    List<double[]> known = List.copyOf(points);
    int d = domain.dimension();
    int count = d == 1 ? 60 : d <= 10 ? 500 + 100 * d : 15_000 / d;
    spread(domain, known, NARROW, count);
    if (d > 1 && d <= StrongPreconditioner.FEW) {
      spread(domain, known, WIDE, count);
    }
  }

  /** Points in the box of the known ones, widened by a share of its width within the domain. */
  private void spread(Domain domain, List<double[]> known, double share, int count) {
    int d = domain.dimension();
    double[] low = new double[d];
    double[] high = new double[d];
    for (int k = 0; k < d; k++) {
      int axis = k;
      DoubleSummaryStatistics range = known.stream().mapToDouble(x -> x[axis]).summaryStatistics();
      double width = range.getMax() - range.getMin();
      double margin = Math.max(share * width, LEAST_MARGIN * domain.width(k));
      low[k] = Math.max(domain.lower().get(k), range.getMin() - margin);
      high[k] = Math.min(domain.upper().get(k), range.getMax() + margin);
    }
    double[] shift = new double[d];
    Arrays.fill(shift, 0.5);
    KroneckerSequence sequence = new KroneckerSequence(shift);
    for (int n = 1; n <= count; n++) {
      double[] x = sequence.point(n);
      for (int k = 0; k < d; k++) {
        x[k] = low[k] + x[k] * (high[k] - low[k]);
      }
      points.add(x);
    }
  }

  /** A segment between two of the points, its actions there and back known once asked for. */
  private final class Joint {
    private final int from;
    private final int to;
    private volatile double @Nullable [] costs;

    Joint(int from, int to) {
      this.from = from;
      this.to = to;
    }

    /** The actions; two threads that ask at once find the same numbers. */
    double[] costs(OnShellLagrangian lagrangian) {
      double[] known = costs;
      if (known == null) {
        known = segment(lagrangian, points.get(from), points.get(to));
        costs = known;
      }
      return known;
    }
  }

  /** A joint in one of its directions. */
  private static final class Leg {
    private final Joint joint;
    private final int direction;

    Leg(Joint joint, int direction) {
      this.joint = joint;
      this.direction = direction;
    }

    /** Whether this is the first of the joint's directions, and its actions are known. */
    boolean isKnownForward() {
      return direction == 0 && joint.costs != null;
    }

    double cost(OnShellLagrangian lagrangian) {
      double cost = joint.costs(lagrangian)[direction];
      return cost < Double.POSITIVE_INFINITY ? Math.max(0, cost) : Double.POSITIVE_INFINITY;
    }
  }

  private void join() {
    int count = points.size();
    for (int a = 0; a < count; a++) {
      graph.addVertex(a);
    }
    double[] coordinates = Doubles.concat(points.toArray(double[][]::new));
    List<BitSet> near =
        IntStream.range(0, count).boxed().toList().parallelStream()
            .map(a -> nearest(coordinates, a))
            .toList();
    for (int a = 0; a < count; a++) {
      for (int b = near.get(a).nextSetBit(0); b >= 0; b = near.get(a).nextSetBit(b + 1)) {
        if (b > a || !near.get(b).get(a)) {
          Joint joint = new Joint(a, b);
          graph.addEdge(a, b, new Leg(joint, 0));
          graph.addEdge(b, a, new Leg(joint, 1));
        }
      }
    }
  }

  /** The nearest other points, and those as near as the last of them. */
  private BitSet nearest(double[] coordinates, int a) {
    int d = hamiltonian.dimension();
    double[] squares = new double[points.size()];
    double[] least = new double[NEIGHBOURS];
    Arrays.fill(least, Double.POSITIVE_INFINITY);
    for (int b = 0; b < squares.length; b++) {
      double square = 0;
      for (int k = 0; k < d; k++) {
        double step = coordinates[a * d + k] - coordinates[b * d + k];
        square += step * step;
      }
      squares[b] = square;
      if (square > 0) {
        insert(square, least);
      }
    }
    BitSet nearest = new BitSet();
    for (int b = 0; b < squares.length; b++) {
      if (squares[b] <= least[NEIGHBOURS - 1] && squares[b] > 0) {
        nearest.set(b);
      }
    }
    return nearest;
  }

  /** Puts a number into an ascending list in place of its last, if it is less. */
  private static void insert(double number, double[] ascending) {
    int k = ascending.length - 1;
    if (!(number < ascending[k])) {
      return;
    }
    for (; k > 0 && ascending[k - 1] > number; k--) {
      ascending[k] = ascending[k - 1];
    }
    ascending[k] = number;
  }

  /** The action of a straight segment there and back, roughly; +∞ where it is impossible. */
  private double[] segment(OnShellLagrangian lagrangian, double[] from, double[] to) {
    int d = from.length;
    double[] x = new double[d];
    double[] v = new double[d];
    double[] back = new double[d];
    double[] p = new double[d];
    double[] costs = new double[2];
    for (int q = 0; q < RULE.size(); q++) {
      double s = 0.5 * (1 + RULE.point(q));
      for (int k = 0; k < d; k++) {
        x[k] = (1 - s) * from[k] + s * to[k];
        v[k] = to[k] - from[k];
        back[k] = -v[k];
      }
      Hamiltonian.Local local = hamiltonian.at(x);
      p[0] = Double.NaN;
      costs[0] += 0.5 * RULE.weight(q) * lagrangian.evaluate(local, v, p);
      p[0] = Double.NaN;
      costs[1] += 0.5 * RULE.weight(q) * lagrangian.evaluate(local, back, p);
    }
    return costs;
  }

  /** Gradient evaluations up to now: two there and two back on each segment that was looked at. */
  long evaluations() {
    return 2 * RULE.size() * graph.edgeSet().stream().filter(Leg::isKnownForward).count();
  }

  /** Rough least paths from one place to all others. */
  Tree from(int place) {
    OnShellLagrangian lagrangian = new OnShellLagrangian(hamiltonian.dimension());
    Graph<Integer, Leg> weighted =
        new AsWeightedGraph<>(graph, leg -> leg.cost(lagrangian), false, false);
    ClosestFirstIterator<Integer, Leg> closest =
        new ClosestFirstIterator<>(weighted, place, Double.MAX_VALUE);
    Map<Integer, Polyline> lines = new TreeMap<>();
    int missing = places.size();
    while (missing > 0 && closest.hasNext()) {
      int next = closest.next();
      if (next < places.size()) {
        missing--;
        if (next != place) {
          lines.put(next, line(closest, next));
        }
      }
    }
    return new Tree(lines);
  }

  /** The way to a point that the search has come to. */
  private Polyline line(ClosestFirstIterator<Integer, Leg> closest, int end) {
    List<Point> backwards = new ArrayList<>();
    int here = end;
    backwards.add(Point.of(points.get(here)));
    for (Leg leg = closest.getSpanningTreeEdge(here); leg != null; ) {
      here = graph.getEdgeSource(leg);
      backwards.add(Point.of(points.get(here)));
      leg = closest.getSpanningTreeEdge(here);
    }
    return new Polyline(Lists.reverse(backwards));
  }

  /** Dijkstra's tree of one place, as far as the other places. */
  record Tree(Map<Integer, Polyline> lines) {
    /** The rough path to a place; null if the map has none. */
    @Nullable Polyline to(int place) {
      return lines.get(place);
    }
  }
}
