package org.longrun.critical;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.longrun.numerics.Vectors;

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
      findings.add(new Finding(kind, degree, 0, zero, List.of(zero), null, true));
    }
    for (Continuum continuum : catalogue.continua()) {
      findings.add(finding(continuum, catalogue));
    }
    return findings;
  }

  private Finding finding(Continuum continuum, Catalogue catalogue) {
    return new Finding(
        classifier.of(continuum),
        localDegree.of(continuum, room(continuum, catalogue)),
        continuum.dimension(),
        representative(continuum),
        continuum.points(),
        continuum,
        true);
  }

  /** The middle of an open curve; else the point whose first coordinate is least. */
  private static Zero representative(Continuum continuum) {
    Continuum.Branch first = continuum.branches().get(0);
    List<Zero> points = first.points();
    if (continuum.dimension() == 1 && !first.closed()) {
      return points.get(points.size() / 2);
    }
    Zero least = points.get(0);
    for (Zero zero : points) {
      least = Ordering.byCoordinates(zero.x(), least.x()) < 0 ? zero : least;
    }
    return least;
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
      double distance = Vectors.distance(other.x(), zero.x());
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
