package io.hackhub.core.team;

import static org.assertj.core.api.Assertions.assertThat;

import io.hackhub.core.StoredForm;
import io.hackhub.core.team.TeamEvent.DepartureSettled;
import io.hackhub.core.team.TeamEvent.HackathonKnown;
import io.hackhub.core.team.TeamEvent.InvitationCreated;
import io.hackhub.core.team.TeamEvent.InvitationRevoked;
import io.hackhub.core.team.TeamEvent.JoinRefused;
import io.hackhub.core.team.TeamEvent.LeadershipPassed;
import io.hackhub.core.team.TeamEvent.MemberJoined;
import io.hackhub.core.team.TeamEvent.MemberLeft;
import io.hackhub.core.team.TeamEvent.MentorInvited;
import io.hackhub.core.team.TeamEvent.MentorRemoved;
import io.hackhub.core.team.TeamEvent.ProjectSaved;
import io.hackhub.core.team.TeamEvent.ProjectSubmitted;
import io.hackhub.core.team.TeamEvent.SubmissionWithdrawn;
import io.hackhub.core.team.TeamEvent.TeamDisbanded;
import io.hackhub.core.team.TeamEvent.TeamEdited;
import io.hackhub.core.team.TeamEvent.TeamFormed;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.apache.pekko.actor.testkit.typed.javadsl.ActorTestKit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// What was once written to the journal must be read for ever. Lines here are only ever added.
class TeamEventStoredFormTest {

    private static final ActorTestKit actors = ActorTestKit.create();
    private static final Instant NINE = Instant.parse("2026-03-01T09:00:00Z");
    private static final Project GLIDER =
            new Project("Glider", "It flies", "https://example.org/r", null, List.of("green"), 3);
    private static final InvitationId INVITATION = new InvitationId(new UUID(7, 1));

