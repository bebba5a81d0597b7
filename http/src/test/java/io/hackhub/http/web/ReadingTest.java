package io.hackhub.http.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/// What of a chat counts as read, and how one gets back to what is not.
class ReadingTest extends ModuleTest {

    private static final String READER = """
            const { Reader } = await load("chat/reader.js");
            const told = [];
            const room = { last: 300, messages: { items: [] }, saw: (seq) => told.push(seq) };
            const reader = new Reader(room, "me", 10);
            const row = (seq) => ({ type: "message", key: "m" + seq, item: { seq } });
            """;

    @Test
    void whoeverGlancesAtTheEndHasNotReadWhatLiesAbove() {
        assertThat(run(READER
                        + "reader.behind = true; reader.sees([row(290), row(300)], true); reader.tell(); return told;"))
                .isEqualTo(List.of());
    }

    @Test
    void whoeverGoesBackToTheUnreadLineHasReadFromThereOn() {
        assertThat(run(READER + """
                reader.behind = true;
                reader.sees([row(290), row(300)], true);
                reader.sees([row(10), { type: "unread", key: "unread" }, row(11), row(20)], false);
                reader.tell();
                reader.sees([row(20), row(40)], false);
                reader.tell();
                return told;
                """)).isEqualTo(List.of(20, 40));
    }

    @Test
    void whoeverSaysThatItIsFineHasReadItAll() {
        assertThat(run(READER + "reader.behind = true; reader.catchUp(); return told;"))
                .isEqualTo(List.of(300));
    }

    private static final String PAGED = """
            const { api } = await load("app/services.js");
            const { Timeline } = await load("live/timeline.js");
            const timeline = new Timeline("c");
            timeline.restore({ events: [{ seq: 250, kind: "x", data: {} }], head: 250, read: 1, canWrite: true });
            let asked = 0, fails = false;
            api.get = async (path, { before }) => {
              asked++;
              await new Promise((resolve) => setTimeout(resolve, 20));
              if (fails) throw new TypeError("away");
              const from = Math.max(1, before - 100);
              return { items: Array.from({ length: before - from }, (_, i) => ({ seq: from + i, kind: "x", data: {} })) };
            };
            """;

    @Test
    void whoeverAsksForWhatIsOlderWhileItLoadsWaitsForIt() {
        assertThat(run(PAGED + """
                const first = timeline.older();
                await timeline.older();
                const loaded = [asked, timeline.first, timeline.loadingOlder];
                await first;
                void timeline.older();
                let turns = 0;
                while (timeline.hasOlder && turns++ < 1000) await timeline.older();
                return [...loaded, asked, timeline.first, turns < 10];
                """)).isEqualTo(List.of(1, 150, false, 3, 1, true));
    }

    @Test
    void aLoadThatFailsIsToldToAllWhoWaitForItAndCanBeTriedAgain() {
        assertThat(run(PAGED + """
                fails = true;
                const failed = (await Promise.allSettled([timeline.older(), timeline.older()])).map((it) => it.status);
                fails = false;
                await timeline.older();
                return [...failed, asked, timeline.first, timeline.loadingOlder];
                """)).isEqualTo(List.of("rejected", "rejected", 2, 150, false));
    }

    private static final String ROOM = """
            const { live } = await load("app/services.js");
            const { Room } = await load("chat/room.js");
            let answer;
            live.command = () => new Promise((resolve, reject) => (answer = { resolve, reject }));
            const room = new Room("team/1/chat");
            const ada = { id: "ada", username: "ada", fullName: "Ada" };
            const event = (seq, kind, data) => ({ channel: "team/1/chat", seq, kind, at: "2026-01-01T00:00:00Z", data });
            room.sink.subscribed({ canWrite: true }, 1, 0);
            room.sink.events([event(1, "message.posted", { messageId: "m", text: "old", author: ada })]);
            """;

    @Test
    void anEditIsShownUntilTheLogHasIt() {
        assertThat(run(ROOM + """
                const edited = room.edit("m", "new");
                const waits = room.edits.get("m");
                answer.resolve({ seq: 2 });
                await edited;
                const acknowledged = room.edits.get("m");
                room.sink.events([event(2, "message.edited", { messageId: "m", text: "new" })]);
                return [waits, acknowledged, room.edits.size, room.messages.byId.get("m").text];
                """)).isEqualTo(List.of("new", "new", 0, "new"));
    }

    @Test
    void whatWasWrittenIsThereForAnotherTryWhereAnEditIsRefused() {
        assertThat(run(ROOM + """
                const { edit } = await load("chat/actions.js");
                const again = new Promise((resolve) => edit(room, room.messages.byId.get("m"), "new", () => resolve("again")));
                answer.reject({ code: "forbidden", message: "no" });
                return [await again, room.edits.size, room.refusedEdits.get("m")];
                """)).isEqualTo(List.of("again", 0, "new"));
    }
}
