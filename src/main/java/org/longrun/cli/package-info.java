/** The command line: the only package that prints. */
@NullMarked
package org.longrun.cli;

import org.jspecify.annotations.NullMarked;
