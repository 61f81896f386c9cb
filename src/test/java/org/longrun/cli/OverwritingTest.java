package org.longrun.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Nothing is overwritten that is not a result of the same kind. */
class OverwritingTest {
  private static final String LANDSCAPE =
      """
      variables: [x]
      objective: x^4/4 - x^2/2 + x/10
      noise: {gaussian: {variance: 1}}
      domain: {x: [-2.5, 2.5]}
      """;

  @TempDir Path folder;

  private Invocation run(String... words) {
    List<String> command = new ArrayList<>(List.of(words));
    command.addAll(List.of("--out", folder.toString()));
    return Invocation.of(command.toArray(String[]::new));
  }

  private String file(String name, String content) throws IOException {
    return Files.writeString(folder.resolve(name), content).toString();
  }

  private static void refused(Invocation run, String message) {
    assertThat(run.status()).as(run.err()).isEqualTo(ExitStatus.WRONG_INPUT);
    assertThat(run.err()).contains(message).hasLineCount(1);
  }

  @Test
  void aNetworkBesideAnAnalysisOfItsName() throws IOException {
    String landscape = file("well.yaml", LANDSCAPE);
    assertThat(run("analyze", landscape, "--format", "json,graphml", "--format", "csv").status())
        .isEqualTo(ExitStatus.DONE);
    assertThat(folder.resolve("well.graph.json")).exists();
    assertThat(folder.resolve("well.graphml")).exists();
    assertThat(folder.resolve("well.csv")).exists();
    String analysis = Files.readString(folder.resolve("well.json"));
    String page = Files.readString(folder.resolve("well.html"));
    for (String graph : new String[] {"well.dot", "well.graphml", "well.csv"}) {
      Invocation network = run("graph", folder.resolve(graph).toString());
      assertThat(network.status()).as(network.err()).isEqualTo(ExitStatus.DONE);
      assertThat(network.out()).contains("these results are well.network.json");
    }
    assertThat(folder.resolve("well.json")).hasContent(analysis);
    assertThat(folder.resolve("well.html")).hasContent(page);
    assertThat(folder.resolve("well.network.json")).content().contains("\"network\"");
    assertThat(run("analyze", landscape).status()).isEqualTo(ExitStatus.DONE);
  }

  @Test
  void anAnalysisBesideANetworkOfItsNameAndFilesOfOthers() throws IOException {
    String landscape = file("well.yaml", LANDSCAPE);
    String network = file("well.csv", "from,to,cost\na,b,1\nb,a,2\n");
    assertThat(run("graph", network).status()).isEqualTo(ExitStatus.DONE);
    refused(run("analyze", landscape), "well.json holds a network's results");
    file("well.json", "{\"mine\": 1}");
    refused(run("analyze", landscape), "well.json holds no results of this program");
    assertThat(run("graph", network).out()).contains("well.network.json");
    assertThat(folder.resolve("well.json")).hasContent("{\"mine\": 1}");
    Files.delete(folder.resolve("well.json"));
    refused(run("simulate", landscape), "well.html holds no results");
  }

  @Test
  void anInputIsNotOverwritten() throws IOException {
    String csv = file("a.csv", "from,to,cost\na,b,1\nb,a,2\n");
    refused(run("graph", csv, "--format", "csv"), "a.csv is an input and would be overwritten");
    assertThat(run("graph", csv, "--format", "dot").status()).isEqualTo(ExitStatus.DONE);
    refused(run("graph", csv, "--format", "dot,csv"), "a.csv is an input");
    assertThat(Path.of(csv)).content().startsWith("from,to,cost\na,b,1\n");
    String landscape = file("data.yaml", LANDSCAPE);
    assertThat(run("analyze", landscape).status()).isEqualTo(ExitStatus.DONE);
    file("data.csv", "u,v\n1,2\n");
    refused(run("analyze", landscape, "--format", "csv"), "data.csv holds no results");
  }

  @Test
  void twoResultsOfOneName() throws IOException {
    String first = file("first.yaml", "name: same\n" + LANDSCAPE);
    String second = file("second.yaml", "name: same\n" + LANDSCAPE);
    refused(run("analyze", first, second), "two results would be called");
    refused(run("simulate", first, second), "two results would be called");
    assertThat(folder.resolve("same.json")).doesNotExist();
  }

  @Test
  void namesOfOtherResults() throws IOException {
    for (String name : new String[] {"index", "Index", "a.simulation", "a.graph", "a.network"}) {
      String file = file("x.yaml", "name: " + name + "\n" + LANDSCAPE);
      refused(Invocation.of("check", file), "x.yaml:1:7: results are called '" + name + "'");
    }
    refused(Invocation.of("check", file("index.yaml", LANDSCAPE)), "index.yaml:1:1: results are");
    String first = file("one.yaml", LANDSCAPE);
    String second = file("two.yaml", LANDSCAPE);
    file("index.html", "<html>my home page</html>");
    refused(run("analyze", first, second), "index.html holds no results");
    Files.delete(folder.resolve("index.html"));
    for (int again = 0; again < 2; again++) {
      assertThat(run("analyze", first, second).status()).isEqualTo(ExitStatus.DONE);
    }
    assertThat(folder.resolve("index.html")).content().contains("class=\"index\"");
  }

  @Test
  void pathsAreLeftOutIfThatIsAskedFor() throws IOException {
    String landscape = file("well.yaml", LANDSCAPE);
    assertThat(run("analyze", landscape).status()).isEqualTo(ExitStatus.DONE);
    assertThat(folder.resolve("well.json")).content().contains("\"path\" : [");
    assertThat(run("analyze", landscape, "--no-paths").status()).isEqualTo(ExitStatus.DONE);
    assertThat(folder.resolve("well.json"))
        .content()
        .doesNotContain("\"path\" : [")
        .contains("\"residual\"");
  }

  @Test
  void anUnknownFormatAmongSeveral() throws IOException {
    String csv = file("a.csv", "from,to,cost\na,b,1\nb,a,2\n");
    refused(run("graph", csv, "--format", "dot,gexf"), "no graph format is called 'gexf'");
  }
}
