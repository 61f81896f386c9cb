package org.longrun.landscape;

import java.util.List;
import org.longrun.numerics.Point;

/**
 * What a file asks of its landscape; the components are those of {@link Landscape}.
 *
 * @param target Q
 * @param starts where J(x) is wanted
 * @param stepSizes η
 * @param simulation how Monte-Carlo runs are made
 * @param momentum β
 * @param settings every numerical setting
 */
record Questions(
    Target target,
    List<Point> starts,
    List<Double> stepSizes,
    SimulationPlan simulation,
    double momentum,
    Settings settings) {}
