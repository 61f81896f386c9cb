/**
 * Kernels on weighted digraphs: minimum spanning in-arborescences for all roots at once by
 * event-ordered contraction, in-forests, their certificates, counting and listing.
 */
@NullMarked
package org.longrun.arborescence;

import org.jspecify.annotations.NullMarked;
