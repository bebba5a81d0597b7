package io.hackhub.http.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.hackhub.core.live.RefusalCode;
import io.hackhub.http.shared.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// Whatever the server may refuse, the client has words for: no reader meets it in a language that is not theirs. What
/// one language has the others have, see `CataloguesTest`.
class ServerWordsTest extends ModuleTest {

    private static final List<Path> SERVER = List.of(Path.of("src/main/java"), Path.of("../core/src/main/java"));

    /// Where bodies are judged, a code stands between the field and what is said of it.
    private static final Pattern JUDGES = Pattern.compile("\\bValidation\\b|\\bFieldError\\b|\\bnew Field\\(");

    private static final Pattern CODE = Pattern.compile(
            "(?:\"|\\w|\\))\\s*,\\s*\"([a-z]+(?:-[a-z]+)*)\",\\s*(?:\"|message\\b)|case [A-Z_]+ -> \"([a-z-]+)\";");
    private static final Pattern GUARD =
            Pattern.compile("(?:new Guard\\(|Guards\\s*\\.that\\([^\"]*?|\\.that\\([^\"]*?)\\s*\"([a-z-]+)\",");

    @Test
    void everyKindOfProblemHasWords() {
        assertThat(words("problems"))
                .containsAll(Arrays.stream(Problem.values()).map(Problem::slug).toList());
    }

    @Test
    void everyRefusalOfTheLiveConnectionHasWords() {
        assertThat(words("problems"))
                .containsAll(Arrays.stream(RefusalCode.values())
                        .map(RefusalCode::wire)
                        .toList());
    }

    @Test
    void everyCodeOfAFieldHasWords() throws IOException {
        var codes = found(CODE, JUDGES);

        assertThat(codes).contains("required", "too-long", "common", "time-zone", "range");
        assertThat(words("fields")).containsAll(codes);
    }

    @Test
    void everyGuardHasWords() throws IOException {
        var guards = found(GUARD, GUARD);

        assertThat(guards).contains("dates", "capacity", "no-score", "reviews", "ties");
        assertThat(words("guards")).containsExactlyInAnyOrderElementsOf(guards);
    }

    @Test
    void whoReadsGermanIsToldInGermanWhatIsWrongWithAField() {
        page.evaluate("localStorage.setItem('hackhub.language', 'de')");
        page.reload();

        assertThat(run("""
                const { Problem, problemOf } = await load("api/problem.js");
                const { atFields } = await load("auth/form.js");
                const short = new Problem({ type: "/problems/validation", errors: [{ field: "/password", code: "too-short", message: "must have at least 12 characters" }] }, 422);
                const taken = new Problem({ type: "/problems/email-taken", title: "This e-mail address has an account" }, 409);
                const guarded = new Problem({ type: "/problems/guard-failed", guards: [{ guard: "ties", message: "Rank 1 is tied between A and B: declare it shared.", teams: ["a", "b"] }] }, 409);
                const ours = problemOf({ code: "unavailable", message: "Diese Seite ist älter als der Server.", said: "Diese Seite ist älter als der Server." });
                localStorage.removeItem("hackhub.language");
                return [short.at("/password"), atFields(short).at("/password"), atFields(taken).at("/email"), guarded.guards[0].message, problemOf({ code: "muted", message: "you are muted" }).message, ours.message];
                """))
                .isEqualTo(List.of(
                        "ist zu kurz",
                        "Bitte mindestens 12 Zeichen.",
                        "Mit dieser Adresse gibt es schon ein Konto. Melde dich damit an.",
                        "Einige Teams liegen gleichauf, und ihr Rang ist noch nicht geteilt.",
                        "Du bist hier für eine Weile stumm geschaltet.",
                        "Diese Seite ist älter als der Server."));
    }

    @SuppressWarnings("unchecked")
    private List<String> words(String part) {
        return (List<String>) run("const { text } = await load('api/text.js'); return Object.keys(text." + part + ");");
    }

    /// What a pattern names in the server's source, in files that hold `where`.
    private static Set<String> found(Pattern what, Pattern where) throws IOException {
        var found = new TreeSet<String>();
        for (var root : SERVER) {
            try (Stream<Path> files = Files.walk(root)) {
                for (var file :
                        files.filter(it -> it.toString().endsWith(".java")).toList()) {
                    var source = Files.readString(file);
                    if (where.matcher(source).find()) {
                        what.matcher(source).results().forEach(it -> codesOf(it).forEach(found::add));
                    }
                }
            }
        }
        return found;
    }

    private static Stream<String> codesOf(MatchResult found) {
        return IntStream.rangeClosed(1, found.groupCount())
                .mapToObj(found::group)
                .filter(Objects::nonNull);
    }
}
