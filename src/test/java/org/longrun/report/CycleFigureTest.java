package org.longrun.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.longrun.analysis.LongRunAnalysis;
import org.longrun.landscape.LandscapeFile;

/**
 * The tree is drawn from exit exponents alone; where it puts the components must be the energies,
 * which come from the arborescences.
 */
class CycleFigureTest {
  @ParameterizedTest
  @ValueSource(
      strings = {"three-hump", "himmelblau-tilted", "anisotropic-himmelblau", "finite-sum-1d"})
  void everyComponentStandsAtItsEnergy(String name) throws IOException {
    Path file = Path.of("landscapes", name + ".yaml");
    var result = LongRunAnalysis.withDefaults().of(LandscapeFile.read(file));
    Findings findings = Findings.of(HtmlReport.tree(result, List.of()));
    List<CycleFigure.Node> roots = new CycleFigure(findings).tree();
    assertThat(roots).as("one cycle around everything").hasSize(1);
    int leaves = check(roots.get(0), findings, findings.energies("relative"));
    assertThat(leaves).isEqualTo(findings.components().size());
  }

  private static int check(
      CycleFigure.Node node, Findings findings, List<@Nullable Double> energies) {
    if (node.parts().isEmpty()) {
      double energy = energies.get(findings.position(node.id()));
      assertThat(node.foot()).isCloseTo(energy, within(1e-6 * Math.max(1, energy)));
      return 1;
    }
    int leaves = 0;
    for (CycleFigure.Node part : node.parts()) {
      assertThat(part.top()).isLessThanOrEqualTo(node.top() * (1 + 1e-9));
      leaves += check(part, findings, energies);
    }
    return leaves;
  }
}
