package org.longrun.critical;

import java.util.List;
import java.util.stream.DoubleStream;
import org.jspecify.annotations.Nullable;
import org.longrun.numerics.Point;

/**
 * A critical component before it has its place in the order.
 *
 * @param kind what it is
 * @param degree the local degree of ∇f; null where it is not known
 * @param dimension 0 for a point
 * @param representative the zero that stands for it
 * @param zeros the points along it, the representative among them
 * @param continuum the curve or surface; null for a point
 * @param smooth whether f is differentiable there
 */
record Finding(
    Kind kind,
    @Nullable Integer degree,
    int dimension,
    Zero representative,
    List<Zero> zeros,
    @Nullable Continuum continuum,
    boolean smooth) {
  double value() {
    return representative.value();
  }

  /** The component under its id. */
  CriticalComponent named(String id) {
    List<Point> points = zeros.stream().map(zero -> Point.of(zero.x())).toList();
    return new CriticalComponent(
        id,
        kind,
        representative.index(),
        dimension,
        representative.value(),
        Point.of(representative.x()),
        points,
        smooth ? DoubleStream.of(representative.eigen().values()).boxed().toList() : List.of());
  }
}
