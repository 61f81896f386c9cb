package org.longrun.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.longrun.analysis.NetworkAnalysis;
import org.longrun.analysis.Trees;
import org.longrun.graph.Network;
import org.longrun.landscape.InputError;
import org.longrun.landscape.LandscapeFile;
import org.longrun.report.NetworkJson;
import org.longrun.report.NetworkSummary;
import org.longrun.simulate.Checkpoint;

/**
 * Damaged inputs of every kind, from a seed: each is read, or refused in one line of printable
 * text, soon. How many of each kind: the system property {@code fuzz}, 10⁵ in the profile of that
 * name.
 */
class FuzzTest {
  private static final int COUNT = Integer.getInteger("fuzz", 2500);
  private static final long LONGEST_NANOS = 10_000_000_000L;

  private static final Map<String, List<String>> NETWORKS =
      Map.of(
          "csv",
          List.of(
              "from,to,cost,error\na,b,1,0.1\nb,a,2,\n\"c \"\"x\"\"\",a,0.5,0\nalone,,,\nb,\"c"
                  + " \"\"x\"\"\",3,0\n",
              "Source;Target;Type;Weight\n# note\na;b;Undirected;1,5\nb;c;Directed;2e-1\nc;b;;0\n",
              "sep=\t\nfrom\tto\tcost\n1\t2\t3\n2\t1\t4\n1\t1\t-5\n"),
          "dot",
          List.of(
              "strict digraph \"g\" { edge [cost=2]; a -> b -> \"c d\" [label=\"0.5\"]; { e f } ->"
                  + " a [cost=\"1e-3\", error=0.1]; b:p:n -> a; a [kind=saddle, value=-3]; c -> a"
                  + " }",
              "graph { a -- b [weight=4]; subgraph cluster_1 { b -- <c> [cost=1] /* x */ } // y\n"
                  + "}"),
          "graphml",
          List.of(
              "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<graphml><key id=\"d0\" for=\"edge\""
                  + " attr.name=\"weight\"><default>1</default></key><graph"
                  + " edgedefault=\"undirected\">\n<node id=\"a&amp;\"><data key=\"kind\">minimum"
                  + "</data><port name=\"p\"/></node><node id=\"g\"><graph><node id=\"b\"/></graph>"
                  + "</node>\n<edge source=\"a&amp;\" target=\"b\" directed=\"true\"><data"
                  + " key=\"d0\">2.5</data></edge><edge source=\"b\" target=\"a&amp;\"/>"
                  + "\n</graph></graphml>"),
          "mtx",
          List.of(
              "%%MatrixMarket matrix coordinate real general\n% c\n3 3 4\n1 2 0\n2 1 1.5D0\n2 3"
                  + " 1\n3 3 -1\n",
              "%%MatrixMarket matrix array integer symmetric\n2 2\n9\n1\n9\n"));

  private static final List<String> LANDSCAPES =
      List.of(
          "name: well\n"
              + "variables: [x, y]\n"
              + "parameters: {c: 0.5}\n"
              + "objective: x^4/4 - x^2/2 + c*x + sqrt(1 + y^2)\n"
              + "noise: {gaussian: {variance: 0.5*(f + 8)}}\n"
              + "domain: {x: [-2.5, 2.5], y: [-2, 2]}\n"
              + "target: [[1, 0]]\n"
              + "starts: [[0.9, 0]]\n"
              + "step-sizes: [0.1]\n",
          "variables: {x: 3}\n"
              + "objective: \"sum(i, 1, 3, (x[i]^2 - 1)^2) + 0.1*x1\"\n"
              + "noise: {rademacher: {scale: 1}}\n"
              + "domain: {x: [-2, 2], x3: [-1, 2]}\n"
              + "simulation: {replicas: 10, steps: 1e3, seed: 1, radius: 0.5}\n"
              + "settings: {}\n",
          "variables: [a, b]\n"
              + "data: {u: [0, 1, 2], v: [1, 0, 1]}\n"
              + "loss: (tanh(a*u + b) - v)^2/2\n"
              + "regularizer: 0.01*(a^2 + b^2)\n"
              + "noise: {finite-sum: {batch: 1, replacement: false}}\n"
              + "domain: {a: [-3, 3], b: [-3, 3]}\n");

