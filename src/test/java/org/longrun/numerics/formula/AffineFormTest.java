package org.longrun.numerics.formula;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whether a formula is affine in f is read off its expression. */
class AffineFormTest {
  private static Formula formula(String text) {
    return Formula.parse(text, Symbols.of(List.of("x", "f")));
  }

  @ParameterizedTest
  @CsvSource({
    "f, 1, 0",
    "2*f + 3, 2, 3",
    "2*(f + 3)/4, 0.5, 1.5",
    "1 - (2 - f), 1, -1",
    "-(1 - f)*3, 3, -3",
    "f*0.5 + 0.25*f + 0*x, 0.75, 0",
    "sqrt(4)*f + e^0, 2, 1",
    "7, 0, 7"
  })
  void sumsAndMultiplesAreAffine(String text, double slope, double offset) {
    assertThat(formula(text).affineIn(1)).contains(new AffineForm(slope, offset));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "max(f, -9.9) + 11",
        "abs(f - 1000)",
        "f*f",
        "1/f",
        "f + x",
        "sqrt(f)",
        "f + 1e-9*sin(f)",
        "min(f, 1e6)"
      })
  void whatBendsAnywhereIsNot(String text) {
    assertThat(formula(text).affineIn(1)).isEmpty();
  }

  @Test
  void formulasAreTheSameUpToTheOrderOfOperands() {
    assertThat(formula("f + 1").isSameAs(formula("1 + f"))).isTrue();
    assertThat(formula("x*f - 0").isSameAs(formula("f*x"))).isTrue();
    assertThat(formula("f + 1").isSameAs(formula("f + 2"))).isFalse();
    assertThat(formula("x").isSameAs(formula("f"))).isFalse();
  }
}
