package org.longrun.hitting;

/**
 * The exponent L of a non-zero eigenvalue of the generator with rates exp(−B/η): |λ| = exp(−L/η).
 *
 * @param exponent L
 * @param dying the main vertex of the attractor that stops being one on the time scale exp(L/η)
 * @param absorbedBy the main vertex of the attractor that takes it in
 */
public record EigenvalueExponent(double exponent, int dying, int absorbedBy) {}
