package io.hackhub.http.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Ids, waiting times, close codes, addresses: pure functions.
class SmallModulesTest extends ModuleTest {

    @Test
    void idsAreUuidsOfVersionSevenInAscendingOrder() {
        var ids = run(
                "const { uuidv7 } = await load('live/uuid.js'); return Array.from({ length: 5000 }, () => uuidv7(1700000000000));");

        assertThat(ids)
                .asInstanceOf(InstanceOfAssertFactories.list(String.class))
                .isSorted()
                .doesNotHaveDuplicates()
                .allMatch(id -> id.matches("[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}"));
    }

    @Test
    void anIdSaysWhenItWasMade() {
        assertThat(run("const { uuidv7, timeOf } = await load('live/uuid.js'); return timeOf(uuidv7(1900000000123));"))
                .isEqualTo(1_900_000_000_123d);
    }

    @Test
    void anIdAgreesWithWhatTheServerReads() {
        var id = java.util.UUID.fromString(
                (String) run("const { uuidv7 } = await load('live/uuid.js'); return uuidv7(1900000000123);"));

        assertThat(id.version()).isEqualTo(7);
        assertThat(id.getMostSignificantBits() >>> 16).isEqualTo(1_900_000_000_123L);
    }

    @Test
    void theWaitIsAnythingUpToTheBoundThatDoublesToThirtySeconds() {
        assertThat(run("""
                const { backoff } = await load("live/backoff.js");
                return [0, 1, 2, 3, 4, 5, 6, 60].map((n) => [backoff(n, () => 0), backoff(n, () => 0.99999999)]);
                """))
                .isEqualTo(List.of(
                        List.of(0, 999),
                        List.of(0, 1999),
                        List.of(0, 3999),
                        List.of(0, 7999),
                        List.of(0, 15999),
                        List.of(0, 29999),
                        List.of(0, 29999),
                        List.of(0, 29999)));
    }

    @ParameterizedTest
    @CsvSource({
        "1000, resume",
        "1001, resume",
        "1006, resume",
        "1009, shrink",
        "4000, resume",
        "4008, resume",
        "4010, resume",
        "4401, refresh",
        "4400, terminal",
        "4403, terminal",
        "4426, terminal",
        "4429, terminal"
    })
    void everyCloseCodeHasItsMeaning(int code, String verdict) {
        assertThat(run("const { verdict } = await load('live/closing.js'); return verdict(%d);".formatted(code)))
                .isEqualTo(verdict);
    }

    @Test
    void pathsAreMatchedPartByPart() {
        assertThat(run("""
                const { match } = await load("app/router.js");
                return [match("/teams/:id", "/teams/a%20b"), match("/teams/:id", "/teams"), match("/teams/:id", "/teams/1/project"), match("/", "/")];
                """)).isEqualTo(java.util.Arrays.asList(Map.of("id", "a b"), null, null, Map.of()));
    }

    @Test
    void theWayBackFromSigningInIsNotInWhatAServerSees() {
        assertThat(run("""
                const { navigate, nextPage, signInUrl } = await load("app/router.js");
                navigate("/join?from=mail#s3cret"); navigate(signInUrl());
                const seen = [location.pathname + location.search, nextPage()];
                navigate("/sign-in#next=//elsewhere"); seen.push(nextPage());
                navigate("/"); seen.push(nextPage());
                return seen;
                """)).isEqualTo(List.of("/sign-in", "/join?from=mail#s3cret", "/", "/"));
    }

    @Test
    void emptyFiltersAreLeftOutOfAddresses() {
        assertThat(
                        run(
                                "const { queryString } = await load('api/http.js'); return queryString({ a: '', b: null, c: 0, d: 'x y' });"))
                .isEqualTo("?c=0&d=x+y");
    }

    @Test
    void whomOneMentorsIsWhoseChatOneFollowsWithoutBeingOnTheTeam() {
        assertThat(run("""
                const { mentoredTeams } = await load("me/memberships.js");
                const channels = ["user/u/inbox", "team/own/chat", "hackathon/h/chat", "team/theirs/chat"].map((channel) => ({ channel, head: 0, read: 0 }));
                return mentoredTeams({ organizations: [], hackathons: [{ id: "h", teamId: "own" }, { id: "i", teamId: null }], channels });
                """)).isEqualTo(List.of("theirs"));
    }
}
