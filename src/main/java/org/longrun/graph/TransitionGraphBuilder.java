package org.longrun.graph;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.longrun.arborescence.CostDigraph;
import org.longrun.arborescence.CostDigraphBuilder;
import org.longrun.critical.Kind;

/**
 * Collects the vertices and edges of a {@link TransitionGraph}, vertices by id in the order of
 * their first mention.
 */
public final class TransitionGraphBuilder {
  private final VertexIds ids = new VertexIds();
  private final CostDigraphBuilder edges = new CostDigraphBuilder(0);
  private final List<VertexStart> starts = new ArrayList<>();
  private double[] errors = {};
  private double[] values = {};
  private byte[] kinds = {};
  private int dimension;

  /** The number of the vertex with this id, which is made if it is new. */
  public int vertex(String id) {
    return ids.add(id);
  }

  /** The same for an id that lies in a buffer. */
  public int vertex(char[] text, int from, int length) {
    return ids.add(text, from, length);
  }

  /** The number of the vertex with this id, −1 if there is none. */
  int find(String id) {
    return ids.find(id);
  }

  /** The id of a vertex. */
  String id(int vertex) {
    return ids.get(vertex);
  }

  /** The number of vertices so far. */
  public int size() {
    return ids.size();
  }

  /**
   * Adds an edge; a cost of +∞ is the absence of one, a self-loop is counted and dropped, of
   * parallel edges the cheapest is kept.
   *
   * @throws IllegalArgumentException if the cost is negative or NaN
   */
  public TransitionGraphBuilder edge(int from, int to, double cost) {
    edges.add(from, to, cost);
    return this;
  }

  /**
   * Adds an edge with the estimated absolute error of its cost.
   *
   * @throws IllegalArgumentException if the cost or the error is negative or NaN
   */
  public TransitionGraphBuilder edge(int from, int to, double cost, double error) {
    if (!(error >= 0)) {
      throw new IllegalArgumentException("an error of " + error + "; it must be >= 0");
    }
    int position = edges.given();
    edges.add(from, to, cost);
    if (error > 0) {
      errors = room(errors, position, 0);
      errors[position] = error;
    }
    return this;
  }

  /** Says the vertex's value, f(K_i). */
  public TransitionGraphBuilder value(int vertex, double value) {
    values = room(values, vertex, Double.NaN);
    values[vertex] = value;
    return this;
  }

  /** Says what kind of component the vertex is. */
  public TransitionGraphBuilder kind(int vertex, Kind kind) {
    if (vertex >= kinds.length) {
      kinds = Arrays.copyOf(kinds, Math.max(16, vertex + vertex / 2 + 1));
    }
    kinds[vertex] = (byte) (kind.ordinal() + 1);
    return this;
  }

  /** Says the dimension d of the landscape; 0, for a network, is the default. */
  public TransitionGraphBuilder dimension(int d) {
    dimension = d;
    return this;
  }

  /** Adds a vertex without incoming edges. */
  public TransitionGraphBuilder start(VertexStart start) {
    starts.add(start);
    return this;
  }

  private static double[] room(double[] array, int index, double filler) {
    if (index < array.length) {
      return array;
    }
    double[] larger = Arrays.copyOf(array, Math.max(16, index + index / 2 + 1));
    Arrays.fill(larger, array.length, larger.length, filler);
    return larger;
  }

  /** The graph of what was added so far. */
  public TransitionGraph build() {
    CostDigraph digraph = edges.build(ids.size());
    double[] kept = new double[errors.length == 0 ? 0 : digraph.edgeCount()];
    for (int e = 0; e < kept.length; e++) {
      kept[e] = digraph.origin(e) < errors.length ? errors[digraph.origin(e)] : 0;
    }
    return new TransitionGraph(
        ids, digraph, kept, new VertexLabels(values.clone(), kinds.clone()), dimension, starts);
  }
}
