package io.hackhub.http.live;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.apache.pekko.http.javadsl.server.Directives.complete;
import static org.apache.pekko.http.javadsl.server.Directives.get;
import static org.apache.pekko.http.javadsl.server.Directives.onSuccess;
import static org.apache.pekko.http.javadsl.server.Directives.parameterOptional;
import static org.apache.pekko.http.javadsl.server.Directives.path;
import static org.apache.pekko.http.javadsl.server.Directives.pathPrefix;
import static org.apache.pekko.http.javadsl.server.Directives.post;
import static org.apache.pekko.http.javadsl.server.PathMatchers.remaining;

import com.fasterxml.jackson.databind.JsonNode;
import io.hackhub.core.live.HubCommand.Admission;
import io.hackhub.core.live.Outcome;
import io.hackhub.core.live.Reader;
import io.hackhub.core.live.RefusalCode;
import io.hackhub.core.live.SourceCommand;
import io.hackhub.core.room.History;
import io.hackhub.core.room.RoomCommand;
import io.hackhub.core.shared.Channel;
import io.hackhub.core.shared.UserId;
import io.hackhub.http.live.Commands.Actor;
import io.hackhub.http.live.Fields.BadField;
import io.hackhub.http.shared.Asks;
import io.hackhub.http.shared.Caller;
import io.hackhub.http.shared.Guard;
import io.hackhub.http.shared.Json;
import io.hackhub.http.shared.Problem;
import io.hackhub.http.shared.Problems;
import io.hackhub.http.shared.Problems.FieldError;
import io.hackhub.http.shared.RateLimits;
import io.hackhub.http.shared.RateLimits.Limit;
import java.io.ByteArrayOutputStream;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;
import java.util.function.Function;
import org.apache.pekko.actor.typed.RecipientRef;
import org.apache.pekko.http.javadsl.model.ContentTypes;
import org.apache.pekko.http.javadsl.model.HttpEntities;
import org.apache.pekko.http.javadsl.model.HttpResponse;
import org.apache.pekko.http.javadsl.server.Route;
import org.jspecify.annotations.Nullable;

/// `/channels/{channel}/events`, `/commands` and `/mutes`: the live protocol's logs and commands one request at a time,
/// read by the same parser and decided by the same rooms.
public final class ChannelRoutes {

    private static final int MOST_EVENTS = 500;
    private static final int USUAL_EVENTS = 50;
    private static final Limit COMMANDS = new Limit("commands", 60, Duration.ofSeconds(3));

    /// Reads a channel's log; rights have been asked for.
    @FunctionalInterface
    public interface Logs {
        CompletionStage<History.Page> page(Channel.Log channel, @Nullable Long before, @Nullable Long after, int limit);
    }

    record Mute(UserId userId, Instant until) {}

    record Committed(UUID cid, @Nullable Long seq, Outcome.Receipt data, boolean duplicate) {}

    private final Asks asks;
    private final Function<Channel.Log, RecipientRef<RoomCommand>> rooms;
    private final Logs logs;
    private final Commands commands;
    private final Sessions sessions;
    private final Guard guard;
    private final RateLimits limits;

    public ChannelRoutes(
            Asks asks,
            Function<Channel.Log, RecipientRef<RoomCommand>> rooms,
            Logs logs,
            Commands commands,
            Sessions sessions,
            Guard guard,
            RateLimits limits) {
        this.asks = asks;
        this.rooms = rooms;
        this.logs = logs;
        this.commands = commands;
        this.sessions = sessions;
        this.guard = guard;
        this.limits = limits;
    }

    public Route routes() {
        return pathPrefix("channels", () -> path(remaining(), this::route));
    }

