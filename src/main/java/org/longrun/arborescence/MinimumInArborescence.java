package org.longrun.arborescence;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jgrapht.Graph;

/**
 * Minimum-weight spanning in-arborescences of a directed graph, for all roots at once.
 *
 * <p>An in-arborescence pointing to r is a set of edges in which every vertex but r has exactly one
 * edge out and reaches r. One contraction of the graph ({@link Contraction}) gives the least weight
 * for every root; the tree of one root then takes O(|V|). Dense graphs take O(|V|²), sparse ones
 * O(|E| log |E|). Undirected graphs are refused; self-loops are ignored; of parallel edges the
 * cheapest counts; weights must be ≥ 0, and +∞ means that there is no edge.
 *
 * @param <V> the graph's vertex type
 * @param <E> the graph's edge type
 */
public final class MinimumInArborescence<V, E> {
  private final Graph<V, E> graph;
  private final List<V> vertices;
  private final Map<V, Integer> numbers;
  private final List<E> edges;
  private final CostDigraph digraph;

  /**
   * Prepares the algorithm for a graph, which must not change while it is used.
   *
   * @throws IllegalArgumentException if the graph is not directed, or a weight is negative or NaN
   */
  public MinimumInArborescence(Graph<V, E> graph) {
    if (!graph.getType().isDirected()) {
      throw new IllegalArgumentException("the graph must be directed");
    }
    this.graph = graph;
    this.vertices = new ArrayList<>(graph.vertexSet());
    this.numbers = new HashMap<>();
    vertices.forEach(vertex -> numbers.put(vertex, numbers.size()));
    this.edges = new ArrayList<>(graph.edgeSet());
    CostDigraphBuilder builder = new CostDigraphBuilder(edges.size());
    edges.forEach(
        edge ->
            builder.add(
                number(graph.getEdgeSource(edge)),
                number(graph.getEdgeTarget(edge)),
                graph.getEdgeWeight(edge)));
    this.digraph = builder.build(vertices.size());
  }

  private int number(V vertex) {
    Integer number = numbers.get(vertex);
    if (number == null) {
      throw new IllegalArgumentException("the graph has no vertex " + vertex);
    }
    return number;
  }

  /** Computes the least weights of all roots. */
  public AllRoots getAllRoots() {
    return new AllRoots(Contraction.of(digraph));
  }

  /**
   * Computes a least in-arborescence that points to one vertex.
   *
   * @throws IllegalArgumentException if some vertex does not reach the root
   */
  public Result<V, E> getArborescence(V root) {
    return getAllRoots().getArborescence(root);
  }

  /** The least weights of all roots, with a tree and a certificate on demand. */
  public final class AllRoots {
    private final Contraction contraction;
    private final double[] weights;

    private AllRoots(Contraction contraction) {
      this.contraction = contraction;
      this.weights = RootWeights.of(contraction);
    }

    /** The least weight of an in-arborescence pointing to the root; +∞ if there is none. */
    public double getWeight(V root) {
      return weights[number(root)];
    }

    /**
     * A least in-arborescence that points to the root; O(|V|).
     *
     * @throws IllegalArgumentException if some vertex does not reach the root
     */
    public Result<V, E> getArborescence(V root) {
      InForest tree = contraction.arborescence(number(root));
      Set<E> chosen = new LinkedHashSet<>();
      for (int v = 0; v < tree.size(); v++) {
        if (!tree.isRoot(v)) {
          chosen.add(edges.get(digraph.origin(tree.edge(v))));
        }
      }
      return new Result<>(root, tree.weight(), chosen);
    }

    /** True if a result for this graph is least, by the duals and to an absolute tolerance. */
    public boolean isOptimal(Result<V, E> result, double tolerance) {
      int[] chosen = new int[digraph.size()];
      Arrays.fill(chosen, -1);
      for (E edge : result.edges()) {
        int tail = number(graph.getEdgeSource(edge));
        chosen[tail] = digraph.edge(tail, number(graph.getEdgeTarget(edge)));
      }
      InForest tree = new InForest(digraph, chosen);
      int root = number(result.root());
      return Optimality.check(tree, root, contraction.duals(), digraph).holds(tolerance);
    }
  }

  /**
   * An in-arborescence: its root, its weight and its edges.
   *
   * @param root the vertex that every other one reaches
   * @param weight the sum of the edges' weights
   * @param edges one edge out of every vertex but the root
   * @param <V> the graph's vertex type
   * @param <E> the graph's edge type
   */
  public record Result<V, E>(V root, double weight, Set<E> edges) {}
}
