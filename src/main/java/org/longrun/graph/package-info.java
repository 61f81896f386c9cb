/** Step 3: the transition graph, and networks read from files in its place (theory, section 3). */
@NullMarked
package org.longrun.graph;

import org.jspecify.annotations.NullMarked;
