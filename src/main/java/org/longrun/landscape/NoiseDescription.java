package org.longrun.landscape;

import java.util.List;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/** The noise Z as the landscape file describes it, formulas compiled (theory, section 1). */
public sealed interface NoiseDescription {
  /** The line of the results' {@code landscape.noise}: the description in words and formulas. */
  String text();

  /**
   * Gaussian with covariance s(x) I.
   *
   * @param text the description for people
   * @param variance s, not negative in the domain
   * @param truncation R/σ, where the noise is truncated to ‖Z‖ ≤ R; empty for none
   * @param functionOfLoss dφ/df-style structure: see {@link VarianceOfLoss}; null if s is not known
   *     to be a function of f alone
   */
  record Isotropic(
      String text,
      ScalarField variance,
      OptionalDouble truncation,
      @Nullable VarianceOfLoss functionOfLoss)
      implements NoiseDescription {}

  /**
   * Gaussian with covariance Σ(x).
   *
   * @param text the description for people
   * @param covariance the entries Σ_ij, row by row, d² fields, symmetric
   * @param truncation the bound on ‖Σ^(−1/2) Z‖; empty for none
   */
  record Anisotropic(String text, List<ScalarField> covariance, OptionalDouble truncation)
      implements NoiseDescription {
    /** Copies the list. */
    public Anisotropic {
      covariance = List.copyOf(covariance);
    }
  }

  /**
   * Independent coordinates, each uniform on [−h, h].
   *
   * @param text the description for people
   * @param halfWidth h(x) &gt; 0
   */
  record Uniform(String text, ScalarField halfWidth) implements NoiseDescription {}

  /**
   * Independent signs ±s along each direction.
   *
   * @param text the description for people
   * @param scale s(x) &gt; 0
   * @param directions an orthonormal basis, row by row, d² numbers; the axes by default
   */
  record Rademacher(String text, ScalarField scale, List<Double> directions)
      implements NoiseDescription {
    /** Copies the list. */
    public Rademacher {
      directions = List.copyOf(directions);
    }
  }

  /**
   * What a method of training makes of a noise, where it is none of the other forms.
   *
   * @param text the description for people
   */
  record OfMethod(String text) implements NoiseDescription {}

  /**
   * The noise of minibatches drawn from a finite sum. Without replacement n·b is at most {@link
   * #LARGEST_TABLE}, the effort of its exact cumulants.
   *
   * @param text the description for people
   * @param batch b ≥ 1, the number of samples a step
   * @param replacement whether they are drawn with replacement
   * @param risk the sum
   */
  record FiniteSum(String text, int batch, boolean replacement, EmpiricalRisk risk)
      implements NoiseDescription {
    /** The largest n·b without replacement. */
    public static final int LARGEST_TABLE = 200_000;
  }
}
