package io.hackhub.http.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/// What helps while one writes and looks for something in a chat.
class WritingTest extends ModuleTest {

    @Test
    void aNameIsCompletedAfterAnAtSignAndAnEmojiAfterAColon() {
        assertThat(run("""
                const { queryAt } = await load("chat/completion.js");
                const at = (text, caret = text.length) => { const it = queryAt(text, caret); return it && it.kind + it.query + it.from; };
                return [at("hi @ad"), at("@"), at("(@bob-x"), at("me@example.org"), at("so :roc"), at("10:30"), at("x :r"), at("@ada and", 4)];
                """)).isEqualTo(Arrays.asList("@ad3", "@0", "@bob-x1", null, ":roc3", null, null, "@ada0"));
    }

    @Test
    void peopleAreFoundByAnyPartOfTheirNameWithoutAccents() {
        assertThat(run("""
                const { peopleLike } = await load("chat/completion.js");
                const people = [["ada", "Ada Lovelace"], ["zoe", "Zoë Ölander"], ["lovis", "Lovis Corinth"], ["ada2", "Adalbert"]].map(([username, fullName]) => ({ id: username, username, fullName }));
                const like = (query) => peopleLike(people, query, 3).map((it) => it.id).join();
                return [like("lov"), like("ola"), like("ZOE"), like("xyz"), peopleLike(people, "", 3).length];
                """)).isEqualTo(List.of("lovis,ada", "zoe", "zoe", "", 3));
    }

    @Test
    void aSuggestionTakesThePlaceOfWhatWasTyped() {
        assertThat(run("""
                const { completed, queryAt } = await load("chat/completion.js");
                const { text, caret } = completed("Ask @ad please", queryAt("Ask @ad please", 7), "@ada");
                return [text, caret];
                """)).isEqualTo(List.of("Ask @ada please", 9));
    }

    @Test
    void emojiAreFoundByTheirNamesInBothLanguages() {
        assertThat(run("""
                const { EMOJI, findEmoji } = await load("chat/emoji-data.js");
                return [EMOJI.length >= 120, new Set(EMOJI.map((it) => it.emoji)).size === EMOJI.length, findEmoji("rocket", 1)[0].emoji, findEmoji("rakete", 1)[0].emoji, findEmoji("thumbs_up")[0].emoji, findEmoji("nothing like it").length];
                """)).isEqualTo(List.of(true, true, "🚀", "🚀", "👍", 0));
    }

    @Test
    void searchFindsWordsWithoutAccentsAndAuthorsNewestFirst() {
        assertThat(run("""
                const { find } = await load("chat/find.js");
                const m = (id, text, fullName = "Ada") => ({ id, text, author: { id: fullName, fullName } });
                const items = [m("1", "Das Menü"), m("2", null), { kind: "member.joined" }, m("3", "MENU today"), m("4", "x", "Zoë")];
                const ids = (query) => find(items, query).map((it) => it.id).join();
                items[0].text = "Das Menü ist da";
                return [ids("menu"), ids("zoe"), ids("  "), ids("ist da")];
                """)).isEqualTo(List.of("3,1", "4", "", "1"));
    }

    @Test
    void draftsAreKeptForTheirWriterAloneUntilTheySignOut() {
        assertThat(run("""
                const { Drafts } = await load("offline/drafts.js");
                const { Kept } = await load("offline/kept.js");
                localStorage.setItem("other", "1");
                const [ada, bob] = [new Kept("ada"), new Kept("bob")];
                ada.drafts.keep("team/1/chat", "half a thought");
                ada.drafts.keep("project/2", { mine: { name: "x" } });
                ada.drafts.keep("project/2", null);
                bob.drafts.keep("team/1/chat", "mine");
                const kept = [ada.drafts.of("team/1/chat"), ada.drafts.of("project/2"), bob.drafts.of("team/1/chat")];
                await ada.erase(false);
                const ended = new Drafts("ada").of("team/1/chat");
                await new Kept("guest").alone();
                const guest = new Drafts("ada").of("team/1/chat");
                await bob.alone();
                const afterBob = new Drafts("ada").of("team/1/chat");
                await bob.erase(true);
                bob.drafts.keep("team/1/chat", "late");
                return [...kept, ended, guest, afterBob, new Drafts("bob").of("team/1/chat"), localStorage.getItem("other")];
                """))
                .isEqualTo(Arrays.asList(
                        "half a thought", null, "mine", "half a thought", "half a thought", null, null, "1"));
    }

    @Test
    void aKeyPutsAMarkAroundWhatIsSelectedAndTakesItOffAgain() {
        assertThat(run("""
                const { markByKey } = await load("chat/marks.js");
                const box = document.createElement("textarea");
                document.body.append(box);
                const press = (key) => markByKey(box, new KeyboardEvent("keydown", { key, ctrlKey: true }));
                box.value = "a word here";
                box.setSelectionRange(2, 6);
                press("b");
                const bold = box.value, selected = box.value.slice(box.selectionStart, box.selectionEnd);
                box.setSelectionRange(2, 10);
                press("b");
                const plain = box.value;
                press("k");
                return [bold, selected, plain, box.value, press("x")];
                """))
                .isEqualTo(List.of("a **word** here", "word", "a word here", "a [word](https://) here", false));
    }

    @Test
    void whatIsReadIsWhatWasOnTheScreen() {
        assertThat(run("""
                const { Reader } = await load("chat/reader.js");
                const m = (seq, id = "bob") => ({ seq, author: { id } });
                const told = [];
                const room = { last: 9, messages: { items: [m(5), m(6), m(7, "me"), m(8), m(9)] }, saw: (seq) => told.push(seq) };
                const reader = new Reader(room, "me", 5);
                const unread = reader.unread;
                reader.sees([{ type: "message", item: m(6) }], false);
                reader.tell();
                const missed = reader.missed;
                reader.sees([], true);
                reader.tell();
                return [unread, missed, reader.missed, ...told];
                """)).isEqualTo(List.of(3, 2, 0, 6, 9));
    }
}
