package org.longrun.hitting;

import java.util.List;

/**
 * One of Freidlin's cycles: a set S of at least two vertices such that, from each of them, all
 * others are visited before S is left, but for an exponentially small probability.
 *
 * @param id C1, C2, … in the order of the exit exponents inside; another prefix where a vertex has
 *     such an id
 * @param children the ids of the largest cycles and of the vertices that make it up
 * @param main the vertex where the chain spends its time while it stays in S
 * @param exit γ(S): the time to leave S is exp(γ/η) from everywhere in S; +∞ if nothing leaves
 * @param exitEdge the edge of the digraph by which S is left; −1 if nothing leaves
 * @param block the block of the contraction that S is
 */
public record Cycle(
    String id, List<String> children, int main, double exit, int exitEdge, int block) {
  /** Copies the list. */
  public Cycle {
    children = List.copyOf(children);
  }
}
