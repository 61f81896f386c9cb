package org.longrun.landscape;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.longrun.numerics.formula.Formula;
import org.longrun.numerics.formula.Symbols;

/** Which noises are functions of f, as they are written. */
class VarianceOfLossTest {
  private static NoiseDescription noise(String gaussian) {
    String file =
        "variables: [x, y]\nobjective: x^2 + y^2\nnoise: {gaussian: {"
            + gaussian
            + "}}\ndomain: {x: [-2, 2], y: [-2, 2]}\n";
    return LandscapeFile.parse(file, "test.yaml").noise();
  }

  private static VarianceOfLoss ofLoss(String gaussian) {
    return ((NoiseDescription.Isotropic) noise(gaussian)).functionOfLoss();
  }

  @Test
  void thePowerLawHasItsSlopeAndOffset() {
    VarianceOfLoss law = ofLoss("variance: 2*f + 3");
    assertThat(law.isAffine()).isTrue();
    assertThat(law.slope()).isEqualTo(2);
    assertThat(law.offset()).isEqualTo(1.5);
    assertThat(law.variance(4)).isEqualTo(11);
  }

  /** Affine on [−9.9, ∞), which holds the domain's values, but not for every f. */
  @ParameterizedTest
  @ValueSource(strings = {"'max(f, -9.9) + 11'", "1 + f^2", "10 - f", "sqrt(1 + f)"})
  void anyOtherFunctionOfTheLossIsNoPowerLaw(String formula) {
    assertThat(ofLoss("variance: " + formula)).isNotNull();
    assertThat(ofLoss("variance: " + formula).isAffine()).isFalse();
    assertThat(ofLoss("variance: " + formula).slope()).isNaN();
  }

  @Test
  void aVarianceOfXIsNoFunctionOfTheLossEvenIfItHasItsValues() {
    assertThat(ofLoss("variance: x^2 + y^2")).isNull();
    assertThat(ofLoss("variance: f + 0.1*x^2")).isNull();
    assertThat(ofLoss("variance: 1")).isNull();
  }

  @ParameterizedTest
  @ValueSource(strings = {"[[2*f + 3, 0], [0, 3 + f*2]]", "[[2*f + 3, 0*x], [y - y, 2*f + 3]]"})
  void aMatrixOfOneVarianceIsThatVariance(String matrix) {
    VarianceOfLoss law = ofLoss("covariance: " + matrix);
    assertThat(law.isAffine()).isTrue();
    assertThat(law.offset()).isEqualTo(1.5);
    assertThat(noise("covariance: " + matrix).text()).startsWith("gaussian, covariance [[2*f + 3");
  }

  @ParameterizedTest
  @ValueSource(strings = {"[[f + 1, 0], [0, f + 2]]", "[[f + 1, 0.1], [0.1, f + 1]]"})
  void anyOtherMatrixStaysOne(String matrix) {
    assertThat(noise("covariance: " + matrix)).isInstanceOf(NoiseDescription.Anisotropic.class);
  }

  /** s = f² + x f with f = x² y + y: the chain rule against the formula written out. */
  @Test
  void derivativesOfAFunctionOfTheLossAreThoseOfTheFormulaWrittenOut() {
    List<String> names = List.of("x", "y");
    Formula outer = Formula.parse("f^2 + x*f", Symbols.of(List.of("x", "y", "f")));
    ScalarField chained = new FieldOfLoss(outer, FormulaField.of("x^2*y + y", names));
    ScalarField plain = FormulaField.of("(x^2*y + y)^2 + x*(x^2*y + y)", names);
    double[] x = {0.7, -1.3};
    double[] gradient = new double[2];
    double[] expected = new double[2];
    chained.gradient(x, gradient);
    plain.gradient(x, expected);
    double[] hessian = new double[4];
    double[] curvature = new double[4];
    chained.hessian(x, hessian);
    plain.hessian(x, curvature);
    assertThat(chained.value(x)).isCloseTo(plain.value(x), within(1e-12));
    assertThat(gradient).containsExactly(expected, within(1e-12));
    assertThat(hessian).containsExactly(curvature, within(1e-12));
  }
}
