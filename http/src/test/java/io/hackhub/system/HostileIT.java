package io.hackhub.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// Names, titles and texts that mean harm: on every page that shows them nothing runs, nothing is loaded, no policy is
/// violated, and the page stays as wide as it was.
class HostileIT {

    private static final String SCRIPT =
            "<script>window.hurt=1</script><img src=x onerror=window.hurt=1><svg onload=window.hurt=1>";
    private static final String LINKS =
            "[click](javascript:window.hurt=1) [data](data:text/html,<script>window.hurt=1</script>) "
                    + "![pixel](https://example.org/pixel.png) <https://example.org/\"onmouseover=window.hurt=1> [x](vbscript:1)";
    private static final String LONG_WORD = "w".repeat(9_000);
    private static final String ZALGO = "Z" + "\u0335\u0321\u034e".repeat(60) + "algo";
    private static final String RIGHT_TO_LEFT =
            "\u202Eevil\u202C \u05E9\u05DC\u05D5\u05DD \u0645\u0631\u062D\u0628\u0627";
    private static final List<String> TEXTS = List.of(
            SCRIPT,
            LINKS,
            LONG_WORD,
            ZALGO,
            RIGHT_TO_LEFT,
            "```js\n" + SCRIPT + "\n```",
            "@someone <b onclick=window.hurt=1>bold</b> &lt;script&gt; {{7*7}} ${7*7}",
            "\uD83D\uDC69\u200D\uD83D\uDC69\u200D\uD83D\uDC67\u200D\uD83D\uDC66".repeat(200));

    @RegisterExtension
    static final Browsers browsers =
            Browsers.onDemo().expecting(error -> error.contains("/project: ") && error.contains("404"));

    @Test
    void nothingThatPeopleWriteRunsOrBreaksAPage() {
        var scenario = new Scenario(browsers.program().base());
        var hackathon = scenario.open(50, Instant.now().plus(Duration.ofHours(2)));
        var person = scenario.registered("hostile", hackathon);
        rename(person, "<i onclick=window.hurt=1>" + ZALGO.substring(0, 40) + "\u202Etxt");
        var here = "/hackathons/" + hackathon.id();
        var team = person.api()
                .post(
                        here + "/teams",
                        Map.of(
                                "name",
                                "<script>window.hurt=1</script>" + "n".repeat(60),
                                "description",
                                LONG_WORD.substring(0, 1900)))
                .ok()
                .path("id")
                .asText();
        for (var text : TEXTS) {
            post(person, "team/" + team + "/chat", text);
            post(person, "hackathon/" + hackathon.id() + "/chat", text);
            hackathon
                    .organizer()
                    .api()
                    .post(here + "/updates", announcement(text))
                    .ok();
        }

        var page = browsers.page(390, 844, _ -> {});
        page.onDialog(dialog -> {
            throw new AssertionError("a dialog: " + dialog.message());
        });
        page.onRequest(request -> assertThat(request.url()).doesNotContain("example.org"));
        browsers.enter(page, person);
        var faults = new ArrayList<String>();
        for (var path : List.of(
                "/",
                here,
                here + "/teams",
                here + "/announcements",
                here + "/chat",
                "/teams/" + team,
                "/teams/" + team + "/project",
                "/inbox",
                "/me",
                "/screen/" + hackathon.id())) {
            page.navigate(browsers.url(path));
            Browsers.settle(page);
            look(page, path, faults);
        }
        var organizer = browsers.page(390, 844, _ -> {});
        browsers.enter(organizer, hackathon.organizer());
        organizer.navigate(browsers.url(here + "/organize"));
        Browsers.settle(organizer);
        look(organizer, "/organize", faults);

        assertThat(faults).isEmpty();
    }

    private static void look(Page page, String path, List<String> faults) {
        page.mouse().move(200, 400);
        if (!"undefined".equals(page.evaluate("typeof window.hurt"))) {
            faults.add(path + ": a script ran");
        }
        if (Boolean.TRUE.equals(page.evaluate("document.scrollingElement.scrollWidth > innerWidth + 1"))) {
            faults.add(path + ": wider than the page");
        }
        var links = page.evaluate(
                "[...document.querySelectorAll('a[href]')].map(a => a.protocol).filter(p => !['http:', 'https:', 'mailto:'].includes(p)).join()");
        if (!"".equals(links)) {
            faults.add(path + ": links to " + links);
        }
    }

    private static void rename(Scenario.Person person, String name) {
        person.api().put("/users/profile", Map.of("fullName", name)).ok();
    }

    private static void post(Scenario.Person person, String channel, String text) {
        var body = Map.of("cid", World.cid(), "kind", "message.post", "data", Map.of("text", text));
        person.api().post("/channels/" + channel + "/commands", body).ok();
    }

    private static Map<String, Object> announcement(String text) {
        var title = text.length() > 190 ? text.substring(0, 190) : text;
        return Map.of("title", title, "content", text, "type", "ANNOUNCEMENT", "priority", "NORMAL");
    }
}
