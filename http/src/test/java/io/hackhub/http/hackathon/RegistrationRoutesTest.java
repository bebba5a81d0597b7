package io.hackhub.http.hackathon;

import static io.hackhub.http.shared.Answers.fields;
import static io.hackhub.http.shared.Answers.json;
import static io.hackhub.http.shared.Answers.slug;
import static org.assertj.core.api.Assertions.assertThat;

import io.hackhub.core.access.Action;
import io.hackhub.core.hackathon.HackathonCommand.CheckIn;
import io.hackhub.core.hackathon.HackathonCommand.Register;
import io.hackhub.core.hackathon.HackathonCommand.Registrations;
import io.hackhub.core.hackathon.HackathonCommand.Withdraw;
import io.hackhub.core.hackathon.HackathonReply.Enrolled;
import io.hackhub.core.hackathon.HackathonReply.Reason;
import io.hackhub.core.hackathon.HackathonReply.Refused;
import io.hackhub.core.hackathon.Registration;
import io.hackhub.core.hackathon.RegistrationStatus;
import java.util.UUID;
import org.apache.pekko.http.javadsl.model.HttpRequest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// `/hackathons/{id}/register` and `/registrations`.
class RegistrationRoutesTest extends HackathonRouteKit {

    private static final String REGISTER = "/hackathons/spring-hack/register";
    private static final String LIST = "/hackathons/spring-hack/registrations";

    @Test
    void registeringAnswersWithTheRegistration() {
        as(NOBODY, HttpRequest.POST(REGISTER)).assertStatusCode(201).assertEntity("""
            {"id":"00000000-0000-0008-0000-000000000008","hackathonId":"00000000-0000-0001-0000-000000000001",\
            "user":{"id":"00000000-0000-0009-0000-000000000001","username":"user","fullName":"Some Body","skills":[]},\
            "status":"REGISTERED","registeredAt":"2026-03-05T11:59:00Z"}""");
        assertThat(last(Register.class).user()).isEqualTo(NOBODY);
        assertThat(records.applications).isEmpty();
    }

    @Test
    void whoWaitsSeesWhere() {
        reply = new Enrolled(new Registration(new UUID(8, 9), NOBODY, RegistrationStatus.WAITLISTED, 7, null, NOON));

        var answer = json(as(NOBODY, post(REGISTER, "{}")).assertStatusCode(201));

        assertThat(answer.path("status").asText()).isEqualTo("WAITLISTED");
        assertThat(answer.path("position").asInt()).isEqualTo(7);
    }

    @Test
    void whatWasWrittenIsKeptBesideTheJournal() {
        as(NOBODY, post(REGISTER, "{\"applicationData\":{\"shirt\":\"M\"}}")).assertStatusCode(201);

        var registration = last(Register.class).registration();
        assertThat(records.applications).containsEntry(registration, "{\"shirt\":\"M\"}");
    }

    @Test
    void whatWasWrittenIsForgottenIfItComesToNothing() {
        reply = new Refused(Reason.REGISTRATION_CLOSED);

        assertThat(slug(as(NOBODY, post(REGISTER, "{\"applicationData\":{\"shirt\":\"M\"}}"))
                        .assertStatusCode(409)))
                .isEqualTo("registration-closed");
        assertThat(records.applications).isEmpty();
    }

