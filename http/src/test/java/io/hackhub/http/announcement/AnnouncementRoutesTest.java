package io.hackhub.http.announcement;

import static io.hackhub.http.hackathon.TestHackathon.ADA;
import static io.hackhub.http.hackathon.TestHackathon.NINE;
import static io.hackhub.http.hackathon.TestHackathon.ORGANIZER;
import static io.hackhub.http.hackathon.TestHackathon.SPRING;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.hackhub.core.access.Grant;
import io.hackhub.core.account.Card;
import io.hackhub.core.announcement.Acknowledgements;
import io.hackhub.core.announcement.Announcements;
import io.hackhub.core.announcement.Announcements.Done;
import io.hackhub.core.announcement.Announcements.Reason;
import io.hackhub.core.announcement.Announcements.Refused;
import io.hackhub.core.announcement.Announcements.Withdrawn;
import io.hackhub.core.announcement.Announcements.Writer;
import io.hackhub.core.announcement.Announcements.Written;
import io.hackhub.core.announcement.Audience;
import io.hackhub.core.announcement.Draft;
import io.hackhub.core.announcement.Update;
import io.hackhub.core.hackathon.HackathonStatus;
import io.hackhub.core.room.Attachment;
import io.hackhub.core.room.Priority;
import io.hackhub.core.room.UpdateType;
import io.hackhub.core.shared.HackathonId;
import io.hackhub.core.shared.UserId;
import io.hackhub.http.hackathon.TestHackathon;
import io.hackhub.http.shared.Answers;
import io.hackhub.http.shared.JupiterRouteTest;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.pekko.http.javadsl.model.ContentTypes;
import org.apache.pekko.http.javadsl.model.HttpRequest;
import org.apache.pekko.http.javadsl.model.headers.RawHeader;
import org.apache.pekko.http.javadsl.testkit.TestRoute;
import org.apache.pekko.http.javadsl.testkit.TestRouteResult;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class AnnouncementRoutesTest extends JupiterRouteTest {

    private static final UUID ID = UUID.fromString("019a0000-0000-7000-8000-00000000000a");
    private static final String KIND = "\"type\":\"ANNOUNCEMENT\",\"priority\":\"NORMAL\",";
    private static final String PIZZA =
            "{\"title\":\"Pizza\",\"content\":\"At noon\",\"type\":\"REMINDER\",\"priority\":\"HIGH\"}";

    /// Answers what the test says, and remembers what it was given.
    private static final class Stub implements Announcements {
        List<Update> list = List.of();
        Written written = new Done(update(0));
        final AtomicReference<@Nullable Draft> draft = new AtomicReference<>();
        final AtomicReference<OptionalLong> ifVersion = new AtomicReference<>(OptionalLong.empty());
        final AtomicReference<Set<Grant>> grants = new AtomicReference<>(Set.of());

        @Override
        public CompletionStage<List<Update>> list(HackathonId hackathon, Set<Grant> viewer) {
            grants.set(viewer);
            return CompletableFuture.completedFuture(list);
        }

        @Override
        public CompletionStage<Written> publish(HackathonId hackathon, Writer by, Draft given) {
            draft.set(given);
            return CompletableFuture.completedFuture(written);
        }

        @Override
        public CompletionStage<Written> edit(
                HackathonId hackathon, Writer by, UUID id, Draft given, OptionalLong expected) {
            draft.set(given);
            ifVersion.set(expected);
            return CompletableFuture.completedFuture(written);
        }

        @Override
        public CompletionStage<Written> withdraw(HackathonId hackathon, Writer by, UUID id, OptionalLong expected) {
            ifVersion.set(expected);
            return CompletableFuture.completedFuture(written);
        }
    }

    private TestHackathon hackathon;
    private final Stub stub = new Stub();

    @BeforeEach
    void fresh() {
        hackathon = new TestHackathon(actors);
        stub.list = List.of();
        stub.written = new Done(update(0));
    }

    static Stream<Arguments> callers() {
        return TestHackathon.organizersGet(201);
    }

    @ParameterizedTest
    @MethodSource("callers")
    void organizersAndAdminsAnnounce(@Nullable UserId caller, int status) {
        post(caller, PIZZA).assertStatusCode(status);
        put(caller, PIZZA).assertStatusCode(status == 201 ? 200 : status);
        stub.written = new Withdrawn();
        routes(caller)
                .run(HttpRequest.DELETE("/hackathons/spring/updates/" + ID))
                .assertStatusCode(status == 201 ? 204 : status);
    }

    @Test
    void theUpdateHasTheContractsShape() {
        var answer = post(ORGANIZER, PIZZA);

        answer.assertStatusCode(201).assertEntity("""
                {"id":"%s","author":{"id":"%s","username":"deleted","fullName":"Deleted user","skills":[]},\
                "title":"Pizza 0","content":"At noon","type":"REMINDER","priority":"HIGH",\
                "attachments":[{"title":"Menu","url":"https://example.org/menu"}],"audience":"ALL",\
                "publishedAt":"2026-03-01T09:00:00Z"}""".formatted(update(0).id(), ORGANIZER));
        assertThat(Answers.header(answer, "Location"))
                .contains("/api/v1/hackathons/%s/updates/%s"
                        .formatted(SPRING, update(0).id()));
        assertThat(Answers.header(answer, "ETag").orElseThrow()).startsWith("\"4-");
    }

    @Test
    void whatIsLeftOutIsToEverybodyAndNow() {
        post(ORGANIZER, "{" + KIND + "\"title\":\" Pizza \",\"content\":\"At noon\"}")
                .assertStatusCode(201);

        assertThat(stub.draft.get())
                .isEqualTo(new Draft(
                        "Pizza", "At noon", UpdateType.ANNOUNCEMENT, Priority.NORMAL, List.of(), Audience.ALL, null));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{" + KIND + "\"title\":\"\",\"content\":\"x\"} /title",
                "{" + KIND + "\"title\":\"x\",\"content\":\" \"} /content",
                "{" + KIND + "\"title\":\"x\"} /content",
                "{\"priority\":\"LOW\",\"title\":\"x\",\"content\":\"x\",\"type\":\"PARTY\"} /type",
                "{\"priority\":\"LOW\",\"title\":\"x\",\"content\":\"x\"} /type",
                "{\"type\":\"REMINDER\",\"title\":\"x\",\"content\":\"x\"} /priority",
                "{" + KIND + "\"title\":\"x\",\"content\":\"x\",\"audience\":\"EVERYBODY\"} /audience",
                "{" + KIND + "\"title\":\"x\",\"content\":\"x\",\"publishAt\":\"tomorrow\"} /publishAt",
                "{" + KIND + "\"title\":\"x\",\"content\":\"x\",\"publishAt\":\"2029-01-01T00:00:00Z\"} /publishAt",
                "{" + KIND
                        + "\"title\":\"x\",\"content\":\"x\",\"attachments\":[{\"title\":\"a\",\"url\":\"ftp://b\"}]} /attachments/0/url"
            })
    void whatIsNotValidNamesItsField(String bodyAndField) {
        int at = bodyAndField.lastIndexOf(' ');
        var answer = post(ORGANIZER, bodyAndField.substring(0, at));

        answer.assertStatusCode(422);
        assertThat(Answers.fields(answer)).containsExactly(bodyAndField.substring(at + 1));
    }

    @Test
    void aDraftIsAnnouncedOnlyForLater() {
        hackathon.status = HackathonStatus.DRAFT;

        var now = post(ORGANIZER, PIZZA);
        now.assertStatusCode(409);
        assertThat(Answers.slug(now)).isEqualTo("phase");
        post(ORGANIZER, "{" + KIND + "\"title\":\"x\",\"content\":\"x\",\"publishAt\":\"2026-03-02T09:00:00Z\"}")
                .assertStatusCode(201);
        routes(ORGANIZER).run(HttpRequest.GET("/hackathons/spring/updates")).assertStatusCode(200);
        routes(null).run(HttpRequest.GET("/hackathons/spring/updates")).assertStatusCode(404);
    }

    @Test
    void theVersionThatIsExpectedIsPassedOn() {
        routes(ORGANIZER)
                .run(HttpRequest.PUT("/hackathons/spring/updates/" + ID)
                        .withEntity(ContentTypes.APPLICATION_JSON, PIZZA)
                        .addHeader(RawHeader.create("If-Match", "\"4-abc\"")))
                .assertStatusCode(200);

        assertThat(stub.ifVersion.get()).hasValue(4);
    }

    @Test
    void anUpdateThatIsNoIdIsNotFound() {
        routes(ORGANIZER)
                .run(HttpRequest.DELETE("/hackathons/spring/updates/pizza"))
                .assertStatusCode(404);
    }

    @Test
    void guestsReadTheListByPages() {
        stub.list = IntStream.range(0, 25).mapToObj(n -> update(25 - n)).toList();

        var first = Answers.json(routes(null).run(HttpRequest.GET("/hackathons/spring/updates")));
        var rest = Answers.json(routes(null)
                .run(HttpRequest.GET("/hackathons/spring/updates?limit=10&cursor="
                        + first.get("nextCursor").asText())));

        assertThat(stub.grants.get()).isEmpty();
        assertThat(first.get("items")).hasSize(20);
        assertThat(first.at("/items/19/title").asText()).isEqualTo("Pizza 6");
        assertThat(rest.get("items").valueStream().map(it -> it.get("title").asText()))
                .containsExactly("Pizza 5", "Pizza 4", "Pizza 3", "Pizza 2", "Pizza 1");
        assertThat(rest.get("nextCursor").isNull()).isTrue();
    }

    @Test
    void everybodyLearnsWhatTheyAcknowledgedAndOrganizersHowManyDid() {
        stub.list = List.of(update(2), update(1));

        assertThat(items(ORGANIZER).at("/1").path("acks").asLong()).isEqualTo(31);
        assertThat(items(ORGANIZER).at("/0").path("acks").asLong(-1)).isZero();
        assertThat(items(ADA).at("/1").path("acknowledged").asBoolean()).isTrue();
        assertThat(items(ADA).at("/0").path("acknowledged").asBoolean(true)).isFalse();
        assertThat(items(ADA).at("/1").has("acks")).isFalse();
        assertThat(items(null).at("/1").has("acknowledged")).isFalse();
    }

    private JsonNode items(@Nullable UserId caller) {
        return Answers.json(routes(caller).run(HttpRequest.GET("/hackathons/spring/updates")))
                .get("items");
    }

    @ParameterizedTest
    @EnumSource(Reason.class)
    void everyRefusalIsAListedProblem(Reason reason) {
        stub.written = new Refused(reason, "no");

        var answer = put(ORGANIZER, PIZZA);

        var expected = switch (reason) {
            case NOT_FOUND -> "404 not-found";
            case STALE -> "412 stale";
            case INVALID -> "422 validation";
            case DENIED -> "403 forbidden";
            case CONFLICT -> "409 conflict";
            case RATE_LIMITED -> "429 rate-limited";
            case UNAVAILABLE -> "503 unavailable";
        };
        assertThat(answer.status().intValue() + " " + Answers.slug(answer)).isEqualTo(expected);
    }

    private TestRouteResult post(@Nullable UserId caller, String body) {
        return routes(caller)
                .run(HttpRequest.POST("/hackathons/spring/updates").withEntity(ContentTypes.APPLICATION_JSON, body));
    }

    private TestRouteResult put(@Nullable UserId caller, String body) {
        return routes(caller)
                .run(HttpRequest.PUT("/hackathons/spring/updates/" + ID)
                        .withEntity(ContentTypes.APPLICATION_JSON, body));
    }

    private TestRoute routes(@Nullable UserId caller) {
        return edge(new AnnouncementRoutes(new AnnouncementPorts(
                        hackathon.visits(caller),
                        unlimited(),
                        (_, inner) -> inner.get(),
                        stub,
                        (_, _, announces) -> CompletableFuture.completedFuture(new Acknowledgements.Seen(
                                Set.of(update(1).id()),
                                announces ? Map.of(update(1).id(), 31L) : Map.of())),
                        ids -> CompletableFuture.completedFuture(
                                ids.stream().collect(Collectors.toMap(id -> id, Card::gone))),
                        () -> NINE))
                .routes());
    }

    private static Update update(int n) {
        return new Update(
                new UUID(0x019a_0000_0000_7000L, 0x8000_0000_0000_0000L + n),
                ORGANIZER,
                "Pizza " + n,
                "At noon",
                UpdateType.REMINDER,
                Priority.HIGH,
                List.of(new Attachment("Menu", "https://example.org/menu")),
                Audience.ALL,
                NINE.plusSeconds(n / 2),
                null,
                null,
                4);
    }
}
