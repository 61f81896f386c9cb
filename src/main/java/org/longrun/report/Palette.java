package org.longrun.report;

/** The colour scale of all pictures of f, from low to high: matplotlib's viridis, by nine stops. */
final class Palette {
  private static final int[] STOPS = {
    0x440154, 0x472d7b, 0x3b528b, 0x2c728e, 0x21918c, 0x28ae80, 0x5ec962, 0xaddc30, 0xfde725
  };

  private Palette() {}

  /** The colour at t between 0 and 1, as 0xRRGGBB. */
  static int at(double t) {
    double place = Math.max(0, Math.min(1, t)) * (STOPS.length - 1);
    int k = Math.min(STOPS.length - 2, (int) place);
    double share = place - k;
    int out = 0;
    for (int shift = 16; shift >= 0; shift -= 8) {
      int a = (STOPS[k] >> shift) & 0xff;
      int b = (STOPS[k + 1] >> shift) & 0xff;
      out |= (int) Math.round(a + share * (b - a)) << shift;
    }
    return out;
  }

  /** The same as {@code #rrggbb}. */
  static String css(double t) {
    return String.format("#%06x", at(t));
  }
}
