package org.longrun.graph;

import java.util.List;
import org.longrun.numerics.Point;

/**
 * A point x that enters the transition graph as a vertex without incoming edges.
 *
 * @param x the point
 * @param basin the vertex where the descent from x ends; −1 if it leaves the domain
 * @param moves the direct moves away from x
 */
public record VertexStart(Point x, int basin, List<Move> moves) {
  /** Copies the list. */
  public VertexStart {
    moves = List.copyOf(moves);
  }

  /**
   * A direct move from x.
   *
   * @param to the vertex that it reaches
   * @param cost B(x, K_to) along this move, finite
   * @param error estimated absolute error of the cost
   */
  public record Move(int to, double cost, double error) {}
}
