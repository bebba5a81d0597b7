package io.hackhub.http.hackathon;

import static io.hackhub.http.shared.Answers.fields;
import static io.hackhub.http.shared.Answers.json;
import static io.hackhub.http.shared.Answers.slug;
import static org.assertj.core.api.Assertions.assertThat;

import io.hackhub.core.access.Action;
import io.hackhub.core.hackathon.HackathonCommand.SetStaff;
import io.hackhub.core.hackathon.HackathonReply.Reason;
import io.hackhub.core.hackathon.HackathonReply.Refused;
import io.hackhub.core.hackathon.StaffRole;
import io.hackhub.core.shared.Channel;
import io.hackhub.core.shared.TeamId;
import io.hackhub.http.shared.TestGuard;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// `/hackathons/{id}/staff` and `/people`, and what memberships say.
class StaffRoutesTest extends HackathonRouteKit {

    private static final String STAFF = "/hackathons/spring-hack/staff";
    private static final String PEOPLE = "/hackathons/spring-hack/people";

    @Test
    void thoseWhoAreThereSeeTheStaffOwnersIncluded() {
        var page = json(as(ADA, get(STAFF)).assertStatusCode(200));

        assertThat(page.path("items")).hasSize(2);
        assertThat(page.path("items").path(0).path("user").path("id").asText()).isEqualTo(OTTO.toString());
        assertThat(page.path("items").path(0).path("roles").toString()).isEqualTo("[\"ORGANIZER\",\"MENTOR\"]");
        as(WALT, get(STAFF)).assertStatusCode(403);
        as(NOBODY, get(STAFF)).assertStatusCode(403);
        asGuest(get(STAFF)).assertStatusCode(401);
        asAdmin(get(STAFF)).assertStatusCode(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"username\":\"judy\"", "\"email\":\"judy@example.org\""})
    void somebodyIsTakenOnByNameOrAddress(String who) {
        var answer = json(
                as(OLGA, post(STAFF, "{" + who + ",\"roles\":[\"JUDGE\"]}")).assertStatusCode(201));

        assertThat(answer.path("roles").toString()).isEqualTo("[\"JUDGE\"]");
        var command = last(SetStaff.class);
        assertThat(command.user()).isEqualTo(JUDY);
        assertThat(command.roles()).containsExactly(StaffRole.JUDGE);
        assertThat(command.keep()).isTrue();
    }

    @Test
    void whoIsTakenOnHasAConfirmedAccount() {
        assertThat(fields(as(OLGA, post(STAFF, "{\"username\":\"ghost\",\"roles\":[\"JUDGE\"]}"))
                        .assertStatusCode(422)))
                .containsExactly("/username");
        assertThat(fields(as(OLGA, post(STAFF, "{\"email\":\"fresh\",\"roles\":[\"JUDGE\"]}"))
                        .assertStatusCode(422)))
                .containsExactly("/email");
        assertThat(told).isEmpty();
    }

    @Test
    void accountsCannotBeProbedByTakingOnStaff() {
        limited();
        for (int i = 0; i < 60; i++) {
            as(OLGA, post(STAFF, "{\"username\":\"ghost\",\"roles\":[\"JUDGE\"]}"))
                    .assertStatusCode(422);
        }

        assertThat(slug(as(OLGA, post(STAFF, "{\"username\":\"ghost\",\"roles\":[\"JUDGE\"]}"))
                        .assertStatusCode(429)))
                .isEqualTo("rate-limited");
    }

    @Test
    void rolesAreHeldToTheirForm() {
        assertThat(fields(as(OLGA, post(STAFF, "{\"username\":\"judy\",\"roles\":[]}"))
                        .assertStatusCode(422)))
                .containsExactly("/roles");
        assertThat(fields(as(OLGA, post(STAFF, "{\"username\":\"judy\",\"roles\":[\"KING\"]}"))
                        .assertStatusCode(422)))
                .containsExactly("/roles/0");
        assertThat(fields(as(OLGA, post(STAFF, "{\"username\":\"judy\",\"roles\":[\"JUDGE\",\"JUDGE\"]}"))
                        .assertStatusCode(422)))
                .containsExactly("/roles");
        assertThat(fields(as(OLGA, post(STAFF, "{\"roles\":[\"JUDGE\"]}")).assertStatusCode(422)))
                .containsExactly("/username");
    }

    @Test
    void whoTakesPartIsNoStaff() {
        reply = new Refused(Reason.ROLE_CONFLICT);

        assertThat(slug(as(OLGA, post(STAFF, "{\"username\":\"judy\",\"roles\":[\"JUDGE\"]}"))
                        .assertStatusCode(409)))
                .isEqualTo("role-conflict");
    }

