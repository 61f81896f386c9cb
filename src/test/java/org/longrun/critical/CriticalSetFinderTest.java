package org.longrun.critical;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.commons.math3.analysis.differentiation.DerivativeStructure;
import org.junit.jupiter.api.Test;
import org.longrun.landscape.Domain;
import org.longrun.landscape.FormulaField;
import org.longrun.landscape.Landscape;
import org.longrun.landscape.SignedPermutation;
import org.longrun.numerics.Point;

class CriticalSetFinderTest {
  static final TestLandscapes.Formula HIMMELBLAU =
      x -> x[0].add(x[1].pow(2)).subtract(7).pow(2).add(x[0].pow(2).add(x[1]).subtract(11).pow(2));

  static final TestLandscapes.Formula RING = x -> x[0].pow(2).add(x[1].pow(2)).subtract(1).pow(2);

  static CriticalSet find(Landscape landscape) {
    return CriticalSetFinder.withDefaults().find(landscape);
  }

  private static long count(CriticalSet set, Kind kind) {
    return set.components().stream().filter(c -> c.kind() == kind).count();
  }

  @Test
  void findsAllNineOfHimmelblau() {
    CriticalSet set = find(TestLandscapes.cube(2, 6, HIMMELBLAU));
    assertThat(set.size()).isEqualTo(9);
    assertThat(set.argmin()).isEqualTo(4);
    assertThat(count(set, Kind.SADDLE)).isEqualTo(4);
    assertThat(set.components().get(0).representative().get(0))
        .isCloseTo(-3.779310253377747, within(1e-14));
    assertThat(set.completeness().indexSum()).isEqualTo(1);
    assertThat(set.completeness().expected()).isEqualTo(1);
  }

  @Test
  void degenerateZerosAreClassifiedByTheLossItself() {
    CriticalSet quartic = find(TestLandscapes.cube(1, 2.5, x -> x[0].pow(4)));
    assertThat(quartic.components()).hasSize(1);
    assertThat(quartic.components().get(0).kind()).isEqualTo(Kind.MINIMUM);
    assertThat(quartic.components().get(0).representative().get(0)).isZero();
    CriticalSet cubic = find(TestLandscapes.cube(1, 2.5, x -> x[0].pow(3)));
    assertThat(cubic.components().get(0).kind()).isEqualTo(Kind.DEGENERATE);
    assertThat(cubic.completeness().indexSum()).isEqualTo(0);
    CriticalSet monkey =
        find(
            TestLandscapes.cube(
                2, 2.5, x -> x[0].pow(3).subtract(x[0].multiply(x[1].pow(2)).multiply(3))));
    assertThat(monkey.components()).hasSize(1);
    assertThat(monkey.components().get(0).kind()).isEqualTo(Kind.SADDLE);
    assertThat(monkey.completeness().indexSum()).isEqualTo(-2);
    assertThat(monkey.completeness().expected()).isEqualTo(-2);
  }

  @Test
  void separableSumsHaveAllProducts() {
    TestLandscapes.Formula styblinski =
        x -> {
          DerivativeStructure sum = x[0].multiply(0);
          for (DerivativeStructure v : x) {
            sum = sum.add(v.pow(4).subtract(v.pow(2).multiply(16)).add(v.multiply(5)).divide(2));
          }
          return sum;
        };
    for (int d : List.of(1, 2, 3, 4)) {
      CriticalSet set = find(TestLandscapes.cube(d, 5, styblinski));
      assertThat(set.size()).isEqualTo((int) Math.pow(3, d));
      assertThat(count(set, Kind.MINIMUM)).isEqualTo(1L << d);
      assertThat(set.completeness().indexSum()).isEqualTo(1);
      assertThat(set.completeness().expected()).isEqualTo(1);
    }
  }

  static Landscape formula(String text, double half, String... variables) {
    double[] upper = new double[variables.length];
    Arrays.fill(upper, half);
    double[] lower = new double[variables.length];
    Arrays.fill(lower, -half);
    return TestLandscapes.of(
        new Domain(Point.of(lower), Point.of(upper)), FormulaField.of(text, List.of(variables)));
  }

