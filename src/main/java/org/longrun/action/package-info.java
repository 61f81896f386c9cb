/**
 * Step 2: the action S[γ], least paths and the costs B_ij of every transition (theory, section 2).
 */
@NullMarked
package org.longrun.action;

import org.jspecify.annotations.NullMarked;
