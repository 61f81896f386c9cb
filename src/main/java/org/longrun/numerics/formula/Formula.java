package org.longrun.numerics.formula;

import java.util.OptionalDouble;
import java.util.Set;

/**
 * A formula, read and resolved: what is written in a file between the quotes.
 *
 * <p>Immutable and safe for use by several threads at once.
 */
public final class Formula {
  /** The most operations of a formula, sums written out. */
  private static final int MOST_OPERATIONS = 50_000;

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
   * The slope in a variable where the formula is affine in it with a constant slope, which is read
   * off the formula and not off its values: a max or an abs has none, whichever piece is in use.
   */
  public OptionalDouble constantSlope(int variable) {
    try {
      ExpressionGraph graph = new ExpressionGraph(true, MOST_OPERATIONS);
      int[] slopes = new Differentiator(graph).gradient(lower(graph), variable + 1);
      Node slope = graph.node(slopes[variable]);
      return slope.isConstant() ? OptionalDouble.of(slope.value()) : OptionalDouble.empty();
    } catch (GraphTooLargeException tooLarge) {
      return OptionalDouble.empty();
    }
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
