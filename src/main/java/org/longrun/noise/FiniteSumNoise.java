package org.longrun.noise;

import java.util.Optional;
import org.longrun.landscape.EmpiricalRisk;
import org.longrun.landscape.InputError;
import org.longrun.landscape.ScalarField;

/**
 * The noise of minibatches from f = (1/n)Σ f_i + r: K(x, v) = log E exp⟨v, Ḡ − ∇f̄⟩ with Ḡ the mean
 * of ∇f_i over the batch and ∇f̄ that over all samples; with replacement b·log (1/n)Σ exp⟨v, ∇f_i −
 * ∇f̄⟩/b (theory, section 1).
 *
 * <p>The hull of its values is a polytope: that of the sample gradients, or of their means over
 * batches. What {@link #split} returns has Ḡ itself as the random part and r as the steady one, so
 * that H = −⟨p, ∇r⟩ + log E exp⟨−p, Ḡ⟩ never subtracts the mean.
 */
final class FiniteSumNoise implements NoiseModel {
  private final ScalarField objective;
  private final EmpiricalRisk risk;
  private final MinibatchLaw law;
  private final boolean centred;

  private FiniteSumNoise(
      ScalarField objective, EmpiricalRisk risk, MinibatchLaw law, boolean centred) {
    this.objective = objective;
    this.risk = risk;
    this.law = law;
    this.centred = centred;
  }

  /**
   * The noise of minibatches.
   *
   * @param batch b ≥ 1
   * @throws InputError if b &lt; 1, or if the law without replacement is out of reach
   */
  static FiniteSumNoise of(
      ScalarField objective, EmpiricalRisk risk, int batch, boolean replacement) {
    if (batch < 1) {
      throw new InputError("noise.finite-sum: batch is " + batch + "; at least 1 is needed");
    }
    MinibatchLaw law =
        replacement
            ? new WithReplacement(risk.samples(), batch)
            : new WithoutReplacement(risk.samples(), batch);
    return new FiniteSumNoise(objective, risk, law, true);
  }

  @Override
  public int dimension() {
    return risk.dimension();
  }

  @Override
  public Local at(double[] x) {
    return new MinibatchCumulant(risk, law, x, centred);
  }

  @Override
  public boolean hasAtoms() {
    return true;
  }

  @Override
  public boolean isSmooth(double[] lower, double[] upper) {
    return risk.isSmooth(lower, upper);
  }

  @Override
  public Sampler sampler() {
    return new MinibatchDraws(objective, risk, law);
  }

  @Override
  public GradientSplit split(ScalarField loss) {
    return new GradientSplit(risk.regularizer(), new FiniteSumNoise(objective, risk, law, false));
  }

  @Override
  public Optional<DriftBound> driftBound() {
    return MinibatchDrift.of(objective, risk, law);
  }

  @Override
  public NoiseModel diffusion() {
    return new GaussianNoise(
        objective, new SampleCovariance(risk, law.covarianceFactor()), RadialCumulant.WHOLE);
  }
}
