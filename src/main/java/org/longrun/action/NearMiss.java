package org.longrun.action;

import org.longrun.dynamics.Hamiltonian;

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

  private static final double ACCURACY = 0.1;

  private final Places places;
  private final Hamiltonian hamiltonian;

  NearMiss(Places places, Hamiltonian hamiltonian) {
    this.places = places;
    this.hamiltonian = hamiltonian;
  }

  /** Whether a path between two places has no more than the gain over a chain. */
  boolean isChain(EdgeSolution solution, Pairs.Pair pair, FreeEnds ends) {
    for (int c = 0; c < places.critical().size(); c++) {
      boolean other = c != pair.from() && c != pair.to();
      if (other && detour(solution.curve(), c, ends) <= GAIN * solution.action()) {
        return true;
      }
    }
    return false;
  }

  /** The action of the straight way from the nearest inner node to a component and back. */
  private double detour(PathCurve curve, int place, FreeEnds ends) {
    PathMesh mesh = curve.mesh();
    double[] x = places.centre(place);
    double[] near = null;
    double least = Double.POSITIVE_INFINITY;
    for (int node = 1; node < mesh.nodes() - 1; node++) {
      curve.point(mesh.parameter(node), x);
      double distance = Places.distance(x, places.nearest(place, x));
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
