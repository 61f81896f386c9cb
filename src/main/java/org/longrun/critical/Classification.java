package org.longrun.critical;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Turns the zeros found into components with kind, degree and representative. */
final class Classification {
  private final LossField field;
  private final Classifier classifier;
  private final LocalDegree localDegree;

  Classification(LossField field) {
    this.field = field;
    this.classifier = new Classifier(field);
    this.localDegree = new LocalDegree(field);
  }

  /** The components of the catalogue, in the order of their discovery. */
  List<Finding> of(Catalogue catalogue) {
    List<Finding> findings = new ArrayList<>();
    for (Zero zero : catalogue.points()) {
      Integer degree = degree(zero, catalogue);
      Kind kind = classifier.of(zero, degree);
      findings.add(new Finding(kind, degree, 0, zero, List.of(zero), null));
    }
    for (Continuum continuum : catalogue.continua()) {
      findings.add(finding(continuum, catalogue));
    }
    return findings;
  }

  private Finding finding(Continuum continuum, Catalogue catalogue) {
    Zero representative = continuum.points().get(0);
    for (Zero zero : continuum.points()) {
      if (Ordering.byCoordinates(zero.x(), representative.x()) < 0) {
        representative = zero;
      }
    }
    return new Finding(
        classifier.of(continuum),
        localDegree.of(continuum, room(continuum, catalogue)),
        continuum.dimension(),
        representative,
        continuum.points(),
        continuum);
  }

  private @Nullable Integer degree(Zero zero, Catalogue catalogue) {
    if (zero.isDegenerate()) {
      return localDegree.of(zero, room(zero, catalogue));
    }
    return zero.index() % 2 == 0 ? 1 : -1;
  }

  private double room(Zero zero, Catalogue catalogue) {
    double room = field.diameter;
    for (Zero other : catalogue.points()) {
      double distance = LossField.distance(other.x(), zero.x());
      room = other == zero ? room : Math.min(room, distance);
    }
    for (Continuum continuum : catalogue.continua()) {
      room = Math.min(room, continuum.distance(zero.x()));
    }
    return room;
  }

  private double room(Continuum continuum, Catalogue catalogue) {
    double room = field.diameter;
    for (Zero other : catalogue.points()) {
      room = Math.min(room, continuum.distance(other.x()));
    }
    for (Continuum other : catalogue.continua()) {
      for (Zero zero : other.points()) {
        room = other == continuum ? room : Math.min(room, continuum.distance(zero.x()));
      }
    }
    return room;
  }
}
