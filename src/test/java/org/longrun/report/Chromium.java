package org.longrun.report;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.google.common.io.MoreFiles;
import com.google.common.io.RecursiveDeleteOption;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A headless Chromium driven by the DevTools protocol over the JDK's own WebSocket: opens one page,
 * runs expressions in it, and notes every console error, exception and network request.
 */
final class Chromium implements AutoCloseable {
  private static final long PATIENCE_SECONDS = 60;

  private final Path profile;
  private final Process process;
  private final WebSocket socket;
  private final String session;
  private final AtomicInteger ids;
  private final ConcurrentHashMap<Integer, CompletableFuture<JsonNode>> answers;
  private final List<String> problems;
  private final List<String> requests;

  /** Starts the installed browser, or skips the tests and says what is left untested. */
  static Chromium orSkip(int width, int height, String untested) throws IOException {
    Optional<Path> binary = installed();
    assumeTrue(binary.isPresent(), "no chromium on the PATH: " + untested);
    return new Chromium(binary.get(), width, height);
  }

  private static Optional<Path> installed() {
    return Stream.of(System.getenv().getOrDefault("PATH", "").split(":"))
        .flatMap(dir -> Stream.of("chromium", "chromium-browser").map(n -> Path.of(dir, n)))
        .filter(Files::isExecutable)
        .findFirst();
  }

  /** Starts the browser with a fresh profile, which {@link #close} deletes. */
  private Chromium(Path binary, int width, int height) throws IOException {
    this.profile = Files.createTempDirectory("longrun-chromium");
    this.process =
        new ProcessBuilder(
                binary.toString(),
                "--headless",
                "--no-sandbox",
                "--disable-gpu",
                "--enable-unsafe-swiftshader",
                "--no-first-run",
                "--disable-background-networking",
                "--disable-component-update",
                "--disable-sync",
                "--window-size=" + width + "," + height,
                "--user-data-dir=" + profile,
                "--remote-debugging-port=0",
                "about:blank")
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    this.ids = new AtomicInteger();
    this.answers = new ConcurrentHashMap<>();
    this.problems = Collections.synchronizedList(new ArrayList<>());
    this.requests = Collections.synchronizedList(new ArrayList<>());
    this.socket =
        HttpClient.newHttpClient()
            .newWebSocketBuilder()
            .buildAsync(address(process, profile), new Listener())
            .join();
    this.session = attach();
    for (String domain : List.of("Page", "Runtime", "Log", "Network")) {
      send(domain + ".enable", SampleResults.JSON.createObjectNode());
    }
    ObjectNode metrics = SampleResults.JSON.createObjectNode();
    metrics.put("width", width).put("height", height).put("deviceScaleFactor", 1);
    send("Emulation.setDeviceMetricsOverride", metrics.put("mobile", false));
  }

  /** The address of the protocol, which the browser writes into its profile once it listens. */
  private static URI address(Process process, Path profile) throws IOException {
    Path port = profile.resolve("DevToolsActivePort");
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
    while (process.isAlive() && System.nanoTime() < end) {
      List<String> lines = Files.exists(port) ? Files.readAllLines(port) : List.of();
      if (lines.size() == 2) {
        return URI.create("ws://127.0.0.1:" + lines.get(0) + lines.get(1));
      }
      LockSupport.parkNanos(20_000_000);
    }
    throw new IOException("the browser did not start");
  }

  private String attach() {
    JsonNode targets = call("Target.getTargets", SampleResults.JSON.createObjectNode(), null);
    for (JsonNode target : targets.path("targetInfos")) {
      if (target.path("type").asText().equals("page")) {
        ObjectNode what = SampleResults.JSON.createObjectNode();
        what.put("targetId", target.path("targetId").asText()).put("flatten", true);
        return call("Target.attachToTarget", what, null).path("sessionId").asText();
      }
    }
    throw new IllegalStateException("the browser has no page");
  }

