/** Monte-Carlo of SGD itself. It sees nothing of the theory: an independent witness. */
@NullMarked
package org.longrun.simulate;

import org.jspecify.annotations.NullMarked;
