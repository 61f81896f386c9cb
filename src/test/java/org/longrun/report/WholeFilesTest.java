package org.longrun.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WholeFilesTest {
  @TempDir Path folder;

  private boolean write(String text) {
    try {
      new WholeFiles()
          .add(folder.resolve("a.json"), WholeFile.text("a " + text))
          .add(folder.resolve("b.dot"), stream -> stream.write('b'))
          .add(folder.resolve("c.html"), WholeFile.text("c " + text))
          .write();
      return true;
    } catch (IOException expected) {
      return false;
    }
  }

  private Map<String, String> contents() {
    Map<String, String> contents = new TreeMap<>();
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.toList()) {
        contents.put(file.getFileName().toString(), Files.readString(file));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return contents;
  }

  @Test
  void allOrNoneWhicheverCallFails() {
    int failures = 0;
    while (!FaultyDisk.during(failures + 1, true, () -> write("new")).value()) {
      assertThat(contents()).isEmpty();
      failures++;
    }
    assertThat(failures).isGreaterThan(15);
    assertThat(contents()).containsOnlyKeys("a.json", "b.dot", "c.html");
  }

  @Test
  void theOldFilesStayWhicheverCallFails() throws IOException {
    Files.writeString(folder.resolve("a.json"), "old");
    Files.writeString(folder.resolve("c.html"), "old");
    Map<String, String> before = contents();
    int failures = 0;
    while (!FaultyDisk.during(failures + 1, false, () -> write("new")).value()) {
      assertThat(contents()).isEqualTo(before);
      failures++;
    }
    assertThat(failures).isGreaterThan(20);
    assertThat(contents()).containsEntry("a.json", "a new").containsEntry("b.dot", "b");
  }

  @Test
  void aFolderInTheLastPlaceLeavesTheFirstAsTheyWere() throws IOException {
    Files.writeString(folder.resolve("a.json"), "old");
    Path inTheWay = Files.createDirectories(folder.resolve("c.html/x"));
    assertThat(write("new")).isFalse();
    assertThat(folder.resolve("a.json")).hasContent("old");
    assertThat(folder.resolve("b.dot")).doesNotExist();
    assertThat(inTheWay).isDirectory();
    try (Stream<Path> files = Files.list(folder)) {
      assertThat(files).hasSize(2);
    }
  }

  @Test
  void whatIsThrownWhileWritingLeavesNothing() throws IOException {
    WholeFiles files =
        new WholeFiles()
            .add(folder.resolve("a"), WholeFile.text("a"))
            .add(
                folder.resolve("b"),
                stream -> {
                  throw new OutOfMemoryError();
                });
    assertThat(org.assertj.core.api.Assertions.catchThrowable(files::write))
        .isInstanceOf(OutOfMemoryError.class);
    assertThat(contents()).isEmpty();
  }
}
