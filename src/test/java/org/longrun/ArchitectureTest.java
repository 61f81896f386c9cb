package org.longrun;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaCall.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.CompositeArchRule;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;

/** Data flows one way, one package a stage: the rules of the root package's documentation. */
@AnalyzeClasses(packages = "org.longrun", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {
  private static final List<String> STAGES =
      List.of(
          "numerics",
          "arborescence",
          "landscape",
          "noise",
          "dynamics",
          "critical",
          "simulate",
          "action",
          "graph",
          "energy",
          "hitting",
          "bound",
          "validate",
          "analysis",
          "report",
          "cli");

  @ArchTest static final ArchRule aStageUsesOnlyStagesToItsLeft = oneWay();

  @ArchTest
  static final ArchRule everyClassBelongsToAStage =
      classes()
          .that()
          .doNotHaveSimpleName("package-info")
          .should()
          .resideInAnyPackage(packages(STAGES));

  @ArchTest
  static final ArchRule noCycles = slices().matching("org.longrun.(*)..").should().beFreeOfCycles();

  @ArchTest
  static final ArchRule theTheoryDoesNotSeeTheSimulator =
      noClasses()
          .that()
          .resideInAnyPackage(packages("action", "graph", "energy", "hitting", "bound"))
          .should()
          .dependOnClassesThat()
          .resideInAPackage(stage("simulate"));

  @ArchTest
  static final ArchRule theKernelsKnowNoOtherStage =
      noClasses()
          .that()
          .resideInAnyPackage(packages("numerics", "arborescence"))
          .should()
          .dependOnClassesThat(
              resideInAPackage("org.longrun..")
                  .and(not(resideInAnyPackage(packages("numerics", "arborescence")))));

  @ArchTest
  static final ArchRule randomnessIsMadeOnlyFromASeedInThreeStages =
      noClasses()
          .that()
          .resideOutsideOfPackages(packages("critical", "action", "simulate"))
          .should()
          .callConstructor(Random.class)
          .orShould()
          .callConstructor(Random.class, long.class)
          .orShould()
          .callConstructor(SplittableRandom.class, long.class)
          .orShould()
          .callMethod(RandomGeneratorFactory.class, "of", String.class)
          .orShould()
          .dependOnClassesThat()
          .resideInAnyPackage("org.apache.commons.rng.simple..");

  @ArchTest
  static final ArchRule noUnseededRandomness =
      noClasses()
          .should()
          .callConstructor(Random.class)
          .orShould()
          .callConstructor(SplittableRandom.class)
          .orShould()
          .callMethod(Math.class, "random")
          .orShould()
          .callMethod(RandomGenerator.class, "getDefault");

  @ArchTest
  static final ArchRule graphsAreSeenOnlyByTheGraphStages =
      noClasses()
          .that()
          .resideOutsideOfPackages(
              packages("arborescence", "action", "graph", "energy", "hitting", "report"))
          .should()
          .dependOnClassesThat()
          .resideInAPackage("org.jgrapht..");

  @ArchTest
  static final ArchRule commonsMathIsSeenOnlyByNumerics =
      noClasses()
          .that()
          .resideOutsideOfPackage(stage("numerics"))
          .should()
          .dependOnClassesThat()
          .resideInAPackage("org.apache.commons.math3..");

  @ArchTest
  static final ArchRule onlyTheCommandLinePrints =
      noClasses()
          .that()
          .resideOutsideOfPackage(stage("cli"))
          .should()
          .accessField(System.class, "out")
          .orShould()
          .accessField(System.class, "err")
          .orShould()
          .callMethodWhere(target(nameMatching("printStack.*")));

  private static ArchRule oneWay() {
    List<ArchRule> rules = new ArrayList<>();
    for (int i = 0; i + 1 < STAGES.size(); i++) {
      rules.add(
          noClasses()
              .that()
              .resideInAPackage(stage(STAGES.get(i)))
              .should()
              .dependOnClassesThat()
              .resideInAnyPackage(packages(STAGES.subList(i + 1, STAGES.size())))
              .allowEmptyShould(true));
    }
    return CompositeArchRule.of(rules);
  }

  private static String stage(String name) {
    return "org.longrun." + name + "..";
  }

  private static String[] packages(String... names) {
    return packages(List.of(names));
  }

  private static String[] packages(List<String> names) {
    return names.stream().map(ArchitectureTest::stage).toArray(String[]::new);
  }
}
