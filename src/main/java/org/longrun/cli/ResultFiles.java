package org.longrun.cli;

import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.function.Supplier;
import org.longrun.report.WholeFile;
import org.longrun.report.WholeFiles;

/** The files of one landscape's or network's results, NAME with one suffix each: all or none. */
final class ResultFiles {
  private final Path folder;
  private final String name;
  private final WholeFiles files = new WholeFiles();

  ResultFiles(Path folder, String name) {
    this.folder = folder;
    this.name = name;
  }

  /** Text that is written as it is made. */
  @FunctionalInterface
  interface Text {
    void writeTo(Writer writer) throws IOException;
  }

  String name() {
    return name;
  }

  ResultFiles add(String suffix, WholeFile.Content content) {
    files.add(folder.resolve(name + suffix), content);
    return this;
  }

  ResultFiles addText(String suffix, Text content) {
    return add(
        suffix,
        stream -> {
          Writer text = new OutputStreamWriter(stream, StandardCharsets.UTF_8);
          content.writeTo(text);
          text.flush();
        });
  }

  /** A page, made when it is written. */
  ResultFiles addPage(Supplier<String> page) {
    return add(".html", stream -> stream.write(page.get().getBytes(StandardCharsets.UTF_8)));
  }

  /** Writes what was added. */
  void write() throws IOException {
    files.write();
  }
}
