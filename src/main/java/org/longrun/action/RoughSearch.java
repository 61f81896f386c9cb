package org.longrun.action;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.longrun.dynamics.Hamiltonian;
import org.longrun.dynamics.Sgd;

/**
 * The search for paths that no polynomial resolves, over data next to the hull of what the samples
 * allow: among polygons, from wherever paths start and from the least path of the Gaussian noise of
 * equal covariance, once the Ritz method has taken long enough.
 */
final class RoughSearch {
  /**
   * The evaluations after which a path that is not known to the accuracy asked for is sought among
   * polygons.
   */
  private static final long ENOUGH = 20_000;

  /** The evaluations after which no finer polygon is begun. */
  static final long MOST = 100_000;

  private final Hamiltonian hamiltonian;
  private final Hamiltonian gaussian;
  private final double accuracy;
  private final Function<Pairs.Pair, List<StartCurves.Start>> starts;

  /**
   * A search.
   *
   * @param starts where searches for a path between two places start
   */
  RoughSearch(Sgd sgd, Function<Pairs.Pair, List<StartCurves.Start>> starts) {
    this.hamiltonian = sgd.hamiltonian();
    this.gaussian = sgd.diffusion().hamiltonian();
    this.accuracy = sgd.landscape().settings().get("accuracy");
    this.starts = starts;
  }

  /** Whether polynomials have taken long over a path, of noise that makes paths rough. */
  boolean isToil(EdgeSolution solution) {
    return solution.evaluations() > ENOUGH
        && solution.action() < Double.POSITIVE_INFINITY
        && hamiltonian.isRough();
  }

  /** Whether an error is within the accuracy asked for. */
  boolean isAccurate(double error, double cost) {
    return error <= accuracy * cost;
  }

  /** The better of a path and the least polygon near it, if that is worth seeking. */
  EdgeSolution better(EdgeSolution path, Pairs.Pair pair, double hopeless) {
    if (!isToil(path) || isAccurate(path.error(), path.action())) {
      return path;
    }
    LeastPolygon search = new LeastPolygon(hamiltonian, accuracy, MOST);
    return better(path, search.near(starts(path, pair), hopeless));
  }

  /** The better of a limit of relaxed paths and that of relaxed polygons. */
  EdgeSolution betterLimit(EdgeSolution smooth, Pairs.Pair pair, double hopeless) {
    if (!hamiltonian.isRough()
        || isAccurate(smooth.error(), smooth.action())
        || smooth.action() > hopeless) {
      return smooth;
    }
    PolygonLimit search = new PolygonLimit(hamiltonian, accuracy, MOST);
    return better(smooth, search.near(starts(smooth, pair), hopeless));
  }

  private static EdgeSolution better(EdgeSolution smooth, EdgeSolution polygon) {
    boolean better = polygon.action() + polygon.error() < smooth.action() + smooth.error();
    return better ? polygon.after(smooth.evaluations()) : smooth.after(polygon.evaluations());
  }

  /** A path, the one of equal covariance between its ends, and wherever else paths start. */
  private List<Curve> starts(EdgeSolution path, Pairs.Pair pair) {
    PathCurve curve = path.curve();
    Curve line = Curve.line(curve.end(0), curve.end(1));
    List<Curve> near = new ArrayList<>(List.of(curve));
    near.add(new EdgeSolver(gaussian, accuracy).screen(line, 1).curve());
    starts.apply(pair).forEach(start -> near.add(start.curve()));
    return near;
  }
}
