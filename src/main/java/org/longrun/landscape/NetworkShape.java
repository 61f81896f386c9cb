package org.longrun.landscape;

import java.util.ArrayList;
import java.util.List;

/**
 * The layers of a network and where its weights stand among the d variables: w1 (unit by unit), b1,
 * w2, b2, …
 *
 * @param units the number of units of each layer, the inputs first
 * @param activation of every hidden unit
 */
record NetworkShape(List<Integer> units, Activation activation) {
  /** Copies the list. */
  NetworkShape {
    units = List.copyOf(units);
  }

  /** The number of layers with weights. */
  int depth() {
    return units.size() - 1;
  }

  /** The number of units of layer l = 1 … depth; 0 stands for the inputs. */
  int width(int layer) {
    return units.get(layer);
  }

  /** Where the weights into layer l begin. */
  int weights(int layer) {
    int at = 0;
    for (int l = 1; l < layer; l++) {
      at += width(l) * (width(l - 1) + 1);
    }
    return at;
  }

  /** Where the biases of layer l begin. */
  int biases(int layer) {
    return weights(layer) + width(layer) * width(layer - 1);
  }

  /** The number of weights and biases, d. */
  int dimension() {
    return weights(depth() + 1);
  }

  /**
   * The variables' names: w1_jk, b1_j, w2_jk, …, with j and k from 1; w1_j_k where a layer has 10
   * units or more, so that no two are the same.
   */
  List<String> variables() {
    List<String> names = new ArrayList<>();
    for (int l = 1; l <= depth(); l++) {
      String between = Math.max(width(l), width(l - 1)) >= 10 ? "_" : "";
      for (int j = 1; j <= width(l); j++) {
        for (int k = 1; k <= width(l - 1); k++) {
          names.add("w" + l + "_" + j + between + k);
        }
      }
      for (int j = 1; j <= width(l); j++) {
        names.add("b" + l + "_" + j);
      }
    }
    return names;
  }

  /** w1, b1, w2, b2, …: what a domain may bound together. */
  List<String> families() {
    List<String> families = new ArrayList<>();
    for (int l = 1; l <= depth(); l++) {
      families.add("w" + l);
      families.add("b" + l);
    }
    return families;
  }

  /**
   * Generators of the symmetries: hidden units that are neighbours exchanged, and the signs of odd
   * units flipped.
   */
  List<SignedPermutation> symmetries() {
    List<SignedPermutation> generators = new ArrayList<>();
    for (int l = 1; l < depth(); l++) {
      for (int j = 0; j < width(l); j++) {
        if (j + 1 < width(l)) {
          generators.add(exchange(l, j));
        }
        if (activation.isOdd()) {
          generators.add(flip(l, j));
        }
      }
    }
    return generators;
  }

  private SignedPermutation exchange(int layer, int j) {
    List<Integer> source = new ArrayList<>();
    List<Integer> sign = new ArrayList<>();
    for (int k = 0; k < dimension(); k++) {
      source.add(k);
      sign.add(1);
    }
    List<Integer> first = touched(layer, j);
    List<Integer> second = touched(layer, j + 1);
    for (int k = 0; k < first.size(); k++) {
      source.set(first.get(k), second.get(k));
      source.set(second.get(k), first.get(k));
    }
    return new SignedPermutation(source, sign);
  }

  private SignedPermutation flip(int layer, int j) {
    List<Integer> source = new ArrayList<>();
    List<Integer> sign = new ArrayList<>();
    for (int k = 0; k < dimension(); k++) {
      source.add(k);
      sign.add(1);
    }
    for (int k : touched(layer, j)) {
      sign.set(k, -1);
    }
    return new SignedPermutation(source, sign);
  }

  /** The weights into unit j of a layer, its bias, and the weights out of it. */
  private List<Integer> touched(int layer, int j) {
    List<Integer> touched = new ArrayList<>();
    for (int k = 0; k < width(layer - 1); k++) {
      touched.add(weights(layer) + j * width(layer - 1) + k);
    }
    touched.add(biases(layer) + j);
    for (int k = 0; k < width(layer + 1); k++) {
      touched.add(weights(layer + 1) + k * width(layer) + j);
    }
    return touched;
  }
}
