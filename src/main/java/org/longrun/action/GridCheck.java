package org.longrun.action;

import java.util.Arrays;
import java.util.List;
import java.util.PriorityQueue;
import java.util.stream.IntStream;
import org.longrun.critical.CriticalSet;
import org.longrun.dynamics.Hamiltonian;
import org.longrun.dynamics.OnShellLagrangian;
import org.longrun.dynamics.Sgd;
import org.longrun.landscape.Domain;
import org.longrun.landscape.InputError;

/**
 * An independent check of the whole matrix B in two dimensions: Dijkstra's algorithm on a grid with
 * a wide stencil, the geometric action as length. It knows nothing of descents, polynomials or
 * starts; it overestimates every cost, by 0.1 to 1 % where the grid resolves the landscape (action
 * methods, section 4, trap 2).
 */
public final class GridCheck {
  private static final int CELLS = 200;
  private static final int REACH = 7;
  private static final double MARGIN = 1;
  private static final double SMALL = 0.02;
  private static final double RESOLVED = 0.005;
  private static final double ACCURACY = 1e-6;
  private static final double[] GAUSS = {0.5 - Math.sqrt(1.0 / 12), 0.5 + Math.sqrt(1.0 / 12)};

  private final CriticalSet critical;
  private final Sgd sgd;
  private final double[] low = new double[2];
  private final double[] step = new double[2];
  private final List<int[]> stencil = WideStencil.of(REACH);
  private final double[] lengths;

  private GridCheck(CriticalSet critical, Sgd sgd) {
    this.critical = critical;
    this.sgd = sgd;
    frame(sgd.landscape().domain());
    int nodes = (CELLS + 1) * (CELLS + 1);
    this.lengths = new double[nodes * stencil.size()];
    IntStream.range(0, nodes).parallel().forEach(this::measure);
  }

  /**
   * A disagreement on one transition.
   *
   * @param relative |grid − B| over the largest of B, the reverse cost and 2 % of the largest of
   *     all
   * @param from the position of the component that the transition leaves
   * @param to the position of the component that it reaches
   * @param cost B of that transition
   * @param grid the grid's cost of it
   */
  public record Disagreement(double relative, int from, int to, double cost, double grid) {
    static final Disagreement NONE = new Disagreement(0, 0, 0, 0, 0);
  }

  /**
   * What came of the check.
   *
   * @param largest the largest disagreement
   * @param cheaper the largest by which the grid is below B; 0 if it never is
   */
  public record Verdict(Disagreement largest, Disagreement cheaper) {
    /** Whether a path was missed: the grid only overestimates, up to what its cells resolve. */
    public boolean missesPaths() {
      return cheaper.relative() > RESOLVED;
    }
  }

  /**
   * Holds costs against the grid.
   *
   * @throws InputError if the landscape does not have two variables
   */
  public static Verdict of(CriticalSet critical, Sgd sgd, TransitionCosts costs) {
    if (sgd.landscape().dimension() != 2) {
      throw new InputError("--verify checks landscapes of two variables only");
    }
    return new GridCheck(critical, sgd).compare(costs);
  }

