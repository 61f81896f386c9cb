package org.longrun.landscape;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;
import org.longrun.numerics.Point;
import org.longrun.numerics.formula.Spelling;

/** Reads target, starts, step-sizes, simulation, momentum, accuracy and settings. */
final class QuestionReader {
  /** Step sizes of a file that gives none. */
  static final List<Double> STEP_SIZES = List.of(0.01);

  private static final long REPLICAS = 1000;
  private static final long STEPS = 1_000_000;
  private static final long SEED = 42;

  /** δ of a file that gives none, in units of the domain's diameter. */
  private static final double RADIUS = 0.02;

  /** The relative accuracy of costs over data, where the file asks for none. */
  private static final double OF_SUMS = 1e-3;

  private final YamlNode.Mapping root;
  private final BoxReader boxes;
  private final FormulaReader formulas;
  private final Faults faults;

  QuestionReader(YamlNode.Mapping root, BoxReader boxes, FormulaReader formulas, Faults faults) {
    this.root = root;
    this.boxes = boxes;
    this.formulas = formulas;
    this.faults = faults;
  }

  /** The questions; defaults where a fault hides an answer. */
  Questions read(@Nullable Domain domain) {
    return new Questions(
        target(domain),
        boxes.points(root.get("starts"), domain, "a start"),
        stepSizes(),
        simulation(domain),
        number(root, "momentum", 0),
        accurate(settings()));
  }

  /** The settings with the accuracy that the file asks for, or that its loss has by default. */
  private Settings accurate(Settings settings) {
    boolean sum = root.get("loss") != null || root.get("mlp") != null;
    double tolerance = settings.get("action-tolerance");
    double usual = sum ? Math.max(OF_SUMS, tolerance) : tolerance;
    return settings.with("accuracy", number(root, "accuracy", usual));
  }

  private Target target(@Nullable Domain domain) {
    YamlNode node = root.get("target");
    if (node instanceof YamlNode.Sequence) {
      List<Point> points = boxes.points(node, domain, "a target");
      return points.isEmpty() ? new Target.Argmin() : new Target.Nearest(points);
    }
    if (node instanceof YamlNode.Scalar word && !PlainScalar.isNull(word)) {
      if (word.value().equals("ground-states")) {
        return new Target.GroundStates();
      }
      if (!word.value().equals("argmin")) {
        String nearest = Spelling.suggestion(word.value(), List.of("argmin", "ground-states"));
        faults.add(
            word.place(),
            "'target' must be argmin, ground-states, or a list of points [[x, y], …], not "
                + word.shown()
                + nearest);
      }
    }
    return new Target.Argmin();
  }

  private List<Double> stepSizes() {
    if (!(root.get("step-sizes") instanceof YamlNode.Sequence list)) {
      return STEP_SIZES;
    }
    List<Double> sizes = new ArrayList<>();
    for (YamlNode item : list.items()) {
      OptionalDouble size = formulas.number(item, Map.of());
      if (size.isPresent() && !(size.getAsDouble() > 0)) {
        faults.add(item.place(), "a step size must be above 0, not " + item.shown());
      }
      size.ifPresent(sizes::add);
    }
    return sizes;
  }

  private SimulationPlan simulation(@Nullable Domain domain) {
    double radius = domain == null ? 1 : RADIUS * domain.diameter();
    YamlNode.Mapping plan =
        root.get("simulation") instanceof YamlNode.Mapping mapping
            ? mapping
            : new YamlNode.Mapping(root.place(), List.of());
    return new SimulationPlan(
        (int) number(plan, "replicas", REPLICAS),
        (long) number(plan, "steps", STEPS),
        (long) number(plan, "seed", SEED),
        number(plan, "radius", radius));
  }

  /** A number that the schema has checked, or the default where there is none. */
  private static double number(YamlNode.Mapping mapping, String key, double otherwise) {
    return mapping.get(key) instanceof YamlNode.Scalar scalar && PlainScalar.isNumber(scalar)
        ? Double.parseDouble(scalar.value())
        : otherwise;
  }

  private Settings settings() {
    Settings settings = Settings.defaults();
    if (!(root.get("settings") instanceof YamlNode.Mapping mapping)) {
      return settings;
    }
    for (YamlNode.Entry entry : mapping.entries()) {
      String key = entry.key().value();
      if (!settings.values().containsKey(key)) {
        faults.add(entry.key().place(), unknown(key, settings));
      } else if (entry.value() instanceof YamlNode.Scalar scalar && PlainScalar.isNumber(scalar)) {
        settings = settings.with(key, Double.parseDouble(scalar.value()));
      }
    }
    return settings;
  }

  private static String unknown(String key, Settings settings) {
    String nearest = Spelling.suggestion(key, settings.values().keySet());
    return "there is no setting '"
        + key
        + "'"
        + (nearest.isEmpty()
            ? "; the settings are " + String.join(", ", settings.values().keySet())
            : nearest);
  }
}
