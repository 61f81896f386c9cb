package org.longrun.landscape;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A landscape file with numbers in it that vary: parameters, and what stands under a key, such as
 * the variance of the noise, the batch size or the momentum.
 *
 * <p>Immutable. A changed landscape is read as if the file held the other number, so that
 * everything that is checked of a file is checked of it.
 */
public final class VariedFile {
  private final LandscapeSource source;
  private final YamlNode.Mapping root;

  private VariedFile(LandscapeSource source, YamlNode.Mapping root) {
    this.source = source;
    this.root = root;
  }

  /**
   * Reads a landscape file.
   *
   * @param outside whether its data may lie outside its folder
   * @throws InputError telling the first fault
   */
  public static VariedFile read(Path path, boolean outside) {
    LandscapeSource source = LandscapeFile.source(path, outside);
    LandscapeReader.read(source);
    YamlNode root = YamlReader.read(source.text(), new Faults(source.file())).root();
    return new VariedFile(source, (YamlNode.Mapping) root);
  }

  /**
   * The landscape with other values.
   *
   * @param values by name: a parameter, a key with a number under it, or a path of keys with dots
   *     between them
   * @throws InputError if there is no such name, or several, or the landscape is wrong with a value
   */
  public Landscape with(Map<String, String> values) {
    Map<YamlNode.Scalar, String> changes = new LinkedHashMap<>();
    values.forEach((name, value) -> changes.put(scalar(name), value));
    List<YamlNode.Scalar> order = new ArrayList<>(changes.keySet());
    order.sort(Comparator.comparingInt(YamlNode.Scalar::start).reversed());
    StringBuilder text = new StringBuilder(source.text());
    for (YamlNode.Scalar each : order) {
      int from = source.text().offsetByCodePoints(0, each.start());
      int to = source.text().offsetByCodePoints(from, each.end() - each.start());
      text.replace(from, to, String.valueOf(changes.get(each)));
    }
    return LandscapeReader.read(source.with(text.toString()));
  }

  private YamlNode.Scalar scalar(String name) {
    List<YamlNode.Scalar> found = new ArrayList<>();
    if (root.get("parameters") instanceof YamlNode.Mapping parameters
        && parameters.get(name) instanceof YamlNode.Scalar parameter) {
      found.add(parameter);
    } else {
      collect(root, "", name, found);
    }
    if (found.size() == 1) {
      return found.get(0);
    }
    throw new InputError(
        source.file()
            + ": --vary "
            + PlainText.brief(name)
            + (found.isEmpty()
                ? ": neither a parameter nor a key with a number under it; write the number into the"
                    + " file first, then vary it"
                : ": several keys have this name; give the whole path, such as"
                    + " noise.gaussian.variance"));
  }

  private static void collect(
      YamlNode.Mapping mapping, String prefix, String name, List<YamlNode.Scalar> found) {
    for (YamlNode.Entry entry : mapping.entries()) {
      String path = prefix + entry.key().value();
      if (entry.value() instanceof YamlNode.Mapping inner) {
        collect(inner, path + ".", name, found);
      } else if (entry.value() instanceof YamlNode.Scalar scalar
          && (path.equals(name) || entry.key().value().equals(name))) {
        found.add(scalar);
      }
    }
  }
}
