package io.hackhub.http.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/// A long list of which only what is near the view is in the page.
class WindowedTest extends ModuleTest {

    /// A list of rows of different heights; `settled()` waits until nothing moves any more.
    private static final String LIST = """
            const { LitElement, html } = await import("lit");
            const { Windowed } = await load("chat/windowed.js");
            const name = "test-list-" + Math.random().toString(36).slice(2);
            const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));
            customElements.define(name, class extends LitElement {
              rows = [];
              list = new Windowed(this, { scroller: () => this.querySelector(".scroller"), guess: () => 40, moved: () => {} });
              createRenderRoot() { return this; }
              render() {
                return html`<div class="scroller" tabindex="0">${this.list.render(this.rows, (row) => html`<p tabindex="-1">${row.key}</p>`)}</div>`;
              }
              updated() { for (const row of this.querySelectorAll(".window__row")) row.firstElementChild.style.height = row.row.high + "px"; }
            });
            document.body.replaceChildren();
            const element = document.createElement(name);
            const row = (i) => ({ key: "r" + i, high: 20 + ((i * 37) % 90) });
            const sheet = new CSSStyleSheet();
            sheet.replaceSync(".scroller { position: relative; height: 600px; overflow-y: auto; overflow-anchor: none } .window__row { display: flow-root } p { margin: 0 }");
            document.adoptedStyleSheets = [sheet];
            const settled = async () => { for (let i = 0; i < 40; i++) { await frame(); await element.updateComplete; } };
            const show = async (rows) => { element.rows = rows; element.requestUpdate(); await settled(); };
            const scroller = () => element.querySelector(".scroller");
            const scrollTo = async (y) => { scroller().scrollTop = y; await settled(); };
            const top = (key) => { for (const [el, row] of element.list.shown) if (row.key === key) return Math.round(el.getBoundingClientRect().top - scroller().getBoundingClientRect().top); return null; };
            const first = () => element.list.seen[0].key;
            const inPage = () => element.querySelectorAll(".window__row").length;
            const covered = () => {
              const view = scroller().getBoundingClientRect();
              return [1, 300, 599].every((y) => document.elementFromPoint(view.left + 20, view.top + y)?.closest(".window__row"));
            };
            document.body.append(element);
            await show(Array.from({ length: 10_000 }, (_, i) => row(i)));
            """;

    @Test
    void itBeginsAtTheEndWithFewRowsInThePage() {
        assertThat(run(LIST + "return [element.list.seen.at(-1).key, covered(), inPage() < 80];"))
                .isEqualTo(List.of("r9999", true, true));
    }

    @Test
    void whereverOneScrollsThereAreRows() {
        assertThat(run(LIST + """
                for (const y of [0, 1234, 100_000, 99_000, 250_000, 5]) {
                  await scrollTo(y);
                  if (!covered() || inPage() > 120) return [y, inPage(), covered()];
                }
                return first();
                """)).isEqualTo("r0");
    }

    @Test
    void aViewKeepsItsPlaceWhileOlderRowsComeAboveIt() {
        assertThat(run(LIST + """
                await scrollTo(40_000);
                const key = first(), before = top(key);
                await show([...Array.from({ length: 73 }, (_, i) => row(20_000 + i)), ...element.rows]);
                return [top(key) - before, covered()];
                """)).isEqualTo(List.of(0, true));
    }

    @Test
    void aViewKeepsItsPlaceWhileARowAboveItGrows() {
        assertThat(run(LIST + """
                await scrollTo(40_000);
                const key = first(), before = top(key);
                const above = element.rows[element.rows.findIndex((it) => it.key === key) - 2];
                above.high += 333;
                element.requestUpdate();
                await settled();
                return top(key) - before;
                """)).isEqualTo(0);
    }

    @Test
    void whoIsAtTheEndStaysThereAndWhoIsNotDoesNotMove() {
        assertThat(run(LIST + """
                await show([...element.rows, row(10_000), row(10_001)]);
                const atEnd = element.list.seen.at(-1).key;
                await scrollTo(scroller().scrollTop - 3000);
                const y = scroller().scrollTop;
                await show([...element.rows, row(10_002)]);
                return [atEnd, scroller().scrollTop - y, element.list.atEnd];
                """)).isEqualTo(List.of("r10001", 0, false));
    }

    @Test
    void aRowIsShownHoweverFarAway() {
        assertThat(run(LIST + """
                const there = element.list.show("r77", 0.5);
                await settled();
                return [there, top("r77"), element.list.show("nobody")];
                """)).isEqualTo(List.of(true, 300, false));
    }

    @Test
    void theRowWithTheFocusStaysInThePage() {
        assertThat(run(LIST + """
                element.list.elementOf("r9999").querySelector("p").focus();
                await scrollTo(1000);
                const above = document.activeElement.textContent;
                await scrollTo(scroller().scrollHeight);
                return [above, document.activeElement.textContent, covered()];
                """)).isEqualTo(List.of("r9999", "r9999", true));
    }

    @Test
    void nothingIsLeftOfIt() {
        assertThat(run(LIST + "element.remove(); await frame(); return element.list.shown.size;"))
                .isEqualTo(0);
    }
}
