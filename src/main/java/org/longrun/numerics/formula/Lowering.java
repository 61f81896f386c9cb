package org.longrun.numerics.formula;

import com.google.common.collect.ImmutableMap;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Builds the graph of a tree: names resolved, sums and products over an index written out. */
final class Lowering {
  private static final int MOST_STEPS = 2_000_000;

  private static final ImmutableMap<String, Operation> UNARY =
      ImmutableMap.<String, Operation>builder()
          .put("sqrt", Operation.SQRT)
          .put("exp", Operation.EXP)
          .put("log", Operation.LOG)
          .put("sin", Operation.SIN)
          .put("cos", Operation.COS)
          .put("tan", Operation.TAN)
          .put("asin", Operation.ASIN)
          .put("acos", Operation.ACOS)
          .put("atan", Operation.ATAN)
          .put("sinh", Operation.SINH)
          .put("cosh", Operation.COSH)
          .put("tanh", Operation.TANH)
          .put("abs", Operation.ABS)
          .put("sigmoid", Operation.SIGMOID)
          .put("softplus", Operation.SOFTPLUS)
          .put("relu", Operation.RELU)
          .buildOrThrow();

  private final ExpressionGraph graph;
  private final Symbols symbols;
  private final Map<String, Integer> inputs = new HashMap<>();
  private final Map<String, Integer> indices = new HashMap<>();
  private int steps;

  Lowering(ExpressionGraph graph, Symbols symbols) {
    this.graph = graph;
    this.symbols = symbols;
    for (String name : symbols.variables()) {
      inputs.put(name, inputs.size());
    }
    for (String name : symbols.columns()) {
      inputs.put(name, inputs.size());
    }
  }

  /** The names of all functions. */
  static Set<String> functions() {
    Set<String> names = new LinkedHashSet<>(UNARY.keySet());
    names.addAll(List.of("min", "max", "pow", "sum", "prod"));
    return names;
  }

  /**
   * The node of an expression.
   *
   * @throws FormulaException if a name is unknown, an argument is missing, or it is too long
   */
  int lower(Expression expression) {
    if (++steps > MOST_STEPS) {
      throw tooLong(expression.position());
    }
    try {
      return dispatch(expression);
    } catch (GraphTooLargeException tooLarge) {
      throw tooLong(expression.position());
    }
  }

  private int dispatch(Expression expression) {
    if (expression instanceof Expression.Literal literal) {
      return graph.constant(literal.value());
    }
    if (expression instanceof Expression.Name name) {
      return name(name);
    }
    if (expression instanceof Expression.Indexed indexed) {
      return indexed(indexed);
    }
    if (expression instanceof Expression.Negation negation) {
      return graph.negate(lower(negation.operand()));
    }
    if (expression instanceof Expression.Sum sum) {
      return sum(sum);
    }
    if (expression instanceof Expression.Product product) {
      return product(product);
    }
    if (expression instanceof Expression.Power power) {
      return graph.power(lower(power.base()), lower(power.exponent()));
    }
    return call((Expression.Call) expression);
  }

  private static FormulaException tooLong(int position) {
    return new FormulaException(
        position, "the formula has too many operations; use `data` and `loss` for long sums");
  }

  private int name(Expression.Name name) {
    Integer input = inputs.get(name.name());
    if (input != null) {
      return graph.input(input);
    }
    Integer index = indices.get(name.name());
    Double constant = index == null ? symbols.constant(name.name()) : Double.valueOf(index);
    if (constant == null) {
      throw new FormulaException(name.position(), unknown(name.name()));
    }
    return graph.constant(constant);
  }

  private String unknown(String name) {
    String reason = symbols.refused().get(name);
    if (reason != null) {
      return reason;
    }
    if (functions().contains(name)) {
      return name + " is a function; write " + name + "(…)";
    }
    if (inputs.containsKey(name + 1)) {
      return name
          + " stands for "
          + name
          + "1, "
          + name
          + "2, …; write "
          + name
          + "1, or "
          + name
          + "[i] inside sum(i, …)";
    }
    return "'" + name + "' is not defined" + Spelling.suggestion(name, symbols.names());
  }

