package io.hackhub.core.room;

import static io.hackhub.core.live.RefusalCode.BAD_REQUEST;
import static io.hackhub.core.live.RefusalCode.CONFLICT;
import static io.hackhub.core.live.RefusalCode.DENIED;
import static io.hackhub.core.live.RefusalCode.MUTED;

import io.hackhub.core.access.Action;
import io.hackhub.core.access.Decision;
import io.hackhub.core.access.Standing;
import io.hackhub.core.live.Outcome;
import io.hackhub.core.live.Outcome.Acked;
import io.hackhub.core.live.Outcome.Receipt;
import io.hackhub.core.live.RefusalCode;
import io.hackhub.core.room.Ledger.Accepted;
import io.hackhub.core.room.RoomCommand.AcksAre;
import io.hackhub.core.room.RoomCommand.Act;
import io.hackhub.core.room.RoomCommand.Deliver;
import io.hackhub.core.room.RoomCommand.FromHub;
import io.hackhub.core.room.RoomCommand.MembersAre;
import io.hackhub.core.room.RoomCommand.Mute;
import io.hackhub.core.room.RoomCommand.StandingChanged;
import io.hackhub.core.room.RoomCommand.StandingIs;
import io.hackhub.core.room.RoomCommand.Typing;
import io.hackhub.core.room.RoomEvent.MemberJoined;
import io.hackhub.core.room.RoomEvent.MemberLeft;
import io.hackhub.core.room.Verdict.AfterMute;
import io.hackhub.core.room.Verdict.Answer;
import io.hackhub.core.room.Verdict.ToActor;
import io.hackhub.core.room.Verdict.ToOwner;
import io.hackhub.core.shared.Channel;
import io.hackhub.core.shared.UserId;
import io.hackhub.core.shared.Uuids;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.apache.pekko.actor.typed.ActorRef;
import org.jspecify.annotations.Nullable;

/// Decides a batch: each command against the journal's state plus what the commands before it in the same batch will
/// have done. Tells nobody, stores nothing, and the state it is given stays as it is; only [Quiet] is added to.
final class Decider {

    private static final Duration LONGEST_MUTE = Duration.ofDays(366);

    private final Channel.Log channel;
    private final RoomState state;
    private final Quiet quiet;
    private final Instant now;
    private final List<RoomEvent> events = new ArrayList<>();
    private final List<Answer> answers = new ArrayList<>();
    private final List<Verdict.Overridden> overrides = new ArrayList<>();
    private Rights rights;

    private Decider(Rights rights, RoomState state, Quiet quiet, Instant now) {
        this.channel = rights.channel();
        this.rights = rights;
        this.state = state;
        this.quiet = quiet;
        this.now = now;
    }

    static Verdict decide(List<Entry> batch, Rights rights, RoomState state, Quiet quiet, Instant now) {
        var decider = new Decider(rights, state.fork(), quiet, now);
        batch.forEach(decider::decide);
        return new Verdict(decider.events, decider.answers, decider.rights, decider.overrides);
    }

    private void decide(Entry entry) {
        switch (entry.command()) {
            case Act act -> answer(act.ticket(), act.replyTo(), act(act, entry.mentions()));
            case Deliver deliver -> answer(deliver.ticket(), deliver.replyTo(), deliver(deliver));
            case MembersAre told -> members(told);
            case StandingChanged told -> standing(told);
            case Mute mute -> mute(mute);
            case StandingIs _, Typing _, AcksAre _, FromHub _ -> {}
        }
    }

    private void answer(long ticket, ActorRef<Outcome> replyTo, Ruling ruling) {
        var outcome = switch (ruling) {
            case Ruling.Done(var cid, var seq, var receipt, var duplicate) ->
                new Acked(ticket, cid, seq, receipt, duplicate);
            case Ruling.No(var code, var message) -> Outcome.refused(ticket, code, message);
        };
        answers.add(new ToActor(outcome, replyTo));
    }

    // A person acts: may they be here, was it done before, may they do it, does it make sense

    private Ruling act(Act act, List<UserId> mentions) {
        var user = act.author().id();
        var unread = rights.readRefusal(user, act.admin());
        if (unread.isPresent()) {
            return new Ruling.No(unread.get(), "not yours to read");
        }
        return known(act.cid(), user, act.intent())
                .or(() -> badDate(act.cid()))
                .or(() -> forbidden(act))
                .orElseGet(() -> take(act.cid(), user, act.intent(), mentions, act.admin()));
    }

    private Ruling deliver(Deliver deliver) {
        if (!Intents.fitsDelivery(deliver.intent(), channel)) {
            return new Ruling.No(BAD_REQUEST, "not to be delivered here");
        }
        return known(deliver.cid(), null, deliver.intent())
                .orElseGet(() -> take(deliver.cid(), null, deliver.intent(), List.of(), false));
    }

    private Optional<Ruling> known(UUID cid, @Nullable UserId by, Intent intent) {
        return state.ledger.find(cid).or(() -> quiet.find(cid)).map(known -> again(known, by, intent));
    }

    private static Ruling again(Accepted known, @Nullable UserId by, Intent intent) {
        var same =
                Objects.equals(known.by(), by) && (known.digest() == Ledger.ANY || known.digest() == Digest.of(intent));
        return same
                ? new Ruling.Done(known.cid(), known.seq(), Intents.receipt(known.cid(), intent), true)
                : new Ruling.No(CONFLICT, "this cid was used for something else");
    }

