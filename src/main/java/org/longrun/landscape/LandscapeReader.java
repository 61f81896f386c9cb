package org.longrun.landscape;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The nodes of a landscape file → {@link Landscape}, or the first fault. */
final class LandscapeReader {
  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9._-]{1,100}");

  /** Names whose results would be called like other results: the list of reports, a simulation. */
  private static final Pattern RESERVED =
      Pattern.compile(
          "index|.*\\.(simulation|diffusion|graph|network|sweep)", Pattern.CASE_INSENSITIVE);

  private final YamlNode.Mapping root;
  private final LandscapeSource file;
  private final Faults faults;
  private final FormulaReader formulas;

  private LandscapeReader(YamlNode.Mapping root, SourceText source, LandscapeSource file) {
    this.root = root;
    this.file = file;
    faults = file.faults();
    formulas = new FormulaReader(source, faults);
  }

  /**
   * Reads a landscape.
   *
   * @throws InputError telling the first fault
   */
  static Landscape read(LandscapeSource file) {
    Faults faults = file.faults();
    YamlReader.Document document = YamlReader.read(file.text(), faults);
    SchemaCheck.check(document.root(), faults);
    if (!(document.root() instanceof YamlNode.Mapping root)) {
      faults.raise();
      throw new IllegalStateException("the schema wants a mapping");
    }
    return new LandscapeReader(root, document.source(), file).landscape();
  }

  private Landscape landscape() {
    NameRules rules = new NameRules(faults);
    Names read = new NameReader(root, formulas, faults, rules).read();
    Loss loss = new LossReader(root, file, formulas, rules).read(read);
    if (loss.names().variables().isEmpty()) {
      faults.raise();
    }
    BoxReader boxes = new BoxReader(loss.names(), formulas, faults);
    Domain domain = boxes.domain(root.get("domain"));
    NoiseDescription noise = noise(loss);
    Questions questions = new QuestionReader(root, boxes, formulas, faults).read(domain);
    String name = name();
    faults.raise();
    if (loss.objective() == null || domain == null || noise == null) {
      throw new IllegalStateException("something is missing without a fault");
    }
    check(loss, domain, noise);
    TrainingMethod method = new MethodReader(root, faults).read(noise);
    NoiseDescription felt = MethodReader.felt(method, noise);
    return new Landscape(
        name,
        text("description"),
        loss.names().variables(),
        loss.formula(),
        loss.objective(),
        felt,
        domain,
        questions.target(),
        questions.starts(),
        questions.stepSizes(),
        questions.simulation(),
        questions.momentum(),
        questions.settings(),
        Symmetries.kept(loss.symmetries(), domain, felt),
        method);
  }

  private @Nullable NoiseDescription noise(Loss loss) {
    YamlNode node = root.get("noise");
    if (node == null && root.get("loss") == null && root.get("mlp") == null) {
      if (root.hasOrMisspells("noise")) {
        return null;
      }
      faults.add(root.place(), "the key 'noise' is missing; add noise: {gaussian: {variance: 1}}");
      return null;
    }
    NoiseReader reader =
        new NoiseReader(loss.names(), formulas, faults, loss.objective(), loss.risk());
    if (node == null) {
      return reader.finiteSumByDefault();
    }
    if (!(node instanceof YamlNode.Mapping mapping)) {
      return null;
    }
    if (mapping.get("finite-sum") != null && root.get("objective") != null) {
      faults.add(
          mapping.placeOf("finite-sum"),
          "finite-sum noise needs loss and data, or mlp and data, in place of objective");
      return null;
    }
    return reader.read(mapping);
  }

  private String name() {
    YamlNode.Scalar scalar = root.get("name") instanceof YamlNode.Scalar given ? given : null;
    String name = scalar == null ? file.baseName() : scalar.value();
    Place place = scalar == null ? Place.START : scalar.place();
    if (scalar != null && !NAME.matcher(name).matches()) {
      faults.add(
          place,
          "a name has letters, digits, '.', '_' and '-' only (at most 100), not " + scalar.shown());
    }
    if (RESERVED.matcher(name).matches()) {
      faults.add(
          place,
          "results are called '"
              + PlainText.brief(name)
              + "' for another purpose; name the landscape otherwise, not 'index' and not ending in"
              + " .simulation, .diffusion, .graph or .network");
    }
    return name;
  }

  private String text(String key) {
    return root.get(key) instanceof YamlNode.Scalar scalar ? scalar.value().strip() : "";
  }

  /** What only evaluation shows. */
  private void check(Loss loss, Domain domain, NoiseDescription noise) {
    int samples = loss.risk() == null ? 1 : loss.risk().samples();
    NoiseCheck check = new NoiseCheck(domain, faults, samples);
    String kind =
        List.of("objective", "loss", "mlp").stream()
            .filter(key -> root.get(key) != null)
            .findFirst()
            .orElse("objective");
    if (loss.objective() != null) {
      check.objective(loss.objective(), valuePlace(root, kind));
    }
    faults.raise();
    if (root.get("noise") instanceof YamlNode.Mapping mapping
        && mapping.entries().get(0).value() instanceof YamlNode.Mapping model) {
      check(check, noise, model);
    }
    faults.raise();
  }

  private static void check(NoiseCheck check, NoiseDescription noise, YamlNode.Mapping model) {
    if (noise instanceof NoiseDescription.Isotropic isotropic) {
      boolean matrix = model.get("covariance") != null;
      Place place = matrix ? entryPlaces(model).get(0) : valuePlace(model, "variance");
      check.size(isotropic.variance(), matrix ? "covariance" : "variance", place);
    } else if (noise instanceof NoiseDescription.Uniform uniform) {
      check.size(uniform.halfWidth(), "half-width", valuePlace(model, "half-width"));
    } else if (noise instanceof NoiseDescription.Rademacher rademacher) {
      check.size(rademacher.scale(), "scale", valuePlace(model, "scale"));
    } else if (noise instanceof NoiseDescription.Anisotropic anisotropic) {
      check.covariance(anisotropic.covariance(), entryPlaces(model));
    }
  }

  private static Place valuePlace(YamlNode.Mapping mapping, String key) {
    YamlNode node = mapping.get(key);
    return node == null ? mapping.place() : node.place();
  }

  private static List<Place> entryPlaces(YamlNode.Mapping model) {
    List<Place> places = new ArrayList<>();
    if (model.get("covariance") instanceof YamlNode.Sequence rows) {
      for (YamlNode row : rows.items()) {
        if (row instanceof YamlNode.Sequence entries) {
          entries.items().forEach(entry -> places.add(entry.place()));
        }
      }
    }
    return places;
  }
}
