package org.longrun.report;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import javax.imageio.ImageIO;

/** An SVG drawing in the making: pixels from the upper left corner, colours as on paper. */
final class Svg {
  /** Black on paper; a page may give the drawing another colour. */
  static final String INK = "currentColor";

  static final String SOFT = "#555d66";
  static final String LINE = "#c9ced4";
  static final String BLUE = "#0072b2";
  static final String VERMILION = "#c04f00";
  static final String PURPLE = "#8a3b8f";
  static final String GREY = "#5a6068";
  static final String[] SERIES = {
    BLUE, VERMILION, PURPLE, GREY, "#117733", "#88ccee", "#ddcc77", "#882255", "#44aa99", "#332288"
  };

  private final StringBuilder body = new StringBuilder();
  private final int width;
  private final int height;

  Svg(int width, int height) {
    this.width = width;
    this.height = height;
  }

  int width() {
    return width;
  }

  int height() {
    return height;
  }

  /** The colour of a kind of component. */
  static String colour(String kind) {
    return switch (kind) {
      case "minimum", "vertex" -> BLUE;
      case "saddle" -> VERMILION;
      case "maximum" -> PURPLE;
      default -> GREY;
    };
  }

  void line(double x1, double y1, double x2, double y2, String style) {
    path("M" + at(x1, y1) + "L" + at(x2, y2), "fill:none;" + style);
  }

  void polyline(List<double[]> points, String style) {
    StringBuilder d = new StringBuilder();
    for (double[] p : points) {
      d.append(d.isEmpty() ? "M" : "L").append(at(p[0], p[1]));
    }
    path(d.toString(), "fill:none;stroke-linejoin:round;" + style);
  }

  /** The head of an arrow that comes from one point and ends at another. */
  void arrowHead(double[] from, double[] tip, String colour) {
    double length = Math.max(1e-9, Math.hypot(tip[0] - from[0], tip[1] - from[1]));
    double ux = (tip[0] - from[0]) / length;
    double uy = (tip[1] - from[1]) / length;
    double[] base = {tip[0] - 9 * ux, tip[1] - 9 * uy};
    polyline(
        List.of(
            new double[] {base[0] - 4 * uy, base[1] + 4 * ux},
            tip,
            new double[] {base[0] + 4 * uy, base[1] - 4 * ux}),
        "stroke:" + colour + ";stroke-width:1.4");
  }

  void path(String d, String style) {
    body.append("<path d=\"").append(d).append("\" style=\"").append(style).append("\"/>\n");
  }

  /** Path data moved to a place. */
  void group(double x, double y, String d, String style) {
    body.append("<g transform=\"translate(").append(at(x, y)).append(")\">");
    path(d, style);
    body.append("</g>\n");
  }

  void rectangle(double x, double y, double w, double h, String style) {
    body.append("<rect x=\"").append(round(x)).append("\" y=\"").append(round(y));
    body.append("\" width=\"").append(round(w)).append("\" height=\"").append(round(h));
    body.append("\" style=\"").append(style).append("\"/>\n");
  }

  /** Text; anchor start, middle or end. */
  void text(double x, double y, String anchor, String style, String text) {
    body.append("<text x=\"").append(round(x)).append("\" y=\"").append(round(y));
    body.append("\" text-anchor=\"").append(anchor).append("\" style=\"").append(style);
    body.append("\">").append(Markup.escape(text)).append("</text>\n");
  }

  /** Text that runs upwards. */
  void upright(double x, double y, String text) {
    body.append("<text transform=\"translate(").append(at(x, y)).append(") rotate(-90)\" ");
    body.append("text-anchor=\"middle\">").append(Markup.escape(text)).append("</text>\n");
  }

  /** The mark of a component's kind: circle, diamond, square or triangle. */
  void mark(String kind, double x, double y, double r, String style) {
    String d =
        switch (kind) {
          case "saddle" -> polygon(x, y, 0, -1.3 * r, 1.3 * r, 0, 0, 1.3 * r, -1.3 * r, 0);
          case "maximum" -> polygon(x, y, -r, -r, r, -r, r, r, -r, r);
          case "degenerate" -> polygon(x, y, 0, -1.2 * r, 1.1 * r, 0.8 * r, -1.1 * r, 0.8 * r);
          default -> "M" + at(x - r, y) + arc(r, 2 * r) + arc(r, -2 * r) + "z";
        };
    path(d, style);
  }

  private static String arc(double r, double dx) {
    return "a" + round(r) + "," + round(r) + " 0 1,0 " + round(dx) + ",0";
  }

  private static String polygon(double x, double y, double... offsets) {
    StringBuilder d = new StringBuilder();
    for (int k = 0; k < offsets.length; k += 2) {
      d.append(k == 0 ? "M" : "L").append(at(x + offsets[k], y + offsets[k + 1]));
    }
    return d.append("z").toString();
  }

  /** Pixels, stretched over a rectangle. */
  void image(double x, double y, double w, double h, BufferedImage image) {
    ByteArrayOutputStream png = new ByteArrayOutputStream();
    try {
      ImageIO.setUseCache(false);
      ImageIO.write(image, "png", png);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    body.append("<image x=\"").append(round(x)).append("\" y=\"").append(round(y));
    body.append("\" width=\"").append(round(w)).append("\" height=\"").append(round(h));
    body.append("\" preserveAspectRatio=\"none\" href=\"data:image/png;base64,");
    body.append(Base64.getEncoder().encodeToString(png.toByteArray())).append("\"/>\n");
  }

  /** The drawing as a file. */
  @Override
  public String toString() {
    return "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\""
        + width
        + "\" height=\""
        + height
        + "\" viewBox=\"0 0 "
        + width
        + " "
        + height
        + "\" font-family=\"sans-serif\" "
        + "font-size=\"13\" color=\"#1b1f24\" fill=\""
        + INK
        + "\">\n"
        + "<rect width=\"100%\" height=\"100%\" fill=\"#ffffff\"/>\n"
        + body
        + "</svg>\n";
  }

  private static String at(double x, double y) {
    return round(x) + "," + round(y);
  }

  private static String round(double v) {
    String text = String.format(Locale.ROOT, "%.1f", v);
    return text.endsWith(".0") ? text.substring(0, text.length() - 2) : text;
  }
}
