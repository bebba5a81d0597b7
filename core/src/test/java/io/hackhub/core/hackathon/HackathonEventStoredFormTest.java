package io.hackhub.core.hackathon;

import static io.hackhub.core.hackathon.Samples.ADA;
import static io.hackhub.core.hackathon.Samples.CLUB;
import static io.hackhub.core.hackathon.Samples.MILESTONES;
import static io.hackhub.core.hackathon.Samples.OWNER;
import static io.hackhub.core.hackathon.Samples.ROCKETS;
import static org.assertj.core.api.Assertions.assertThat;

import io.hackhub.core.StoredForm;
import io.hackhub.core.hackathon.Claims.Claim;
import io.hackhub.core.hackathon.HackathonEvent.CheckedIn;
import io.hackhub.core.hackathon.HackathonEvent.Created;
import io.hackhub.core.hackathon.HackathonEvent.DetailsChanged;
import io.hackhub.core.hackathon.HackathonEvent.LossApplied;
import io.hackhub.core.hackathon.HackathonEvent.ManagersChanged;
import io.hackhub.core.hackathon.HackathonEvent.Promoted;
import io.hackhub.core.hackathon.HackathonEvent.Registered;
import io.hackhub.core.hackathon.HackathonEvent.Rescheduled;
import io.hackhub.core.hackathon.HackathonEvent.StaffChanged;
import io.hackhub.core.hackathon.HackathonEvent.StartHeld;
import io.hackhub.core.hackathon.HackathonEvent.StatusChanged;
import io.hackhub.core.hackathon.HackathonEvent.TeamClaimReleased;
import io.hackhub.core.hackathon.HackathonEvent.TeamClaimSettled;
import io.hackhub.core.hackathon.HackathonEvent.TeamClaimed;
import io.hackhub.core.hackathon.HackathonEvent.Withdrawn;
import io.hackhub.core.hackathon.Roll.Place;
import io.hackhub.core.shared.JsonSerializable;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.apache.pekko.actor.testkit.typed.javadsl.ActorTestKit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// What was once written to the journal must be read for ever. Lines here are only ever added.
class HackathonEventStoredFormTest {

    private static final ActorTestKit ACTORS = ActorTestKit.create();
    private static final Instant NINE = Instant.parse("2026-03-01T09:00:00Z");

    private static final String AT = "\"at\":\"2026-03-01T09:00:00Z\"";
    private static final String ADA_ID = "\"0199a1f0-0000-7000-8000-000000010002\"";
    private static final String OWNER_ID = "\"0199a1f0-0000-7000-8000-000000010001\"";
    private static final String TEAM_ID = "\"0199a1f0-0000-7000-8000-0000000000a1\"";
    private static final String DETAILS = """
            {"title":"Spring Hack","description":"Build something","theme":"Climate","difficulty":"BEGINNER",\
            "maxParticipants":100,"teamSize":{"min":1,"max":4},\
            "prizes":[{"id":"first","name":"First prize","amount":{"amount":150000,"currency":"USD"},"rank":1}],\
            "requirements":{"skills":["java","css"]},"resources":{"wifi":"guest"},"rules":"Be kind",\
            "judgingCriteria":[{"key":"impact","name":"Impact","weight":2.0,"min":0.0,"max":10.0,"optional":false},\
            {"key":"fun","name":"Fun","weight":1.0,"min":0.0,"max":10.0,"optional":true}],\
            "tracks":[{"id":"energy","name":"Energy"}],"leaderboardVisibility":"PUBLIC"}""";
    private static final String DATES = """
            {"registrationStart":"2026-03-02T09:00:00Z","registrationEnd":"2026-03-09T09:00:00Z",\
            "startDate":"2026-03-10T09:00:00Z","endDate":"2026-03-11T09:00:00Z","graceMinutes":15,\
            "timeZone":"Europe/Berlin"}""";

    static Stream<Arguments> stored() {
        return Stream.concat(Stream.concat(organizers(), participants()), snapshots());
    }

