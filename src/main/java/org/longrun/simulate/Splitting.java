package org.longrun.simulate;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.longrun.dynamics.Sgd;
import org.longrun.numerics.Point;

/**
 * E τ where direct simulation is hopeless: by adaptive multilevel splitting between wells.
 *
 * <ol>
 *   <li>In every well, SGD at home gives the core (its median distance from the bottom), the mean
 *       number t_i of iterations between two exits from the core, and the states at exits.
 *   <li>For every ordered pair, splitting from exits of its own in each run gives an unbiased
 *       estimate of p_ij, the probability that an excursion from core i enters core j (or the
 *       target) before any other.
 *   <li>E_i τ = t_i + Σ_j p_ij E_j τ + (1 − Σ_j p_ij) E_i τ, solved without subtraction; a start is
 *       carried into the wells by direct simulation.
 * </ol>
 *
 * <p>The mean over cores is exact for a chain that forgets within a core how it came there, which
 * it does up to the ratio of relaxation to escape times. Errors: jackknife over the runs.
 */
public final class Splitting {
  private static final int POOL = 8192;
  private static final int MOST_WELLS = 8;

  private final Sgd sgd;
  private final Neighbourhood target;
  private final List<Neighbourhood> wells;
  private final List<Guide> guides;
  private final long seed;

  private Splitting(Sgd sgd, Neighbourhood target, List<Neighbourhood> wells, long seed) {
    this.sgd = sgd;
    this.target = target;
    this.wells = List.copyOf(wells);
    this.guides =
        Stream.concat(wells.stream(), Stream.of(target)).map(to -> Guide.toward(to, sgd)).toList();
    this.seed = seed;
  }

  /**
   * The splitting between these wells.
   *
   * @param sgd what runs
   * @param target Q
   * @param wells the attractors that are not in Q, all of them; the radii are the largest that
   *     their cores may have
   * @param seed of everything random
   */
  public static Splitting of(Sgd sgd, Neighbourhood target, List<Neighbourhood> wells, long seed) {
    return new Splitting(sgd, target, wells, seed);
  }

  /**
   * How much work is done.
   *
   * @param paths N, the paths of one run
   * @param runs R, the independent runs of each pair
   * @param longest the most iterations of one path
   */
  public record Effort(int paths, int runs, long longest) {}

  /**
   * An estimate of E τ.
   *
   * @param mean in iterations; +∞ if no run found a way
   * @param standardError of the mean
   * @param runs R
   * @param complete false if paths were cut off at the longest length, so that the estimate may be
   *     wrong
   * @param iterations all iterations made
   */
  public record Estimate(
      double mean, double standardError, int runs, boolean complete, double iterations) {}

  /**
   * A move from the core of one well to that of another, or into the target, without entering any
   * core between.
   *
   * @param from the number of the well
   * @param to the number of the other well, or that of all wells for the target
   * @param probability that the next other core entered is this one
   * @param standardError of the probability
   */
  public record Jump(int from, int to, double probability, double standardError) {}

  /**
   * What splitting shows at one step size.
   *
   * @param times E τ from each start
   * @param jumps between the wells, from each of them a distribution
   */
  public record Result(List<Estimate> times, List<Jump> jumps) {
    /** Copies the lists. */
    public Result {
      times = List.copyOf(times);
      jumps = List.copyOf(jumps);
    }

    /** All iterations made. */
    public double iterations() {
      return times.get(0).iterations();
    }
  }

  /**
   * E τ from each start, at least one, and the moves between the wells.
   *
   * @return empty if the wells are too many for all their pairs, or one holds no iterates
   */
  public Optional<Result> run(double stepSize, List<Point> starts, Effort effort, Workers workers) {
    if (wells.size() > MOST_WELLS) {
      return Optional.empty();
    }
    List<WellTask> homes = homes(stepSize, workers);
    if (homes.stream().anyMatch(home -> home.exitCount() < effort.runs())) {
      return Optional.empty();
    }
    Excursions excursions = excursions(stepSize, homes, effort, workers);
    List<Estimate> estimates = new ArrayList<>();
    for (Point start : starts) {
      double[] share = arrivals(stepSize, start, effort, workers);
      estimates.add(excursions.estimate(share));
    }
    return Optional.of(new Result(estimates, excursions.jumps()));
  }

  private List<WellTask> homes(double stepSize, Workers workers) {
    String stage = "wells " + stepSize;
    List<WellTask> homes = new ArrayList<>();
    for (int i = 0; i < wells.size(); i++) {
      List<Neighbourhood> others = new ArrayList<>(wells);
      others.set(i, target);
      homes.add(
          new WellTask(
              sgd, stepSize, wells.get(i), atlas(others), POOL, Streams.of(seed, stage, i)));
    }
    workers.finish(stage, homes);
    return homes;
  }

  private Atlas atlas(List<Neighbourhood> neighbourhoods) {
    return new Atlas(neighbourhoods, sgd.landscape().domain().diameter());
  }

  private Excursions excursions(
      double stepSize, List<WellTask> homes, Effort effort, Workers workers) {
    List<Neighbourhood> cores = new ArrayList<>();
    for (int i = 0; i < wells.size(); i++) {
      cores.add(wells.get(i).withRadius(homes.get(i).radius()));
    }
    cores.add(target);
    String stage = "splitting " + stepSize + " " + effort.runs();
    List<SplittingTask> tasks = new ArrayList<>();
    for (int from = 0; from < wells.size(); from++) {
      for (int to = 0; to < cores.size(); to++) {
        for (int run = 0; to != from && run < effort.runs(); run++) {
          WellTask home = homes.get(from);
          int exits = home.exitCount();
          Walkers walkers = new Walkers(sgd, stepSize, effort.paths());
          tasks.add(
              new SplittingTask(
                      walkers,
                      guides.get(to),
                      atlas(goalFirst(cores, to)),
                      effort.longest(),
                      Streams.of(seed, stage, tasks.size()),
                      effort.paths())
                  .from(
                      home.exits(),
                      run * exits / effort.runs(),
                      (run + 1) * exits / effort.runs()));
        }
      }
    }
    workers.finish(stage, tasks);
    return Excursions.of(homes, tasks, effort.runs());
  }

  private static List<Neighbourhood> goalFirst(List<Neighbourhood> cores, int goal) {
    List<Neighbourhood> ends = new ArrayList<>(cores);
    ends.remove(goal);
    ends.add(0, cores.get(goal));
    return ends;
  }

  /** Where a start is carried first: shares of the wells and the target, then the mean time. */
  private double[] arrivals(double stepSize, Point start, Effort effort, Workers workers) {
    List<Neighbourhood> all = new ArrayList<>(wells);
    all.add(target);
    HittingTimes race = HittingTimes.of(sgd, all, seed).named("arrivals");
    HittingSample sample =
        race.sample(
            new HittingTimes.Batch(
                new HittingTimes.Run(start, stepSize, effort.longest()),
                0,
                effort.paths() * effort.runs()),
            workers);
    double[] share = new double[all.size() + 1];
    for (int i = 0; i < all.size(); i++) {
      share[i] = (double) sample.reached(i) / Math.max(1, sample.hits());
    }
    share[all.size()] = sample.mean();
    return share;
  }
}
