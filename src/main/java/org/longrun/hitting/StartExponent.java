package org.longrun.hitting;

import org.longrun.numerics.Point;

/**
 * J(x) = max over i ∉ Q of [J(i) − B(x, i)]₊ for a point x (theory, section 4).
 *
 * @param x the point
 * @param exponent what SGD feels from x: {@code passing} or {@code avoiding}, by the graph; NaN,
 *     like those two, where it is not known because the descent from x reaches no component
 * @param avoiding J(x) with paths that keep away from the target
 * @param passing J(x) with paths that may pass through it
 * @param component the vertex that attains the maximum, the first of those within 10⁻⁹; −1 if J(x)
 *     = 0
 * @param basin the vertex where the descent from x ends; −1 if it leaves the domain or reaches none
 */
public record StartExponent(
    Point x, double exponent, double avoiding, double passing, int component, int basin) {}
