package org.longrun.landscape;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.events.AliasEvent;
import org.yaml.snakeyaml.events.CollectionStartEvent;
import org.yaml.snakeyaml.events.Event;
import org.yaml.snakeyaml.events.NodeEvent;
import org.yaml.snakeyaml.events.ScalarEvent;
import org.yaml.snakeyaml.events.SequenceStartEvent;

/**
 * YAML text → nodes with places. Strict: one document, no duplicate keys, no tags; an alias counts
 * as often as it is used.
 */
final class YamlReader {
  private static final int DEEPEST = 30;
  private static final int MOST_ALIASED_NODES = 10_000;
  private static final YamlNode NOTHING = new YamlNode.Scalar(Place.START, "", true, 0, 0);
  private static final String QUOTE_HINT =
      "; a formula or text with ', ' or ': ' or ' #' or brackets in it needs quotes";

  private final SourceText source;
  private final Faults faults;
  private final Iterator<Event> events;
  private final Map<String, YamlNode> anchors = new HashMap<>();
  private final Map<String, Integer> sizes = new HashMap<>();
  private int nodes;
  private int aliased;
  private int depth;
  private int flow;

  private YamlReader(String text, Faults faults) {
    source = new SourceText(text);
    this.faults = faults;
    LoaderOptions options = new LoaderOptions();
    options.setCodePointLimit(Integer.MAX_VALUE);
    options.setNestingDepthLimit(DEEPEST);
    events = new Yaml(options).parse(new StringReader(text)).iterator();
  }

  /** A file's only document and its characters. */
  record Document(YamlNode root, SourceText source) {}

  /**
   * Reads a file's only document.
   *
   * @throws InputError if it is none
   */
  static Document read(String text, Faults faults) {
    try {
      YamlReader reader = new YamlReader(text, faults);
      return new Document(reader.document(), reader.source);
    } catch (MarkedYAMLException invalid) {
      throw explained(invalid, new SourceText(text), faults);
    } catch (YAMLException invalid) {
      throw faults.fatal(
          Place.START, "this is not a text file that YAML allows; write plain text in UTF-8");
    }
  }

  private static InputError explained(
      MarkedYAMLException invalid, SourceText source, Faults faults) {
    String problem = String.valueOf(invalid.getProblem());
    String context = String.valueOf(invalid.getContext());
    if (context.contains("quoted scalar")) {
      return faults.fatal(
          place(invalid.getContextMark(), source),
          "the text that begins here has no closing quote");
    }
    if (problem.contains("could not find expected ':'")) {
      return faults.fatal(
          place(invalid.getContextMark(), source), "a line must be key: value; ': ' is missing");
    }
    int index = index(invalid.getProblemMark(), source);
    Place place = source.place(index);
    if (source.at(index) == '\t') {
      return faults.fatal(place, "a tab cannot stand here; indent with spaces");
    }
    if (problem.contains("mapping values are not allowed")) {
      return faults.fatal(place, "': ' cannot stand inside a value" + QUOTE_HINT);
    }
    if (problem.contains("Nesting Depth")) {
      return faults.fatal(place, "lists and mappings are nested more than " + DEEPEST + " deep");
    }
    return faults.fatal(place, "not valid YAML: " + problem + QUOTE_HINT);
  }

  private static int index(@Nullable Mark mark, SourceText source) {
    return mark == null ? 0 : Math.min(mark.getIndex(), source.length());
  }

  private static Place place(@Nullable Mark mark, SourceText source) {
    return source.place(index(mark, source));
  }

  private YamlNode document() {
    events.next();
    YamlNode root =
        events.next().is(Event.ID.StreamEnd) ? NOTHING : node((NodeEvent) events.next());
    if (root instanceof YamlNode.Scalar scalar && PlainScalar.isNull(scalar)) {
      throw faults.fatal(
          Place.START,
          "the file is empty; a landscape needs variables, objective, noise and domain");
    }
    events.next();
    Event end = events.next();
    if (!end.is(Event.ID.StreamEnd)) {
      throw faults.fatal(
          place(end), "a second document begins here; a landscape file holds one: remove '---'");
    }
    return root;
  }

  private Place place(Event event) {
    return place(event.getStartMark(), source);
  }

