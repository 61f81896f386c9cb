package org.longrun.landscape;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads {@code method}, and tells what noise it makes of the file's. */
final class MethodReader {
  private final YamlNode.Mapping root;
  private final Faults faults;

  MethodReader(YamlNode.Mapping root, Faults faults) {
    this.root = root;
    this.faults = faults;
  }

  /**
   * The method; SGD where none is given.
   *
   * @param noise the noise of one gradient
   * @throws InputError if it is none
   */
  TrainingMethod read(NoiseDescription noise) {
    TrainingMethod method = method(noise);
    if (!method.isPlain() && momentum() != 0) {
      faults.add(
          root.placeOf("momentum"),
          "momentum is computed with method: sgd only; leave one of the two out");
    }
    faults.raise();
    return method;
  }

  private TrainingMethod method(NoiseDescription noise) {
    YamlNode node = root.get("method");
    if (node instanceof YamlNode.Scalar word) {
      if (!word.value().equals("sgd")) {
        faults.add(
            word.place(), "'method' must be sgd or {cyclic: {factors: […]}}, not " + word.shown());
      }
      return TrainingMethod.SGD;
    }
    if (node instanceof YamlNode.Mapping mapping
        && mapping.entries().get(0).value() instanceof YamlNode.Mapping options) {
      return new TrainingMethod.Cyclic(factors(options), noise);
    }
    return TrainingMethod.SGD;
  }

  private static List<Double> factors(YamlNode.Mapping options) {
    List<Double> factors = new ArrayList<>();
    if (options.get("factors") instanceof YamlNode.Sequence list) {
      list.items().forEach(item -> factors.add(number(item)));
    }
    return factors;
  }

  private double momentum() {
    YamlNode node = root.get("momentum");
    return node == null ? 0 : number(node);
  }

  /** A number that the schema has checked. */
  private static double number(@Nullable YamlNode node) {
    return node instanceof YamlNode.Scalar scalar && PlainScalar.isNumber(scalar)
        ? Double.parseDouble(scalar.value())
        : 0;
  }

  /** The noise that the method feels: a cycle of step sizes scales a Gaussian covariance. */
  static NoiseDescription felt(TrainingMethod method, NoiseDescription noise) {
    if (method.isPlain()) {
      return noise;
    }
    String text = noise.text() + "; " + method.text();
    return method instanceof TrainingMethod.Cyclic cyclic
        ? scaled(noise, cyclic.spread(), text)
        : new NoiseDescription.OfMethod(text);
  }

  private static NoiseDescription scaled(NoiseDescription noise, double factor, String text) {
    if (noise instanceof NoiseDescription.Isotropic gaussian && gaussian.truncation().isEmpty()) {
      VarianceOfLoss ofLoss = gaussian.functionOfLoss();
      return new NoiseDescription.Isotropic(
          text,
          new ScaledField(gaussian.variance(), factor),
          gaussian.truncation(),
          ofLoss == null ? null : new ScaledVariance(ofLoss, factor));
    }
    if (noise instanceof NoiseDescription.Anisotropic gaussian && gaussian.truncation().isEmpty()) {
      List<ScalarField> entries = new ArrayList<>();
      gaussian.covariance().forEach(entry -> entries.add(new ScaledField(entry, factor)));
      return new NoiseDescription.Anisotropic(text, entries, gaussian.truncation());
    }
    return new NoiseDescription.OfMethod(text);
  }
}