    private static Stream<Arguments> organizers() {
        return Stream.of(
                line(
                        "{\"organization\":\"0199a1f0-0000-7000-8000-000000000002\",\"slug\":\"spring-hack\",\"details\":"
                                + DETAILS + ",\"milestones\":" + DATES
                                + ",\"managersVersion\":1,\"managers\":[{\"user\":" + OWNER_ID
                                + ",\"role\":\"ORGANIZATION_OWNER\"}],\"by\":" + OWNER_ID + "," + AT + "}",
                        new Created(
                                CLUB,
                                "spring-hack",
                                Samples.details(100),
                                MILESTONES,
                                1,
                                Samples.managers(),
                                OWNER,
                                NINE)),
                line(
                        "{\"details\":" + DETAILS + ",\"by\":" + OWNER_ID + "," + AT + "}",
                        new DetailsChanged(Samples.details(100), OWNER, NINE)),
                line(
                        "{\"milestones\":" + DATES + ",\"by\":" + OWNER_ID + "," + AT + "}",
                        new Rescheduled(MILESTONES, OWNER, NINE)),
                line(
                        "{\"from\":\"ACTIVE\",\"to\":\"JUDGING\"," + AT + "}",
                        new StatusChanged(HackathonStatus.ACTIVE, HackathonStatus.JUDGING, null, null, NINE)),
                line(
                        "{\"from\":\"DRAFT\",\"to\":\"CANCELLED\",\"by\":" + OWNER_ID + ",\"reason\":\"No hall\"," + AT
                                + "}",
                        new StatusChanged(HackathonStatus.DRAFT, HackathonStatus.CANCELLED, OWNER, "No hall", NINE)),
                line("{" + AT + "}", new StartHeld(NINE)),
                line(
                        "{\"version\":2,\"managers\":[{\"user\":" + OWNER_ID + ",\"role\":\"ORGANIZATION_OWNER\"}],"
                                + AT + "}",
                        new ManagersChanged(2, Samples.managers(), NINE)),
                line(
                        "{\"user\":" + ADA_ID + ",\"roles\":[\"JUDGE\",\"MENTOR\"],\"by\":" + OWNER_ID + "," + AT + "}",
                        new StaffChanged(ADA, List.of(StaffRole.JUDGE, StaffRole.MENTOR), OWNER, NINE)));
    }

    private static Stream<Arguments> participants() {
        var claim = "{\"user\":" + ADA_ID + ",\"team\":" + TEAM_ID + ",\"claim\":7,";
        return Stream.of(
                line(
                        "{\"user\":" + ADA_ID
                                + ",\"registration\":\"0199a1f0-0000-7001-8000-000000010002\",\"status\":\"WAITLISTED\","
                                + AT + "}",
                        new Registered(ADA, Samples.registration(ADA), RegistrationStatus.WAITLISTED, NINE)),
                line("{\"user\":" + ADA_ID + "," + AT + "}", new Promoted(ADA, NINE)),
                line("{\"user\":" + ADA_ID + ",\"by\":" + OWNER_ID + "," + AT + "}", new CheckedIn(ADA, OWNER, NINE)),
                line("{\"user\":" + ADA_ID + "," + AT + "}", new Withdrawn(ADA, NINE)),
                line(
                        claim + "\"credential\":{\"by\":\"founder\"}," + AT + "}",
                        new TeamClaimed(ADA, ROCKETS, 7, new Credential.Founder(), NINE)),
                line(
                        claim + "\"credential\":{\"by\":\"invitation\",\"hash\":\"c0ffee\"}," + AT + "}",
                        new TeamClaimed(ADA, ROCKETS, 7, new Credential.Invitation("c0ffee"), NINE)),
                line(
                        claim + "\"credential\":{\"by\":\"organizer\"}," + AT + "}",
                        new TeamClaimed(ADA, ROCKETS, 7, new Credential.ByOrganizer(), NINE)),
                line(claim + AT + "}", new TeamClaimSettled(ADA, ROCKETS, 7, NINE)),
                line(claim + AT + "}", new TeamClaimReleased(ADA, ROCKETS, 7, NINE)),
                line("{\"user\":" + ADA_ID + ",\"version\":9," + AT + "}", new LossApplied(ADA, 9, NINE)));
    }