    private Optional<Ruling> badDate(UUID cid) {
        if (cid.version() != 7) {
            return Optional.of(new Ruling.No(BAD_REQUEST, "cid: not a version 7 UUID"));
        }
        if (Uuids.isAhead(cid, now)) {
            return Optional.of(new Ruling.No(BAD_REQUEST, "cid: dated ahead"));
        }
        return state.ledger.mayBeForgotten(cid)
                ? Optional.of(new Ruling.No(CONFLICT, "cid: older than what is remembered; look into the log"))
                : Optional.empty();
    }

    private Optional<Ruling> forbidden(Act act) {
        var user = act.author().id();
        if (!Intents.fits(act.intent(), channel)) {
            return Optional.of(new Ruling.No(
                    channel instanceof Channel.Inbox ? DENIED : BAD_REQUEST, "not a command of this channel"));
        }
        if (act.intent() instanceof Intent.DeleteMessage) {
            return Optional.empty();
        }
        if (!rights.mayWrite(user, act.admin(), now)) {
            return Optional.of(new Ruling.No(DENIED, "not yours to write"));
        }
        return rights.muted(user, now) ? Optional.of(new Ruling.No(MUTED, "muted for now")) : Optional.empty();
    }

    private Ruling take(UUID cid, @Nullable UserId by, Intent intent, List<UserId> mentions, boolean admin) {
        var readers = mentions.stream().filter(it -> rights.mayRead(it, false)).toList();
        var effect = new Intents(state, cid, by, readers, now, user -> rights.moderation(user, admin)).effect(intent);
        return switch (effect) {
            case Effect.Refuse(var code, var message) -> new Ruling.No(code, message);
            case Effect.None _ -> nothing(cid, by, intent);
            case Effect.Write(var event, var overridden) -> {
                write(event);
                overridden.ifPresent(id -> overrides.add(override(cid, by, id)));
                yield new Ruling.Done(cid, state.head, Intents.receipt(cid, intent), false);
            }
        };
    }

    private Verdict.Overridden override(UUID cid, @Nullable UserId by, UUID messageId) {
        return new Verdict.Overridden(cid, Objects.requireNonNull(by), Action.MODERATE_HACKATHON_CHAT, messageId, now);
    }

    private Ruling nothing(UUID cid, @Nullable UserId by, Intent intent) {
        quiet.add(new Accepted(cid, by, Digest.of(intent), state.head, now));
        return new Ruling.Done(cid, state.head, Intents.receipt(cid, intent), false);
    }

    private void write(RoomEvent event) {
        events.add(event);
        state.after(event);
    }

    // The owner's facts

    private void members(MembersAre told) {
        if (told.version() >= Math.max(rights.roster().version(), state.version)) {
            var roster = Rights.Roster.of(told);
            List.copyOf(state.members.keySet()).stream()
                    .filter(user -> !roster.members().containsKey(user))
                    .forEach(user -> write(new MemberLeft(user, told.version(), now)));
            told.members().stream()
                    .filter(member -> !state.members.containsKey(member.user()))
                    .forEach(it -> write(new MemberJoined(it.user(), it.grant(), told.version(), now)));
            rights = rights.with(roster);
        }
        answers.add(new ToOwner(new Applied(channel, told.version()), told.replyTo()));
    }

    /// What counts is the current standing, be it the one that is told or a newer one that was asked for meanwhile.
    private void standing(StandingChanged told) {
        var user = told.standing().user();
        if (user != null) {
            if (told.standing().version() >= rights.standing(user).version()) {
                rights = rights.with(told.standing());
            }
            var current = rights.standing(user);
            if (isNewLeaving(user, current)) {
                write(new MemberLeft(user, current.version(), now));
            }
        }
        answers.add(new ToOwner(new Applied(channel, told.standing().version()), told.replyTo()));
    }

    private boolean isNewLeaving(UserId user, Standing standing) {
        return channel instanceof Channel.HackathonChat
                && !rights.mayRead(user, false)
                && standing.version() > state.left.getOrDefault(user, 0L);
    }

    private void mute(Mute mute) {
        var by = mute.by().id();
        var decision = rights.moderation(by, mute.admin());
        var refusal = rights.readRefusal(by, mute.admin());
        if (refusal.isPresent() || decision == Decision.DENIED) {
            answer(mute.ticket(), mute.replyTo(), new Ruling.No(refusal.orElse(DENIED), "not yours to moderate"));
            return;
        }
        if (mute.until().isAfter(now.plus(LONGEST_MUTE))) {
            answer(mute.ticket(), mute.replyTo(), new Ruling.No(BAD_REQUEST, "until: over a year ahead"));
            return;
        }
        rights = rights.with(mute.user(), mute.until());
        if (decision == Decision.OVERRIDE) {
            overrides.add(override(mute.cid(), by, mute.cid()));
        }
        var outcome = new Acked(mute.ticket(), mute.cid(), state.head, Receipt.NONE, false);
        answers.add(new AfterMute(mute.user(), mute.until(), by, new ToActor(outcome, mute.replyTo())));
    }

    /// Yes or no to one command.
    private sealed interface Ruling {
        record Done(UUID cid, long seq, Receipt receipt, boolean duplicate) implements Ruling {}

        record No(RefusalCode code, String message) implements Ruling {}
    }

    /// Commands that were right and changed nothing: remembered in memory, the newest ten thousand, since nothing of
    /// them is stored.
    static final class Quiet {
        private static final int MOST = 10_000;
        private final Map<UUID, Accepted> entries = new LinkedHashMap<>() {
            @Override
            protected boolean removeEldestEntry(Map.Entry<UUID, Accepted> eldest) {
                return size() > MOST;
            }
        };

        Optional<Accepted> find(UUID cid) {
            return Optional.ofNullable(entries.get(cid));
        }

        void add(Accepted accepted) {
            entries.put(accepted.cid(), accepted);
        }
    }
}
