package org.longrun.action;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * The meshes on which a path is sought, one after the other: first one panel of growing degree,
 * which finds a smooth path soon (action methods, section 3); then panels of one degree, those on
 * which the path is roughest split from mesh to mesh. A path that passes close to a critical point
 * turns within a short way there, and needs fine panels nowhere else.
 */
final class Cascade {
  /** n of the meshes of one panel. */
  private static final int[] DEGREES = {6, 10, 16, 24};

  /** n of each panel of the meshes after them. */
  private static final int DEGREE = 20;

  /** The level of the finest mesh, with the second variation and without. */
  private static final int FINEST = 16;

  private static final int FINEST_OF_MANY = 7;

  /** The share of the worst panel's roughness from which on a panel is split. */
  private static final double ROUGH = 0.2;

  /**
   * The share of the panel at an end that its split leaves there. Where a path leaves a critical
   * point it has no Taylor series (its directions' rates have no common multiple), and panels that
   * become shorter geometrically are right for that (C. Schwab, <em>p- and hp-Finite Element
   * Methods</em>, 1998, section 3.3).
   */
  private static final double GRADED = 0.2;

  /** The same without the second variation: short panels spoil the cheap matrix's promises. */
  private static final double HALVED = 0.5;

  /** The unknowns of a path, nodes times variables, from which on its mesh is not refined. */
  private static final int MOST = 10_000;

  private Cascade() {}

  /** Whether a path has so many unknowns that no finer mesh is to be had. */
  static boolean isFinest(PathCurve curve) {
    return curve.mesh().nodes() * curve.dimension() >= MOST;
  }

  /**
   * The level of the finest mesh but one, which is only for looking ahead.
   *
   * @param newton whether paths are sought with the second variation
   */
  static int last(boolean newton) {
    return newton ? FINEST : FINEST_OF_MANY;
  }

  /**
   * The level at which a path on a mesh is taken up again: on one panel its own, on several the
   * last of one panel, so that all further splits are open to it.
   */
  static int level(PathMesh mesh) {
    int level = Arrays.binarySearch(DEGREES, mesh.degree());
    return level >= 0 ? level : DEGREES.length - 1;
  }

  /** The mesh of a level of one panel. */
  static PathMesh single(int level, int density) {
    return PathMesh.single(DEGREES[level], density);
  }

  /** The mesh after that of a path, with the given density of points. */
  static PathMesh after(EdgeSolution solution, int density, boolean newton) {
    int level = solution.level() + 1;
    if (level < DEGREES.length) {
      return PathMesh.single(DEGREES[level], density);
    }
    PathCurve curve = solution.curve();
    PathMesh mesh = curve.mesh();
    double[] roughness = IntStream.range(0, mesh.panels()).mapToDouble(curve::roughness).toArray();
    double worst = Arrays.stream(roughness).max().orElse(0);
    double end = newton ? GRADED : HALVED;
    return mesh.split(panel -> roughness[panel] >= ROUGH * worst, end, DEGREE, density);
  }
}
