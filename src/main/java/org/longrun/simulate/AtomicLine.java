package org.longrun.simulate;

import java.util.List;
import java.util.Optional;
import org.longrun.dynamics.Sgd;
import org.longrun.landscape.Domain;

/**
 * d = 1, any noise with a {@link StepLaw}: atoms of the kernel are shared between the two nearest
 * nodes of a uniform grid, which keeps their mean, and adds at most h²/4 to their variance; h is
 * {@value #FINENESS} of a step's standard deviation where that is affordable.
 */
final class AtomicLine implements KernelGrid {
  private static final double FINENESS = 0.02;
  private static final double COARSEST = 0.25;
  private static final double MOST_WORK = 6e9;
  private static final int MOST_NODES = 150_000;
  private static final double MARGIN = 0.05;
  private static final int SAMPLES = 200;

  private final StepLaw.Local law;
  private final double stepSize;
  private final List<Neighbourhood> neighbourhoods;
  private final double low;
  private final double spacing;
  private final int size;

  private AtomicLine(
      StepLaw.Local law,
      double stepSize,
      List<Neighbourhood> neighbourhoods,
      double low,
      double spacing,
      int size) {
    this.law = law;
    this.stepSize = stepSize;
    this.neighbourhoods = neighbourhoods;
    this.low = low;
    this.spacing = spacing;
    this.size = size;
  }

  static Optional<AtomicLine> of(Sgd sgd, double stepSize, List<Neighbourhood> neighbourhoods) {
    return StepLaw.of(sgd)
        .flatMap(law -> on(sgd.landscape().domain(), law, stepSize, neighbourhoods));
  }

  private static Optional<AtomicLine> on(
      Domain domain, StepLaw.Local law, double stepSize, List<Neighbourhood> neighbourhoods) {
    double width = domain.width(0) * (1 + 2 * MARGIN);
    double low = domain.lower().get(0) - domain.width(0) * MARGIN;
    double deviation = 0;
    double squaredReach = 0;
    for (int s = 0; s < SAMPLES; s++) {
      StepLaw.Atoms atoms = law.at(low + width * (s + 0.5) / SAMPLES);
      deviation += stepSize * spread(atoms) / SAMPLES;
      squaredReach += Math.pow(stepSize * longest(atoms), 2) / SAMPLES;
    }
    double affordable = Math.cbrt(width * squaredReach / MOST_WORK);
    double spacing = Math.max(FINENESS * deviation, Math.max(affordable, width / MOST_NODES));
    if (!(spacing <= COARSEST * deviation)) {
      return Optional.empty();
    }
    int size = (int) Math.ceil(width / spacing) + 1;
    return Optional.of(new AtomicLine(law, stepSize, neighbourhoods, low, spacing, size));
  }

  private static double spread(StepLaw.Atoms atoms) {
    double mean = 0;
    double square = 0;
    for (int a = 0; a < atoms.gradient().length; a++) {
      mean += atoms.probability()[a] * atoms.gradient()[a];
      square += atoms.probability()[a] * atoms.gradient()[a] * atoms.gradient()[a];
    }
    return Math.sqrt(Math.max(0, square - mean * mean));
  }

  private static double longest(StepLaw.Atoms atoms) {
    double most = 0;
    for (double gradient : atoms.gradient()) {
      most = Math.max(most, Math.abs(gradient));
    }
    return most;
  }

  @Override
  public int size() {
    return size;
  }

  @Override
  public double[] node(int i) {
    return new double[] {low + i * spacing};
  }

  @Override
  public Row row(double[] x) {
    StepLaw.Atoms atoms = law.at(x[0]);
    int atomCount = atoms.gradient().length;
    int[] left = new int[atomCount];
    int least = size - 1;
    int most = 0;
    for (int a = 0; a < atomCount; a++) {
      left[a] = cell(x[0] - stepSize * atoms.gradient()[a]);
      least = Math.min(least, left[a]);
      most = Math.max(most, left[a] + 1);
    }
    double[] row = new double[most - least + 1];
    for (int a = 0; a < atomCount; a++) {
      double y = x[0] - stepSize * atoms.gradient()[a];
      double right = Math.min(1, Math.max(0, (y - low) / spacing - left[a]));
      right = border(y, left[a], right);
      row[left[a] - least] += atoms.probability()[a] * (1 - right);
      row[left[a] + 1 - least] += atoms.probability()[a] * right;
    }
    return new Row(least, row);
  }

  /** An atom beside a neighbourhood's border goes wholly to the node on its own side. */
  private double border(double y, int left, double right) {
    int at = inside(new double[] {y});
    boolean same = at == inside(node(left));
    boolean sameRight = at == inside(node(left + 1));
    return same == sameRight ? right : same ? 0 : 1;
  }

  private int cell(double y) {
    double cell = Math.floor((y - low) / spacing);
    return (int) Math.max(0, Math.min(size - 2.0, cell));
  }

  @Override
  public double share(int node, int neighbourhood) {
    return SmoothLine.holds(neighbourhoods.get(neighbourhood), low + node * spacing) ? 1 : 0;
  }

  @Override
  public int inside(double[] x) {
    for (int which = 0; which < neighbourhoods.size(); which++) {
      if (SmoothLine.holds(neighbourhoods.get(which), x[0])) {
        return which;
      }
    }
    return -1;
  }
}
