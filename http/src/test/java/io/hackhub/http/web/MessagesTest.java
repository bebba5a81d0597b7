package io.hackhub.http.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What a chat's events come to.
class MessagesTest extends ModuleTest {

    private static final String FOLD = """
            const { Messages } = await load("chat/messages.js");
            let seq = 0;
            const e = (kind, data) => ({ seq: ++seq, kind, at: "2026-01-01T00:00:00Z", data });
            const post = (messageId, text) => e("message.posted", { messageId, text, author: { id: "ada", fullName: "Ada" } });
            const fold = (...events) => Messages.from(events);
            """;

    @Test
    void anEditChangesTheTextAndSaysSo() {
        assertThat(
                        run(
                                FOLD
                                        + "const m = fold(post('1', 'a'), e('message.edited', { messageId: '1', text: 'b' })).items[0]; return [m.text, m.edited];"))
                .isEqualTo(List.of("b", true));
    }

    @Test
    void aDeletedMessageHasNoTextAndStaysSo() {
        assertThat(
                        run(
                                FOLD
                                        + "return fold(post('1', 'a'), e('message.deleted', { messageId: '1' }), e('message.edited', { messageId: '1', text: 'b' })).items[0].text;"))
                .isNull();
    }

    @Test
    void aMessageThatComesDeletedHasNoText() {
        assertThat(
                        run(
                                FOLD
                                        + "return fold(e('message.posted', { messageId: '1', text: null, deleted: true, author: { id: 'ada' } })).items[0].text;"))
                .isNull();
    }

    @Test
    void reactionsAreCountedByPerson() {
        assertThat(run(FOLD + """
                const r = (kind, userId) => e("reaction." + kind, { messageId: "1", emoji: "+", userId });
                const m = fold(post("1", "a"), r("added", "bob"), r("added", "cid"), r("added", "bob"), r("removed", "cid")).items[0];
                return [...m.reactions].map(([emoji, users]) => emoji + users.size);
                """)).isEqualTo(List.of("+1"));
    }

    @Test
    void theSameMessageTwiceIsOneMessage() {
        assertThat(run(FOLD + "return fold(post('1', 'a'), post('1', 'a')).items.length;"))
                .isEqualTo(1);
    }

    @Test
    void anErasedPersonHasNoName() {
        assertThat(run(FOLD
                        + "return fold(post('1', 'a'), e('user.erased', { userId: 'ada' })).items[0].author.fullName;"))
                .isEqualTo("");
    }

    @Test
    void kindsOfLaterVersionsAreLeftAlone() {
        assertThat(run(FOLD + "return fold(post('1', 'a'), e('message.sung', { messageId: '1' })).items.length;"))
                .isEqualTo(1);
    }

    /// The same log in pages, the newest first, comes to the same messages as in one go.
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 5, 8, 13, 21, 34})
    void pagesThatComeBackwardsMakeTheSameMessages(int seed) {
        assertThat(run(RandomLog.SCRIPT + """
                const { Messages } = await load("chat/messages.js");
                const shape = ({ items, pinned }) => JSON.stringify([items, [...pinned].map((it) => it.id).sort()],
                  (name, it) => name === "version" ? undefined : it instanceof Map ? [...it].map(([key, users]) => [key, [...users].sort()]) : it);
                const { events, random } = randomLog(%d, 400);
                const whole = shape(Messages.from(events));
                const paged = new Messages();
                let from = events.length;
                while (from > 0) {
                  const to = from;
                  from = Math.max(0, from - 1 - Math.floor(random() * 60));
                  if (to === events.length) events.slice(from).forEach((event) => paged.apply(event));
                  else paged.prepend(events.slice(from, to));
                }
                return shape(paged) === whole ? "same" : whole + " / " + shape(paged);
                """.formatted(seed))).isEqualTo("same");
    }
}
