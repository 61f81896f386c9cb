package org.longrun.validate;

/**
 * The distance between the law of x_t and the predicted stationary density, over bins (formats,
 * section 4).
 *
 * @param stepSize η
 * @param iteration t
 * @param totalVariation ½ Σ |p − q|
 * @param kullbackLeibler Σ p log(p/q) of the empirical p against the predicted q
 * @param noiseFloor the total variation that a sample of this size of q itself would show on
 *     average
 */
public record Distance(
    double stepSize,
    long iteration,
    double totalVariation,
    double kullbackLeibler,
    double noiseFloor) {}
