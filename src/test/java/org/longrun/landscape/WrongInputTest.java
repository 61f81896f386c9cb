package org.longrun.landscape;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every fault is told in one line, with its place and a way out. */
class WrongInputTest {
  private static final String VARIABLES = "variables: [x, y]\n";
  private static final String OBJECTIVE = "objective: x^2 + y^2\n";
  private static final String NOISE = "noise: {gaussian: {variance: 1}}\n";
  private static final String DOMAIN = "domain: {x: [-3, 3], y: [-4, 4]}\n";
  private static final String RIGHT = VARIABLES + OBJECTIVE + NOISE + DOMAIN;

  @TempDir Path folder;

  /** One line of a right file replaced (the number in front), or a line added (5). */
  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      quoteCharacter = '`',
      value = {
        // keys
        "5 ~ colour: red ~ 5:1: unknown key 'colour'; the keys here are name",
        "4 ~ domian: {x: [-3, 3], y: [-4, 4]} ~ 4:1: unknown key 'domian'; did you mean domain?",
        "2 ~ objectve: x ~ 2:1: unknown key 'objectve'; did you mean objective?",
        "5 ~ objective: x ~ 5:1: the key 'objective' stands here twice",
        "5 ~ variables: 3 ~ 5:1: the key 'variables' stands here twice",
        "1 ~ name: z ~ 1:1: the key 'variables' is missing",
        "2 ~ name: z ~ 1:1: the key 'objective' is missing",
        "3 ~ name: z ~ 1:1: the key 'noise' is missing",
        "4 ~ name: z ~ 1:1: the key 'domain' is missing",
        "5 ~ settings: {search-point: 3} ~ 5:12: there is no setting 'search-point'; did you mean search-points?",
        // types
        "2 ~ objective: ~ 2:11: 'objective' must be a formula or a number, not nothing",
        "2 ~ objective: true ~ 2:12: 'objective' must be a formula or a number, not 'true'",
        "2 ~ objective: [x] ~ 2:12: 'objective' must be a formula or a number, not a list",
        "5 ~ momentum: 1 ~ 5:11: 'momentum' must be a number from 0 to below 1",
        "5 ~ step-sizes: [0.1, 0] ~ 5:19: a step size must be above 0",
        "5 ~ simulation: {replicas: 1.5} ~ 5:24: 'simulation.replicas' must be a whole number",
        "5 ~ simulation: {steps: 1e30} ~ 5:21: 'simulation.steps' must be a whole number",
        "5 ~ name: a/b ~ 5:7: a name has letters",
        "5 ~ target: armin ~ 5:9: 'target' must be argmin, ground-states",
        // formulas
        "2 ~ objective: x^2 + sni(y) ~ 2:18: there is no function 'sni'; did you mean sin?",
        "2 ~ objective: x^2 + (y ~ 2:18: '(' is never closed",
        "2 ~ objective: x^2 + y) ~ 2:19: ')' closes nothing",
        "2 ~ objective: 'x^2 + zz' ~ 2:19: 'zz' is not defined",
        "2 ~ objective: f + x ~ 2:12: f is the objective itself",
        "2 ~ objective: x^2 + #y ~ 2:17: a number, a name or '(' is missing before the end of the formula; what follows ' #' is a comment",
        "2 ~ objective: x^2 : y ~ 2:16: ': ' cannot stand inside a value",
        "2 ~ objective: .inf ~ 2:12: a formula must be finite",
        "2 ~ objective: NaN ~ 2:12: a formula must be finite",
        "2 ~ objective: log(x) + y ~ 2:12: f is",
        "2 ~ objective: *f ~ 2:12: '*f' refers to nothing",
        "2 ~ objective: 'x ~ 2:12: the text that begins here has no closing quote",
        "3 ~ noise: {gaussian: {variance: max(x, 1)}} ~ 3:35: inside {…} and […] this ',' is YAML's",
        // names
        "1 ~ variables: [x, y, x] ~ 1:19: 'x' is already a variable",
        "1 ~ variables: [x, y, sin] ~ 1:19: a variable cannot be called 'sin', which is a function",
        "1 ~ variables: [x, y, f] ~ 1:19: a variable cannot be called 'f', which is the objective",
        "1 ~ variables: [x, y, pi] ~ 1:19: a variable cannot be called 'pi'",
        "1 ~ variables: [x, y, 1z] ~ 1:19: '1z' is no name",
        "1 ~ variables: [x, 1] ~ 1:16: 'variables[2]' must be a name",
        "5 ~ parameters: {y: 1} ~ 5:14: 'y' is already a variable",
        // domain
        "4 ~ domain: {x: [-3, 3]} ~ 4:9: the domain has no interval for 'y'",
        "4 ~ domain: {x: [3, -3], y: [0, 1]} ~ 4:13: the interval of 'x' is empty: 3 and -3",
        "4 ~ domain: {x: [1, 1], y: [0, 1]} ~ 4:13: the interval of 'x' is empty",
        "4 ~ domain: {x: [-.inf, 3], y: [0, 1]} ~ 4:14: this must be a finite number, not -.inf",
        "4 ~ domain: {x: [0, NaN], y: [0, 1]} ~ 4:17: this must be a finite number",
        "4 ~ domain: {x: [0], y: [0, 1]} ~ 4:13: 'domain.x' must be an interval",
        "4 ~ domain: {x: [0, 1], y: [0, 1], z: [0, 1]} ~ 4:32: 'z' is no variable",
        // points
        "5 ~ starts: [[1, 2, 3]] ~ 5:10: a start must have 2 coordinates, one a variable, not 3",
        "5 ~ starts: [[1, 5]] ~ 5:10: a start (1, 5) lies outside the domain: y goes from -4 to 4",
        "5 ~ starts: [1, 2] ~ 5:10: 'starts[1]' must be a point",
        "5 ~ target: [[9, 9]] ~ 5:10: a target (9, 9) lies outside",
        // noise
        "3 ~ noise: {} ~ 3:8: 'noise' must be exactly one of",
        "3 ~ noise: {gauss: {variance: 1}} ~ 3:9: unknown key 'gauss'; did you mean gaussian?",
        "3 ~ noise: {gaussian: {}} ~ 3:19: gaussian noise needs variance",
        "3 ~ noise: {gaussian: {variance: x}} ~ 3:30: the variance is -3 at (-3,",
        "3 ~ noise: {gaussian: {variance: f - 0.001}} ~ 3:30: the variance is -0.001 at (0, 0)",
        "3 ~ noise: {gaussian: {variance: 0}} ~ 3:30: the variance is 0",
        "3 ~ noise: {gaussian: {covariance: [[1, 0.5], [0, 1]]}} ~ 3:44: the covariance is not symmetric",
        "3 ~ noise: {gaussian: {covariance: [[1, x], [x, 1]]}} ~ 3:34: the covariance is not positive semi-definite at (",
        "3 ~ noise: {gaussian: {covariance: [[1, 0]]}} ~ 3:32: covariance has 1 rows",
        "3 ~ noise: {gaussian: {variance: 1, truncate: 0}} ~ 3:43: 'noise.gaussian.truncate' must be",
        "3 ~ noise: {uniform: {half-width: x}} ~ 3:31: the half-width is -3",
        "3 ~ noise: {rademacher: {scale: 1, directions: [[1, 0], [1, 1]]}} ~ 3:53: direction 2 must be orthogonal",
        "3 ~ noise: {finite-sum: {batch: 1}} ~ 3:9: finite-sum noise needs loss and data",
        // the file
        "5 ~ --- ~ 5:1: a second document begins here",
        "5 ~ `\tfoo: 1` ~ 5:1: a tab cannot stand here",
        "5 ~ foo bar ~ 5:1: a line must be key: value",
        "2 ~ objective: !!str x ~ 2:12: tags (",
        "5 ~ `[a]: 3` ~ 5:1: a key must be a word",
      })
  void oneLineWithThePlace(int line, String text, String expected) {
    String[] lines = (RIGHT + "\n").split("\n", -1);
    lines[line - 1] = text;
    assertThatThrownBy(() -> LandscapeFile.parse(String.join("\n", lines), "w.yaml"))
        .isInstanceOf(InputError.class)
        .hasMessageStartingWith("w.yaml:" + expected)
        .hasMessageNotContaining("\n");
  }

  @Test
  void severalFaultsAreCountedAndTheFirstIsTold() {
    String text = VARIABLES + "objective: x + q\n" + NOISE + DOMAIN + "foo: 1\nmomentum: 7\n";
    assertThatThrownBy(() -> LandscapeFile.parse(text, "w.yaml"))
        .hasMessage("w.yaml:2:16: 'q' is not defined (… and 2 more)");
  }

  @Test
  void columnsAreFoundInEveryStyleOfText() {
    String rest = NOISE + DOMAIN;
    wrong(VARIABLES + "objective: |\n  x^2 +\n    q + y\n" + rest, "4:5:");
    wrong(VARIABLES + "objective: >-\n  x^2 +\n  y*q\n" + rest, "4:5:");
    wrong(VARIABLES + "objective: x^2\n   + y*q\n" + rest, "3:8:");
    wrong(VARIABLES + "objective: \"x^2 + \\\"q\"\n" + rest, "2:19:");
    wrong("\uFEFF" + VARIABLES.replace("\n", "\r\n") + "objective: x + q\r\n" + rest, "2:16:");
    wrong(VARIABLES + "objective: x\nnoise: {gaussian: {variance: 'q'}}\n" + DOMAIN, "3:31:");
  }

  @Test
  void hugeAndHostileTextsAreRefusedInOneLine() {
    String rest = "\n" + NOISE + DOMAIN;
    String deep = "(".repeat(100_000) + "x" + ")".repeat(100_000);
    wrong(VARIABLES + "objective: " + deep + rest, "2:512: the formula is nested more than 500");
    wrong(VARIABLES + "objective: x" + "+x".repeat(5_000_000) + rest, "1:1: the file has");
    wrong(VARIABLES + "objective: x" + "+x".repeat(200_000) + rest, "2:12: the formula has too");
    wrong("a: " + "[".repeat(100_000), "1:33: lists and mappings are nested");
    wrong("a: " + "{a: ".repeat(100_000), "1:");
    wrong("", "1:1: the file is empty");
    wrong("# nothing\n---\n", "1:1: the file is empty");
    wrong("hello", "1:1: a landscape file must be a mapping");
    StringBuilder bomb = new StringBuilder("a0: &a0 [1, 1, 1, 1, 1, 1, 1, 1]\n");
    for (int k = 1; k < 12; k++) {
      String alias = "*a" + (k - 1);
      bomb.append("a").append(k).append(": &a").append(k).append(" [");
      bomb.append((alias + ", ").repeat(8)).append(alias).append("]\n");
    }
    wrong(bomb.toString(), "5:");
  }

  @Test
  void bytesThatAreNoTextAreRefused() throws IOException {
    Path file = folder.resolve("b.yaml");
    Files.write(file, new byte[] {'a', ':', ' ', '1', '\n', 'b', (byte) 0xC3, '\n'});
    wrong(file, ":2:2: a byte here is not UTF-8");
    Files.write(file, new byte[] {(byte) 0x89, 'P', 'N', 'G', 0, 1, 2});
    wrong(file, ":1:1: a byte here is not UTF-8");
    Files.write(file, new byte[] {'a', 0, 'b'});
    wrong(file, ":1:2: this is a binary file");
    wrong(folder, ": this is a folder");
    wrong(folder.resolve("none.yaml"), ": there is no such file");
  }

  @Test
  void faultsOfDataAreToldWithRowAndField() throws IOException {
    String yaml = "variables: [x]\nloss: (x*u - v)^2\ndata: d.csv\ndomain: {x: [-1, 1]}\n";
    Path file = Files.writeString(folder.resolve("l.yaml"), yaml);
    wrong(file, ":3:7: there is no data file");
    Path csv = folder.resolve("d.csv");
    Files.writeString(csv, "");
    wrong(file, "d.csv:1:1: the data file is empty");
    Files.writeString(csv, "u,v\n");
    wrong(file, "d.csv:2:1: the data file has a header but no rows");
    Files.writeString(csv, "u,v\n1,2\n3\n");
    wrong(file, "d.csv:3:1: this row has 1 fields; the header has 2");
    Files.writeString(csv, "u,v\n1,2\n3,abc\n");
    wrong(file, "d.csv:3:2: field 2 (v) must be a finite number, not 'abc'");
    Files.writeString(csv, "1,2\n3,4\n");
    wrong(file, "d.csv:1:1: field 1 of the first row is a number");
    Files.writeString(csv, "u,x\n1,2\n");
    wrong(file, "d.csv:1:2: 'x' is already a variable");
    Files.writeString(csv, "u,w\n1,2\n");
    wrong(file, "l.yaml:2:14: 'v' is not defined");
    Files.write(csv, new byte[] {'u', ',', 'v', '\n', (byte) 0xFF, ',', '1', '\n'});
    wrong(file, "UTF-8");
  }

  @Test
  void noBytesMakeAnythingButAnInputError() throws IOException {
    Path example = Path.of("landscapes/three-hump-power-law.yaml");
    byte[] right = Files.readAllBytes(example);
    String alphabet = "{}[]:,#&*!|>'\"%@`-?\n\t ()^+*/xyf.01e~\u0000\u00ff";
    Random random = new Random(7);
    Path file = folder.resolve("fuzz.yaml");
    for (int round = 0; round < 300; round++) {
      byte[] bytes = right.clone();
      for (int change = random.nextInt(4); change >= 0; change--) {
        int at = random.nextInt(bytes.length);
        bytes[at] = (byte) alphabet.charAt(random.nextInt(alphabet.length()));
      }
      Files.write(file, bytes);
      read(file, bytes);
    }
  }

  private static void read(Path file, byte[] bytes) {
    try {
      assertThat(LandscapeFile.read(file)).isNotNull();
    } catch (InputError expected) {
      assertThat(expected.getMessage()).startsWith(file.toString()).doesNotContain("\n");
    } catch (RuntimeException unexpected) {
      throw new AssertionError(new String(bytes, StandardCharsets.ISO_8859_1), unexpected);
    }
  }

  private static void wrong(String text, String expected) {
    assertThatThrownBy(() -> LandscapeFile.parse(text, "w.yaml"))
        .isInstanceOf(InputError.class)
        .hasMessageStartingWith("w.yaml:" + expected)
        .hasMessageNotContaining("\n");
  }

  private static void wrong(Path file, String expected) {
    assertThatThrownBy(() -> LandscapeFile.read(file))
        .isInstanceOf(InputError.class)
        .hasMessageContaining(expected)
        .hasMessageNotContaining("\n");
  }
}