  private YamlNode node(NodeEvent event) {
    if (event instanceof AliasEvent alias) {
      return aliased(alias);
    }
    int before = nodes++;
    refuseTag(event);
    String anchor = event.getAnchor();
    YamlNode node = event instanceof ScalarEvent scalar ? scalar(scalar) : collection(event);
    if (anchor != null) {
      anchors.put(anchor, node);
      sizes.put(anchor, nodes - before);
    }
    return node;
  }

  private void refuseTag(NodeEvent event) {
    String tag = tag(event);
    if (tag != null) {
      throw faults.fatal(place(event), "tags (" + tag + ") have no meaning here; remove it");
    }
  }

  private static @Nullable String tag(NodeEvent event) {
    if (event instanceof ScalarEvent scalar) {
      return scalar.getTag();
    }
    return ((CollectionStartEvent) event).getTag();
  }

  private YamlNode aliased(AliasEvent alias) {
    YamlNode node = anchors.get(alias.getAnchor());
    if (node == null) {
      throw faults.fatal(
          place(alias),
          "'*"
              + alias.getAnchor()
              + "' refers to nothing; a value that begins with * needs quotes");
    }
    int size = sizes.getOrDefault(alias.getAnchor(), 1);
    nodes += size;
    aliased += size;
    if (aliased > MOST_ALIASED_NODES) {
      throw faults.fatal(place(alias), "aliases multiply here; write the values out");
    }
    return node;
  }

  private YamlNode.Scalar scalar(ScalarEvent event) {
    int start = event.getStartMark().getIndex();
    int end = Math.min(event.getEndMark().getIndex(), source.length());
    int begin = event.getAnchor() == null ? start : skipAnchor(start, event.getAnchor());
    if (flow > 0 && event.isPlain()) {
      refuseCutFormula(event.getValue(), end);
    }
    return new YamlNode.Scalar(source.place(begin), event.getValue(), event.isPlain(), begin, end);
  }

  private int skipAnchor(int start, String anchor) {
    return source.skipBlanks(start + 1 + anchor.codePointCount(0, anchor.length()));
  }

  /** In {…} and […] a comma ends a value, so max(x, y) falls apart. */
  private void refuseCutFormula(String value, int end) {
    long open = value.chars().filter(c -> c == '(' || c == '[').count();
    long closed = value.chars().filter(c -> c == ')' || c == ']').count();
    int next = source.skipBlanks(end);
    if (open > closed && (source.at(next) == ',' || source.at(next) == '[')) {
      throw faults.fatal(
          source.place(next),
          "inside {…} and […] this '"
              + (char) source.at(next)
              + "' is YAML's, not the formula's; put the formula in quotes");
    }
  }

  private YamlNode collection(NodeEvent event) {
    boolean inFlow = ((CollectionStartEvent) event).isFlow();
    if (++depth > DEEPEST) {
      throw faults.fatal(
          place(event), "lists and mappings are nested more than " + DEEPEST + " deep");
    }
    flow += inFlow ? 1 : 0;
    YamlNode node = event instanceof SequenceStartEvent ? sequence(event) : mapping(event);
    flow -= inFlow ? 1 : 0;
    depth--;
    return node;
  }

  private YamlNode sequence(NodeEvent start) {
    List<YamlNode> items = new ArrayList<>();
    for (Event event = events.next(); !event.is(Event.ID.SequenceEnd); event = events.next()) {
      items.add(node((NodeEvent) event));
    }
    return new YamlNode.Sequence(place(start), items);
  }

  private YamlNode mapping(NodeEvent start) {
    List<YamlNode.Entry> entries = new ArrayList<>();
    Set<String> keys = new HashSet<>();
    for (Event event = events.next(); !event.is(Event.ID.MappingEnd); event = events.next()) {
      if (!(node((NodeEvent) event) instanceof YamlNode.Scalar key)) {
        throw faults.fatal(place(event), "a key must be a word, not a list or mapping");
      }
      YamlNode value = node((NodeEvent) events.next());
      if (keys.add(key.value())) {
        entries.add(new YamlNode.Entry(key, value));
      } else {
        faults.add(key.place(), "the key '" + key.value() + "' stands here twice; remove one");
      }
    }
    return new YamlNode.Mapping(place(start), entries);
  }
}
