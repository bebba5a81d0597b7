package io.hackhub.core.judging;

import static io.hackhub.core.judging.JudgingFixtures.NINE;
import static org.assertj.core.api.Assertions.assertThat;

import io.hackhub.core.StoredForm;
import io.hackhub.core.hackathon.LeaderboardVisibility;
import io.hackhub.core.judging.LeaderboardEvent.Closed;
import io.hackhub.core.judging.LeaderboardEvent.Finalized;
import io.hackhub.core.judging.LeaderboardEvent.Frozen;
import io.hackhub.core.judging.LeaderboardEvent.PanelArranged;
import io.hackhub.core.judging.LeaderboardEvent.PublishRefused;
import io.hackhub.core.judging.LeaderboardEvent.PublishRequested;
import io.hackhub.core.judging.LeaderboardEvent.Published;
import io.hackhub.core.judging.LeaderboardEvent.Reopened;
import io.hackhub.core.judging.LeaderboardEvent.ScoreSubmitted;
import io.hackhub.core.judging.LeaderboardEvent.Unfrozen;
import io.hackhub.core.shared.TeamId;
import io.hackhub.core.shared.UserId;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.apache.pekko.actor.testkit.typed.javadsl.ActorTestKit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// What was once written to the journal must be read for ever. Lines here are only ever added.
class LeaderboardEventStoredFormTest {

    private static final ActorTestKit actors = ActorTestKit.create();
    private static final UserId JUDGE = UserId.of("019a0000-0000-7000-8000-000000000001");
    private static final TeamId ROCKETS = TeamId.of("019a0000-0000-7000-8000-00000000000a");
    private static final UUID CID = UUID.fromString("019a0000-0000-7000-8000-00000000000c");

    static Stream<Arguments> stored() {
        var rubric = new Rubric(List.of(new Criterion("idea", "Idea", 2, 1, 5, false)));
        var row = new ResultRow(ROCKETS, "Rockets", 74.5, 1, false);
        return Stream.of(
                line(
                        """
                        {"version":7,"rubric":{"criteria":[{"key":"idea","name":"Idea","weight":2.0,"min":1.0,"max":5.0,\
                        "optional":false}]},"judges":["019a0000-0000-7000-8000-000000000001"],"teams":[{"team":\
                        "019a0000-0000-7000-8000-00000000000a","name":"Rockets"}],"visibility":"PUBLIC","freezeAt":\
                        "2026-03-01T09:00:00Z","at":"2026-03-01T09:00:00Z"}""",
                        new PanelArranged(
                                7,
                                rubric,
                                List.of(JUDGE),
                                List.of(new Entrant(ROCKETS, "Rockets")),
                                LeaderboardVisibility.PUBLIC,
                                NINE,
                                NINE)),
                line("""
                        {"version":8,"at":"2026-03-01T09:00:00Z"}""", new Closed(8, NINE)),
                line("""
                        {"at":"2026-03-01T09:00:00Z"}""", new Reopened(NINE)),
                line(
                        """
                        {"cid":"019a0000-0000-7000-8000-00000000000c","judge":"019a0000-0000-7000-8000-000000000001",\
                        "team":"019a0000-0000-7000-8000-00000000000a","criteria":{"idea":4.5,"look":null},"comment":"Neat",\
                        "complete":true,"version":3,"at":"2026-03-01T09:00:00Z"}""",
                        new ScoreSubmitted(
                                CID,
                                JUDGE,
                                ROCKETS,
                                new Marks(Map.of("idea", 4.5), Set.of("look")),
                                "Neat",
                                true,
                                3,
                                NINE)),
                line("""
                        {"rows":[{"team":"019a0000-0000-7000-8000-00000000000a","name":"Rockets","score":74.5,"rank":1,\
                        "tied":false}],"by":"019a0000-0000-7000-8000-000000000001","at":"2026-03-01T09:00:00Z"}""", new Frozen(List.of(row), JUDGE, NINE)),
                line("""
                        {"rows":[],"at":"2026-03-01T09:00:00Z"}""", new Frozen(List.of(), null, NINE)),
                line("""
                        {"by":"019a0000-0000-7000-8000-000000000001","at":"2026-03-01T09:00:00Z"}""", new Unfrozen(JUDGE, NINE)),
                line(
                        """
                        {"results":{"version":2,"method":"JUDGE_EFFECTS","rows":[{"team":\
                        "019a0000-0000-7000-8000-00000000000a","name":"Rockets","score":74.5,"rank":1,"tied":false}],\
                        "waived":[{"judgeId":"019a0000-0000-7000-8000-000000000001"}]},"by":\
                        "019a0000-0000-7000-8000-000000000001","at":"2026-03-01T09:00:00Z"}""",
                        new Finalized(
                                new Results(
                                        2,
                                        Results.Method.JUDGE_EFFECTS,
                                        List.of(row),
                                        List.of(new Waiver(JUDGE, null))),
                                JUDGE,
                                NINE)),
                line("""
                        {"by":"019a0000-0000-7000-8000-000000000001","at":"2026-03-01T09:00:00Z"}""", new PublishRequested(JUDGE, NINE)),
                line("""
                        {"at":"2026-03-01T09:00:00Z"}""", new PublishRefused(NINE)),
                line("""
                        {"hackathonVersion":41,"at":"2026-03-01T09:00:00Z"}""", new Published(41, NINE)));
    }

    private static Arguments line(String json, LeaderboardEvent event) {
        return Arguments.of(
                "io.hackhub.core.judging.LeaderboardEvent$" + event.getClass().getSimpleName(), json, event);
    }

    @ParameterizedTest
    @MethodSource("stored")
    void isReadAndWrittenUnchanged(String manifest, String json, LeaderboardEvent event) {
        new StoredForm(actors.system()).stays(manifest, json, event);
    }

    @Test
    void everyEventHasALine() {
        var events = Arrays.asList(LeaderboardEvent.class.getPermittedSubclasses());

        assertThat(stored().map(line -> String.valueOf(line.get()[0])).distinct())
                .containsExactlyInAnyOrderElementsOf(
                        events.stream().map(Class::getName).toList());
    }

    @AfterAll
    static void stop() {
        actors.shutdownTestKit();
    }
}
