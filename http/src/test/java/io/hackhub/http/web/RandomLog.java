package io.hackhub.http.web;

/// A chat's log made up of chance, the same for the same seed: `randomLog(seed, length)` answers `{events, random}`.
final class RandomLog {

    static final String SCRIPT = """
            const randomLog = (seed, length) => {
              const random = () => ((seed = (seed * 1103515245 + 12345) % 2147483648) / 2147483648);
              const one = (list) => list[Math.floor(random() * list.length)];
              const people = ["ada", "bob", "cid"].map((id) => ({ id, username: id, fullName: id }));
              const ids = [];
              const events = [];
              let at = Date.UTC(2026, 0, 5, 9);
              for (let seq = 1; seq <= length; seq++) {
                at += random() * 40 * 60_000;
                const e = (kind, data) => events.push({ seq, kind, at: new Date(at).toISOString(), data });
                const dice = random();
                if (dice < 0.6 || ids.length === 0) {
                  ids.push("m" + seq);
                  e("message.posted", { messageId: "m" + seq, author: one(people), text: "t" + seq, ...(random() < 0.1 ? { replyTo: one(ids) } : {}) });
                } else if (dice < 0.7) e("message.edited", { messageId: one(ids), text: "e" + seq });
                else if (dice < 0.75) e("message.deleted", { messageId: one(ids) });
                else if (dice < 0.8) e(one(["message.pinned", "message.unpinned"]), { messageId: one(ids) });
                else if (dice < 0.93) e(one(["reaction.added", "reaction.removed"]), { messageId: one(ids), emoji: one(["+", "-"]), userId: one(people).id });
                else if (dice < 0.995) e(one(["member.joined", "member.left"]), { userId: one(people).id });
                else e("user.erased", { userId: one(people).id });
              }
              return { events, random };
            };
            """;

    private RandomLog() {}
}
