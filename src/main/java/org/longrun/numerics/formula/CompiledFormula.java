package org.longrun.numerics.formula;

import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.longrun.numerics.Lazy;

/**
 * A formula as a function of d variables and c data fields, with exact derivatives in the
 * variables. Each kind of code is made when it is first needed.
 *
 * <p>Immutable and safe for use by several threads at once. Outside its domain of definition the
 * function is NaN or infinite.
 */
public final class CompiledFormula {
  private static final double[] NO_DATA = {};
  private static final int MOST_NODES = 400_000;
  private static final int MOST_HESSIAN_NODES = 40_000;

  private final Formula formula;
  private final int dimension;
  private final int columns;
  private final Lazy<ScalarKernel> value = new Lazy<>(this::compileValue);
  private final Lazy<VectorKernel> gradient = new Lazy<>(this::compileGradient);
  private final Lazy<Optional<VectorKernel>> hessian = new Lazy<>(this::compileHessian);
  private final Lazy<VectorKernel> hessianVector = new Lazy<>(this::compileProduct);

  CompiledFormula(Formula formula) {
    this.formula = formula;
    dimension = formula.symbols().variables().size();
    columns = formula.symbols().columns().size();
  }

  /** The number of variables, d. */
  public int dimension() {
    return dimension;
  }

  /** The formula. */
  public Formula formula() {
    return formula;
  }

  /** The value; the data fields are {@code row[offset … offset+c−1]}. */
  public double value(double[] x, double[] row, int offset) {
    return value.get().evaluate(x, row, offset);
  }

  /** Writes the gradient into {@code out[at … at+d−1]}. */
  public void gradient(double[] x, double[] row, int offset, double[] out, int at) {
    gradient.get().evaluate(x, row, offset, out, at);
  }

  /** Writes the gradients at points that lie one after the other, for a formula without data. */
  public void gradients(double[] x, int count, double[] out) {
    gradient.get().evaluateEach(x, count, NO_DATA, out);
  }

  /** Writes the Hessian, row by row, into {@code out[at … at+d²−1]}. */
  public void hessian(double[] x, double[] row, int offset, double[] out, int at) {
    Optional<VectorKernel> kernel = hessian.get();
    if (kernel.isPresent()) {
      kernel.get().evaluate(x, row, offset, out, at);
    } else {
      hessianByColumns(x, row, offset, out, at);
    }
  }

  /**
   * Writes ∇²f(x)·v into {@code out[at … at+d−1]}.
   *
   * @param xv x, and behind it v: 2d numbers
   */
  public void hessianVector(double[] xv, double[] row, int offset, double[] out, int at) {
    hessianVector.get().evaluate(xv, row, offset, out, at);
  }

  private void hessianByColumns(double[] x, double[] row, int offset, double[] out, int at) {
    double[] xv = new double[2 * dimension];
    System.arraycopy(x, 0, xv, 0, dimension);
    for (int i = 0; i < dimension; i++) {
      xv[dimension + i] = 1;
      hessianVector(xv, row, offset, out, at + i * dimension);
      xv[dimension + i] = 0;
    }
  }

  private ScalarKernel compileValue() {
    return (ScalarKernel) KernelCompiler.compile(valueSource());
  }

  private VectorKernel compileGradient() {
    return (VectorKernel) KernelCompiler.compile(gradientSource());
  }

  private VectorKernel compileProduct() {
    return (VectorKernel) KernelCompiler.compile(hessianVectorSource());
  }

  private Optional<VectorKernel> compileHessian() {
    String source = hessianSource();
    return source == null
        ? Optional.empty()
        : Optional.of((VectorKernel) KernelCompiler.compile(source));
  }

  String valueSource() {
    ExpressionGraph graph = new ExpressionGraph(false, MOST_NODES);
    return source(graph, formula.lower(graph)).scalar(KernelCompiler.NAME);
  }

  String gradientSource() {
    ExpressionGraph graph = new ExpressionGraph(false, MOST_NODES);
    int[] gradient = new Differentiator(graph).gradient(formula.lower(graph), dimension);
    return source(graph, gradient).vector(KernelCompiler.NAME, eachToItself(), dimension);
  }

  String hessianVectorSource() {
    ExpressionGraph graph = new ExpressionGraph(false, MOST_NODES);
    Differentiator differentiator = new Differentiator(graph);
    int[] gradient = differentiator.gradient(formula.lower(graph), dimension);
    int[] product = differentiator.hessianVector(gradient, dimension + columns);
    return source(graph, product).vector(KernelCompiler.NAME, eachToItself(), dimension);
  }

  /** The Hessian's code, or null where it would be too long. */
  @Nullable String hessianSource() {
    try {
      ExpressionGraph graph = new ExpressionGraph(false, MOST_HESSIAN_NODES);
      Differentiator differentiator = new Differentiator(graph);
      int[] gradient = differentiator.gradient(formula.lower(graph), dimension);
      return HessianLayout.of(graph, differentiator.hessian(gradient)).source(dimension, columns);
    } catch (GraphTooLargeException tooLarge) {
      return null;
    }
  }

  private KernelSource source(ExpressionGraph graph, int... roots) {
    return new KernelSource(graph, roots, dimension, columns);
  }

  private int[][] eachToItself() {
    return IntStream.range(0, dimension).mapToObj(k -> new int[] {k}).toArray(int[][]::new);
  }
}
