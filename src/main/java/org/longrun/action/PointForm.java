package org.longrun.action;

import org.jspecify.annotations.Nullable;

/**
 * A quadratic form in (δx, δv) at each quadrature point of a path: the action's second variation.
 */
interface PointForm {
  /**
   * The form ½(δvᵀ V δv + 2 δvᵀ C δx + δxᵀ X δx), matrices row by row.
   *
   * @param speeds V
   * @param mixed C
   * @param places X
   * @param slide λ vᵀH_pp⁻¹v where the form vanishes on moves along the path, else 0
   */
  record Blocks(double[] speeds, double[] mixed, double[] places, double slide) {}

  /** The form at a quadrature point as it stands; null where there is none. */
  @Nullable Blocks at(int panel, int q);
}
