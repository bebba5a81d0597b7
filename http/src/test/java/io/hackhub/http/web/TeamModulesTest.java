package io.hackhub.http.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Finding a team, and what stands between somebody and it.
class TeamModulesTest extends ModuleTest {

    private static final String TEAMS = """
            const { fitting, isLooking, skillsWanted } = await load("team/finding.js");
            const people = (n) => Array.from({ length: n }, (_, i) => ({ user: { id: "u" + i, fullName: "Person " + i }, role: i === 0 ? "LEADER" : "MEMBER" }));
            const team = (name, size, status, lookingFor, createdAt) => ({ id: name, name, status, lookingFor, createdAt, members: [...people(size), { user: { id: "m", fullName: "Mentor" }, role: "MENTOR" }] });
            const teams = [
              team("Alps", 2, "RECRUITING", ["Rust", "Maps"], "2026-01-01"),
              team("Bees", 4, "RECRUITING", ["maps"], "2026-01-03"),
              team("Cows", 1, "COMPETING", ["maps"], "2026-01-02"),
              team("Dogs", 1, "COMPETING", [], "2026-01-04"),
              team("Eels", 1, "DISBANDED", ["maps"], "2026-01-05"),
            ];
            const found = (wish) => fitting(teams, wish, 4).map(({ name }) => name);
            """;

    @Test
    void whoIsFullOrHasBegunAndWantsNobodyIsNotLooking() {
        assertThat(run(TEAMS + "return teams.filter((it) => isLooking(it, 4)).map(({ name }) => name);"))
                .isEqualTo(List.of("Alps", "Cows"));
    }

    @Test
    void theSkillsMostWantedComeFirstWhateverTheirCase() {
        assertThat(run(TEAMS + "return skillsWanted(teams, 4);")).isEqualTo(List.of("Maps", "Rust"));
    }

    @Test
    void teamsAreFoundByWordSkillAndFreePlace() {
        assertThat(run(TEAMS + """
                return [found({}), found({ sort: "name" }), found({ sort: "places" }), found({ skill: "Maps" }), found({ looking: true }), found({ words: "person 3" }), found({ words: "rust alps" }), found({ words: "mentor" })];
                """))
                .isEqualTo(List.of(
                        List.of("Dogs", "Bees", "Cows", "Alps"),
                        List.of("Alps", "Bees", "Cows", "Dogs"),
                        List.of("Cows", "Dogs", "Alps", "Bees"),
                        List.of("Bees", "Cows", "Alps"),
                        List.of("Cows", "Alps"),
                        List.of("Bees"),
                        List.of("Alps"),
                        List.of()));
    }

    @Test
    void aCodeSaysWhichTeamItOpens() {
        var team = UUID.fromString("01a1d229-e979-7992-b0b8-f558fa9a30ce");
        var bytes = java.nio.ByteBuffer.allocate(32)
                .putLong(team.getMostSignificantBits())
                .putLong(team.getLeastSignificantBits())
                .putLong(-1)
                .putLong(-2)
                .array();
        var code = java.util.Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);

        assertThat(run(
                        "const { readCode } = await load('team/invitation-code.js'); return [readCode('%s').team, readCode('short'), readCode('')];"
                                .formatted(code)))
                .isEqualTo(java.util.Arrays.asList(team.toString(), null, null));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{}                                                  | REGISTRATION_OPEN   | ''  | sign-in",
                "{}                                                  | REGISTRATION_OPEN   | new | register",
                "{ registration: { status: 'CANCELLED' } }           | REGISTRATION_OPEN   | new | register",
                "{ registration: { status: 'REGISTERED' } }          | REGISTRATION_OPEN   | new | join",
                "{ registration: { status: 'CHECKED_IN' } }          | ACTIVE              | new | join",
                "{ registration: { status: 'WAITLISTED' } }          | REGISTRATION_OPEN   | new | waitlisted",
                "{ registration: { status: 'REGISTERED' } }          | JUDGING             | new | over",
                "{ registration: { status: 'REGISTERED' }, teamId: 't' } | ACTIVE          | new | other-team",
                "{ roles: ['JUDGE'] }                                | ACTIVE              | new | staff",
                "{}                                                  | PUBLISHED           | new | not-yet",
                "{}                                                  | REGISTRATION_CLOSED | new | closed",
                "{ teamId: 't' }                                     | ACTIVE              | ada | already-in"
            })
    void aLinkSaysWhatComesNext(String me, String status, String user, String step) {
        assertThat(run("""
                const { nextStep } = await load("team/entrance.js");
                const team = { members: [{ role: "LEADER", user: { id: "ada" } }] };
                return nextStep(team, { me: { roles: [], ...%s }, status: "%s", teamSize: { min: 1, max: 3 } }, "%s" || undefined);
                """.formatted(me, status, user))).isEqualTo(step);
    }

    @Test
    void whatOthersWriteWhileOneLooksElsewhereIsCounted() {
        assertThat(run("""
                const { Unseen } = await load("team/unseen.js");
                const items = [{ seq: 4, author: { id: "bob" } }, { seq: 5, author: { id: "bob" } }, { seq: 6, author: { id: "me" } }, { seq: 7, kind: "member.joined" }, { seq: 8, author: { id: "bob" } }];
                const unseen = new Unseen();
                const seen = [unseen.count(items, "me")];
                unseen.leave(4); seen.push(unseen.count(items, "me"));
                unseen.leave(8); seen.push(unseen.count(items, "me"));
                unseen.back(); seen.push(unseen.count(items, "me"));
                return seen;
                """)).isEqualTo(List.of(0, 2, 2, 0));
    }
}
