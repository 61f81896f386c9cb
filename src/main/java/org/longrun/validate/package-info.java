/** Prediction against simulation: Arrhenius fits, occupation against Gibbs weights, verdicts. */
@NullMarked
package org.longrun.validate;

import org.jspecify.annotations.NullMarked;
