/**
 * Step 1: the critical components K_1 … K_N of f in the domain, how complete their list is, and the
 * gradient flow that assigns points to them (theory, section 2).
 */
@NullMarked
package org.longrun.critical;

import org.jspecify.annotations.NullMarked;