    /// A channel's name has slashes of its own: what follows the last one is what is wanted of it.
    private Route route(String rest) {
        var end = rest.lastIndexOf('/');
        var channel = end < 0 ? Optional.<Channel>empty() : Channel.parse(rest.substring(0, end));
        if (channel.isEmpty()) {
            return Problems.notFound();
        }
        return switch (rest.substring(end + 1)) {
            case "events" -> get(() -> log(channel.get(), log -> guard.maybe(caller -> events(log, caller))));
            case "commands" ->
                post(() -> guard.signedIn(
                        caller -> limits.byUser(COMMANDS, caller, () -> command(channel.get(), caller))));
            case "mutes" -> post(() -> log(channel.get(), log -> guard.signedIn(caller -> mute(log, caller))));
            default -> Problems.notFound();
        };
    }

    private static Route log(Channel channel, Function<Channel.Log, Route> inner) {
        return channel instanceof Channel.Log log ? inner.apply(log) : Problems.notFound();
    }

    // Reading

    private Route events(Channel.Log channel, Optional<Caller> caller) {
        return parameterOptional(
                "before",
                before -> parameterOptional(
                        "after",
                        after -> parameterOptional("limit", limit -> {
                            var range = Range.parse(before, after, limit);
                            return range.fault() == null
                                    ? admitted(channel, caller, range.after(), _ -> page(channel, range))
                                    : Problems.invalid(List.of(range.fault()));
                        })));
    }

    private Route admitted(
            Channel.Log channel, Optional<Caller> caller, @Nullable Long since, Function<Admission, Route> inner) {
        var reader = caller.map(it -> new Reader(it.id(), it.admin())).orElse(Reader.GUEST);
        return asks.<RoomCommand, Admission>ask(
                rooms.apply(channel),
                replyTo -> new RoomCommand.FromHub(new SourceCommand.Admit(channel, reader, since, 0, replyTo)),
                admission -> admission.refusal() == null
                        ? inner.apply(admission)
                        : refused(toSignIn(caller, admission.refusal()), "This channel cannot be read.", null));
    }

    /// What is denied to a guest may be allowed to somebody who signs in.
    private static RefusalCode toSignIn(Optional<Caller> caller, RefusalCode refusal) {
        return caller.isEmpty() && refusal == RefusalCode.DENIED ? RefusalCode.UNAUTHENTICATED : refusal;
    }

    private Route page(Channel.Log channel, Range range) {
        return onSuccess(logs.page(channel, range.before(), range.after(), range.limit()), ChannelRoutes::encoded);
    }

    /// The frames are passed on as they were encoded.
    private static Route encoded(History.Page page) {
        var json = new ByteArrayOutputStream();
        json.writeBytes("{\"items\":[".getBytes(US_ASCII));
        var separator = "";
        for (var event : page.items()) {
            json.writeBytes(separator.getBytes(US_ASCII));
            json.writeBytes(event.json().array());
            separator = ",";
        }
        json.writeBytes("],\"head\":%d}".formatted(page.head()).getBytes(US_ASCII));
        return complete(HttpResponse.create()
                .withEntity(HttpEntities.create(ContentTypes.APPLICATION_JSON, json.toByteArray())));
    }

    /// Which page of a log is asked for, or what is wrong with the question.
    private record Range(
            @Nullable Long before,
            @Nullable Long after,
            int limit,
            @Nullable FieldError fault) {

        static Range parse(Optional<String> before, Optional<String> after, Optional<String> limit) {
            if (before.isPresent() && after.isPresent()) {
                return wrong("?after", "not together with before");
            }
            var from = before.map(text -> number(text, 1, Long.MAX_VALUE));
            var to = after.map(text -> number(text, 0, Long.MAX_VALUE));
            var size = limit.map(text -> number(text, 1, MOST_EVENTS)).orElse((long) USUAL_EVENTS);
            if (from.filter(it -> it < 0).isPresent() || to.filter(it -> it < 0).isPresent()) {
                return wrong(before.isPresent() ? "?before" : "?after", "has to be a seq");
            }
            return size < 0
                    ? wrong("?limit", "must be from 1 to %d".formatted(MOST_EVENTS))
                    : new Range(from.orElse(null), to.orElse(null), size.intValue(), null);
        }

        private static Range wrong(String parameter, String message) {
            return new Range(null, null, 0, new FieldError(parameter, "out-of-range", message));
        }

        private static long number(String text, long min, long max) {
            try {
                var number = Long.parseLong(text);
                return number < min || number > max ? -1 : number;
            } catch (NumberFormatException none) {
                return -1;
            }
        }
    }

