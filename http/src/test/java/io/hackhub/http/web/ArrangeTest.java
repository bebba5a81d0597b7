package io.hackhub.http.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// A chat's messages as rows: by day and by author, the same whether they came at once, one by one or backwards.
class ArrangeTest extends ModuleTest {

    @Test
    void messagesOfOnePersonStandTogetherUntilADayAPauseOrTheUnreadLine() {
        assertThat(run("""
                const { Rows } = await load("chat/arrange.js");
                const ada = { id: "ada" }, bob = { id: "bob" };
                const at = (minutes) => new Date(2026, 0, 5, 12, minutes).toISOString();
                const m = (seq, author, minutes) => ({ id: "m" + seq, seq, author, at: at(minutes), text: "" });
                const arranged = new Rows({ after: 4, to: 5, me: "ada" });
                arranged.follow([m(1, ada, 0), m(2, ada, 1), m(3, ada, 20), m(4, bob, 21), m(5, bob, 22), m(6, bob, 23)]);
                return arranged.rows.map((row) => row.type === "message" ? row.key + (row.starts ? "+" : "") : row.type);
                """)).isEqualTo(List.of("day", "m1+", "m2", "m3+", "m4+", "unread", "m5+", "m6"));
    }

    @Test
    void whatComesWhileOneLooksIsNotUnread() {
        assertThat(run("""
                const { Rows } = await load("chat/arrange.js");
                const m = (seq) => ({ id: "m" + seq, seq, author: { id: "bob" }, at: "2026-01-05T12:00:00Z", text: "" });
                const arranged = new Rows({ after: 2, to: 2, me: "ada" });
                arranged.follow([m(1), m(2), m(3)]);
                return arranged.line;
                """)).isEqualTo(-1);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 5, 8, 13, 21, 34, 55, 89})
    void rowsThatGrowAreThoseThatAreMadeAnew(int seed) {
        assertThat(run(RandomLog.SCRIPT + """
                const { Messages } = await load("chat/messages.js");
                const { Rows } = await load("chat/arrange.js");
                const { events, random } = randomLog(%d, 500);
                const { items } = Messages.from(events.filter((it) => it.kind !== "user.erased"));
                const unread = { after: Math.floor(random() * 500), to: 450, me: "ada" };
                const shape = ({ rows, line }) => JSON.stringify([rows.map((row) => [row.type, row.key, row.starts, row.text]), line]);
                const grown = new Rows(unread);
                let from = Math.floor(items.length / 2), to = from + 1;
                grown.follow(items.slice(from, to));
                while (from > 0 || to < items.length) {
                  if (random() < 0.5) from = Math.max(0, from - Math.floor(random() * 40));
                  else to = Math.min(items.length, to + Math.floor(random() * 40));
                  grown.follow(items.slice(from, to));
                  const anew = new Rows(unread);
                  anew.follow(items.slice(from, to));
                  if (shape(grown) !== shape(anew)) return shape(grown) + " / " + shape(anew);
                }
                return "same";
                """.formatted(seed))).isEqualTo("same");
    }
}
