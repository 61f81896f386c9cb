package org.longrun.graph;

import javax.xml.stream.Location;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;
import org.longrun.landscape.InputError;

/**
 * The elements of an XML document one after the other, with the place of each. Element names count
 * without the prefix that the document's own elements have; what has another one is foreign.
 */
final class XmlElements {
  /** The name of a foreign element. */
  static final String FOREIGN = "";

  private static final int DONE = -1;

  private final XMLStreamReader xml;
  private final String file;
  private String prefix = "";
  private int line = 1;
  private int column = 1;

  XmlElements(XMLStreamReader xml, String file) {
    this.xml = xml;
    this.file = file;
  }

  String file() {
    return file;
  }

  /**
   * Goes to the outermost element.
   *
   * @throws InputError if it has another name
   */
  void root(String name) throws XMLStreamException {
    nextChild();
    String raw = xml.getLocalName();
    prefix = raw.substring(0, raw.indexOf(':') + 1);
    if (!name().equals(name)) {
      throw error("the outermost element is <" + raw + ">; <" + name + "> is wanted");
    }
  }

  /** Goes to the next element inside the present one; false at its end. */
  boolean nextChild() throws XMLStreamException {
    while (xml.hasNext()) {
      Location before = xml.getLocation();
      int from = before.getLineNumber();
      int at = before.getColumnNumber() - (xml.isCharacters() ? 1 : 0);
      int event = xml.next();
      if (event == XMLStreamConstants.START_ELEMENT) {
        line = Math.max(1, from);
        column = Math.max(1, at);
        return true;
      }
      if (event == XMLStreamConstants.END_ELEMENT) {
        return false;
      }
    }
    return false;
  }

  /** The present element's name. */
  String name() {
    String raw = xml.getLocalName();
    boolean own = raw.startsWith(prefix) && raw.indexOf(':', prefix.length()) < 0;
    return own ? raw.substring(prefix.length()) : FOREIGN;
  }

  /** The present element's name with its prefix. */
  String fullName() {
    return xml.getLocalName();
  }

  /** Goes to the present element's end. */
  void skip() throws XMLStreamException {
    for (int depth = 1; depth > 0; ) {
      depth += nextChild() ? 1 : -1;
    }
  }

  /** An attribute, null if it is not there. */
  @Nullable String attribute(String name) {
    return xml.getAttributeValue(null, name);
  }

  /**
   * An attribute that must be there.
   *
   * @throws InputError if it is not, or empty
   */
  String required(String name) {
    String value = attribute(name);
    if (value == null || value.isEmpty()) {
      String fault = value == null ? " lacks the attribute " : " has an empty attribute ";
      throw error("<" + name() + ">" + fault + name);
    }
    return value;
  }

  /**
   * What an element says.
   *
   * @param own its own text, without white space at the ends
   * @param label the text of the first element inside that is called so
   */
  record Text(String own, String label) {}

  /** The present element's text and that of the first label inside; goes to its end. */
  Text text(String label) throws XMLStreamException {
    StringBuilder own = new StringBuilder();
    StringBuilder labelled = new StringBuilder();
    int labelDepth = 0;
    for (int depth = 1; depth > 0; ) {
      int event = xml.next();
      if (event == XMLStreamConstants.START_ELEMENT) {
        depth++;
        boolean first = labelDepth == 0 && xml.getLocalName().endsWith(label);
        labelDepth = first ? depth : labelDepth;
      } else if (event == XMLStreamConstants.END_ELEMENT) {
        labelDepth = depth == labelDepth ? DONE : labelDepth;
        depth--;
      } else if (xml.hasText() && (depth == 1 || depth == labelDepth)) {
        (depth == 1 ? own : labelled).append(isComment(event) ? "" : xml.getText());
      }
    }
    return new Text(own.toString().strip(), labelled.toString().strip());
  }

  private static boolean isComment(int event) {
    return event == XMLStreamConstants.COMMENT;
  }

  /** Reads what follows the outermost element: nothing but comments. */
  void end() throws XMLStreamException {
    while (xml.hasNext()) {
      xml.next();
    }
  }

  /** The place of the present element. */
  Place place() {
    return new Place(line, column);
  }

  /**
   * Where an element begins.
   *
   * @param line counted from 1
   * @param column counted from 1
   */
  record Place(int line, int column) {}

  /** An error at the present element. */
  InputError error(String problem) {
    return error(place(), problem);
  }

  InputError error(Place place, String problem) {
    return new InputError(file, place.line(), place.column(), problem);
  }
}