  private Verdict compare(TransitionCosts costs) {
    int n = critical.size();
    double[] closed = new double[n * n];
    Arrays.fill(closed, Double.POSITIVE_INFINITY);
    double most = 0;
    for (Transition transition : costs.transitions()) {
      closed[transition.from() * n + transition.to()] = transition.cost();
      most = Math.max(most, transition.cost());
    }
    List<double[]> grids =
        IntStream.range(0, n).boxed().toList().parallelStream()
            .map(i -> row(i, Arrays.copyOfRange(closed, i * n, (i + 1) * n)))
            .toList();
    Disagreement largest = Disagreement.NONE;
    Disagreement cheaper = Disagreement.NONE;
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < n; j++) {
        double cost = closed[i * n + j];
        double grid = sgd.momentumFactor() * grids.get(i)[j];
        double relative = Math.abs(grid - cost) / scale(cost, closed[j * n + i], most);
        Disagreement here = new Disagreement(relative, i, j, cost, grid);
        if (i != j && cost < Double.POSITIVE_INFINITY) {
          largest = relative > largest.relative() ? here : largest;
          cheaper = grid < cost && relative > cheaper.relative() ? here : cheaper;
        }
      }
    }
    return new Verdict(largest, cheaper);
  }

  /** The grid's costs from one component to all. */
  private double[] row(int from, double[] known) {
    Paths paths = from(from);
    return IntStream.range(0, known.length).mapToDouble(to -> cost(paths, to, known[to])).toArray();
  }

  /** A move down a slope costs nothing, so its error is measured against the way up. */
  private static double scale(double cost, double reverse, double largest) {
    double back = reverse < Double.POSITIVE_INFINITY ? reverse : largest;
    return Math.max(cost, Math.max(back, SMALL * largest));
  }

  /** The box of the components, widened, inside the domain. */
  private void frame(Domain domain) {
    for (int k = 0; k < 2; k++) {
      double bottom = Double.POSITIVE_INFINITY;
      double top = Double.NEGATIVE_INFINITY;
      for (var component : critical.components()) {
        for (var point : component.points()) {
          bottom = Math.min(bottom, point.get(k));
          top = Math.max(top, point.get(k));
        }
      }
      double margin = Math.max(MARGIN * (top - bottom), 0.1 * domain.width(k));
      bottom = Math.max(domain.lower().get(k), bottom - margin);
      top = Math.min(domain.upper().get(k), top + margin);
      low[k] = bottom;
      step[k] = (top - bottom) / CELLS;
    }
  }

  private double[] place(int node) {
    int row = node / (CELLS + 1);
    int column = node % (CELLS + 1);
    return new double[] {low[0] + column * step[0], low[1] + row * step[1]};
  }

  /** The node a step away; −1 if it is off the grid. */
  private static int neighbour(int node, int[] offset) {
    int row = node / (CELLS + 1) + offset[1];
    int column = node % (CELLS + 1) + offset[0];
    boolean inside = row >= 0 && row <= CELLS && column >= 0 && column <= CELLS;
    return inside ? row * (CELLS + 1) + column : -1;
  }

  private void measure(int node) {
    OnShellLagrangian lagrangian = new OnShellLagrangian(2);
    for (int k = 0; k < stencil.size(); k++) {
      int next = neighbour(node, stencil.get(k));
      lengths[node * stencil.size() + k] =
          next < 0 ? Double.POSITIVE_INFINITY : segment(lagrangian, place(node), place(next));
    }
  }

  private double segment(OnShellLagrangian lagrangian, double[] from, double[] to) {
    double[] v = {to[0] - from[0], to[1] - from[1]};
    double[] p = new double[2];
    double sum = 0;
    for (double s : GAUSS) {
      double[] x = {from[0] + s * v[0], from[1] + s * v[1]};
      Hamiltonian.Local local = sgd.hamiltonian().at(x);
      p[0] = Double.NaN;
      sum += 0.5 * lagrangian.evaluate(local, v, p);
    }
    return Double.isNaN(sum) ? Double.POSITIVE_INFINITY : Math.max(0, sum);
  }

  private record Front(int node, double cost) {}

  /**
   * The grid's least paths from one component.
   *
   * @param cost of each node; +∞ where none leads there
   * @param before the node before each on its path; −1 for the first
   * @param origins the component's point that a path starts from, by its first node
   */
  private record Paths(double[] cost, int[] before, double[][] origins) {}

  /** A grid path to a component: its cost, its last node and the component's point. */
  private record Arrival(double cost, int node, double[] end) {}

  private Paths from(int component) {
    int nodes = (CELLS + 1) * (CELLS + 1);
    Paths paths = new Paths(new double[nodes], new int[nodes], new double[nodes][]);
    Arrays.fill(paths.cost(), Double.POSITIVE_INFINITY);
    PriorityQueue<Front> queue = new PriorityQueue<>((a, b) -> Double.compare(a.cost(), b.cost()));
    OnShellLagrangian lagrangian = new OnShellLagrangian(2);
    for (var point : critical.components().get(component).points()) {
      for (int node : around(point.toArray())) {
        double start = segment(lagrangian, point.toArray(), place(node));
        if (start < paths.cost()[node]) {
          paths.cost()[node] = start;
          paths.before()[node] = -1;
          paths.origins()[node] = point.toArray();
          queue.add(new Front(node, start));
        }
      }
    }
    while (!queue.isEmpty()) {
      Front front = queue.remove();
      if (front.cost() <= paths.cost()[front.node()]) {
        relax(front, paths, queue);
      }
    }
    return paths;
  }

  private void relax(Front front, Paths paths, PriorityQueue<Front> queue) {
    for (int k = 0; k < stencil.size(); k++) {
      int next = neighbour(front.node(), stencil.get(k));
      if (next < 0) {
        continue;
      }
      double sum = front.cost() + lengths[front.node() * stencil.size() + k];
      if (sum < paths.cost()[next]) {
        paths.cost()[next] = sum;
        paths.before()[next] = front.node();
        queue.add(new Front(next, sum));
      }
    }
  }

  private Arrival arrival(int component, double[] cost) {
    OnShellLagrangian lagrangian = new OnShellLagrangian(2);
    Arrival least = new Arrival(Double.POSITIVE_INFINITY, -1, new double[2]);
    for (var point : critical.components().get(component).points()) {
      for (int node : around(point.toArray())) {
        double end = cost[node] + segment(lagrangian, place(node), point.toArray());
        least = end < least.cost() ? new Arrival(end, node, point.toArray()) : least;
      }
    }
    return least;
  }

  /**
   * The grid's cost of a transition. Where that is below B its path is integrated again finely: two
   * points a step may miss what the step crosses, and then the grid claims too little.
   */
  private double cost(Paths paths, int to, double known) {
    Arrival arrival = arrival(to, paths.cost());
    return arrival.cost() < known / sgd.momentumFactor()
        ? Math.max(arrival.cost(), integrated(paths, arrival))
        : arrival.cost();
  }

  private double integrated(Paths paths, Arrival arrival) {
    double[] to = arrival.end();
    double sum = 0;
    int node = arrival.node();
    while (node >= 0) {
      double[] from = place(node);
      sum += Reintegration.ofSegment(sgd.hamiltonian(), from, to, ACCURACY);
      to = from;
      int before = paths.before()[node];
      if (before < 0) {
        sum += Reintegration.ofSegment(sgd.hamiltonian(), paths.origins()[node], to, ACCURACY);
      }
      node = before;
    }
    return sum;
  }

  /** The grid points within two steps of a point. */
  private int[] around(double[] x) {
    int column = (int) Math.round((x[0] - low[0]) / step[0]);
    int row = (int) Math.round((x[1] - low[1]) / step[1]);
    int middle = row * (CELLS + 1) + column;
    return IntStream.rangeClosed(-2, 2)
        .boxed()
        .flatMap(a -> IntStream.rangeClosed(-2, 2).mapToObj(b -> new int[] {a, b}))
        .mapToInt(offset -> neighbour(middle, offset))
        .filter(node -> node >= 0)
        .toArray();
  }
}
