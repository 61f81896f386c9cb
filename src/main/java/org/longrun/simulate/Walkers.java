package org.longrun.simulate;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import org.apache.commons.rng.UniformRandomProvider;
import org.longrun.dynamics.Sgd;
import org.longrun.noise.NoiseModel;

/**
 * Independent SGD iterates advanced together: x ← x − ηa(∇f(x) + Z) + β(x − x₋), with the factors a
 * of the method in turn (1 for SGD).
 *
 * <p>The walkers lie one after the other in one array, count·d numbers, so that a step is one call
 * of the noise model whatever their number. A walker that is done is replaced by the last one.
 */
final class Walkers {
  private final int d;
  private final double stepSize;
  private final double[] factors;
  private final double momentum;
  private final NoiseModel.Sampler sampler;
  private final double[] x;
  private final double[] before;
  private final double[] gradient;
  private int count;
  private int phase;

  Walkers(Sgd sgd, double stepSize, int capacity) {
    this.d = sgd.landscape().dimension();
    this.stepSize = stepSize;
    this.factors = sgd.landscape().method().factors().stream().mapToDouble(a -> a).toArray();
    this.momentum = sgd.landscape().momentum();
    this.sampler = sgd.noise().sampler();
    this.x = new double[capacity * d];
    this.before = new double[momentum == 0 ? 0 : capacity * d];
    this.gradient = new double[capacity * d];
  }

  int count() {
    return count;
  }

  /** The walkers' positions, one after the other; only the first count·d numbers mean anything. */
  double[] positions() {
    return x;
  }

  int dimension() {
    return d;
  }

  /** Adds a walker at rest at this place of an array. */
  void add(double[] source, int offset) {
    System.arraycopy(source, offset, x, count * d, d);
    if (momentum != 0) {
      System.arraycopy(source, offset, before, count * d, d);
    }
    count++;
  }

  /** Takes a walker out; the last one gets its number. */
  void remove(int walker) {
    count--;
    System.arraycopy(x, count * d, x, walker * d, d);
    if (momentum != 0) {
      System.arraycopy(before, count * d, before, walker * d, d);
    }
  }

  void clear() {
    count = 0;
  }

  /** Puts a walker at rest at another place. */
  void move(int walker, double[] source, int offset) {
    System.arraycopy(source, offset, x, walker * d, d);
    if (momentum != 0) {
      System.arraycopy(source, offset, before, walker * d, d);
    }
  }

  /** Advances every walker by one iteration. */
  void step(UniformRandomProvider random) {
    sampler.stochasticGradients(x, count, d, random, gradient);
    if (momentum == 0) {
      descend();
    } else {
      roll();
    }
    phase = (phase + 1) % factors.length;
  }

  private void descend() {
    int length = count * d;
    double step = stepSize * factors[phase];
    for (int k = 0; k < length; k++) {
      x[k] -= step * gradient[k];
    }
  }

  private void roll() {
    int length = count * d;
    for (int k = 0; k < length; k++) {
      double here = x[k];
      x[k] = here - stepSize * gradient[k] + momentum * (here - before[k]);
      before[k] = here;
    }
  }

  /** The numbers that make up a walker's state: x, and x₋ with momentum. */
  int stateLength() {
    return momentum == 0 ? d : 2 * d;
  }

  /** Copies a walker's state out. */
  void read(int walker, double[] state, int offset) {
    System.arraycopy(x, walker * d, state, offset, d);
    if (momentum != 0) {
      System.arraycopy(before, walker * d, state, offset + d, d);
    }
  }

  /** Adds a walker in a state that {@link #read} gave. */
  void addState(double[] state, int offset) {
    System.arraycopy(state, offset, x, count * d, d);
    if (momentum != 0) {
      System.arraycopy(state, offset + d, before, count * d, d);
    }
    count++;
  }

  void save(DataOutput out) throws IOException {
    out.writeInt(count);
    out.writeInt(phase);
    for (int k = 0; k < count * d; k++) {
      out.writeDouble(x[k]);
      if (momentum != 0) {
        out.writeDouble(before[k]);
      }
    }
  }

  void restore(DataInput in) throws IOException {
    count = in.readInt();
    phase = in.readInt();
    for (int k = 0; k < count * d; k++) {
      x[k] = in.readDouble();
      if (momentum != 0) {
        before[k] = in.readDouble();
      }
    }
  }
}
