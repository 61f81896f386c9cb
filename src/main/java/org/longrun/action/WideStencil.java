package org.longrun.action;

import java.util.List;
import java.util.stream.IntStream;

/** The steps from a grid point to all others in sight within reach. */
final class WideStencil {
  private WideStencil() {}

  /** The offsets (a, b) with |a|, |b| ≤ reach that have no common divisor. */
  static List<int[]> of(int reach) {
    return IntStream.rangeClosed(-reach, reach)
        .boxed()
        .flatMap(a -> IntStream.rangeClosed(-reach, reach).mapToObj(b -> new int[] {a, b}))
        .filter(step -> greatestDivisor(Math.abs(step[0]), Math.abs(step[1])) == 1)
        .toList();
  }

  private static int greatestDivisor(int a, int b) {
    return b == 0 ? a : greatestDivisor(b, a % b);
  }
}
