package org.longrun.landscape;

/**
 * c·s(f).
 *
 * @param whole s
 * @param factor c &gt; 0
 */
record ScaledVariance(VarianceOfLoss whole, double factor) implements VarianceOfLoss {
  private static final double ROUNDING = 4e-16;

  @Override
  public double variance(double loss) {
    return factor * whole.variance(loss);
  }

  @Override
  public boolean isAffine() {
    return whole.isAffine();
  }

  @Override
  public double slope() {
    return factor * whole.slope();
  }

  @Override
  public double offset() {
    return whole.offset();
  }

  @Override
  public Scale scale(double from, double to) {
    Scale scale = whole.scale(from, to);
    return new Scale(
        scale.least() / factor * (1 - ROUNDING), scale.most() / factor * (1 + ROUNDING));
  }
}
