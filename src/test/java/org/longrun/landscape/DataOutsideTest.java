package org.longrun.landscape;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A landscape of a stranger names files of its own folder only, and repeats little of them. */
class DataOutsideTest {
  private static final String LANDSCAPE =
      "variables: [a]\ndata: %s\nloss: (a - u)^2/2\nnoise: {finite-sum: {batch: 1}}\n"
          + "domain: {a: [-3, 3]}\n";

  @TempDir Path folder;

  private Path landscape(String data) throws IOException {
    Path inner = Files.createDirectories(folder.resolve("inner"));
    return Files.writeString(inner.resolve("risk.yaml"), LANDSCAPE.formatted(data));
  }

  @Test
  void onlyIfThatIsAllowed() throws IOException {
    Path data = Files.writeString(folder.resolve("points.csv"), "u\n1\n2\n");
    Path inside = Files.createDirectories(folder.resolve("inner/data"));
    Files.copy(data, inside.resolve("points.csv"));
    Files.createSymbolicLink(inside.resolve("link.csv"), data);
    assertThat(LandscapeFile.read(landscape("data/points.csv")).dimension()).isEqualTo(1);
    assertThat(LandscapeFile.read(landscape("data/../data/points.csv")).dimension()).isEqualTo(1);
    for (String outside : new String[] {"../points.csv", data.toString(), "data/link.csv"}) {
      Path file = landscape(outside);
      assertThatThrownBy(() -> LandscapeFile.read(file))
          .isInstanceOf(InputError.class)
          .hasMessageContaining("risk.yaml:2:7: ")
          .hasMessageContaining("--allow-outside");
      assertThat(LandscapeFile.read(file, true).dimension()).isEqualTo(1);
    }
  }

  @Test
  void linesAreRepeatedUpTo40Characters() throws IOException {
    String secret = "root:x:0:0:the administrator of this machine:/root:/bin/sh";
    Path inner = Files.createDirectories(folder.resolve("inner"));
    Files.writeString(inner.resolve("p.csv"), "u\n" + secret + "\n");
    Path file = landscape("p.csv");
    assertThatThrownBy(() -> LandscapeFile.read(file))
        .hasMessageContaining(secret.substring(0, 40) + "…")
        .hasMessageNotContaining(secret.substring(0, 41));
    Path key = Files.writeString(inner.resolve("key.yaml"), "a".repeat(80) + ": 1\n");
    assertThatThrownBy(() -> LandscapeFile.read(key))
        .hasMessageContaining("unknown key '" + "a".repeat(40) + "…'");
  }
}