  @Test
  void intervalArithmeticProvesThatNothingIsMissing() {
    List<CriticalSet> sets =
        List.of(
            find(formula("(x + y^2 - 7)^2 + (x^2 + y - 11)^2", 6, "x", "y")),
            find(formula("20+x^2+y^2-10*cos(2*pi*x)-10*cos(2*pi*y)", 3.2, "x", "y")),
            find(formula("(4-2.1*x^2+x^4/3)*x^2+x*y+(-4+4*y^2)*y^2", 3, "x", "y")),
            find(formula("x^4/4 - x^2/2 + x/10", 2.5, "x")),
            find(formula("exp(-x^2-2*y^2-z^2)*(x+y-z^2) + (x^2+y^2+z^2)/8", 2, "x", "y", "z")));
    assertThat(sets).allMatch(set -> set.completeness().certified());
    assertThat(sets).allMatch(set -> set.completeness().consistent());
    assertThat(sets.stream().map(CriticalSet::size)).startsWith(9, 169, 15, 3);
  }

  @Test
  void equalRunsGiveEqualSets() {
    Landscape landscape = formula("sin(3*x)*cos(2*y)+sin(x*y)+0.05*(x^2+y^2)", 3, "x", "y");
    assertThat(find(landscape)).isEqualTo(find(landscape));
  }

  private static String tiltedWells(int d) {
    StringBuilder sum = new StringBuilder("0");
    for (int k = 1; k <= d; k++) {
      sum.append("+(x" + k + "^2-1)^2/4+" + (0.05 + 0.01 * k) + "*x" + k);
    }
    return sum.toString();
  }

  private static String[] names(int d) {
    String[] names = new String[d];
    for (int k = 0; k < d; k++) {
      names[k] = "x" + (k + 1);
    }
    return names;
  }

  @Test
  void tooManyComponentsAreCutToTheLowestMinimaAndTheirSaddles() {
    Landscape landscape = formula(tiltedWells(10), 2, names(10));
    CriticalSet set = find(landscape);
    assertThat(set.size()).isBetween(300, 400);
    assertThat(set.warnings())
        .anyMatch(w -> w.contains("component-limit: 400"))
        .anyMatch(w -> w.contains("filled the graph"));
    assertThat(set.components()).allMatch(c -> c.index() <= 1);
    List<CriticalComponent> minima =
        set.components().stream().filter(CriticalComponent::isMinimum).toList();
    assertThat(Arrays.stream(set.components().get(0).representative().toArray()).boxed())
        .allMatch(x -> x < -1);
    assertThat(lowestSums(10, minima.size()))
        .hasSameSizeAs(minima)
        .allSatisfy(value -> assertThat(minima).anyMatch(m -> Math.abs(m.value() - value) < 1e-12));
    GradientFlow flow = GradientFlow.of(landscape, set);
    for (int i = 0; i < set.size(); i += 7) {
      assertThat(flow.leaving(i)).allMatch(Descent::reachesComponent);
    }
  }

  /** The least values of Σ_k (f_k at one of its two minima). */
  private static List<Double> lowestSums(int d, int count) {
    List<Double> sums = new ArrayList<>(List.of(0.0));
    for (int k = 1; k <= d; k++) {
      CriticalSet well = find(formula("(x^2-1)^2/4+" + (0.05 + 0.01 * k) + "*x", 2, "x"));
      List<Double> next = new ArrayList<>();
      for (double sum : sums) {
        next.add(sum + well.components().get(0).value());
        next.add(sum + well.components().get(1).value());
      }
      sums = next;
    }
    return sums.stream().sorted().limit(count).toList();
  }

  @Test
  void imagesUnderASymmetryShareAnOrbit() {
    Landscape plain = formula("(x^2-1)^2 + (y^2-1)^2 + x*y/3", 2, "x", "y");
    Landscape landscape =
        TestLandscapes.withSymmetries(
            plain,
            List.of(
                new SignedPermutation(List.of(1, 0), List.of(1, 1)),
                new SignedPermutation(List.of(0, 1), List.of(-1, -1))));
    CriticalSet set = find(landscape);
    assertThat(set.size()).isEqualTo(9);
    assertThat(set.symmetryOrbits()).startsWith("K1", "K1", "K3", "K3");
    assertThat(set.components()).isEqualTo(find(plain).components());
  }

