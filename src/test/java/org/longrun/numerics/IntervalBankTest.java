package org.longrun.numerics;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Bounds enclose the exact result, in decimal arithmetic: rounded to nearest, about every second of
 * them would lie on the wrong side of it.
 */
class IntervalBankTest {
  private static final MathContext FINE = new MathContext(60);
  private static final int TRIALS = 300;

  private final Random random = new Random(14);
  private final IntervalBank bank = new IntervalBank(3);
  private double a;
  private double b;

  @BeforeEach
  void draw() {
    a = random.nextGaussian();
    b = random.nextGaussian() * Math.exp(3 * random.nextGaussian());
    bank.set(1, a, a);
    bank.set(2, b, b);
  }

  private void encloses(BigDecimal exact) {
    assertThat(new BigDecimal(bank.lower(0))).isLessThanOrEqualTo(exact);
    assertThat(new BigDecimal(bank.upper(0))).isGreaterThanOrEqualTo(exact);
    double width = bank.upper(0) - bank.lower(0);
    assertThat(width).isLessThanOrEqualTo(1e-14 * Math.abs(exact.doubleValue()));
  }

  private static BigDecimal exact(double value) {
    return new BigDecimal(value);
  }

  @Test
  void sums() {
    for (int n = 0; n < TRIALS; n++) {
      draw();
      bank.add(0, 1, 2);
      assertThat(exact(bank.lower(0))).isLessThanOrEqualTo(exact(a).add(exact(b)));
      assertThat(exact(bank.upper(0))).isGreaterThanOrEqualTo(exact(a).add(exact(b)));
      bank.subtract(0, 1, 2);
      assertThat(exact(bank.lower(0))).isLessThanOrEqualTo(exact(a).subtract(exact(b)));
      assertThat(exact(bank.upper(0))).isGreaterThanOrEqualTo(exact(a).subtract(exact(b)));
    }
  }

  @Test
  void productsAndQuotients() {
    for (int n = 0; n < TRIALS; n++) {
      draw();
      bank.multiply(0, 1, 2);
      encloses(exact(a).multiply(exact(b)));
      bank.divide(0, 1, 2);
      encloses(exact(a).divide(exact(b), FINE));
    }
  }

  @Test
  void powers() {
    for (int n = 0; n < TRIALS; n++) {
      draw();
      for (int exponent = 2; exponent <= 5; exponent++) {
        bank.integerPower(0, 1, exponent);
        encloses(exact(a).pow(exponent));
        bank.integerPower(0, 1, -exponent);
        encloses(BigDecimal.ONE.divide(exact(a).pow(exponent), FINE));
      }
    }
  }

  @Test
  void functionsOfTheLibrary() {
    for (int n = 0; n < TRIALS; n++) {
      draw();
      double root = Math.sqrt(Math.abs(b));
      bank.increasing(0, root, root);
      encloses(exact(Math.abs(b)).sqrt(FINE));
      double power = Math.exp(a);
      bank.increasing(0, power, power);
      encloses(exponential(exact(a)));
    }
  }

  private static BigDecimal exponential(BigDecimal x) {
    BigDecimal sum = BigDecimal.ONE;
    BigDecimal term = BigDecimal.ONE;
    for (int k = 1; k < 80; k++) {
      term = term.multiply(x).divide(BigDecimal.valueOf(k), FINE);
      sum = sum.add(term, FINE);
    }
    return sum;
  }
}
