package org.longrun.numerics.formula;

import java.util.Arrays;
import java.util.Optional;
import java.util.Set;

/**
 * A formula, read and resolved: what is written in a file between the quotes.
 *
 * <p>Immutable and safe for use by several threads at once.
 */
public final class Formula {
  /** The most operations of a formula, sums written out. */
  private static final int MOST_OPERATIONS = 50_000;

  /** The most operations of a formula whose symmetries are sought. */
  private static final int MOST_ORDERED = 3000;

  private final String text;
  private final Symbols symbols;
  private final Expression expression;
  private final boolean[] used;
  private final boolean constant;
  private final double constantValue;

  private Formula(String text, Symbols symbols, Expression expression) {
    this.text = text;
    this.symbols = symbols;
    this.expression = expression;
    ExpressionGraph graph = new ExpressionGraph(false, MOST_OPERATIONS);
    int root = lower(graph);
    boolean[] needed = PowerExpansion.needed(graph, new int[] {root});
    used = new boolean[symbols.variables().size() + symbols.columns().size()];
    for (int k = 0; k < needed.length; k++) {
      if (needed[k] && graph.node(k).operation() == Operation.INPUT) {
        used[graph.node(k).a()] = true;
      }
    }
    constant = graph.node(root).isConstant();
    constantValue = constant ? graph.node(root).value() : Double.NaN;
  }

  /**
   * Reads a formula.
   *
   * @throws FormulaException if it is none, or uses a name that is not among the symbols
   */
  public static Formula parse(String text, Symbols symbols) {
    return new Formula(text, symbols, Parser.parse(text));
  }

  /** The names of all functions, none of which a variable may bear. */
  public static Set<String> functions() {
    return Lowering.functions();
  }

  /** The formula as written. */
  public String text() {
    return text;
  }

  /** The names that it may use. */
  public Symbols symbols() {
    return symbols;
  }

  /** True if the value depends on this variable or column, numbered through from 0. */
  public boolean uses(int input) {
    return used[input];
  }

  /** True if the value depends on nothing. */
  public boolean isConstant() {
    return constant;
  }

  /** The value of a formula that depends on nothing; NaN for any other. */
  public double constantValue() {
    return constantValue;
  }

  /**
   * Whether f(y) = f(x) for y_k = sign_k · x_{source_k}, by the rules of signs and of order alone:
   * false says nothing.
   *
   * @param source for each variable of y the variable of x that it comes from
   * @param sign +1 or −1 for each variable
   */
  public boolean isKeptBy(int[] source, int[] sign) {
    ExpressionGraph graph = new ExpressionGraph(false, MOST_OPERATIONS);
    int root = lower(graph);
    if (graph.size() > MOST_ORDERED) {
      return false;
    }
    int[] same = new int[source.length];
    int[] positive = new int[source.length];
    Arrays.setAll(same, k -> k);
    Arrays.fill(positive, 1);
    CanonicalForm form = new CanonicalForm(graph);
    return form.of(root, source, sign).equals(form.of(root, same, positive));
  }

  /** What the formula is in this variable or column, if its expression shows it to be affine. */
  public Optional<AffineForm> affineIn(int input) {
    ExpressionGraph graph = new ExpressionGraph(false, MOST_OPERATIONS);
    return AffineForm.of(graph, lower(graph), input);
  }

  /** True if both formulas, in the same symbols, are one expression up to the order of operands. */
  public boolean isSameAs(Formula other) {
    ExpressionGraph graph = new ExpressionGraph(false, 2 * MOST_OPERATIONS);
    return symbols.equals(other.symbols) && lower(graph) == other.lower(graph);
  }

  /** Where the formula may not be differentiable. */
  public Switches switches() {
    ExpressionGraph graph = new ExpressionGraph(false, 2 * MOST_OPERATIONS);
    return Switches.of(graph, lower(graph));
  }

  /** The formula as a function with derivatives; the code is made when it is first needed. */
  public CompiledFormula compile() {
    return new CompiledFormula(this);
  }

  /** Adds the formula to a graph and returns its node. */
  int lower(ExpressionGraph graph) {
    return new Lowering(graph, symbols).lower(expression);
  }
}
