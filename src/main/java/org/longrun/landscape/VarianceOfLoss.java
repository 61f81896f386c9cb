package org.longrun.landscape;

/**
 * A noise variance that depends on x through the loss alone: s = s(f).
 *
 * <p>Recognised on the formula (it uses f and no variable), never by trying points. Then 2f/σ²
 * becomes 2φ(f), φ = ∫ df/s(f), in every closed form (theory, section 2). The affine case s = σ²(f
 * + c) is the power law φ = log(f + c)/σ².
 */
public interface VarianceOfLoss {
  /** s at this value of f. */
  double variance(double loss);

  /** True if the formula is affine in f, with a positive slope, for every value of f. */
  boolean isAffine();

  /** σ² of the affine case: the slope of s. */
  double slope();

  /** c of the affine case, s(f) = slope·(f + c). */
  double offset();

  /**
   * Proved bounds of φ(to) − φ(from) = ∫ df/s(f) by interval arithmetic, from ≤ to; the upper one
   * is +∞ where s may vanish in between.
   */
  Scale scale(double from, double to);

  /** Bounds of a difference of φ: least ≤ φ(to) − φ(from) ≤ most. */
  record Scale(double least, double most) {}
}
