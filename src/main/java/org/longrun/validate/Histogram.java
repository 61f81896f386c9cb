package org.longrun.validate;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The density of the iterates in the long run, in all variables (d ≤ 2) or one (formats, section
 * 4).
 *
 * @param stepSize η
 * @param axes the variables' names
 * @param edges the bins' edges, an ascending list for each axis
 * @param density per unit of length or area; rows run along the first axis; a single row for one
 *     axis
 * @param predicted the stationary density, likewise; null where it has no closed form
 */
public record Histogram(
    double stepSize,
    List<String> axes,
    List<List<Double>> edges,
    List<List<Double>> density,
    @Nullable List<List<Double>> predicted) {}
