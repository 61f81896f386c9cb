package org.longrun.landscape;

import java.util.List;

/**
 * How a step is made of the stochastic gradient g = ∇f + Z (theory, section 8). The default is SGD,
 * x ← x − ηg.
 */
public sealed interface TrainingMethod {
  /** x ← x − ηg. */
  TrainingMethod SGD = new Plain();

  /** The method in words, for reports. */
  String text();

  /**
   * The mean drift next to a critical point in units of that of SGD: time runs so many times as
   * fast. NaN where it depends on the place.
   */
  double pace();

  /** What the step size of iteration t is multiplied by: entry t mod m of these. */
  default List<Double> factors() {
    return List.of(1.0);
  }

  /** True for SGD itself. */
  default boolean isPlain() {
    return this instanceof Plain;
  }

  /** SGD. */
  record Plain() implements TrainingMethod {
    @Override
    public String text() {
      return "SGD";
    }

    @Override
    public double pace() {
      return 1;
    }
  }

  /**
   * Step sizes that repeat: ηa_1, ηa_2, …, ηa_m, ηa_1, …
   *
   * @param factors a_j &gt; 0
   * @param each the noise of one gradient
   */
  record Cyclic(List<Double> factors, NoiseDescription each) implements TrainingMethod {
    /** Copies the list. */
    public Cyclic {
      factors = List.copyOf(factors);
    }

    @Override
    public String text() {
      return "SGD with step sizes multiplied in turn by "
          + String.join(", ", factors.stream().map(Numbers::shown).toList());
    }

    /** ⟨a⟩. */
    @Override
    public double pace() {
      return factors.stream().mapToDouble(a -> a).sum() / factors.size();
    }

    /** ⟨a²⟩/⟨a⟩, the factor of a Gaussian covariance. */
    public double spread() {
      return factors.stream().mapToDouble(a -> a * a).sum() / factors.size() / pace();
    }
  }
}
