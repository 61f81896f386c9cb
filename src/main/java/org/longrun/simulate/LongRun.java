package org.longrun.simulate;

import java.util.ArrayList;
import java.util.List;
import org.longrun.dynamics.Sgd;
import org.longrun.numerics.Point;

/**
 * The invariant measure by long chains: occupation of neighbourhoods and basins, histograms, and
 * the induced chain z_n of visited components.
 *
 * <p>{@value #CHAINS} chains start at the given points in turn. A fifth of each is discarded. The
 * standard error of a fraction is the larger of two: from the spread of whole chains, and from the
 * spread of {@code 8} batches of each (batch means: C. J. Geyer, Statist. Sci. 7 (1992)).
 */
public final class LongRun {
  private static final int CHAINS = 128;
  private static final int CHAINS_PER_PIECE = 16;
  private static final double DISCARDED = 0.2;
  private static final int LEAST_THINNING = 4;

  private final List<LongRunTask> pieces;
  private final int components;

  private LongRun(List<LongRunTask> pieces, int components) {
    this.pieces = List.copyOf(pieces);
    this.components = components;
  }

  /**
   * How long the chains are.
   *
   * @param looks how often each chain is looked at
   * @param discarded the first looks, which do not count
   * @param thinning iterations from one look to the next
   */
  record Length(long looks, long discarded, int thinning) {}

  /**
   * A fraction of the iterations.
   *
   * @param value the fraction
   * @param standardError its error
   */
  public record Fraction(double value, double standardError) {}

  /**
   * Runs the chains.
   *
   * @param sgd what runs
   * @param stepSize η
   * @param starts where the chains begin, in turn
   * @param sight what is looked at
   * @param iterations about how many iterations all chains make together
   * @param workers who does it
   */
  public static LongRun of(
      Sgd sgd,
      double stepSize,
      List<Point> starts,
      Sight sight,
      double iterations,
      Workers workers) {
    long seed = sgd.landscape().simulation().seed();
    int thinning = thinning(sgd, stepSize, sight);
    long looks = (long) Math.max(100, iterations / CHAINS / thinning);
    Length length = new Length(looks, (long) (DISCARDED * looks), thinning);
    Atlas[] atlases = atlases(sgd, sight);
    String stage = "long run " + stepSize;
    List<LongRunTask> pieces = new ArrayList<>();
    for (int p = 0; p < CHAINS / CHAINS_PER_PIECE; p++) {
      Walkers walkers = new Walkers(sgd, stepSize, CHAINS_PER_PIECE);
      for (int w = 0; w < CHAINS_PER_PIECE; w++) {
        walkers.add(starts.get((p * CHAINS_PER_PIECE + w) % starts.size()).toArray(), 0);
      }
      pieces.add(new LongRunTask(walkers, sight, atlases, length, Streams.of(seed, stage, p)));
    }
    workers.finish(stage, pieces);
    return new LongRun(pieces, sight.neighbourhoods().size());
  }

  private static Atlas[] atlases(Sgd sgd, Sight sight) {
    double diameter = sgd.landscape().domain().diameter();
    List<Neighbourhood> wide =
        sight.neighbourhoods().stream().map(n -> n.withRadius(2 * n.radius())).toList();
    return new Atlas[] {new Atlas(sight.neighbourhoods(), diameter), new Atlas(wide, diameter)};
  }

  /**
   * So many iterations that the typical move between looks is two thirds of δ at most, but not
   * fewer than four: a look costs more than an iteration.
   */
  private static int thinning(Sgd sgd, double stepSize, Sight sight) {
    int d = sgd.landscape().dimension();
    double[] covariance = new double[d * d];
    double square = 0;
    for (Neighbourhood neighbourhood : sight.neighbourhoods()) {
      sgd.noise().at(neighbourhood.points().get(0).toArray()).covariance(covariance);
      double trace = 0;
      for (int k = 0; k < d; k++) {
        trace += covariance[k * d + k];
      }
      square = Math.max(square, stepSize * stepSize * trace);
    }
    double radius = sight.neighbourhoods().get(0).radius() / 1.5;
    double steps = radius * radius / square;
    return (int) Math.max(LEAST_THINNING, Math.min(32, steps));
  }

  /** The fraction of the iterations within δ of each component. */
  public List<Fraction> occupation() {
    return fractions(pieces.stream().map(LongRunTask::occupation).toList(), components);
  }

  /** The fraction of the iterations in each basin. */
  public List<Fraction> basins() {
    List<long[][]> counts = pieces.stream().map(LongRunTask::basins).toList();
    return fractions(counts, counts.get(0)[0].length);
  }

  private List<Fraction> fractions(List<long[][]> counts, int kinds) {
    double total = counted();
    List<Fraction> fractions = new ArrayList<>();
    for (int kind = 0; kind < kinds; kind++) {
      List<Double> batches = new ArrayList<>();
      for (long[][] piece : counts) {
        for (long[] batch : piece) {
          batches.add((double) batch[kind]);
        }
      }
      fractions.add(fraction(batches, total));
    }
    return fractions;
  }

  private static Fraction fraction(List<Double> batches, double total) {
    int chains = batches.size() / LongRunTask.BATCHES;
    double sum = batches.stream().mapToDouble(Double::doubleValue).sum();
    double betweenBatches = error(batches, sum / batches.size());
    List<Double> whole = new ArrayList<>();
    for (int c = 0; c < chains; c++) {
      whole.add(
          batches.subList(c * LongRunTask.BATCHES, (c + 1) * LongRunTask.BATCHES).stream()
              .mapToDouble(Double::doubleValue)
              .sum());
    }
    double betweenChains = error(whole, sum / chains);
    return new Fraction(sum / total, Math.max(betweenBatches, betweenChains) / total);
  }

  /** The standard error of the sum of independent numbers. */
  private static double error(List<Double> numbers, double mean) {
    double square = 0;
    for (double number : numbers) {
      square += (number - mean) * (number - mean);
    }
    int n = numbers.size();
    return Math.sqrt(square * n / (n - 1.0));
  }

  /** All looks that count, of all chains. */
  public double counted() {
    return pieces.stream().mapToDouble(LongRunTask::counted).sum();
  }

  /** How often each cell of the bins of this number was seen. */
  public double[] histogram(int bins) {
    double[] sum = new double[pieces.get(0).histogram(bins).length];
    for (LongRunTask piece : pieces) {
      for (int cell = 0; cell < sum.length; cell++) {
        sum[cell] += piece.histogram(bins)[cell];
      }
    }
    return sum;
  }

  /** How often z_n went from one component to another, or back to the same. */
  public long moves(int from, int to) {
    return pieces.stream().mapToLong(piece -> piece.moves()[from * components + to]).sum();
  }

  /** How often a chain diverged and was put back where it began. */
  public long diverged() {
    return pieces.stream().mapToLong(LongRunTask::diverged).sum();
  }
}