    @Test
    void whatIsWrittenIsAnObjectAndBounded() {
        assertThat(fields(
                        as(NOBODY, post(REGISTER, "{\"applicationData\":[1]}")).assertStatusCode(422)))
                .containsExactly("/applicationData");
        assertThat(fields(as(NOBODY, post(REGISTER, "{\"applicationData\":{\"x\":\"" + "y".repeat(20_000) + "\"}}"))
                        .assertStatusCode(422)))
                .containsExactly("/applicationData");
        assertThat(told).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(
            value = Reason.class,
            names = {"REGISTRATION_CLOSED", "ALREADY_REGISTERED", "ROLE_CONFLICT", "BUSY"})
    void aRefusedRegistrationSaysWhy(Reason reason) {
        reply = new Refused(reason);

        var answer = as(NOBODY, post(REGISTER, "{}"));

        assertThat(slug(answer))
                .isEqualTo(
                        reason == Reason.BUSY
                                ? "unavailable"
                                : reason.name()
                                        .toLowerCase(java.util.Locale.ROOT)
                                        .replace('_', '-'));
    }

    @Test
    void staffDoesNotRegister() {
        assertThat(slug(as(JUDY, post(REGISTER, "{}")).assertStatusCode(409))).isEqualTo("role-conflict");
        assertThat(told).isEmpty();
        asGuest(post(REGISTER, "{}")).assertStatusCode(401);
    }

    @Test
    void withdrawingAnswersWithNothing() {
        as(ADA, delete(REGISTER)).assertStatusCode(204);

        assertThat(last(Withdraw.class).user()).isEqualTo(ADA);
        reply = new Refused(Reason.NOT_REGISTERED);
        assertThat(slug(as(NOBODY, delete(REGISTER)).assertStatusCode(409))).isEqualTo("not-registered");
    }

    @Test
    void organizersSeeAllWithWhatWasWritten() {
        records.applications.put(PLACE.id(), "{\"shirt\": \"M\"}");

        var page = json(as(OLGA, get(LIST + "?limit=1&status=REGISTERED")).assertStatusCode(200));

        assertThat(page.path("items")
                        .path(0)
                        .path("applicationData")
                        .path("shirt")
                        .asText())
                .isEqualTo("M");
        assertThat(last(Registrations.class).status()).isEqualTo(RegistrationStatus.REGISTERED);
        as(OLGA, get(LIST + "?cursor=NDI5NDk2NzI5MQ")).assertStatusCode(422);
        json(as(OLGA, get(LIST + "?limit=1&cursor=" + page.path("nextCursor").asText()))
                .assertStatusCode(200));
        assertThat(last(Registrations.class).from()).isEqualTo(1);
    }

    @Test
    void whoIsRegisteredSeesThemselvesAlone() {
        var page = json(as(ADA, get(LIST)).assertStatusCode(200));

        assertThat(page.path("items")).hasSize(1);
        assertThat(page.path("items").path(0).path("id").asText())
                .isEqualTo(PLACE.id().toString());
        assertThat(told).isEmpty();
    }

    @Test
    void othersSeeNoRegistrationsAdminsOnRecord() {
        assertThat(slug(as(JUDY, get(LIST)).assertStatusCode(403))).isEqualTo("forbidden");
        as(NOBODY, get(LIST)).assertStatusCode(403);
        asGuest(get(LIST)).assertStatusCode(401);

        asAdmin(get(LIST)).assertStatusCode(200);
        assertThat(audit).containsExactly(new Noted(EVE, Action.SEE_REGISTRATIONS, "hackathon/" + SPRING));
    }

    @Test
    void aStatusThatIsNoneIsRefused() {
        assertThat(fields(as(OLGA, get(LIST + "?status=HERE")).assertStatusCode(422)))
                .containsExactly("?status");
    }

    @Test
    void checkingInIsForOrganizersAndTheDoor() {
        as(OLGA, put(LIST + "/" + ADA, "{\"status\":\"CHECKED_IN\"}")).assertStatusCode(200);

        assertThat(last(CheckIn.class).user()).isEqualTo(ADA);
        as(ADA, put(LIST + "/" + ADA, "{\"status\":\"CHECKED_IN\"}")).assertStatusCode(403);
        asAdmin(put(LIST + "/" + ADA, "{\"status\":\"CHECKED_IN\"}")).assertStatusCode(403);
        assertThat(fields(as(OLGA, put(LIST + "/" + ADA, "{\"status\":\"REGISTERED\"}"))
                        .assertStatusCode(422)))
                .containsExactly("/status");
        as(OLGA, put(LIST + "/nobody", "{\"status\":\"CHECKED_IN\"}")).assertStatusCode(404);
    }
}
