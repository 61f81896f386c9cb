/**
 * The loss f and all that a landscape file says: formulas parsed, differentiated exactly and
 * compiled; the domain, the noise's description, targets, starts, step sizes, settings.
 *
 * <p>From a file to a {@code Landscape}, all in {@code LandscapeReader}:
 *
 * <ol>
 *   <li>{@code YamlReader}: bytes → nodes with their places;
 *   <li>{@code SchemaCheck}: which keys there are and what kind of value each takes;
 *   <li>{@code NameReader}, {@code DataReader}: variables, parameters, data columns;
 *   <li>{@code LossReader}: f, from an objective, from a loss over data ({@code FormulaRisk}), or
 *       from a network ({@code NetworkRisk});
 *   <li>{@code BoxReader}, {@code NoiseReader}, {@code QuestionReader}: domain, noise, and what is
 *       asked;
 *   <li>{@code NoiseCheck}: what only evaluation shows, a negative variance above all.
 * </ol>
 *
 * <p>What is wrong on the way is gathered in {@code Faults}; the first in the file's order is told,
 * as an {@code InputError}.
 */
@NullMarked
package org.longrun.landscape;

import org.jspecify.annotations.NullMarked;
