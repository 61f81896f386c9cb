package org.longrun.report;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.longrun.landscape.FileFault;
import org.longrun.report.WholeFile.Content;

/**
 * Files that belong together, written all or none: each into a temporary file of its folder; only
 * when all of these are complete are they moved over their targets, one atomic step each. If a move
 * fails the earlier ones are undone, so that every target is as it was. (A machine that dies
 * between two moves leaves whole files, some of them old.)
 */
public final class WholeFiles {
  private static volatile Disk disk = new Disk() {};

  /** A target on its way: its content complete in {@code fresh}, what was there in {@code kept}. */
  private static final class Entry {
    final Path target;
    final Path folder;
    final Content content;
    @Nullable Path fresh;
    @Nullable Path kept;
    boolean moved;

    Entry(Path target, Content content) {
      this.target = target;
      Path parent = target.toAbsolutePath().getParent();
      this.folder = parent == null ? target.toAbsolutePath() : parent;
      this.content = content;
    }
  }

  private final List<Entry> entries = new ArrayList<>();

  /** Uses another disk; returns the one before. */
  static Disk use(Disk other) {
    Disk before = disk;
    disk = other;
    return before;
  }

  /** Adds a file; its content is asked for when all are written. */
  public WholeFiles add(Path target, Content content) {
    entries.add(new Entry(target, content));
    return this;
  }

  /**
   * Writes all files.
   *
   * @throws IOException if one can't be written; then none is, and what was there is as it was
   */
  public void write() throws IOException {
    try {
      for (Entry entry : entries) {
        prepare(entry);
      }
      for (Entry entry : entries) {
        keep(entry);
      }
      for (Entry entry : entries) {
        disk.move(must(entry.fresh), entry.target);
        entry.moved = true;
      }
    } catch (IOException | RuntimeException | Error failure) {
      entries.forEach(entry -> undo(entry, failure));
      throw failure;
    } finally {
      entries.forEach(WholeFiles::tidy);
    }
  }

  private static void prepare(Entry entry) throws IOException {
    try {
      disk.makeFolder(entry.folder);
      entry.fresh = disk.makeTemporary(entry.folder);
      try (OutputStream stream = disk.open(entry.fresh)) {
        entry.content.writeTo(stream);
      }
      disk.makeReadable(entry.fresh);
    } catch (IOException failure) {
      throw FileFault.of(entry.target, failure);
    }
  }

  private static void keep(Entry entry) throws IOException {
    if (Files.exists(entry.target, LinkOption.NOFOLLOW_LINKS)) {
      Path copy = disk.makeTemporary(entry.folder);
      disk.delete(copy);
      entry.kept = copy;
      disk.keep(entry.target, copy);
    }
  }

  private static void undo(Entry entry, Throwable failure) {
    if (!entry.moved) {
      return;
    }
    try {
      if (entry.kept == null) {
        disk.delete(entry.target);
      } else {
        disk.move(entry.kept, entry.target);
      }
    } catch (IOException stuck) {
      failure.addSuppressed(stuck);
      entry.kept = null; // whatever is left of the old file stays, under its temporary name
    }
  }

  private static void tidy(Entry entry) {
    delete(entry.fresh);
    delete(entry.kept);
  }

  /** What can't be deleted is left: the results are whole all the same. */
  private static void delete(@Nullable Path file) {
    try {
      if (file != null) {
        disk.delete(file);
      }
    } catch (IOException stuck) {
      // a hidden temporary file stays behind
    }
  }

  private static Path must(@Nullable Path file) {
    if (file == null) {
      throw new IllegalStateException("not prepared");
    }
    return file;
  }
}
