package org.longrun.simulate;

/** The kernel of one iteration on the nodes of a grid, with the neighbourhoods on it. */
interface KernelGrid {
  /** The number of nodes. */
  int size();

  /** The i-th node. */
  double[] node(int i);

  /** The probabilities of moving from x, a node or not, to the nodes' cells. */
  Row row(double[] x);

  /** The share, 0 … 1, of the i-th node's cell that lies in a neighbourhood. */
  double share(int node, int neighbourhood);

  /** The first neighbourhood that holds x, or −1. */
  int inside(double[] x);

  /**
   * The probabilities of a move.
   *
   * @param first the first node that may be reached
   * @param probabilities of that node and the following ones
   */
  record Row(int first, double[] probabilities) {
    private static final double LEAK = 1e-6;

    /**
     * The row without what leaks out of the grid: conditioned on staying where nodes are, so that
     * the grid's edge is no trap. Rows that leak by rounding alone stay as they are.
     */
    Row closed() {
      double sum = 0;
      for (double p : probabilities) {
        sum += p;
      }
      if (sum > 0 && sum < 1 - LEAK) {
        for (int j = 0; j < probabilities.length; j++) {
          probabilities[j] /= sum;
        }
      }
      return this;
    }

    /** Takes out, and returns, the probability of moving into neighbourhood 0. */
    double absorb(KernelGrid grid) {
      double absorbed = 0;
      for (int j = 0; j < probabilities.length; j++) {
        double share = grid.share(first + j, 0);
        absorbed += share * probabilities[j];
        probabilities[j] *= 1 - share;
      }
      return absorbed;
    }
  }
}
