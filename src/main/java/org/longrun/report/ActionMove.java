package org.longrun.report;

import org.longrun.dynamics.Hamiltonian;
import org.longrun.dynamics.OnShellLagrangian;

/**
 * The action of short straight moves by the midpoint rule, ℓ((a + b)/2, b − a). Holds scratch
 * space: one thread.
 */
final class ActionMove implements PathProfile.Move {
  private final Hamiltonian hamiltonian;
  private final OnShellLagrangian lagrangian;
  private final double[] middle;
  private final double[] step;
  private final double[] momentum;

  ActionMove(Hamiltonian hamiltonian) {
    int d = hamiltonian.dimension();
    this.hamiltonian = hamiltonian;
    this.lagrangian = new OnShellLagrangian(d);
    this.middle = new double[d];
    this.step = new double[d];
    this.momentum = new double[d];
  }

  @Override
  public double cost(double[] a, double[] b) {
    for (int k = 0; k < middle.length; k++) {
      middle[k] = (a[k] + b[k]) / 2;
      step[k] = b[k] - a[k];
    }
    momentum[0] = Double.NaN;
    return lagrangian.evaluate(hamiltonian.at(middle), step, momentum);
  }
}
