package org.longrun.landscape;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PlainTextTest {
  @Test
  void nothingThatMovesTheCursorOrTurnsTheWriting() {
    String text = "a\u001b[2Jb\u202Ec\u2066d\u200Fe\u0007f\u009bg\u061ch\u2028i\r\nj\tk";
    assertThat(PlainText.line(text)).isEqualTo("a?[2Jb?c?d?e?f?g?h i  j k");
    assertThat(PlainText.lines("a\nb\u001b\rc")).isEqualTo("a\nb??c");
    assertThat(PlainText.line("ü→日本👍🏽")).isEqualTo("ü→日本👍🏽");
  }

  @Test
  void longTextIsCutBetweenCharacters() {
    assertThat(PlainText.brief("a".repeat(40))).isEqualTo("a".repeat(40));
    assertThat(PlainText.brief("a".repeat(39) + "👍👍")).isEqualTo("a".repeat(39) + "…");
    assertThat(PlainText.middleCut("ab".repeat(50), 20))
        .hasSize(20)
        .startsWith("ab")
        .endsWith("ab");
  }

  @Test
  void anErrorIsOneHarmlessLineWhateverItTells() {
    InputError error =
        new InputError("x\u202E.csv", 3, 4, "'\u001b[31m\n" + "y".repeat(9999) + "' end");
    assertThat(error.getMessage()).startsWith("x?.csv:3:4: '?[31m y").endsWith("' end");
    assertThat(error.getMessage()).hasSizeLessThan(650).doesNotContain("\n");
  }
}
