/**
 * What an analysis leaves behind: JSON, DOT, GraphML, CSV, tables, a self-contained HTML page and
 * figures.
 *
 * <p>The page ({@link org.longrun.report.HtmlReport}), step by step:
 *
 * <ol>
 *   <li>{@code Findings}: the results' JSON, typed;
 *   <li>{@code Views}, {@code FieldSampler}, {@code PathProfile}, {@code GraphLayout}: what
 *       pictures need and the results do not say, sampled into {@code PageData};
 *   <li>{@code Narrative}, {@code EnergyStory}, {@code HittingStory}, {@code SimulationStory},
 *       {@code ResultTables}, {@code Reproduction}: the text that is read without a script, every
 *       variable part escaped by {@code Markup};
 *   <li>{@code Bundle}, {@code Template}: style, scripts, the plotting library and the data, packed
 *       into one file under a content security policy that admits nothing else.
 * </ol>
 *
 * <p>{@link org.longrun.report.IndexPage} compares several analyses; {@link
 * org.longrun.report.Figures} draws the page's pictures as SVG without a browser.
 */
@NullMarked
package org.longrun.report;

import org.jspecify.annotations.NullMarked;
