package io.hackhub.http.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Text of people, made into markup: useful, and harmless.
class MarkdownTest extends ModuleTest {

    @Test
    void markdownIsRendered() {
        assertThat(html("**bold** and `code`\\n\\n- one"))
                .isEqualTo("<p><strong>bold</strong> and <code>code</code></p>\n<ul>\n<li>one</li>\n</ul>\n");
    }

    @Test
    void eachThingThatMarkdownCanSayHasItsElement() {
        var text = "# Title\\n\\n## Part\\n\\n> said\\n\\n---\\n\\n3. three\\n4. four\\n\\n- [x] done\\n- [ ] not";
        assertThat(html(text)).isEqualTo("""
                        <h3>Title</h3>
                        <h4>Part</h4>
                        <blockquote>
                        <p>said</p>
                        </blockquote>
                        <hr>
                        <ol start="3">
                        <li>three</li>
                        <li>four</li>
                        </ol>
                        <ul>
                        <li>☑ done</li>
                        <li>☐ not</li>
                        </ul>
                        """);
        assertThat(html("- loose\\n\\n- list"))
                .isEqualTo("<ul>\n<li><p>loose</p>\n</li>\n<li><p>list</p>\n</li>\n</ul>\n");
        assertThat(html("one\\ntwo *three* ~~four~~ \\\\*five\\\\*"))
                .isEqualTo("<p>one<br>two <em>three</em> <del>four</del> *five*</p>\n");
        assertThat(html("| a | b |\\n|---|---|\\n| 1 | `2` |"))
                .isEqualTo("<table><thead><tr><th>a</th>\n<th>b</th>\n</tr></thead>"
                        + "<tbody><tr><td>1</td>\n<td><code>2</code></td>\n</tr></tbody></table>\n");
        assertThat(html("https://example.org/a?b=c&d=e and you@example.org"))
                .contains("href=\"https://example.org/a?b=c&amp;d=e\"", "href=\"mailto:you@example.org\"");
        assertThat(html("&lt;b&gt; &#65; &nope; `&lt;`"))
                .isEqualTo("<p>&lt;b&gt; A &amp;nope; <code>&amp;lt;</code></p>\n");
    }

    @Test
    void whatIsNestedWithoutEndIsCutShort() {
        assertThat(run("""
                const { rendered } = await load("markdown/markdown.js");
                return [">".repeat(9000), "- ".repeat(4000), "**a _b ".repeat(1000), "[".repeat(5000), "> - ".repeat(2000)].map((text) => {
                  const place = document.createElement("div");
                  place.append(rendered(text));
                  let deepest = 0;
                  for (const it of place.querySelectorAll("*")) {
                    let depth = 0;
                    for (let up = it; up !== place; up = up.parentElement) depth++;
                    deepest = Math.max(deepest, depth);
                  }
                  return deepest < 45;
                });
                """)).isEqualTo(List.of(true, true, true, true, true));
    }

    @Test
    void rawHtmlIsShownAsText() {
        assertThat(html("<b>hi</b>")).isEqualTo("<p>&lt;b&gt;hi&lt;/b&gt;</p>\n");
    }

    @Test
    void aPictureBecomesALinkSoThatNobodyLearnsWhoReads() {
        assertThat(html("![cat](https://example.org/cat.png)"))
                .contains("<a")
                .contains("https://example.org/cat.png")
                .doesNotContain("<img");
    }

    @Test
    void linksLeaveWithoutATrace() {
        assertThat(html("[x](https://example.org)"))
                .contains("rel=\"noopener nofollow\"")
                .contains("target=\"_blank\"");
    }

