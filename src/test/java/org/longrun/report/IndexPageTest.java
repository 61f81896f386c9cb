package org.longrun.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.junit.jupiter.api.Test;

class IndexPageTest {
  @Test
  void comparesTheLandscapes() {
    String html =
        IndexPage.empty()
            .with(SampleResults.ofReference("three_hump__gauss_s2=1"))
            .with(SampleResults.ofReference("himmelblau_tilt__gauss_s2=1"))
            .html();
    assertThat(html).contains("2 landscapes compared").contains("<td class=\"n\">9.77518</td>");
    assertThat(html).contains("<td class=\"n\">208.004</td>").contains("> 0.194</td>");
    assertThat(html).contains("href=\"himmelblau_tilt__gauss_s2-1.html\"");
  }

  @Test
  void aHostileNameStaysText() {
    ObjectNode results = SampleResults.ofReference("three_hump__gauss_s2=1");
    results.withObject("landscape").put("name", "\"><script>alert(1)</script>");
    assertThat(IndexPage.empty().with(results).html()).doesNotContain("<script");
  }

  @Test
  void anInfiniteExponentIsTheLargest() {
    ObjectNode results = SampleResults.ofReference("three_hump__gauss_s2=1");
    ((ObjectNode) results.at("/hitting/components/2")).putNull("exponent");
    assertThat(IndexPage.empty().with(results).html()).contains("<td class=\"n\">∞</td>");
  }
}