    // Writing

    private Route command(Channel channel, Caller caller) {
        return Json.body(JsonNode.class, body -> {
            ClientFrame frame;
            try {
                frame = CommandParser.parse(0L, channel, new Fields(body));
            } catch (BadField bad) {
                return unfit(bad);
            }
            return switch (frame) {
                case ClientFrame.Command command ->
                    submitted(reply -> commands.submit(actor(caller), command, Runnable::run, reply));
                case ClientFrame.Typing(var log) -> done(() -> commands.typing(caller.id(), log));
                case ClientFrame.Read(var log, var seq) -> read(log, seq, caller);
                case ClientFrame _ -> throw new IllegalStateException("not a command");
            };
        });
    }

    /// Nobody has read what they may not read, or what is not written yet.
    private Route read(Channel.Log channel, long seq, Caller caller) {
        return admitted(
                channel,
                Optional.of(caller),
                null,
                admission -> done(() -> sessions.readElsewhere(caller.id(), channel, Math.min(seq, admission.head()))));
    }

    private static Route unfit(BadField bad) {
        return bad.code() == RefusalCode.TOO_LARGE
                ? Problems.problem(Problem.TOO_LARGE, bad.reason())
                : Problems.invalid(List.of(new FieldError(bad.pointer(), "invalid", bad.fault())));
    }

    private Route mute(Channel.Log channel, Caller caller) {
        return Json.body(
                Mute.class,
                body -> submitted(reply ->
                        commands.mute(actor(caller), channel, body.userId(), body.until(), Runnable::run, reply)));
    }

    private static Route submitted(Consumer<Consumer<Outcome>> submit) {
        var outcome = new CompletableFuture<Outcome>();
        submit.accept(outcome::complete);
        return onSuccess(outcome, it -> switch (it) {
            case Outcome.Acked(var _, var cid, var seq, var data, var duplicate) ->
                Json.ok(new Committed(cid, seq, data, duplicate));
            case Outcome.Refused(var _, var code, var message, var _, var afterMs) -> refused(code, message, afterMs);
        });
    }

    private static Route done(Runnable work) {
        work.run();
        return Json.noContent();
    }

    private static Route refused(RefusalCode code, String message, @Nullable Long afterMs) {
        var wait = Duration.ofMillis(afterMs == null ? 1_000 : afterMs);
        return switch (problem(code)) {
            case RATE_LIMITED, OVERLOADED, UNAVAILABLE -> Problems.later(problem(code), message, wait);
            case VALIDATION -> Problems.invalid(List.of(new FieldError("", "invalid", message)));
            case Problem other -> Problems.problem(other, message);
        };
    }

    static Problem problem(RefusalCode code) {
        return switch (code) {
            case BAD_REQUEST -> Problem.VALIDATION;
            case UNAUTHENTICATED -> Problem.UNAUTHENTICATED;
            case DENIED, MUTED -> Problem.FORBIDDEN;
            case NOT_FOUND -> Problem.NOT_FOUND;
            case CONFLICT -> Problem.CONFLICT;
            case RATE_LIMITED, SLOW_MODE -> Problem.RATE_LIMITED;
            case TOO_LARGE -> Problem.TOO_LARGE;
            case OVERLOADED -> Problem.OVERLOADED;
            case UNAVAILABLE -> Problem.UNAVAILABLE;
        };
    }

    private static Actor actor(Caller caller) {
        return new Actor(caller.author(), caller.admin());
    }
}
