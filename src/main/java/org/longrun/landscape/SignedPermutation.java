package org.longrun.landscape;

import java.util.List;

/**
 * A linear symmetry x ↦ y with y_k = sign_k · x_{source_k}.
 *
 * @param source for each coordinate of the image, the coordinate that it comes from
 * @param sign +1 or −1 for each coordinate
 */
public record SignedPermutation(List<Integer> source, List<Integer> sign) {
  /** Copies the lists. */
  public SignedPermutation {
    source = List.copyOf(source);
    sign = List.copyOf(sign);
  }

  /** The image of x. */
  public double[] apply(double[] x) {
    double[] image = new double[x.length];
    for (int k = 0; k < x.length; k++) {
      image[k] = sign.get(k) * x[source.get(k)];
    }
    return image;
  }
}