    @Test
    void theWordsAloneStayApartAcrossLinesParagraphsAndItems() {
        assertThat(run("""
                const { plain } = await load("markdown/markdown.js");
                return ["one\\ntwo", "# Title\\nmore\\n\\n- a\\n- b", "| x | y |\\n|---|---|\\n| 1 | 2 |", "w**or**d"].map(plain);
                """)).isEqualTo(List.of("one two", "Title more a b", "x y 1 2", "word"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<script>window.hit = 1</script>",
                "<img src=x onerror=\"window.hit = 1\">",
                "[x](javascript:window.hit=1)",
                "[x](JaVaScRiPt:window.hit=1)",
                "[x](data:text/html,<script>window.hit=1</script>)",
                "[x](vbscript:hit)",
                "[x](//evil.example)",
                "[x](/\\\\evil.example)",
                "[x](</\\t/evil.example>)",
                "[x](/&#92;evil.example)",
                "[x](java&#115;cript:window.hit=1)",
                "[x](javascript&colon;window.hit=1)",
                "[x](<java\\tscript:window.hit=1>)",
                "<svg onload=window.hit=1>",
                "<iframe src=javascript:window.hit=1></iframe>",
                "<a href=\"javascript:window.hit=1\">x</a>",
                "![x](javascript:window.hit=1)",
                "![x\\\" onerror=window.hit=1](https://e.example/\\\"onerror=window.hit=1)",
                "<style>*{display:none}</style>",
                "<form action=https://evil.example><input name=password></form>",
                "`<img src=x onerror=window.hit=1>`",
                "<math><mtext><table><mglyph><style><img src=x onerror=window.hit=1>"
            })
    void hostileTextIsHarmless(String text) {
        var result = page.evaluate("""
                async (text) => {
                  const { rendered } = await import("/assets/markdown/markdown.js");
                  const place = document.createElement("div");
                  delete window.hit;
                  document.body.append(place);
                  place.append(rendered(text));
                  await new Promise((resolve) => setTimeout(resolve, 30));
                  const tags = [...place.querySelectorAll("script,img,svg,iframe,style,form,input,math,object,embed,link,meta")];
                  const urls = [...place.querySelectorAll("[href]")].map((it) => it.getAttribute("href"));
                  const handlers = [...place.querySelectorAll("*")].flatMap((it) => [...it.attributes]).filter((it) => it.name.startsWith("on"));
                  return tags.length + handlers.length + urls.filter((url) => !/^(https?:|mailto:|\\/[^/]|#)/.test(url) || (url.startsWith("/") && new URL(url, location.href).origin !== location.origin)).length + (window.hit ? 1 : 0);
                }
                """, text);

        assertThat(result).isEqualTo(0);
    }

    @Test
    void codeIsColouredInElementsAndHasAWayToBeCopied() {
        assertThat(run("""
                const { contentOf } = await load("markdown/content.js");
                const place = document.createElement("div");
                place.append(contentOf("```js\\nconst a = '<b>';\\n```"));
                for (let i = 0; i < 100 && !place.querySelector(".code__keyword"); i++) await new Promise((resolve) => setTimeout(resolve, 30));
                return [place.querySelector(".code__keyword").textContent, place.querySelector("code").textContent, place.querySelector(".code__head span").textContent, place.querySelectorAll("button").length];
                """)).isEqualTo(List.of("const", "const a = '<b>';\n", "js", 1));
    }

    @Test
    void aLanguageIsTheOnlyClassThatATextMayBring() {
        assertThat(html("```js' onclick=hit class=notice\\nx\\n```\\n\\n```hostile<script>\\nx\\n```"))
                .doesNotContain("notice")
                .doesNotContain("<script")
                .doesNotContain("onclick=");
    }

    @Test
    void onlyTheReadersOwnNameIsMarkedAsTheirs() {
        assertThat(run("""
                const { contentOf } = await load("markdown/content.js");
                const place = document.createElement("div");
                place.append(contentOf("@ada, @bob.b. and a@b.org `@ada`", { mentions: true, me: "ada" }));
                return [...place.querySelectorAll(".mention")].map((it) => it.textContent + (it.classList.contains("mention--me") ? "!" : ""));
                """)).isEqualTo(List.of("@ada!", "@bob.b"));
    }

    private String html(String text) {
        return (String) run("""
                const { rendered } = await load("markdown/markdown.js");
                const place = document.createElement("div");
                place.append(rendered("%s"));
                return place.innerHTML;
                """.formatted(text));
    }
}