    private static Stream<Arguments> snapshots() {
        var live = new Live(
                new Live.Origin(CLUB, "spring-hack", NINE),
                new Live.Plan(Samples.details(100), MILESTONES),
                new Course(HackathonStatus.COMPLETED, true, false, NINE),
                new People(1, Samples.managers(), List.of(new Staff(ADA, List.of(StaffRole.JUDGE)))),
                new Roll(List.of(new Place(ADA, Samples.registration(ADA), true, NINE)), List.of()),
                new Claims(7, List.of(new Claim(7, ADA, ROCKETS, new Credential.Founder(), true))),
                List.of(new Loss(ADA, 9, ROCKETS, 7, false)),
                new Live.Stamp(12, 3, NINE));
        return Stream.of(
                line("{}", new HackathonState.Absent()),
                line(
                        "{\"origin\":{\"organization\":\"0199a1f0-0000-7000-8000-000000000002\",\"slug\":\"spring-hack\","
                                + "\"createdAt\":\"2026-03-01T09:00:00Z\"},\"plan\":{\"details\":" + DETAILS
                                + ",\"milestones\":" + DATES
                                + "},\"course\":{\"status\":\"COMPLETED\",\"published\":true,\"held\":false,"
                                + "\"overSince\":\"2026-03-01T09:00:00Z\"},\"people\":{\"managersVersion\":1,"
                                + "\"managers\":[{\"user\":" + OWNER_ID
                                + ",\"role\":\"ORGANIZATION_OWNER\"}],\"staff\":[{\"user\":" + ADA_ID
                                + ",\"roles\":[\"JUDGE\"]}]},\"roll\":{\"registered\":[{\"user\":" + ADA_ID
                                + ",\"registration\":\"0199a1f0-0000-7001-8000-000000010002\",\"checkedIn\":true," + AT
                                + "}],\"waiting\":[]},\"claims\":{\"last\":7,\"all\":[{\"number\":7,\"user\":" + ADA_ID
                                + ",\"team\":" + TEAM_ID
                                + ",\"credential\":{\"by\":\"founder\"},\"settled\":true}]},\"losses\":[{\"user\":"
                                + ADA_ID + ",\"version\":9,\"team\":" + TEAM_ID
                                + ",\"claim\":7,\"mentor\":false}],\"stamp\":{\"version\":12,\"revision\":3,"
                                + "\"updatedAt\":\"2026-03-01T09:00:00Z\"}}",
                        live));
    }

    private static Arguments line(String json, JsonSerializable stored) {
        return Arguments.of(stored.getClass().getName(), json, stored);
    }

    @ParameterizedTest
    @MethodSource("stored")
    void isReadAndWrittenUnchanged(String manifest, String json, JsonSerializable stored) {
        new StoredForm(ACTORS.system()).stays(manifest, json, stored);
    }

    @Test
    void everyEventHasALine() {
        var tested = stored().map(line -> Objects.requireNonNull(line.get()[2]).getClass())
                .toList();

        assertThat(Arrays.stream(HackathonEvent.class.getPermittedSubclasses())).allMatch(tested::contains);
    }

    @Test
    void theNamesOfEventsStay() {
        assertThat(Arrays.stream(HackathonEvent.class.getPermittedSubclasses()).map(Class::getSimpleName))
                .contains(
                        "Created",
                        "DetailsChanged",
                        "Rescheduled",
                        "StatusChanged",
                        "StartHeld",
                        "ManagersChanged",
                        "StaffChanged",
                        "Registered",
                        "Promoted",
                        "CheckedIn",
                        "Withdrawn",
                        "TeamClaimed",
                        "TeamClaimSettled",
                        "TeamClaimReleased",
                        "LossApplied");
        assertThat(HackathonEvent.class.getName()).isEqualTo("io.hackhub.core.hackathon.HackathonEvent");
    }

    @AfterAll
    static void stop() {
        ACTORS.shutdownTestKit();
    }
}