  @Test
  void farTailsAndPlacesWhereTheLossIsUndefinedAreNoCriticalPoints() {
    CriticalSet wells = find(formula("-exp(-8*x^2-8*y^2)-0.5*exp(-8*(x-2)^2-8*y^2)", 6, "x", "y"));
    assertThat(wells.components().stream().map(CriticalComponent::kind))
        .containsExactly(Kind.MINIMUM, Kind.MINIMUM, Kind.SADDLE);
    assertThat(find(formula("log(x)^2+y^2", 3, "x", "y")).size()).isEqualTo(1);
    assertThat(find(formula("x+2*y", 3, "x", "y")).size()).isZero();
  }

  @Test
  void scalesAndFarOriginsChangeNothing() {
    CriticalSet plain = find(formula("(x^2+y-11)^2+(x+y^2-7)^2", 6, "x", "y"));
    for (double scale : new double[] {1e-8, 1e8}) {
      CriticalSet scaled = find(formula(scale + "*((x^2+y-11)^2+(x+y^2-7)^2)", 6, "x", "y"));
      assertThat(scaled.size()).isEqualTo(9);
      for (int i = 0; i < 9; i++) {
        assertThat(scaled.components().get(i).value())
            .isCloseTo(scale * plain.components().get(i).value(), within(1e-12 * scale));
      }
    }
    assertThat(find(formula("(x^2+y-11)^2+(x+y^2-7)^2", 1000, "x", "y")).size()).isEqualTo(9);
  }

  @Test
  void aRotationTurnsThePointsAndKeepsTheValues() {
    double c = Math.cos(0.7);
    double s = Math.sin(0.7);
    String u = "(" + c + "*x-" + s + "*y+0.3)";
    String v = "(" + s + "*x+" + c + "*y-0.2)";
    String hump = "2*%1$s^6/13+%1$s^5/8-91*%1$s^4/64-%1$s^3/2+21*%1$s^2/8+5*%2$s^2/4+%1$s*%2$s";
    CriticalSet plain = find(formula(String.format(hump, "x", "y"), 4.5, "x", "y"));
    CriticalSet turned = find(formula(String.format(hump, u, v), 4.5, "x", "y"));
    assertThat(turned.size()).isEqualTo(plain.size()).isEqualTo(5);
    for (int i = 0; i < 5; i++) {
      CriticalComponent a = plain.components().get(i);
      CriticalComponent b = turned.components().get(i);
      double x = b.representative().get(0);
      double y = b.representative().get(1);
      assertThat(b.value()).isCloseTo(a.value(), within(1e-12));
      assertThat(c * x - s * y + 0.3).isCloseTo(a.representative().get(0), within(1e-12));
      assertThat(s * x + c * y - 0.2).isCloseTo(a.representative().get(1), within(1e-12));
      for (int k = 0; k < 2; k++) {
        assertThat(b.hessianEigenvalues().get(k))
            .isCloseTo(a.hessianEigenvalues().get(k), within(1e-10));
      }
    }
  }

  @Test
  void whatIsPassedByIsTold() {
    CriticalSet kink = find(formula("abs(x-0.3)+(y^2-1)^2", 2, "x", "y"));
    assertThat(kink.components()).allMatch(c -> Math.abs(c.representative().get(0) - 0.3) < 1e-7);
    assertThat(kink.warnings()).isNotEmpty().allMatch(w -> w.contains("not differentiable"));
    CriticalSet corners = find(formula("abs(x-0.3)+abs(y^2-1)", 2, "x", "y"));
    assertThat(corners.components()).noneMatch(c -> c.kind() == Kind.MINIMUM);
    assertThat(corners.warnings()).anyMatch(w -> w.contains("not among the components"));
    CriticalSet rim = find(formula("(x^2-1)^2+y^2", 1, "x", "y"));
    assertThat(rim.size()).isEqualTo(3);
    assertThat(rim.warnings())
        .containsExactly(
            "K1 lies on the boundary of the domain", "K2 lies on the boundary of the domain");
    CriticalSet beyond = find(formula("(x^2-1.02)^2+y^2", 1, "x", "y"));
    assertThat(beyond.size()).isEqualTo(1);
    assertThat(beyond.warnings()).hasSize(2).allMatch(w -> w.contains("just outside"));
  }
}
