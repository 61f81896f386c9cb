package org.longrun.action;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.DoubleSummaryStatistics;
import java.util.List;
import java.util.stream.IntStream;
import org.jgrapht.GraphPath;
import org.jgrapht.alg.interfaces.ShortestPathAlgorithm.SingleSourcePaths;
import org.jgrapht.alg.shortestpath.DijkstraShortestPath;
import org.jgrapht.graph.DefaultWeightedEdge;
import org.jgrapht.graph.SimpleDirectedWeightedGraph;
import org.jspecify.annotations.Nullable;
import org.longrun.dynamics.Hamiltonian;
import org.longrun.dynamics.OnShellLagrangian;
import org.longrun.landscape.Domain;
import org.longrun.numerics.GaussLegendre;
import org.longrun.numerics.KroneckerSequence;
import org.longrun.numerics.Point;
import org.longrun.numerics.Vectors;

/**
 * A rough map of all least paths: points spread over the region that holds the places and around
 * it, points along known moves, each joined with its nearest neighbours in both directions at the
 * action of the segment between them; Dijkstra's tree from a place tells how its least paths run
 * (action methods, section 4, trap 2d).
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
  private final SimpleDirectedWeightedGraph<Integer, DefaultWeightedEdge> graph =
      new SimpleDirectedWeightedGraph<>(DefaultWeightedEdge.class);

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

  private record Joint(int from, int to, double cost) {}

  private void join() {
    int count = points.size();
    for (int a = 0; a < count; a++) {
      graph.addVertex(a);
    }
    List<BitSet> near =
        IntStream.range(0, count).boxed().toList().parallelStream().map(this::nearest).toList();
    List<List<Joint>> joints =
        IntStream.range(0, count).boxed().toList().parallelStream()
            .map(a -> around(a, near))
            .toList();
    for (List<Joint> around : joints) {
      for (Joint joint : around) {
        if (joint.cost() < Double.POSITIVE_INFINITY) {
          DefaultWeightedEdge edge = graph.addEdge(joint.from(), joint.to());
          graph.setEdgeWeight(edge, Math.max(0, joint.cost()));
        }
      }
    }
  }

  /** A point's joints with its nearest, but for those that are joined with it before. */
  private List<Joint> around(int a, List<BitSet> near) {
    OnShellLagrangian lagrangian = new OnShellLagrangian(hamiltonian.dimension());
    List<Joint> joints = new ArrayList<>();
    near.get(a).stream()
        .filter(b -> b > a || !near.get(b).get(a))
        .forEach(
            b -> {
              double[] costs = segment(lagrangian, points.get(a), points.get(b));
              joints.add(new Joint(a, b, costs[0]));
              joints.add(new Joint(b, a, costs[1]));
            });
    return joints;
  }

  /** The nearest other points, and those as near as the last of them. */
  private BitSet nearest(int a) {
    double[] distances = new double[points.size()];
    double[] least = new double[NEIGHBOURS];
    Arrays.fill(least, Double.POSITIVE_INFINITY);
    for (int b = 0; b < distances.length; b++) {
      distances[b] = Vectors.distance(points.get(a), points.get(b));
      if (distances[b] > 0) {
        insert(distances[b], least);
      }
    }
    BitSet nearest = new BitSet();
    for (int b = 0; b < distances.length; b++) {
      if (distances[b] <= least[NEIGHBOURS - 1] && distances[b] > 0) {
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

  /** Rough least paths from one place to all others. */
  Tree from(int place) {
    return new Tree(new DijkstraShortestPath<>(graph).getPaths(place));
  }

  /** A rough least path with its rough cost. */
  record Rough(Polyline line, double cost) {}

  /** Dijkstra's tree of one place. */
  final class Tree {
    private final SingleSourcePaths<Integer, DefaultWeightedEdge> paths;

    private Tree(SingleSourcePaths<Integer, DefaultWeightedEdge> paths) {
      this.paths = paths;
    }

    /** The rough path to a place; null if the map has none. */
    @Nullable Rough to(int place) {
      GraphPath<Integer, DefaultWeightedEdge> path = paths.getPath(place);
      if (path == null || path.getLength() == 0) {
        return null;
      }
      List<Point> line = path.getVertexList().stream().map(v -> Point.of(points.get(v))).toList();
      return new Rough(new Polyline(line), path.getWeight());
    }
  }
}
