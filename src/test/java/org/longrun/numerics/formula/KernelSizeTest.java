package org.longrun.numerics.formula;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** No compiled method outgrows the 8000 bytecodes beyond which HotSpot leaves it interpreted. */
class KernelSizeTest {
  private static final int HUGE_METHOD_LIMIT = 8000;

  private static CompiledFormula compile(int d, String text) {
    List<String> names = IntStream.rangeClosed(1, d).mapToObj(k -> "x" + k).toList();
    return Formula.parse(text.replace("N", "" + d), Symbols.of(names)).compile();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "sum(i, 1, N - 1, 100*(x[i+1] - x[i]^2)^2 + (1 - x[i])^2)",
        "prod(i, 1, N, cos(x[i]/sqrt(i))) + sum(i, 1, N, sin(exp(x[i])/(1 + x[i]^2))^3)",
        "exp(-0.2*sqrt(sum(i, 1, N, x[i]^2)/N)) + exp(sum(i, 1, N, cos(2*pi*x[i]))/N)",
      })
  void everyMethodIsSmallEnoughToBeCompiled(String text) throws IOException {
    CompiledFormula formula = compile(300, text);
    List<String> sources =
        new ArrayList<>(
            List.of(
                formula.valueSource(), formula.gradientSource(), formula.hessianVectorSource()));
    if (formula.hessianSource() != null) {
      sources.add(formula.hessianSource());
    }
    for (String source : sources) {
      int[] sizes = methodSizes(KernelCompiler.bytecode(source));
      assertThat(Arrays.stream(sizes).max().orElse(0)).isBetween(1, HUGE_METHOD_LIMIT);
    }
  }

  @Test
  void codeInSeveralMethodsComputesTheSame() {
    int d = 300;
    CompiledFormula f = compile(d, "sum(i, 1, N, sum(j, 1, 3, cos(j*x[i])/j)*x1) + x2*x[N]");
    double[] x = new double[2 * d];
    Arrays.setAll(x, k -> Math.sin(k));
    double expected = x[1] * x[d - 1];
    double slope = 0;
    for (int i = 0; i < d; i++) {
      for (int j = 1; j <= 3; j++) {
        expected += Math.cos(j * x[i]) / j * x[0];
        slope += Math.cos(j * x[i]) / j;
      }
    }
    double[] gradient = new double[d];
    f.gradient(x, new double[0], 0, gradient, 0);
    assertThat(f.value(x, new double[0], 0)).isCloseTo(expected, within(1e-10));
    double own = -x[0] * (Math.sin(x[0]) + Math.sin(2 * x[0]) + Math.sin(3 * x[0]));
    assertThat(gradient[0]).isCloseTo(slope + own, within(1e-10));
    double[] product = new double[d];
    double[] hessian = new double[d * d];
    f.hessian(x, new double[0], 0, hessian, 0);
    f.hessianVector(x, new double[0], 0, product, 0);
    for (int i = 0; i < d; i++) {
      double sum = 0;
      for (int j = 0; j < d; j++) {
        sum += hessian[i * d + j] * x[d + j];
      }
      assertThat(product[i]).isCloseTo(sum, within(1e-9));
    }
  }

  private static Offset<Double> within(double tolerance) {
    return Offset.offset(tolerance);
  }

  /** The code lengths of all methods of a class file (Java Virtual Machine Specification, §4). */
  private static int[] methodSizes(byte[] bytes) throws IOException {
    DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes));
    in.skipNBytes(8);
    String[] names = constants(in);
    in.skipNBytes(6);
    in.skipNBytes(2L * in.readUnsignedShort());
    members(in, names);
    return members(in, names);
  }

  private static String[] constants(DataInputStream in) throws IOException {
    String[] names = new String[in.readUnsignedShort()];
    for (int k = 1; k < names.length; k++) {
      int tag = in.readUnsignedByte();
      switch (tag) {
        case 1 -> names[k] = in.readUTF();
        case 5, 6 -> {
          in.skipNBytes(8);
          k++;
        }
        case 7, 8, 16, 19, 20 -> in.skipNBytes(2);
        case 15 -> in.skipNBytes(3);
        default -> in.skipNBytes(4);
      }
    }
    return names;
  }

  private static int[] members(DataInputStream in, String[] names) throws IOException {
    int[] sizes = new int[in.readUnsignedShort()];
    for (int k = 0; k < sizes.length; k++) {
      in.skipNBytes(6);
      int attributes = in.readUnsignedShort();
      for (int a = 0; a < attributes; a++) {
        boolean code = "Code".equals(names[in.readUnsignedShort()]);
        int length = in.readInt();
        if (code) {
          in.skipNBytes(4);
          sizes[k] = in.readInt();
        }
        in.skipNBytes(code ? length - 8 : length);
      }
    }
    return sizes;
  }
}