  @TempDir Path folder;

  /** What is done with one damaged input. */
  @FunctionalInterface
  private interface Reading {
    void of(Path file) throws IOException;
  }

  private final Map<String, Integer> seen = new TreeMap<>();

  private void fuzz(String name, String text, int count, Reading reading) throws IOException {
    Mutator mutator = new Mutator(name.hashCode() + 31L * text.hashCode());
    Path file = folder.resolve(name);
    for (int k = 0; k < count; k++) {
      byte[] bytes = mutator.mutated(text);
      Files.write(file, bytes);
      long begin = worked();
      boolean read = isReadOrRefused(file, reading, k, bytes);
      assertThat(worked() - begin).as(name + " " + k).isLessThan(LONGEST_NANOS);
      seen.merge(read ? "read" : "refused", 1, Integer::sum);
    }
  }

  /** Processor time: a busy machine is no slow reader. */
  private static long worked() {
    return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
  }

  private static boolean isReadOrRefused(Path file, Reading reading, int k, byte[] bytes)
      throws IOException {
    try {
      reading.of(file);
      return true;
    } catch (InputError refused) {
      assertThat(refused.getMessage())
          .as("%s %d", file.getFileName(), k)
          .matches("[^\\p{Cntrl}\\u202A-\\u202E]{10,900}");
      return false;
    } catch (RuntimeException | Error bug) {
      throw new AssertionError(
          file.getFileName() + " " + k + ": " + new String(bytes, "ISO-8859-1"), bug);
    }
  }

  private void bothHappened() {
    assertThat(seen.getOrDefault("read", 0)).isGreaterThan(COUNT / 100);
    assertThat(seen.getOrDefault("refused", 0)).isGreaterThan(COUNT / 10);
  }

  @Test
  void networks() throws IOException {
    int kinds = NETWORKS.values().stream().mapToInt(List::size).sum();
    for (var each : NETWORKS.entrySet()) {
      for (String text : each.getValue()) {
        fuzz("net." + each.getKey(), text, COUNT / kinds, FuzzTest::analyse);
      }
    }
    bothHappened();
  }

  private static void analyse(Path file) throws IOException {
    Network network = Network.read(file);
    var request = new NetworkAnalysis.Request(List.of(), false, List.of(0.5));
    NetworkAnalysis analysis = NetworkAnalysis.of(network, request);
    Trees trees = Trees.of(analysis.energies(), List.of(), 0);
    NetworkJson.of(analysis, trees).writeTo(OutputStream.nullOutputStream());
    assertThat(NetworkSummary.of(analysis, trees)).isNotEmpty();
  }

  @Test
  void landscapes() throws IOException {
    for (String text : LANDSCAPES) {
      fuzz("landscape.yaml", text, COUNT / LANDSCAPES.size(), LandscapeFile::read);
    }
    bothHappened();
  }

  @Test
  void dataOfLandscapes() throws IOException {
    Path landscape =
        Files.writeString(
            folder.resolve("risk.yaml"),
            "variables: [a]\ndata: points.csv\nloss: (a - u)^2/2\nnoise: {finite-sum: {batch: 1}}\n"
                + "domain: {a: [-3, 3]}\n");
    String data = "u,v\n1,0\n-1,1.5e0\n0,\"0.5\"\n";
    fuzz("points.csv", data, COUNT, file -> LandscapeFile.read(landscape));
    bothHappened();
  }

  @Test
  void checkpoints() throws IOException {
    Path original = folder.resolve("original");
    Checkpoint.in(original, "a run");
    fuzz(
        "run.checkpoint",
        "longrun checkpoint 2" + "x".repeat(80),
        COUNT,
        file -> Checkpoint.in(file, "a run"));
    assertThat(seen.getOrDefault("read", 0)).isZero();
  }
}
