/**
 * Step 4: energies E_i with their in-arborescences, ground states and Gibbs weights (theory,
 * section 3).
 */
@NullMarked
package org.longrun.energy;

import org.jspecify.annotations.NullMarked;
