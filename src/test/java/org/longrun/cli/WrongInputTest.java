package org.longrun.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** Wrong input: one line with file, line and column, exit status 2, nothing written. */
class WrongInputTest {
  private static final String GOOD =
      """
      variables: [x, y]
      objective: (x^2 + y - 11)^2 + (x + y^2 - 7)^2
      noise: {gaussian: {variance: 1}}
      domain: {x: [-6, 6], y: [-6, 6]}
      """;

  @TempDir Path folder;

  @TestFactory
  Stream<DynamicTest> oneLineEach() {
    Map<String, byte[]> inputs = new LinkedHashMap<>();
    replaced(inputs, "unknown key", "noise:", "nose:");
    replaced(inputs, "misspelt function", "(x^2 + y - 11)^2", "sqr(x)");
    replaced(inputs, "unbalanced parenthesis", "(x^2 + y - 11)^2", "((x^2 + y - 11)^2");
    replaced(inputs, "variable missing from the domain", ", y: [-6, 6]", "");
    replaced(inputs, "lower bound not below upper", "x: [-6, 6]", "x: [6, -6]");
    replaced(inputs, "NaN", "x: [-6, 6]", "x: [.nan, 6]");
    replaced(inputs, "infinity", "x: [-6, 6]", "x: [-6, .inf]");
    replaced(inputs, "asymmetric covariance", "variance: 1", "covariance: [[1, 0.5], [0.4, 1]]");
    replaced(inputs, "indefinite covariance", "variance: 1", "covariance: [[1, 2], [2, 1]]");
    replaced(
        inputs, "covariance indefinite at a point", "variance: 1", "covariance: [[1, x], [x, 1]]");
    replaced(inputs, "variance negative somewhere", "variance: 1", "variance: f - 10");
    replaced(inputs, "deep formula", "(x^2 + y - 11)^2", nested(100_000));
    inputs.put("empty file", new byte[0]);
    inputs.put("binary file", new byte[] {0x7f, 'E', 'L', 'F', 0, 1, 2, (byte) 0xff, (byte) 0xfe});
    inputs.put("10 MB formula", bytes("objective: " + "x+".repeat(5_000_000) + "x\n"));
    inputs.put("YAML bomb", bytes(bomb()));
    List<DynamicTest> tests = new ArrayList<>();
    inputs.forEach((name, input) -> tests.add(DynamicTest.dynamicTest(name, () -> refuse(input))));
    return tests.stream();
  }

  private void refuse(byte[] input) throws IOException {
    Path file = Files.write(Files.createTempFile(folder, "wrong", ".yaml"), input);
    Path out = folder.resolve("out");
    Invocation invocation = Invocation.of("analyze", file.toString(), "--out", out.toString());
    assertThat(invocation.status()).isEqualTo(ExitStatus.WRONG_INPUT);
    assertThat(invocation.out()).isEmpty();
    assertThat(invocation.err().lines()).hasSize(1);
    assertThat(invocation.err()).matches("(?s)\\Q" + file + "\\E:\\d+:\\d+: .{10,600}\n");
    assertThat(out).doesNotExist();
  }

  @Test
  void theNegativeVarianceNamesItsPoint() throws IOException {
    Path file = folder.resolve("negative.yaml");
    Files.writeString(file, GOOD.replace("variance: 1", "variance: x + 5"));
    Invocation invocation = Invocation.of("check", file.toString());
    assertThat(invocation.status()).isEqualTo(ExitStatus.WRONG_INPUT);
    assertThat(invocation.err()).contains("negative").contains(" at (-6, ");
  }

  @Test
  void aMissingFileIsSaidInOneLine() {
    Invocation invocation = Invocation.of("analyze", folder.resolve("none.yaml").toString());
    assertThat(invocation.status()).isEqualTo(ExitStatus.WRONG_INPUT);
    assertThat(invocation.err().lines()).hasSize(1);
    assertThat(invocation.err()).contains("none.yaml");
  }

  @Test
  void aWrongOptionIsSaidInOneLine() {
    Invocation invocation = Invocation.of("analyze", "--no-such-option", "x.yaml");
    assertThat(invocation.status()).isEqualTo(ExitStatus.WRONG_INPUT);
    assertThat(invocation.err().lines()).hasSize(1);
    assertThat(invocation.err()).contains("--no-such-option").contains("longrun analyze --help");
  }

  @Test
  void aPointOutsideTheDomainIsRefused() throws IOException {
    Path file = Files.writeString(folder.resolve("good.yaml"), GOOD);
    Invocation invocation = Invocation.of("cost", file.toString(), "--from", "3,2", "--to", "30,2");
    assertThat(invocation.status()).isEqualTo(ExitStatus.WRONG_INPUT);
    assertThat(invocation.err()).contains("--to 30,2").contains("outside the domain");
  }

  private static void replaced(
      Map<String, byte[]> inputs, String name, String part, String replacement) {
    assertThat(GOOD).contains(part);
    inputs.put(name, bytes(GOOD.replace(part, replacement)));
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static String nested(int depth) {
    return "(".repeat(depth) + "x" + ")".repeat(depth);
  }

  private static String bomb() {
    StringBuilder text = new StringBuilder("a0: &a0 [x, x, x, x, x, x, x, x, x]\n");
    for (int k = 1; k < 10; k++) {
      String alias = "*a" + (k - 1);
      text.append("a").append(k).append(": &a").append(k).append(" [");
      text.append(String.join(", ", Collections.nCopies(9, alias))).append("]\n");
    }
    return text.toString();
  }
}
