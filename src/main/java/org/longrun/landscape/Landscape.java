package org.longrun.landscape;

import java.util.List;
import org.longrun.numerics.Point;

/**
 * A landscape: the loss f on its domain, the noise of its gradients, and what is asked of them. One
 * landscape file, read, checked and compiled.
 *
 * @param name letters, digits, dot, underscore and hyphen; names the results' files
 * @param description any text
 * @param variables the names of the d variables, in order
 * @param formula the objective as written, or the loss and regularizer in words
 * @param objective f, with exact derivatives
 * @param noise Z as described
 * @param domain where critical components are sought
 * @param target Q, the set whose hitting time is asked for
 * @param starts points x for which J(x) is wanted
 * @param stepSizes η &gt; 0 at which finite-step predictions are made
 * @param simulation how Monte-Carlo runs are made
 * @param momentum β of the heavy ball, 0 ≤ β &lt; 1
 * @param settings every numerical setting
 * @param symmetries permutations with signs of the variables that leave f and the noise unchanged
 *     (generators): a hidden unit's exchange or sign flip; empty where none is known
 * @param method how a step is made of the gradient; the noise is what this method feels
 */
public record Landscape(
    String name,
    String description,
    List<String> variables,
    String formula,
    ScalarField objective,
    NoiseDescription noise,
    Domain domain,
    Target target,
    List<Point> starts,
    List<Double> stepSizes,
    SimulationPlan simulation,
    double momentum,
    Settings settings,
    List<SignedPermutation> symmetries,
    TrainingMethod method) {
  /** Copies the lists. */
  public Landscape {
    variables = List.copyOf(variables);
    starts = List.copyOf(starts);
    stepSizes = List.copyOf(stepSizes);
    symmetries = List.copyOf(symmetries);
  }

  /** A landscape of SGD; the parameters are those above. */
  public Landscape(
      String name,
      String description,
      List<String> variables,
      String formula,
      ScalarField objective,
      NoiseDescription noise,
      Domain domain,
      Target target,
      List<Point> starts,
      List<Double> stepSizes,
      SimulationPlan simulation,
      double momentum,
      Settings settings,
      List<SignedPermutation> symmetries) {
    this(
        name,
        description,
        variables,
        formula,
        objective,
        noise,
        domain,
        target,
        starts,
        stepSizes,
        simulation,
        momentum,
        settings,
        symmetries,
        TrainingMethod.SGD);
  }

  /** The number of variables, d. */
  public int dimension() {
    return variables.size();
  }

  /** This landscape with another seed. */
  public Landscape withSeed(long seed) {
    SimulationPlan plan =
        new SimulationPlan(simulation.replicas(), simulation.steps(), seed, simulation.radius());
    return with(target, plan);
  }

  /** This landscape with another target. */
  public Landscape withTarget(Target other) {
    return with(other, simulation);
  }

  private Landscape with(Target otherTarget, SimulationPlan plan) {
    return new Landscape(
        name,
        description,
        variables,
        formula,
        objective,
        noise,
        domain,
        otherTarget,
        starts,
        stepSizes,
        plan,
        momentum,
        settings,
        symmetries,
        method);
  }
}