    private static final Map<String, TeamEvent> STORED = Map.ofEntries(
            Map.entry(
                    """
                    {"hackathon":"00000000-0000-0001-0000-000000000001","name":"Rockets","description":"We fly","lookingFor":["Rust"],\
                    "founder":"00000000-0000-0009-0000-000000000001","hackathonVersion":10,"phase":"BEFORE_START","minSize":2,"maxSize":4,\
                    "chatUntil":"2026-03-01T09:00:00Z","at":"2026-03-01T09:00:00Z"}""",
                    new TeamFormed(
                            TeamWorld.SPRING,
                            "Rockets",
                            "We fly",
                            List.of("Rust"),
                            TeamWorld.ADA,
                            10,
                            HackathonPhase.BEFORE_START,
                            2,
                            4,
                            NINE,
                            NINE)),
            Map.entry("""
                    {"name":"Comets","lookingFor":[],"at":"2026-03-01T09:00:00Z"}""", new TeamEdited("Comets", null, List.of(), NINE)),
            Map.entry("""
                    {"at":"2026-03-01T09:00:00Z"}""", new TeamDisbanded(NINE)),
            Map.entry("""
                    {"user":"00000000-0000-0009-0000-000000000001","n":4,"at":"2026-03-01T09:00:00Z"}""", new MemberJoined(TeamWorld.ADA, 4, null, NINE)),
            Map.entry("""
                    {"user":"00000000-0000-0009-0000-000000000002","n":4,"invitation":"00000000-0000-0007-0000-000000000001",\
                    "at":"2026-03-01T09:00:00Z"}""", new MemberJoined(TeamWorld.BOB, 4, INVITATION, NINE)),
            Map.entry("""
                    {"user":"00000000-0000-0009-0000-000000000001","n":4,"reason":"FULL","at":"2026-03-01T09:00:00Z"}""", new JoinRefused(TeamWorld.ADA, 4, Refusal.FULL, NINE)),
            Map.entry("""
                    {"user":"00000000-0000-0009-0000-000000000001","n":4,"by":"00000000-0000-0009-0000-000000000002",\
                    "at":"2026-03-01T09:00:00Z"}""", new MemberLeft(TeamWorld.ADA, 4, TeamWorld.BOB, NINE)),
            Map.entry("""
                    {"user":"00000000-0000-0009-0000-000000000001","n":5,"at":"2026-03-01T09:00:00Z"}""", new DepartureSettled(TeamWorld.ADA, 5, NINE)),
            Map.entry("""
                    {"to":"00000000-0000-0009-0000-000000000001","at":"2026-03-01T09:00:00Z"}""", new LeadershipPassed(TeamWorld.ADA, NINE)),
            Map.entry("""
                    {"invitation":"00000000-0000-0007-0000-000000000001","codeHash":"ab12","user":"00000000-0000-0009-0000-000000000002",\
                    "by":"00000000-0000-0009-0000-000000000001","uses":1,"expiresAt":"2026-03-01T09:00:00Z","at":"2026-03-01T09:00:00Z"}""", new InvitationCreated(INVITATION, "ab12", TeamWorld.BOB, TeamWorld.ADA, 1, NINE, NINE)),
            Map.entry("""
                    {"invitation":"00000000-0000-0007-0000-000000000001","at":"2026-03-01T09:00:00Z"}""", new InvitationRevoked(INVITATION, NINE)),
            Map.entry("""
                    {"user":"00000000-0000-0009-0000-000000000005","by":"00000000-0000-0009-0000-000000000001","at":"2026-03-01T09:00:00Z"}""", new MentorInvited(TeamWorld.MIA, TeamWorld.ADA, NINE)),
            Map.entry("""
                    {"user":"00000000-0000-0009-0000-000000000005","at":"2026-03-01T09:00:00Z"}""", new MentorRemoved(TeamWorld.MIA, NINE)),
            Map.entry("""
                    {"project":{"name":"Glider","description":"It flies","repositoryUrl":"https://example.org/r","trackIds":["green"],"version":3},\
                    "by":"00000000-0000-0009-0000-000000000001","at":"2026-03-01T09:00:00Z"}""", new ProjectSaved(GLIDER, TeamWorld.ADA, NINE)),
            Map.entry("""
                    {"submission":{"project":{"name":"Glider","description":"It flies","repositoryUrl":"https://example.org/r",\
                    "trackIds":["green"],"version":3},"late":true,"by":"00000000-0000-0009-0000-000000000001","at":"2026-03-01T09:00:00Z"},\
                    "at":"2026-03-01T09:00:00Z"}""", new ProjectSubmitted(new Submission(GLIDER, true, TeamWorld.ADA, NINE), NINE)),
            Map.entry("""
                    {"by":"00000000-0000-0009-0000-000000000001","at":"2026-03-01T09:00:00Z"}""", new SubmissionWithdrawn(TeamWorld.ADA, NINE)),
            Map.entry("""
                    {"version":12,"phase":"OVER","minSize":1,"maxSize":5,"chatUntil":"2026-03-01T09:00:00Z","at":"2026-03-01T09:00:00Z"}""", new HackathonKnown(12, HackathonPhase.OVER, 1, 5, NINE, NINE)));

    static Stream<Arguments> stored() {
        return STORED.entrySet().stream().map(it -> Arguments.of(it.getKey(), it.getValue()));
    }

    @AfterAll
    static void stop() {
        actors.shutdownTestKit();
    }

    @ParameterizedTest
    @MethodSource("stored")
    void isReadAndWrittenUnchanged(String json, TeamEvent event) {
        var manifest = "io.hackhub.core.team.TeamEvent$" + event.getClass().getSimpleName();
        new StoredForm(actors.system()).stays(manifest, json, event);
    }

    @Test
    void everyKindOfEventIsHeldHere() {
        assertThat(STORED.values().stream().map(TeamEvent::getClass))
                .containsAll(Arrays.asList(TeamEvent.class.getPermittedSubclasses()).stream()
                        .<Class<? extends TeamEvent>>map(it -> it.asSubclass(TeamEvent.class))
                        .toList());
    }
}