  /** Opens a page and waits until its data are read. */
  void open(Path page) {
    problems.clear();
    requests.clear();
    ObjectNode where = SampleResults.JSON.createObjectNode().put("url", page.toUri().toString());
    send("Page.navigate", where);
    run(
        "new Promise(r => document.readyState === 'complete' ? r(1) : addEventListener('load', () => r(1)))");
  }

  /** Runs an expression, awaiting its promise, and returns its value. */
  JsonNode run(String expression) {
    ObjectNode what = SampleResults.JSON.createObjectNode();
    what.put("expression", expression).put("awaitPromise", true).put("returnByValue", true);
    JsonNode answer = send("Runtime.evaluate", what);
    if (answer.has("exceptionDetails")) {
      throw new IllegalStateException(answer.path("exceptionDetails").toString());
    }
    return answer.path("result").path("value");
  }

  /** Console errors, exceptions and failed loads since the page was opened. */
  List<String> problems() {
    return List.copyOf(problems);
  }

  /** Addresses asked for since the page was opened, data and blob addresses left out. */
  List<String> requests() {
    return requests.stream().filter(u -> !u.startsWith("data:") && !u.startsWith("blob:")).toList();
  }

  /** Sends a command of the protocol to the page. */
  JsonNode send(String method, ObjectNode parameters) {
    return call(method, parameters, session);
  }

  /** A picture of what is in the window. */
  void screenshot(Path file, boolean whole) throws IOException {
    ObjectNode what = SampleResults.JSON.createObjectNode().put("format", "png");
    what.put("captureBeyondViewport", whole);
    String data = send("Page.captureScreenshot", what).path("data").asText();
    Files.write(file, Base64.getDecoder().decode(data));
  }

  private JsonNode call(String method, ObjectNode parameters, @Nullable String session) {
    int id = ids.incrementAndGet();
    ObjectNode message = SampleResults.JSON.createObjectNode().put("id", id).put("method", method);
    message.set("params", parameters);
    if (session != null) {
      message.put("sessionId", session);
    }
    CompletableFuture<JsonNode> answer = new CompletableFuture<>();
    answers.put(id, answer);
    socket.sendText(message.toString(), true).join();
    return answer.orTimeout(PATIENCE_SECONDS, TimeUnit.SECONDS).join();
  }

  @Override
  public void close() {
    socket.abort();
    process.descendants().forEach(ProcessHandle::destroy);
    process.destroy();
    process.onExit().orTimeout(10, TimeUnit.SECONDS).handle((p, late) -> p).join();
    try {
      MoreFiles.deleteRecursively(profile, RecursiveDeleteOption.ALLOW_INSECURE);
    } catch (IOException e) {
      profile.toFile().deleteOnExit();
    }
  }

  private final class Listener implements WebSocket.Listener {
    private final StringBuilder text = new StringBuilder();

    @Override
    public CompletionStage<?> onText(WebSocket from, CharSequence data, boolean last) {
      text.append(data);
      if (last) {
        receive(text.toString());
        text.setLength(0);
      }
      from.request(1);
      return CompletableFuture.completedFuture(null);
    }

    private void receive(String message) {
      try {
        JsonNode node = SampleResults.JSON.readTree(message);
        if (node.has("id")) {
          answers.remove(node.path("id").asInt()).complete(node.path("result"));
        } else {
          note(node.path("method").asText(), node.path("params"));
        }
      } catch (IOException e) {
        problems.add("unreadable message: " + e.getMessage());
      }
    }

    private void note(String event, JsonNode parameters) {
      switch (event) {
        case "Runtime.exceptionThrown" -> problems.add(parameters.toString());
        case "Runtime.consoleAPICalled" -> {
          if (List.of("error", "assert").contains(parameters.path("type").asText())) {
            problems.add(parameters.path("args").toString());
          }
        }
        case "Log.entryAdded" -> {
          if (parameters.path("entry").path("level").asText().equals("error")) {
            problems.add(parameters.path("entry").path("text").asText());
          }
        }
        case "Network.requestWillBeSent" ->
            requests.add(parameters.path("request").path("url").asText());
        default -> {}
      }
    }
  }
}
