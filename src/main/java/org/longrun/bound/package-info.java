/** Step 6: the closed-form bounds and how tight they are (theory, section 5). */
@NullMarked
package org.longrun.bound;

import org.jspecify.annotations.NullMarked;
