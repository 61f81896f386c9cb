package org.longrun.action;

import static java.util.Collections.disjoint;

import java.util.HashSet;
import java.util.Set;
import java.util.stream.IntStream;
import org.longrun.dynamics.Hamiltonian;
import org.longrun.numerics.Vectors;

/**
 * Tells paths that pass so close to a component that they are no direct ones. With y the point of a
 * path γ from K_i to K_j that lies nearest to K_c,
 *
 * <pre>B_ic + B_cj ≤ S[γ] + B(y, K_c) + B(K_c, y):</pre>
 *
 * where the way there and back costs next to nothing, the path has next to nothing over the chain
 * through K_c.
 */
final class NearMiss {
  /** The relative gain over a chain below which a path counts as that chain. */
  static final double GAIN = 1e-7;

  /**
   * The same for a path that costs no less than the chains as yet. What cutting a corner gains is
   * about a hundredth of the detour.
   */
  static final double UNSEEN = 1e-5;

  /** The relative detour up to which a path may turn out to be a chain. */
  private static final double CLOSE = 1;

  private static final double ACCURACY = 0.1;

  private final Places places;
  private final Hamiltonian hamiltonian;

  NearMiss(Places places, Hamiltonian hamiltonian) {
    this.places = places;
    this.hamiltonian = hamiltonian;
  }

  /**
   * Whether a path between two places has no more than the gain over a chain.
   *
   * @param chains what the chains of the other moves that keep away from the target cost, as far as
   *     known
   */
  boolean isChain(EdgeSolution solution, Pairs.Pair pair, FreeEnds ends, double chains) {
    double small = solution.action() >= chains ? UNSEEN : GAIN;
    return others(pair)
        .anyMatch(c -> detour(solution.curve(), c, ends) <= small * solution.action());
  }

  /**
   * Those of some open pairs that are legs of a chain that a path between two places may turn out
   * to be.
   */
  Set<Pairs.Pair> legs(
      EdgeSolution solution, Pairs.Pair pair, FreeEnds ends, Set<Pairs.Pair> open) {
    Set<Pairs.Pair> legs = new HashSet<>();
    for (int c : others(pair).toArray()) {
      Set<Pairs.Pair> both = Set.of(new Pairs.Pair(pair.from(), c), new Pairs.Pair(c, pair.to()));
      if (!disjoint(both, open) && detour(solution.curve(), c, ends) <= CLOSE * solution.action()) {
        legs.addAll(both);
      }
    }
    legs.retainAll(open);
    return legs;
  }

  private IntStream others(Pairs.Pair pair) {
    return IntStream.range(0, places.critical().size())
        .filter(c -> c != pair.from() && c != pair.to());
  }

  /** The action of the straight way from the nearest inner node to a component and back. */
  private double detour(PathCurve curve, int place, FreeEnds ends) {
    PathMesh mesh = curve.mesh();
    double[] x = places.centre(place);
    double[] near = null;
    double least = Double.POSITIVE_INFINITY;
    for (int node = 1; node < mesh.nodes() - 1; node++) {
      curve.point(mesh.parameter(node), x);
      double distance = Vectors.distance(x, places.nearest(place, x));
      if (distance < least) {
        least = distance;
        near = x.clone();
      }
    }
    if (near == null) {
      return Double.POSITIVE_INFINITY;
    }
    double[] foot = ends.foot(place, near);
    return Reintegration.ofSegment(hamiltonian, near, foot, ACCURACY)
        + Reintegration.ofSegment(hamiltonian, foot, near, ACCURACY);
  }
}
