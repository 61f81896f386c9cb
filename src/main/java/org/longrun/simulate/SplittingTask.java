package org.longrun.simulate;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Arrays;
import org.apache.commons.rng.RestorableUniformRandomProvider;

/**
 * One run of adaptive multilevel splitting: an unbiased estimate of the probability that a path
 * that has just left the core of a well reaches a goal before anything else.
 *
 * <p>The level of a path is the largest height ξ ({@link Guide}) on it, +∞ if it reached the goal.
 * Again and again the paths up to the k-th smallest level are killed, ties included, and each is
 * replaced by a copy of a random survivor up to where that first exceeded the level, continued with
 * fresh noise. The estimate is Π (1 − killed/N) · (share that reached the goal); 0 if all die. F.
 * Cérou and A. Guyader, Stoch. Anal. Appl. 25 (2007); unbiased at discrete time by the treatment of
 * ties: C.-E. Bréhier, M. Gazeau, L. Goudenège, T. Lelièvre, M. Rousset, Ann. Appl. Probab. 26
 * (2016), theorem 3.2.
 */
final class SplittingTask implements Resumable {
  private static final double KILLED = 0.04;

  private final Walkers walkers;
  private final Guide guide;
  private final Atlas ends;
  private final long longest;
  private final RestorableUniformRandomProvider random;
  private final Ascent[] paths;
  private final int[] owner;
  private double weight = 1;
  private boolean finished;
  private long cut;
  private long steps;

  /**
   * A run of N paths.
   *
   * @param walkers room for N walkers, empty
   * @param guide the height
   * @param ends where paths end: the goal first, then the core and all other wells
   * @param longest the most iterations of one path, which then counts as failed
   * @param random the stream
   * @param paths N
   */
  SplittingTask(
      Walkers walkers,
      Guide guide,
      Atlas ends,
      long longest,
      RestorableUniformRandomProvider random,
      int paths) {
    this.walkers = walkers;
    this.guide = guide;
    this.ends = ends;
    this.longest = longest;
    this.random = random;
    this.paths = new Ascent[paths];
    this.owner = new int[paths];
  }

  /** Starts every path at a random one of these states, of which it takes those from … to − 1. */
  SplittingTask from(double[] states, int from, int to) {
    int length = walkers.stateLength();
    double[] state = new double[length];
    for (int p = 0; p < paths.length; p++) {
      paths[p] = new Ascent(length);
      System.arraycopy(states, (from + random.nextInt(to - from)) * length, state, 0, length);
      paths[p].climb(guide.height(state, 0), state);
    }
    return this;
  }

  /** The estimate of the probability. */
  double probability() {
    return weight;
  }

  /** How many paths were cut off at the longest length. */
  long cut() {
    return cut;
  }

  /** All iterations made. */
  long steps() {
    return steps;
  }

  @Override
  public boolean advance(long nanoseconds) {
    long end = System.nanoTime() + nanoseconds;
    if (steps == 0) {
      int[] all = new int[paths.length];
      Arrays.setAll(all, p -> p);
      run(all, all.length);
    }
    do {
      if (!finished) {
        select();
      }
    } while (!finished && System.nanoTime() < end);
    return finished;
  }

  private void select() {
    double[] levels = new double[paths.length];
    Arrays.setAll(levels, p -> paths[p].level());
    Arrays.sort(levels);
    double level = levels[(int) (KILLED * paths.length)];
    int[] killed = new int[paths.length];
    int[] alive = new int[paths.length];
    int dead = 0;
    for (int p = 0; p < paths.length; p++) {
      if (paths[p].level() <= level) {
        killed[dead++] = p;
      } else {
        alive[p - dead] = p;
      }
    }
    if (level == Double.POSITIVE_INFINITY || dead == paths.length) {
      finish();
      return;
    }
    weight *= 1 - (double) dead / paths.length;
    branch(level, killed, alive, dead);
  }

  private void finish() {
    long reached = Arrays.stream(paths).filter(Ascent::arrived).count();
    weight *= (double) reached / paths.length;
    finished = true;
  }

  private void branch(double level, int[] killed, int[] alive, int dead) {
    for (int a = 0; a < paths.length - dead; a++) {
      paths[alive[a]].forgetBelow(level);
    }
    int[] continued = new int[dead];
    int count = 0;
    for (int k = 0; k < dead; k++) {
      Ascent child = paths[alive[random.nextInt(paths.length - dead)]].branch();
      paths[killed[k]] = child;
      if (!child.arrived()) {
        continued[count++] = killed[k];
      }
    }
    run(continued, count);
  }

  /** Continues these paths from their last records until each has ended. */
  private void run(int[] which, int count) {
    walkers.clear();
    for (int w = 0; w < count; w++) {
      owner[w] = which[w];
      walkers.addState(paths[which[w]].last(), 0);
    }
    double[] state = new double[walkers.stateLength()];
    for (long step = 0; walkers.count() > 0; step++) {
      steps += walkers.count();
      walkers.step(random);
      if (step >= longest) {
        cut += walkers.count();
        walkers.clear();
      }
      for (int w = walkers.count() - 1; w >= 0; w--) {
        look(w, state);
      }
    }
  }

  private void look(int walker, double[] state) {
    Ascent path = paths[owner[walker]];
    int offset = walker * walkers.dimension();
    int end = ends.locate(walkers.positions(), offset);
    if (end != Atlas.NOWHERE) {
      if (end == 0) {
        path.arrive();
      }
      walkers.remove(walker);
      owner[walker] = owner[walkers.count()];
      return;
    }
    double height = guide.height(walkers.positions(), offset);
    if (height > path.level()) {
      walkers.read(walker, state, 0);
      path.climb(height, state);
    }
  }

  @Override
  public void save(DataOutput out) throws IOException {
    out.writeDouble(weight);
    out.writeBoolean(finished);
    out.writeLong(cut);
    out.writeLong(steps);
    out.writeInt(finished ? 0 : paths.length);
    for (int p = 0; !finished && p < paths.length; p++) {
      paths[p].save(out);
    }
    Streams.save(random, out);
  }

  @Override
  public void restore(DataInput in) throws IOException {
    weight = in.readDouble();
    finished = in.readBoolean();
    cut = in.readLong();
    steps = in.readLong();
    int stored = in.readInt();
    for (int p = 0; p < stored; p++) {
      paths[p] = Ascent.restore(walkers.stateLength(), in);
    }
    Streams.restore(random, in);
  }
}
