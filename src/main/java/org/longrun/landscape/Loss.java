package org.longrun.landscape;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a file says of f.
 *
 * @param names the variables, and what else formulas may speak of
 * @param formula f as written
 * @param objective f; null where a fault hides it
 * @param risk the finite sum behind f; null where there is none
 * @param symmetries what leaves f unchanged
 */
record Loss(
    Names names,
    String formula,
    @Nullable ScalarField objective,
    @Nullable EmpiricalRisk risk,
    List<SignedPermutation> symmetries) {
  /** A loss hidden by a fault. */
  static Loss unknown(Names names) {
    return new Loss(names, "", null, null, List.of());
  }
}
