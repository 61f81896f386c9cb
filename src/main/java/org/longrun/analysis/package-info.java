/** The whole analysis: the only package that knows the order of the stages. */
@NullMarked
package org.longrun.analysis;

import org.jspecify.annotations.NullMarked;
