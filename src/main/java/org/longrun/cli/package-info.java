/**
 * The command line: the only package that prints.
 *
 * <ol>
 *   <li>{@link org.longrun.cli.Main} hands the arguments to a command by {@code CommandFactory},
 *       and turns what a command throws into one line and an {@code ExitStatus};
 *   <li>the commands {@code analyze}, {@code check}, {@code cost}, {@code bounds}, {@code graph},
 *       {@code simulate}, {@code sweep}, {@code merge}, {@code list}, {@code schema}, {@code
 *       completion}: each reads its files ({@code LandscapeOptions}, {@code GraphFileOptions}),
 *       asks {@code analysis} or {@code validate}, and hands the result to {@code report};
 *   <li>{@code OutputOptions} say where files go; {@code Terminal} prints: results to standard
 *       output, progress to standard error if it is a terminal.
 * </ol>
 */
@NullMarked
package org.longrun.cli;

import org.jspecify.annotations.NullMarked;
