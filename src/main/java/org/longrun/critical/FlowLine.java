package org.longrun.critical;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.longrun.numerics.Point;
import org.longrun.numerics.SymmetricEigen;
import org.longrun.numerics.Vectors;

/**
 * Integrates one line of dx/dt = −∇f: with H = ∇²f(x) and the φ-functions of −hH, U = x − h
 * φ₁(−hH)∇f(x), then x′ = U − 2h φ₃(−hH)(∇f(U) − ∇f(x) − H(U − x)); ‖x′ − U‖ estimates the error.
 */
final class FlowLine {
  private static final int STEPS = 4000;
  private static final double TOLERANCE = 3e-7;
  private static final double LONGEST = 0.01;
  private static final double SHORTEST = 1e-15;

  private final LossField field;
  private final FlowEnd flowEnd;
  private long evaluations;

  FlowLine(LossField field, FlowEnd flowEnd) {
    this.field = field;
    this.flowEnd = flowEnd;
  }

  /** The line from x, with these points put before it. */
  Descent from(List<Point> before, double[] start) {
    List<Point> points = new ArrayList<>(before);
    points.add(Point.of(start));
    if (field.excess(start) > 0) {
      return new Descent(points, -1, true, 0);
    }
    double[] x = start.clone();
    double time = firstStep(x);
    for (int n = 0; n < STEPS; n++) {
      double[] g = field.gradient(x);
      SymmetricEigen eigen = field.eigen(x);
      evaluations++;
      FlowEnd.Reached reached = flowEnd.reached(x, g, eigen);
      if (reached != null) {
        points.add(Point.of(reached.x()));
        return new Descent(points, reached.component(), false, evaluations);
      }
      Step step = step(x, g, eigen, time);
      if (step == null) {
        break;
      }
      if (field.excess(step.x()) > 0) {
        points.add(rim(x, step.x()));
        return new Descent(points, -1, true, evaluations);
      }
      x = step.x();
      time = step.next();
      points.add(Point.of(x));
    }
    return new Descent(points, flowEnd.nearest(x), false, evaluations);
  }

  private record Step(double[] x, double next) {}

  private double firstStep(double[] x) {
    double curvature = field.eigen(x).norm();
    return 0.1 / Math.max(curvature, Double.MIN_NORMAL);
  }

  /** One accepted step; null if none is possible any more. */
  private @Nullable Step step(double[] x, double[] g, SymmetricEigen eigen, double first) {
    double h = first;
    double value = field.value(x);
    for (int attempt = 0; attempt < 60; attempt++) {
      h = Math.min(h, longest(g, eigen));
      double[] predictor = predictor(x, g, eigen, h);
      double[] next = corrected(x, g, eigen, h, predictor);
      double error = Vectors.distance(next, predictor) / (TOLERANCE * field.diameter);
      double length = Vectors.distance(next, x);
      if (error <= 1 && field.value(next) <= value + Math.ulp(value)) {
        double growth = Math.min(4, 0.9 / Math.cbrt(Math.max(error, 1e-3)));
        return length > SHORTEST * field.diameter ? new Step(next, h * growth) : null;
      }
      h *= error > 1 ? Math.max(0.1, 0.9 / Math.cbrt(error)) : 0.3;
    }
    return null;
  }

  /** The time after which the quadratic model has gone the longest step. */
  private double longest(double[] g, SymmetricEigen eigen) {
    double slope = LossField.norm(g);
    double growth = Math.max(0, -eigen.value(0));
    double reach = LONGEST * field.diameter / Math.max(slope, Double.MIN_NORMAL);
    if (growth > 0) {
      return Math.log1p(reach * growth) / growth;
    }
    double least = eigen.value(0) * reach;
    return least >= 1 ? Double.MAX_VALUE : reach / (1 - least);
  }

  private double[] predictor(double[] x, double[] g, SymmetricEigen eigen, double h) {
    double[] next = x.clone();
    for (int k = 0; k < x.length; k++) {
      eigen.addTo(next, k, -h * phi1(-h * eigen.value(k)) * eigen.coefficient(k, g));
    }
    return next;
  }

  private double[] corrected(
      double[] x, double[] g, SymmetricEigen eigen, double h, double[] predictor) {
    double[] gradient = field.gradient(predictor);
    evaluations++;
    double[] moved = LossField.shifted(predictor, -1, x);
    double[] next = predictor.clone();
    for (int k = 0; k < x.length; k++) {
      double rest =
          eigen.coefficient(k, gradient)
              - eigen.coefficient(k, g)
              - eigen.value(k) * eigen.coefficient(k, moved);
      eigen.addTo(next, k, -2 * h * phi3(-h * eigen.value(k)) * rest);
    }
    return next;
  }

  /** (e^z − 1)/z. */
  static double phi1(double z) {
    return Math.abs(z) < 1e-300 ? 1 : Math.expm1(z) / z;
  }

  /** (e^z − 1 − z − z²/2)/z³. */
  static double phi3(double z) {
    if (Math.abs(z) < 0.5) {
      double term = 1.0 / 6;
      double sum = 0;
      for (int n = 4; n < 24; n++) {
        sum += term;
        term *= z / n;
      }
      return sum;
    }
    return ((Math.expm1(z) - z) / z - 0.5 * z) / (z * z);
  }

  /** Where the segment leaves the domain. */
  private Point rim(double[] inside, double[] outside) {
    double low = 0;
    double high = 1;
    double[] v = LossField.shifted(outside, -1, inside);
    for (int halving = 0; halving < 60; halving++) {
      double middle = 0.5 * (low + high);
      if (field.excess(LossField.shifted(inside, middle, v)) > 0) {
        high = middle;
      } else {
        low = middle;
      }
    }
    return Point.of(LossField.shifted(inside, low, v));
  }
}
