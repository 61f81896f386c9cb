package org.longrun.graph;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import javax.xml.stream.Location;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.longrun.landscape.InputError;

/**
 * GraphML: {@code node} and {@code edge} elements, the cost in the data whose key is named {@code
 * cost}, {@code B} or {@code weight}, in any case, else a label that is a number; undirected edges
 * go both ways. A node's {@code value} and {@code kind} are kept, other data passed over, and so
 * are ports and what programs add of their own. Nodes of nested graphs are vertices as any other;
 * the node that holds them is one if an edge touches it. One graph a file, and no hyperedges.
 * Document types and external entities are not read.
 *
 * <p>U. Brandes, M. Eiglsperger, J. Lerner, C. Pich, Graph Markup Language, in: Handbook of Graph
 * Drawing and Visualization (2013), chapter 16.
 */
final class GraphMlFormat implements NetworkFormat {
  @Override
  public List<String> read(InputStream bytes, String file, TransitionGraphBuilder builder)
      throws IOException {
    try {
      XMLStreamReader xml = factory().createXMLStreamReader(bytes);
      return new GraphMlReader(new XmlElements(xml, file), builder).read();
    } catch (XMLStreamException e) {
      if (e.getNestedException() instanceof IOException unreadable
          && !(unreadable instanceof java.io.CharConversionException)) {
        throw unreadable;
      }
      throw syntax(file, e);
    }
  }

  /** Without name spaces: files of the wild declare them wrongly, or not at all. */
  private static XMLInputFactory factory() {
    XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    factory.setProperty(XMLInputFactory.IS_NAMESPACE_AWARE, false);
    return factory;
  }

  private static InputError syntax(String file, XMLStreamException e) {
    Location place = e.getLocation();
    String message = e.getMessage() == null ? "" : e.getMessage();
    String last = message.substring(message.lastIndexOf("Message: ") + 1).replace("essage: ", "");
    String problem = "no well-formed GraphML: " + last;
    return place == null
        ? new InputError(file + ": " + problem)
        : new InputError(
            file, place.getLineNumber(), Math.max(1, place.getColumnNumber()), problem);
  }
}
