package org.longrun.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class BundleTest {
  @Test
  void theHashWrittenDownIsThatOfTheLibrary() {
    assertThat(Bundle.libraryHash()).isEqualTo(Bundle.hash(Bundle.librarySource()));
  }
}
