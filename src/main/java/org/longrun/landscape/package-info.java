/**
 * The loss f and all that a landscape file says: formulas parsed, differentiated exactly and
 * compiled; the domain, the noise's description, targets, starts, step sizes, settings.
 *
 * <p>Steps: read the file (YAML, positions kept) → check it against the schema → parse the formulas
 * → differentiate → compile → {@code Landscape}.
 */
@NullMarked
package org.longrun.landscape;

import org.jspecify.annotations.NullMarked;
