package org.longrun.landscape;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.longrun.numerics.formula.Spelling;

/** Reads {@code mlp}. */
final class NetworkReader {
  private static final int MOST_WEIGHTS = 10_000;

  private final YamlNode.Mapping mlp;
  private final DataTable data;
  private final Faults faults;

  NetworkReader(YamlNode.Mapping mlp, DataTable data, Faults faults) {
    this.mlp = mlp;
    this.data = data;
    this.faults = faults;
  }

  /** The network's loss; without an objective, and with faults, where it cannot be read. */
  Loss read(Names names) {
    NetworkShape shape = shape();
    OutputLoss loss = OutputLoss.valueOf(word("loss", "squared"));
    if (shape == null) {
      return Loss.unknown(names);
    }
    Names own = new Names(shape.variables(), shape.families(), names.parameters(), data.columns());
    double[] samples = samples(shape, loss);
    if (samples == null) {
      return Loss.unknown(own);
    }
    double decay = number("weight-decay");
    NetworkRisk risk =
        new NetworkRisk(shape, loss, samples, new WeightDecay(shape.dimension(), decay));
    String text = text(shape, loss, decay);
    return new Loss(own, text, new RiskField(risk, Optional::empty), risk, shape.symmetries());
  }

  private static String text(NetworkShape shape, OutputLoss loss, double decay) {
    List<String> units = shape.units().stream().map(String::valueOf).toList();
    return "mean "
        + lower(loss)
        + " loss of a "
        + String.join("-", units)
        + " "
        + lower(shape.activation())
        + " network"
        + (decay == 0 ? "" : " + weight decay " + Numbers.shown(decay));
  }

  private static String lower(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT);
  }

  private String word(String key, String otherwise) {
    String word = mlp.get(key) instanceof YamlNode.Scalar scalar ? scalar.value() : otherwise;
    return word.toUpperCase(Locale.ROOT);
  }

  private double number(String key) {
    return mlp.get(key) instanceof YamlNode.Scalar scalar && PlainScalar.isNumber(scalar)
        ? Double.parseDouble(scalar.value())
        : 0;
  }

  private @Nullable NetworkShape shape() {
    List<Integer> units = new ArrayList<>();
    if (mlp.get("layers") instanceof YamlNode.Sequence layers) {
      for (YamlNode item : layers.items()) {
        units.add((int) Double.parseDouble(((YamlNode.Scalar) item).value()));
      }
    }
    NetworkShape shape = new NetworkShape(units, Activation.valueOf(word("activation", "tanh")));
    if (shape.dimension() > MOST_WEIGHTS) {
      faults.add(
          valuePlace("layers"),
          "this network has " + shape.dimension() + " weights; " + MOST_WEIGHTS + " are allowed");
      return null;
    }
    return shape;
  }

  private Place valuePlace(String key) {
    YamlNode node = mlp.get(key);
    return node == null ? mlp.place() : node.place();
  }

  /** Sample by sample inputs and targets; null, with a fault, where they do not fit. */
  private double @Nullable [] samples(NetworkShape shape, OutputLoss loss) {
    List<Integer> inputs = columns("inputs");
    List<Integer> outputs = columns("outputs");
    int last = shape.width(shape.depth());
    boolean classes = loss == OutputLoss.SOFTMAX && outputs.size() == 1 && last > 1;
    if (!fits("inputs", inputs, shape.width(0)) || !classes && !fits("outputs", outputs, last)) {
      return null;
    }
    int width = shape.width(0) + last;
    double[] samples = new double[data.rows() * width];
    for (int i = 0; i < data.rows(); i++) {
      for (int k = 0; k < inputs.size(); k++) {
        samples[i * width + k] = value(i, inputs.get(k));
      }
      int at = i * width + inputs.size();
      String problem =
          classes
              ? classTarget(i, outputs.get(0), samples, at, last)
              : targets(i, outputs, loss, samples, at);
      if (!problem.isEmpty()) {
        faults.add(valuePlace("outputs"), problem);
        return null;
      }
    }
    return samples;
  }

  private double value(int row, int column) {
    return data.values()[row * data.width() + column];
  }

  /** The columns of these names; those that do not exist are faults and left out. */
  private List<Integer> columns(String key) {
    List<Integer> columns = new ArrayList<>();
    if (mlp.get(key) instanceof YamlNode.Sequence list) {
      for (YamlNode item : list.items()) {
        String name = item instanceof YamlNode.Scalar scalar ? scalar.value() : "";
        int column = data.indexOf(name);
        if (column < 0) {
          faults.add(
              item.place(),
              "there is no data column '" + name + "'" + Spelling.suggestion(name, data.columns()));
        } else {
          columns.add(column);
        }
      }
    }
    return columns;
  }

  private boolean fits(String key, List<Integer> columns, int units) {
    if (mlp.get(key) instanceof YamlNode.Sequence list && list.items().size() != units) {
      faults.add(
          list.place(),
          list.items().size()
              + " "
              + key
              + " do not fit a layer of "
              + units
              + " units; change "
              + key
              + " or layers");
      return false;
    }
    return columns.size() == units;
  }

  /** One column with the class 0, 1, …; returns what is wrong with it. */
  private String classTarget(int row, int column, double[] samples, int at, int classes) {
    double label = value(row, column);
    if (label != Math.rint(label) || label < 0 || label >= classes) {
      return "row "
          + (row + 1)
          + " has class "
          + Numbers.shown(label)
          + "; classes are 0 … "
          + (classes - 1);
    }
    samples[at + (int) label] = 1;
    return "";
  }

  private String targets(int row, List<Integer> columns, OutputLoss loss, double[] out, int at) {
    double sum = 0;
    for (int k = 0; k < columns.size(); k++) {
      double target = value(row, columns.get(k));
      out[at + k] = target;
      sum += target;
      if (loss != OutputLoss.SQUARED && !(target >= 0 && target <= 1)) {
        return "row "
            + (row + 1)
            + " has label "
            + Numbers.shown(target)
            + "; this loss takes labels from 0 to 1";
      }
    }
    return loss == OutputLoss.SOFTMAX && !(Math.abs(sum - 1) <= 1e-9)
        ? "row "
            + (row + 1)
            + " has labels that sum to "
            + Numbers.shown(sum)
            + "; probabilities sum to 1"
        : "";
  }
}