  private int indexed(Expression.Indexed indexed) {
    int index = integer(indexed.index(), "an index");
    Integer input = inputs.get(indexed.name() + index);
    if (input != null) {
      return graph.input(input);
    }
    String shown = indexed.name() + "[" + index + "]";
    boolean family = inputs.containsKey(indexed.name() + 1);
    throw new FormulaException(
        indexed.position(),
        family
            ? shown + " does not exist; the last is " + last(indexed.name())
            : "'"
                + indexed.name()
                + "' has no numbered members; "
                + shown
                + " would be '"
                + indexed.name()
                + index
                + "'"
                + Spelling.suggestion(indexed.name() + index, symbols.names()));
  }

  private String last(String name) {
    int count = 1;
    while (inputs.containsKey(name + (count + 1))) {
      count++;
    }
    return name + count;
  }

  private int integer(Expression expression, String what) {
    Node node = graph.node(lower(expression));
    double value = node.value();
    if (!node.isConstant() || value != Math.rint(value) || Math.abs(value) > 1e9) {
      throw new FormulaException(
          expression.position(), what + " must be an integer made of numbers and indices");
    }
    return (int) value;
  }

  private int sum(Expression.Sum sum) {
    int total = lower(sum.terms().get(0).expression());
    for (Expression.Operand term : sum.terms().subList(1, sum.terms().size())) {
      int node = lower(term.expression());
      total = term.inverse() ? graph.subtract(total, node) : graph.add(total, node);
    }
    return total;
  }

  private int product(Expression.Product product) {
    int total = lower(product.factors().get(0).expression());
    for (Expression.Operand factor : product.factors().subList(1, product.factors().size())) {
      int node = lower(factor.expression());
      total = factor.inverse() ? graph.divide(total, node) : graph.multiply(total, node);
    }
    return total;
  }

  private int call(Expression.Call call) {
    Operation unary = UNARY.get(call.name());
    if (unary != null) {
      count(call, 1);
      return graph.unary(unary, lower(call.arguments().get(0)));
    }
    return switch (call.name()) {
      case "min" -> fold(call);
      case "max" -> fold(call);
      case "pow" -> {
        count(call, 2);
        yield graph.power(lower(call.arguments().get(0)), lower(call.arguments().get(1)));
      }
      case "sum", "prod" -> range(call);
      default -> throw new FormulaException(call.position(), unknownFunction(call.name()));
    };
  }

  private String unknownFunction(String name) {
    if (inputs.containsKey(name) || symbols.constant(name) != null) {
      return "'" + name + "' is not a function; write * for a product: " + name + "*(…)";
    }
    if (name.equals("ln")) {
      return "there is no function 'ln'; log is the natural logarithm";
    }
    return "there is no function '" + name + "'" + Spelling.suggestion(name, functions());
  }

  private int fold(Expression.Call call) {
    if (call.arguments().size() < 2) {
      count(call, 2);
    }
    int best = lower(call.arguments().get(0));
    for (Expression argument : call.arguments().subList(1, call.arguments().size())) {
      int node = lower(argument);
      best = call.name().equals("min") ? graph.min(best, node) : graph.max(best, node);
    }
    return best;
  }

  private static void count(Expression.Call call, int expected) {
    int given = call.arguments().size();
    if (given != expected) {
      throw new FormulaException(
          call.position(),
          call.name()
              + " takes "
              + expected
              + (expected == 1 ? " argument" : " arguments")
              + ", not "
              + given);
    }
  }

  /** sum(i, first, last, body) or prod(i, first, last, body). */
  private int range(Expression.Call call) {
    if (call.arguments().size() != 4
        || !(call.arguments().get(0) instanceof Expression.Name index)) {
      throw new FormulaException(
          call.position(), "write " + call.name() + "(i, first, last, formula in i and x[i])");
    }
    if (inputs.containsKey(index.name())
        || indices.containsKey(index.name())
        || symbols.constant(index.name()) != null) {
      throw new FormulaException(
          index.position(), "'" + index.name() + "' already means something; name the index anew");
    }
    int first = integer(call.arguments().get(1), "the first index");
    int last = integer(call.arguments().get(2), "the last index");
    boolean sum = call.name().equals("sum");
    int total = graph.constant(sum ? 0 : 1);
    for (int i = first; i <= last; i++) {
      indices.put(index.name(), i);
      int node = lower(call.arguments().get(3));
      total = sum ? graph.add(total, node) : graph.multiply(total, node);
    }
    indices.remove(index.name());
    return total;
  }
}
