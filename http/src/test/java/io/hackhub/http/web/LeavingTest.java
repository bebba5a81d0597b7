package io.hackhub.http.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/// What becomes of what was begun when somebody leaves, and of what this device keeps of them.
class LeavingTest extends ModuleTest {

    private static final String UNDO = """
            const { later, settle, dropAll } = await load("design/undo.js");
            const done = [];
            const wait = (ms) => new Promise((resolve) => setTimeout(resolve, ms));
            """;

    @Test
    void whatMayStillBeUndoneIsDoneBeforeOneLeaves() {
        assertThat(run(UNDO + """
                later("x", async () => { await wait(50); done.push("done"); });
                await settle();
                done.push("left");
                return done;
                """)).isEqualTo(List.of("done", "left"));
    }

    @Test
    void whatSomebodyElseWantedIsNotDoneByTheNext() {
        assertThat(run(UNDO + """
                later("x", async () => done.push("done"), () => done.push("undone"));
                dropAll();
                await settle();
                return done;
                """)).isEqualTo(List.of("undone"));
    }

    @Test
    void whatIsDoneAsThePageGoesOutlivesItAndIsDoneByWhoeverIsHere() {
        assertThat(run(UNDO + """
                const { Http } = await load("api/http.js");
                let token = "old";
                const sent = [];
                const fetcher = async (path, { method, keepalive, headers }) => (sent.push([method, keepalive, headers.Authorization].join()), new Response("{}"));
                const http = new Http({ token: async () => token, refresh: async () => true }, fetcher);
                later("x", () => http.post("/publish"));
                token = "new";
                dispatchEvent(new Event("pagehide"));
                await settle();
                dispatchEvent(new Event("pageshow"));
                await http.post("/other");
                return sent;
                """)).isEqualTo(List.of("POST,true,Bearer new", "POST,false,Bearer new"));
    }

    private static final String TOASTS = """
            const { toast, actOnNewest } = await load("design/toast.js");
            const wait = (ms) => new Promise((resolve) => setTimeout(resolve, ms));
            const before = Object.assign(document.createElement("button"), { textContent: "before" });
            const toasts = document.createElement("hh-toasts");
            document.body.append(before, toasts);
            await toasts.updateComplete;
            const count = () => toasts.querySelectorAll(".toast").length;
            """;

    @Test
    void theTimeOfAToastStandsStillWhileSomebodyIsAtItAndTheFocusGoesBack() {
        assertThat(run(TOASTS + """
                before.focus();
                toast("x", { lasts: 150, action: { name: "undo", act: () => {} } });
                await toasts.updateComplete;
                toasts.querySelector("button").focus();
                await wait(400);
                const held = count();
                toasts.querySelector("button").click();
                await toasts.updateComplete;
                const back = [count(), document.activeElement === before];
                toast("y", { lasts: 100 });
                await wait(400);
                const over = count();
                toasts.remove(); before.remove();
                return [held, ...back, over];
                """)).isEqualTo(List.of(1, 0, true, 0));
    }

    @Test
    void aKeyTakesBackWhatWasDoneLast() {
        assertThat(run(TOASTS + """
                const { meaningOf } = await load("palette/keys.js");
                const key = (typing) => meaningOf({ key: "z", ctrlKey: true, metaKey: false, altKey: false }, { typing, afterG: false });
                const acts = [];
                toast("a", { action: { name: "undo", act: () => acts.push("a") } });
                toast("b", { action: { name: "undo", act: () => acts.push("b") } });
                toast("c");
                const took = [actOnNewest(), actOnNewest(), actOnNewest()];
                toasts.remove(); before.remove();
                return [acts.join(), ...took, key(false), key(true)];
                """)).isEqualTo(Arrays.asList("b,a", true, true, false, "undo", null));
    }

    @Test
    void whoeverSignsOutWithoutAConnectionIsSignedOutAsSoonAsThereIsOne() {
        assertThat(run("""
                const { Problem } = await load("api/problem.js");
                const { Session } = await load("api/session.js");
                localStorage.setItem("hackhub.signed-in", "1");
                localStorage.setItem("hackhub.user", JSON.stringify({ id: "u", fullName: "Ada" }));
                const asked = [];
                let away = true;
                const post = async (path) => { asked.push(path); if (away) throw Problem.unreachable(); return { accessToken: "t", expiresIn: 900, user: { id: "v" } }; };
                const session = new Session(post);
                await session.leave();
                const left = [session.state.value.phase, session.owed.value, new Session(post).owed.value];
                await session.enter("/auth/login", {}).catch(() => {});
                away = false;
                await session.enter("/auth/login", {});
                const paid = session.owed.value;
                await session.leave();
                return [...left, asked.join(" "), paid, session.owed.value];
                """))
                .isEqualTo(List.of(
                        "guest",
                        true,
                        true,
                        "/auth/logout /auth/logout /auth/logout /auth/login /auth/logout",
                        false,
                        false));
    }

    @Test
    void whatIsSomebodysOwnGoesWithThem() {
        assertThat(run("""
                const { Kept } = await load("offline/kept.js");
                const { kept } = await load("app/services.js");
                const { beginReminder, reminder } = await load("announcements/reminder.js");
                const attention = await load("announcements/attention.js");
                const before = kept.value, Real = globalThis.Notification;
                globalThis.Notification = class { static permission = "granted"; static async requestPermission() { return "granted"; } };
                const be = (user) => kept.set(new Kept(user));
                be("ada");
                await attention.allow();
                beginReminder("h", { title: "t" });
                const mine = [attention.notifies(), reminder("h")?.title];
                be("bob");
                const bobs = [attention.notifies(), reminder("h")];
                be("ada");
                await kept.value.erase(true);
                be("ada");
                const after = [attention.notifies(), reminder("h")];
                kept.set(before); globalThis.Notification = Real;
                return [...mine, ...bobs, ...after];
                """)).isEqualTo(Arrays.asList(true, "t", false, null, false, null));
    }

    @Test
    void whereSiteDataIsBlockedAllGoesOnFromMemory() {
        assertThat(run("""
                const { device, tab } = await load("offline/device.js");
                const real = ["localStorage", "sessionStorage"].map((name) => [name, Object.getOwnPropertyDescriptor(globalThis, name)]);
                for (const [name] of real) Object.defineProperty(globalThis, name, { configurable: true, get() { throw new DOMException("denied", "SecurityError"); } });
                try {
                  const { theme, chooseTheme } = await load("app/theme.js");
                  await load("app/scroll.js"); await load("i18n/language.js");
                  chooseTheme("dark"); tab.set("a", "1");
                  const held = [theme(), tab.get("a"), device.get("b")];
                  chooseTheme("system"); tab.remove("a");
                  return [...held, theme(), tab.get("a"), tab.keys.length];
                } finally {
                  for (const [name, descriptor] of real) Object.defineProperty(globalThis, name, descriptor);
                }
                """)).isEqualTo(Arrays.asList("dark", "1", null, "system", null, 0));
    }
}
