package org.longrun.noise;

import java.util.Arrays;

/**
 * The Gaussian truncated to ‖Σ^(−1/2)Z‖ ≤ ρ: φ(q) = q/2 + log[F_{χ′²_d(q)}(ρ²) / F_{χ²_d}(ρ²)]
 * (theory, section 1), stable for every q and ρ.
 *
 * <p>With a = d/2, y = ρ²/2 and the regularised incomplete gamma function P, the noncentral χ²
 * distribution function as a Poisson mixture gives e^{q/2}F_{d+2m}(ρ²; q) = Σ_j (q/2)^j/j! P(a+j+m,
 * y): positive terms only, so that nothing cancels. Hence φ = log S_0 − log P(a, y), φ′ = ½S_1/S_0,
 * φ″ = ¼(S_2/S_0 − (S_1/S_0)²) with S_m the sum for m, by the derivative identity ∂F_d/∂q =
 * ½(F_{d+2} − F_d) (N. L. Johnson, S. Kotz, N. Balakrishnan, <em>Continuous Univariate
 * Distributions</em>, volume 2, 2nd edition, chapter 29).
 *
 * <p>The terms follow from the ratios r_j = P(a+j+1, y)/P(a+j, y) alone, which do not depend on q:
 * with h_j = y^{a+j}e^{−y}/(Γ(a+j+1)P(a+j, y)) and c_j = y/(a+j+1), h_j = h_{j+1}/(h_{j+1} + c_j)
 * and r_j = c_j/(h_{j+1} + c_j), run downwards, where they are stable.
 */
final class TruncatedRadial implements RadialCumulant {
  private static final int FIRST_TABLE = 512;

  /** ρ√q up to which the sums are formed: a million terms. */
  private static final double LAST_PRODUCT = 5e5;

  /**
   * From here on ρ tells nothing: φ differs from q/2 only where √q comes near ρ, that is, for loss
   * gradients of hundreds of standard deviations.
   */
  private static final double BOUNDLESS = 1000;

  private static final double RESCALE = 1e250;
  private static final double NEGLIGIBLE = 1e-18;

  private final double bound;
  private final double a;
  private final double y;
  private final double edge;
  private volatile double[] ratios;

  /**
   * The truncated standard Gaussian in d dimensions.
   *
   * @param dimension d
   * @param bound ρ &gt; 0
   */
  TruncatedRadial(int dimension, double bound) {
    this.bound = bound;
    this.a = dimension / 2.0;
    this.y = bound * bound / 2;
    this.edge = Math.max(LAST_PRODUCT / bound, 20 * bound);
    this.ratios = bound < BOUNDLESS ? ratios(FIRST_TABLE) : new double[0];
  }

  @Override
  public double bound() {
    return bound;
  }

  @Override
  public void evaluate(double q, double[] out) {
    if (!(q < Double.POSITIVE_INFINITY)) {
      Arrays.fill(out, 0, 3, q);
    } else if (bound >= BOUNDLESS || inside(q)) {
      WHOLE.evaluate(q, out);
    } else if (Math.sqrt(q) > edge) {
      far(q, out);
    } else {
      sum(q, out);
    }
  }

  /** True if both distribution functions are 1 in double precision. */
  private boolean inside(double q) {
    return q / 2 + 12 * Math.sqrt(q) < y - 40 * Math.sqrt(y) - 150 - a;
  }

  /** The sums S_0, S_1, S_2 relative to P(a, y), with the excess of S_0 over 1 for small q. */
  private void sum(double q, double[] out) {
    double[] r = table(q);
    double term = 1;
    double excess = 0;
    double s1 = 0;
    double s2 = 0;
    double offset = 0;
    boolean scaled = false;
    int j = 0;
    while (true) {
      s1 += term * r[j];
      s2 += term * r[j] * r[j + 1];
      double growth = q / 2 / (j + 1) * r[j];
      term *= growth;
      excess += term;
      j++;
      if (growth < 0.5 && term < NEGLIGIBLE * excess || term == 0) {
        break;
      }
      if (excess > RESCALE) {
        term /= RESCALE;
        excess = scaled ? excess / RESCALE : (1 + excess) / RESCALE;
        s1 /= RESCALE;
        s2 /= RESCALE;
        offset += Math.log(RESCALE);
        scaled = true;
      }
    }
    double s0 = scaled ? excess : 1 + excess;
    double slope = s1 / s0;
    out[0] = scaled ? offset + Math.log(s0) : Math.log1p(excess);
    out[1] = slope / 2;
    out[2] = (s2 / s0 - slope * slope) / 4;
  }

  /**
   * The leading asymptotics for ρ√q → ∞: φ = ρ√q − (d+1)/2·log(ρ√q) + constant. Only momenta that
   * run away to infinity come here.
   */
  private void far(double q, double[] out) {
    sum(edge * edge, out);
    double root = Math.sqrt(q);
    double weight = a + 0.5;
    out[0] += bound * (root - edge) - weight * Math.log(root / edge);
    out[1] = (bound / root - weight / q) / 2;
    out[2] = (-bound / (2 * q * root) + weight / (q * q)) / 2;
  }

  /** r_0 … r_J with J beyond every term that counts at q: the terms peak below ρ√q/2 and q/2. */
  private double[] table(double q) {
    double peak = Math.min(q / 2, bound * Math.sqrt(q) / 2 + 1);
    int needed = (int) (2 * peak + 20 * Math.sqrt(peak) + 100);
    double[] known = ratios;
    if (known.length < needed + 2) {
      known = ratios(2 * needed);
      ratios = known;
    }
    return known;
  }

  private double[] ratios(int size) {
    double[] r = new double[size];
    double start = Math.max(size - 1, y - a + 40 * Math.sqrt(y)) + 64;
    double c = y / (a + start + 1);
    double h = Math.max(1 - c, 1 / (1 + Math.sqrt(y)));
    for (int j = (int) start; j >= 0; j--) {
      double cj = y / (a + j + 1);
      if (j < size) {
        r[j] = cj / (h + cj);
      }
      h = h / (h + cj);
    }
    return r;
  }
}
