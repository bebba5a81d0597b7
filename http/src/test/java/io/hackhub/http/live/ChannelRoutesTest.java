package io.hackhub.http.live;

import static org.assertj.core.api.Assertions.assertThat;

import io.hackhub.core.live.EventFrame;
import io.hackhub.core.live.HubCommand.Admission;
import io.hackhub.core.live.Outcome;
import io.hackhub.core.live.Reader;
import io.hackhub.core.live.RefusalCode;
import io.hackhub.core.live.SourceCommand;
import io.hackhub.core.room.History;
import io.hackhub.core.room.Intent;
import io.hackhub.core.room.RoomCommand;
import io.hackhub.core.session.SessionCommand;
import io.hackhub.core.shared.Channel;
import io.hackhub.core.shared.HackathonId;
import io.hackhub.core.shared.SessionId;
import io.hackhub.core.shared.UserId;
import io.hackhub.http.shared.Asks;
import io.hackhub.http.shared.Caller;
import io.hackhub.http.shared.Guard;
import io.hackhub.http.shared.JupiterRouteTest;
import io.hackhub.http.shared.Problem;
import io.hackhub.http.shared.Problems;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.Function;
import org.apache.pekko.actor.typed.ActorRef;
import org.apache.pekko.actor.typed.javadsl.Behaviors;
import org.apache.pekko.http.javadsl.model.ContentTypes;
import org.apache.pekko.http.javadsl.model.HttpRequest;
import org.apache.pekko.http.javadsl.server.Route;
import org.apache.pekko.http.javadsl.testkit.TestRoute;
import org.apache.pekko.http.javadsl.testkit.TestRouteResult;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class ChannelRoutesTest extends JupiterRouteTest implements Guard, Commands {

    private static final String CHAT = "/channels/" + Peer.ROCKETS;
    private static final String CID = Frames.cid(1).toString();
    private static final Caller ADA = new Caller(Peer.ADA.id(), new SessionId(new UUID(5, 1)), false, true, Peer.ADA);

    private Optional<Caller> caller = Optional.of(ADA);
    private @Nullable RefusalCode refusal;
    private Outcome outcome = Outcomes.acked(1, 7);
    private final List<SourceCommand.Admit> admits = new ArrayList<>();
    private final List<String> asked = new ArrayList<>();
    private final List<ClientFrame.Command> submitted = new ArrayList<>();
    private final List<String> sideways = new ArrayList<>();

    private final Sessions sessions =
            DeviceDesk.start(actors.system(), (_, command) -> sideways.add(command.toString()));

    @BeforeEach
    void nothingYet() {
        caller = Optional.of(ADA);
        refusal = null;
        outcome = Outcomes.acked(1, 7);
        List.of(admits, asked, submitted, sideways).forEach(List::clear);
    }

    // Reading

    @Test
    void aPageOfALogIsItsFramesOldestFirst() {
        route().run(HttpRequest.GET(CHAT + "/events"))
                .assertStatusCode(200)
                .assertEntity("{\"items\":[%s,%s],\"head\":12}"
                        .formatted(text(Peer.event(Peer.ROCKETS, 11)), text(Peer.event(Peer.ROCKETS, 12))));
        assertThat(asked).containsExactly("before null after null limit 50");
        assertThat(admits.getFirst().reader()).isEqualTo(new Reader(Peer.ADA.id(), false));
        assertThat(admits.getFirst().channel()).isEqualTo(Peer.ROCKETS);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "before=9&limit=500 | before 9 after null limit 500",
                "after=0 | before null after 0 limit 50",
                "limit=1 | before null after null limit 1"
            })
    void thePageIsTheOneAskedFor(String query, String expected) {
        route().run(HttpRequest.GET(CHAT + "/events?" + query)).assertStatusCode(200);

        assertThat(asked).containsExactly(expected);
    }

    @ParameterizedTest
    @ValueSource(strings = {"limit=0", "limit=501", "limit=x", "before=0", "before=x", "after=-1", "before=5&after=2"})
    void aPageThatCannotBeIsNotValid(String query) {
        var result = route().run(HttpRequest.GET(CHAT + "/events?" + query)).assertStatusCode(422);

        assertThat(result.entityString()).contains("/problems/validation", "\"field\":\"?");
        assertThat(asked).isEmpty();
    }

    @Test
    void aGuestAsksAsAGuest() {
        caller = Optional.empty();

        route().run(HttpRequest.GET(
                        "/channels/" + new Channel.Announcements(new HackathonId(new UUID(8, 1))) + "/events"))
                .assertStatusCode(200);

        assertThat(admits.getFirst().reader()).isEqualTo(Reader.GUEST);
    }

    @ParameterizedTest
    @CsvSource({"DENIED,401", "NOT_FOUND,404", "UNAVAILABLE,503"})
    void aGuestWhoMayNotReadIsAskedToSignIn(RefusalCode code, int status) {
        caller = Optional.empty();
        refusal = code;

        route().run(HttpRequest.GET(CHAT + "/events")).assertStatusCode(status);

        assertThat(asked).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"DENIED,403", "NOT_FOUND,404", "UNAVAILABLE,503", "OVERLOADED,503"})
    void whoMayNotReadReadsNothing(RefusalCode code, int status) {
        refusal = code;

        route().run(HttpRequest.GET(CHAT + "/events")).assertStatusCode(status);

        assertThat(asked).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/channels",
                "/channels/",
                "/channels/events",
                "/channels/nowhere/events",
                "/channels/team/7/chat/events",
                "/channels/team/00000000-0000-0007-0000-000000000001/events",
                "/channels/team/00000000-0000-0007-0000-000000000001/chat",
                "/channels/team/00000000-0000-0007-0000-000000000001/chat/else",
                "/channels/hackathon/00000000-0000-0007-0000-000000000001/leaderboard/events"
            })
    void whatIsNotThereIsNotFound(String path) {
        route().run(HttpRequest.GET(path)).assertStatusCode(404);
    }

    @Test
    void aLogIsNotPosted() {
        route().run(HttpRequest.POST(CHAT + "/events")).assertStatusCode(405);
        route().run(HttpRequest.GET(CHAT + "/commands")).assertStatusCode(405);
    }

    // Writing

    @Test
    void aCommandIsTheSameAsOverASocket() {
        commands("{'cid':'%s','kind':'message.post','data':{'text':'hello'}}".formatted(CID))
                .assertStatusCode(200)
                .assertEntity("{\"cid\":\"%1$s\",\"seq\":7,\"data\":{\"messageId\":\"%1$s\"},\"duplicate\":false}"
                        .formatted(CID));
        assertThat(submitted)
                .containsExactly(new ClientFrame.Act(
                        0, Frames.cid(1), Peer.ROCKETS, new Intent.PostMessage("hello", null, List.of())));
    }

    @ParameterizedTest
    @EnumSource(RefusalCode.class)
    void everyRefusalIsAProblem(RefusalCode code) {
        outcome = new Outcome.Refused(1, code, "no", code.retryable(), 1_500L);

        var result = commands("{'cid':'%s','kind':'message.post','data':{'text':'hello'}}".formatted(CID));

        var problem = ChannelRoutes.problem(code);
        result.assertStatusCode(problem.status());
        assertThat(result.entityString())
                .contains("/problems/" + problem.name().toLowerCase(Locale.ROOT).replace('_', '-'));
        assertThat(result.response().getHeader("Retry-After").isPresent())
                .isEqualTo(problem == Problem.RATE_LIMITED
                        || problem == Problem.OVERLOADED
                        || problem == Problem.UNAVAILABLE);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{'kind':'message.post','data':{'text':'a'}} | /cid",
                "{'cid':'7','kind':'message.post','data':{'text':'a'}} | /cid",
                "{'cid':'CID','data':{'text':'a'}} | /kind",
                "{'cid':'CID','kind':'message.sing','data':{'text':'a'}} | /kind",
                "{'cid':'CID','kind':'message.post'} | /data/text",
                "{'cid':'CID','kind':'message.post','data':{'text':7}} | /data/text",
                "{'cid':'CID','kind':'message.post','data':{'text':'a','attachments':[{'title':'t','url':'x'}]}}"
                        + " | /data/attachments/0/url",
                "{'cid':'CID','kind':'score.submit','data':{}} | /channel"
            })
    void whatIsNotValidNamesItsField(String body, String field) {
        var result = commands(body.replace("CID", CID)).assertStatusCode(422);

        assertThat(result.entityString()).contains("\"field\":\"%s\"".formatted(field));
        assertThat(submitted).isEmpty();
    }

    @Test
    void aTextThatIsTooLongIsTooLarge() {
        commands("{'cid':'%s','kind':'message.post','data':{'text':'%s'}}".formatted(CID, "x".repeat(50_000)))
                .assertStatusCode(413);
    }

    @Test
    void whoIsNotSignedInWritesNothing() {
        caller = Optional.empty();

        commands("{'cid':'%s','kind':'message.post','data':{'text':'hello'}}".formatted(CID))
                .assertStatusCode(401);
        assertThat(submitted).isEmpty();
    }

    @Test
    void typingAndReadingAreNotAnswered() {
        commands("{'kind':'typing'}").assertStatusCode(204);
        commands("{'kind':'read','data':{'seq':5}}").assertStatusCode(204);

        assertThat(sideways)
                .containsExactly(
                        "typing " + Peer.ROCKETS, new SessionCommand.ReadElsewhere(Peer.ROCKETS, 5).toString());
    }

    @Test
    void nobodyHasReadMoreThanThereIs() {
        commands("{'kind':'read','data':{'seq':9007199254740992}}").assertStatusCode(204);

        assertThat(sideways).containsExactly(new SessionCommand.ReadElsewhere(Peer.ROCKETS, 12).toString());
        assertThat(admits.getFirst().reader()).isEqualTo(new Reader(Peer.ADA.id(), false));
    }

    @ParameterizedTest
    @CsvSource({"DENIED,403", "NOT_FOUND,404", "UNAVAILABLE,503"})
    void whoMayNotReadHasReadNothing(RefusalCode code, int status) {
        refusal = code;

        commands("{'kind':'read','data':{'seq':5}}").assertStatusCode(status);

        assertThat(sideways).isEmpty();
    }

    @Test
    void aMuteReachesItsRoom() {
        var body = "{'userId':'%s','until':'2026-03-01T10:00:00Z'}".formatted(Peer.BOB.id());

        posted("/mutes", body).assertStatusCode(200);

        assertThat(sideways).containsExactly("mute %s 2026-03-01T10:00:00Z".formatted(Peer.BOB.id()));
    }

    @Test
    void aMuteWithoutItsTimeIsNotValid() {
        posted("/mutes", "{'userId':'%s'}".formatted(Peer.BOB.id())).assertStatusCode(422);
    }

    @Test
    void theDocumentOfTheLiveProtocolIsServed() {
        var result = edge(new AsyncApiRoute().routes()).run(HttpRequest.GET("/asyncapi.json"));

        result.assertStatusCode(200).assertContentType("application/json");
        assertThat(Contract.json(result.entityString())).isEqualTo(Contract.read());
    }

    // What stands behind the routes

    private TestRouteResult commands(String body) {
        return posted("/commands", body);
    }

    private TestRouteResult posted(String what, String body) {
        return route().run(HttpRequest.POST(CHAT + what)
                .withEntity(ContentTypes.APPLICATION_JSON, body.replace('\'', '"')));
    }

    private TestRoute route() {
        ActorRef<RoomCommand> room = actors.spawn(Behaviors.receiveMessage(command -> {
            if (command instanceof RoomCommand.FromHub(SourceCommand.Admit admit)) {
                admits.add(admit);
                admit.replyTo().tell(new Admission(admit.channel(), admit.ticket(), refusal, 12, true));
            }
            return Behaviors.same();
        }));
        return edge(new ChannelRoutes(
                        new Asks(actors.system(), Duration.ofSeconds(3)),
                        _ -> room,
                        this::page,
                        this,
                        sessions,
                        this,
                        unlimited())
                .routes());
    }

    private CompletableFuture<History.Page> page(
            Channel.Log channel, @Nullable Long before, @Nullable Long after, int limit) {
        asked.add("before %s after %s limit %d".formatted(before, after, limit));
        var items = List.of(
                new EventFrame(11, "member.joined", null, null, Peer.event(channel, 11)),
                new EventFrame(12, "member.joined", null, null, Peer.event(channel, 12)));
        return CompletableFuture.completedFuture(new History.Page(items, 12));
    }

    private static String text(io.hackhub.core.live.Bytes bytes) {
        return new String(bytes.array(), java.nio.charset.StandardCharsets.UTF_8);
    }

    @Override
    public Route signedIn(Function<Caller, Route> inner) {
        return caller.map(inner).orElseGet(() -> Problems.problem(Problem.UNAUTHENTICATED));
    }

    @Override
    public Route maybe(Function<Optional<Caller>, Route> inner) {
        return inner.apply(caller);
    }

    @Override
    public void submit(Actor actor, ClientFrame.Command command, Executor executor, Consumer<Outcome> reply) {
        assertThat(actor).isEqualTo(new Actor(Peer.ADA, false));
        submitted.add(command);
        executor.execute(() -> reply.accept(outcome));
    }

    @Override
    public void mute(
            Actor actor, Channel.Log channel, UserId user, Instant until, Executor executor, Consumer<Outcome> reply) {
        sideways.add("mute %s %s".formatted(user, until));
        executor.execute(() -> reply.accept(outcome));
    }

    @Override
    public void typing(UserId user, Channel.Log channel) {
        sideways.add("typing " + channel);
    }
}
