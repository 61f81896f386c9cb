package org.longrun.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class TextTableTest {
  @Test
  void numbersAreAlignedOnTheirPoints() {
    String table = new TextTable("id", "cost").row("K1", "12.5").row("K2", "3.25").render();
    assertThat(table).isEqualTo("  id   cost\n  K1  12.5\n  K2   3.25\n");
  }

  @Test
  void wordsAreAlignedToTheLeft() {
    String table = new TextTable("kind", "x").row("minimum", "∞").row("saddle", "1").render();
    assertThat(table).isEqualTo("  kind     x\n  minimum  ∞\n  saddle   1\n");
  }

  @Test
  void aRowOfTheWrongLengthIsRefused() {
    assertThatThrownBy(() -> new TextTable("a", "b").row("1"))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
