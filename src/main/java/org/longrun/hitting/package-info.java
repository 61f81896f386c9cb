/**
 * Step 5: hitting exponents J(i), J(x), Freidlin's cycles and eigenvalue exponents (theory, section
 * 4).
 */
@NullMarked
package org.longrun.hitting;

import org.jspecify.annotations.NullMarked;
