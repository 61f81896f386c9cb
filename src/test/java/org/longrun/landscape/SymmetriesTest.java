package org.longrun.landscape;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** What leaves a loss over data unchanged is found by the rules of signs and order alone. */
class SymmetriesTest {
  private static final String DATA = "data: {a: [1, 2, 0.3], b: [0.4, -1, 2], y: [0.5, 1, 2]}\n";

  private static Landscape landscape(String loss, String domain) {
    return LandscapeFile.parse(
        "variables: [u, v]\n" + DATA + "loss: \"" + loss + "\"\n" + "domain: " + domain + "\n",
        "symmetries.yaml");
  }

  private static List<SignedPermutation> symmetries(String loss) {
    return landscape(loss, "{u: [-3, 3], v: [-3, 3]}").symmetries();
  }

  private static SignedPermutation of(List<Integer> source, List<Integer> sign) {
    return new SignedPermutation(source, sign);
  }

  @Test
  void aSquareOfALinearFormIsEven() {
    assertThat(symmetries("((a*u+b*v)^2 - y)^2/4"))
        .containsExactly(of(List.of(0, 1), List.of(-1, -1)));
  }

  @Test
  void unitsOfAMixtureAreExchanged() {
    assertThat(symmetries("-log(exp(-(a-u)^2)+exp(-(a-v)^2)+0.001)"))
        .containsExactly(of(List.of(1, 0), List.of(1, 1)));
  }

  @Test
  void oddAndEvenFunctionsAreKnown() {
    assertThat(symmetries("cos(a*u)*v*tanh(v) - abs(sin(u)*b)"))
        .contains(of(List.of(0, 1), List.of(-1, 1)), of(List.of(0, 1), List.of(1, -1)))
        .hasSize(3);
  }

  /** A needle that no sample of points would show. */
  @Test
  void aNeedleBreaksASymmetry() {
    assertThat(symmetries("u^2+v^2 - a*exp(-((u-0.7)/0.00001)^2)"))
        .containsExactly(of(List.of(0, 1), List.of(1, -1)));
  }

  @Test
  void theDomainMustBeKeptToo() {
    assertThat(landscape("((a*u+b*v)^2 - y)^2/4", "{u: [-3, 3], v: [-3, 2]}").symmetries())
        .isEmpty();
  }

  @Test
  void whatIsFoundLeavesEverySampleUnchanged() {
    Landscape landscape =
        landscape(
            "(a*u*v - y)^2 + log(cosh(u-v)) + (u^3*v)/(1+u^2*v^2)", "{u: [-3, 3], v: [-3, 3]}");
    SplittableRandom random = new SplittableRandom(5);
    assertThat(landscape.symmetries()).isNotEmpty();
    for (SignedPermutation symmetry : landscape.symmetries()) {
      double[] x = {random.nextDouble(-2, 2), random.nextDouble(-2, 2)};
      double image = landscape.objective().value(symmetry.apply(x));
      assertThat(image)
          .isCloseTo(landscape.objective().value(x), org.assertj.core.data.Offset.offset(1e-12));
    }
  }
}