    @Test
    void rolesAreReplacedAndTakenAway() {
        as(OLGA, put(STAFF + "/" + JUDY, "{\"roles\":[\"MENTOR\"]}")).assertStatusCode(200);
        assertThat(last(SetStaff.class).keep()).isFalse();

        as(OLGA, delete(STAFF + "/" + JUDY)).assertStatusCode(204);
        assertThat(last(SetStaff.class).roles()).isEmpty();
        reply = new Refused(Reason.NOT_STAFF);
        assertThat(slug(as(OLGA, delete(STAFF + "/" + ADA)).assertStatusCode(404)))
                .isEqualTo("not-found");
        as(OLGA, delete(STAFF + "/judy")).assertStatusCode(404);
    }

    @Test
    void onlyOrganizersConfigureAdminsOnRecord() {
        as(JUDY, delete(STAFF + "/" + JUDY)).assertStatusCode(403);
        as(ADA, post(STAFF, "{\"username\":\"judy\",\"roles\":[\"JUDGE\"]}")).assertStatusCode(403);
        asGuest(delete(STAFF + "/" + JUDY)).assertStatusCode(401);
        assertThat(told).isEmpty();

        asAdmin(delete(STAFF + "/" + JUDY)).assertStatusCode(204);
        assertThat(audit).containsExactly(new Noted(EVE, Action.CONFIGURE_JUDGING, "hackathon/" + SPRING));
    }

    @Test
    void peopleAreFoundByThoseAmongThem() {
        assertThat(json(as(ADA, get(PEOPLE + "?q=ad")).assertStatusCode(200)).path("items"))
                .hasSize(1);
        assertThat(json(as(JUDY, get(PEOPLE + "?q=bob")).assertStatusCode(200)).path("items"))
                .isEmpty();
        as(NOBODY, get(PEOPLE + "?q=ad")).assertStatusCode(403);
        as(WALT, get(PEOPLE + "?q=ad")).assertStatusCode(403);
        asGuest(get(PEOPLE)).assertStatusCode(401);
        as(ADA, get(PEOPLE + "?q=" + "x".repeat(101))).assertStatusCode(422);
    }

    // Memberships

    @Test
    void membershipsNameWhatOneIsAndWhereOneListens() {
        var mine = memberships();
        var ada = TestGuard.caller(ADA, "ada", false);

        assertThat(mine.hackathons(ada).toCompletableFuture().join())
                .singleElement()
                .satisfies(it -> {
                    assertThat(it.teamId()).isEqualTo(FakeRecords.ROCKETS);
                    assertThat(it.registration()).isNotNull();
                });
        assertThat(mine.channels(ada).toCompletableFuture().join())
                .containsExactly(
                        new MyMemberships.ChannelShape(new Channel.Inbox(ADA), 9, 4),
                        new MyMemberships.ChannelShape(new Channel.Announcements(SPRING), 9, 0),
                        new MyMemberships.ChannelShape(new Channel.HackathonChat(SPRING), 9, 0),
                        new MyMemberships.ChannelShape(new Channel.TeamChat(FakeRecords.ROCKETS), 9, 0));
    }

    @Test
    void aMentorListensToTheTeamsThatInvitedThem() {
        assertThat(memberships(FakeRecords.ROCKETS)
                        .channels(TestGuard.caller(WALT, "walt", false))
                        .toCompletableFuture()
                        .join())
                .extracting(MyMemberships.ChannelShape::channel)
                .contains(new Channel.TeamChat(FakeRecords.ROCKETS));
    }

    @Test
    void whoWaitsHasNoChatYet() {
        var channels = memberships()
                .channels(TestGuard.caller(WALT, "walt", false))
                .toCompletableFuture()
                .join();

        assertThat(channels)
                .extracting(MyMemberships.ChannelShape::channel)
                .containsExactly(new Channel.Inbox(WALT), new Channel.Announcements(SPRING));
    }

    private MyMemberships memberships(TeamId... mentored) {
        return new MyMemberships(
                records,
                _ -> CompletableFuture.completedFuture(List.of(mentored)),
                channels -> CompletableFuture.completedFuture(
                        channels.stream().collect(Collectors.toMap(it -> it, _ -> 9L))),
                user -> CompletableFuture.completedFuture(Map.<Channel, Long>of(new Channel.Inbox(user), 4L)),
                InstantSource.fixed(NOON));
    }
}
