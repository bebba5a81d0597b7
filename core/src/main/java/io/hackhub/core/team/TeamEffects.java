package io.hackhub.core.team;

import io.hackhub.core.access.Grant;
import io.hackhub.core.access.Standing;
import io.hackhub.core.hackathon.HackathonCommand;
import io.hackhub.core.live.Outcome;
import io.hackhub.core.projection.Consequence;
import io.hackhub.core.projection.Stored;
import io.hackhub.core.room.Intent;
import io.hackhub.core.room.RoomCommand;
import io.hackhub.core.shared.Channel;
import io.hackhub.core.shared.TeamId;
import io.hackhub.core.shared.UserId;
import io.hackhub.core.team.TeamCommand.DismissMentor;
import io.hackhub.core.team.TeamCommand.Get;
import io.hackhub.core.team.TeamCommand.GetSettled;
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
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import org.apache.pekko.Done;
import org.apache.pekko.actor.typed.ActorRef;
import org.apache.pekko.actor.typed.ActorSystem;
import org.apache.pekko.actor.typed.RecipientRef;
import org.apache.pekko.actor.typed.javadsl.AskPattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// What follows from a team's events outside it, at least once each: it wakes a team that a crash kept from
/// telling its room and its hackathon; it takes back a mentor who lost the role while being invited; it tells
/// people in their inbox.
public final class TeamEffects implements Consequence<TeamEvent> {

    private static final Logger LOG = LoggerFactory.getLogger(TeamEffects.class);

    private final ActorSystem<?> system;
    private final Function<TeamId, RecipientRef<TeamCommand>> teams;
    private final Neighbours neighbours;
    private final Duration askTimeout;

    public TeamEffects(
            ActorSystem<?> system, Function<TeamId, RecipientRef<TeamCommand>> teams, Neighbours neighbours) {
        this.system = system;
        this.teams = teams;
        this.neighbours = neighbours;
        this.askTimeout = system.settings().config().getDuration("hackhub.team.ask-timeout");
    }

    @Override
    public CompletionStage<?> of(Stored<TeamEvent> stored) {
        var team = TeamId.of(stored.entityId());
        return switch (stored.event()) {
            case InvitationCreated e when e.user() != null -> tellInvited(stored, team, e, e.user());
            case MemberJoined _, TeamDisbanded _, MentorRemoved _, HackathonKnown _ -> settled(team);
            case MemberLeft e ->
                settled(team)
                        .thenCompose(_ ->
                                e.by() == null || e.by().equals(e.user()) ? nothing() : tellRemoved(stored, team, e));
            case LeadershipPassed e -> settled(team).thenCompose(_ -> tellLeader(stored, team, e));
            case MentorInvited e -> settled(team).thenCompose(_ -> welcome(stored, team, e.user()));
            case TeamFormed _,
                    TeamEdited _,
                    JoinRefused _,
                    DepartureSettled _,
                    InvitationCreated _,
                    InvitationRevoked _,
                    ProjectSaved _,
                    ProjectSubmitted _,
                    SubmissionWithdrawn _ -> nothing();
        };
    }

    private static CompletionStage<Done> nothing() {
        return CompletableFuture.completedFuture(Done.getInstance());
    }

    /// A team that sleeps through it is started by the question, and then tells what it owes.
    private CompletionStage<TeamReply> settled(TeamId team) {
        return ask(teams.apply(team), GetSettled::new);
    }

    /// Tells the mentor, or takes back who has lost the role meanwhile.
    private CompletionStage<Done> welcome(Stored<TeamEvent> stored, TeamId team, UserId mentor) {
        return this.<TeamCommand, TeamReply>ask(teams.apply(team), Get::new)
                .thenCompose(reply -> reply instanceof TeamReply.Done(var view)
                        ? this.<HackathonCommand, Standing>ask(
                                        neighbours.hackathons().apply(view.hackathon()),
                                        replyTo -> new HackathonCommand.StandingOf(mentor, replyTo))
                                .thenCompose(standing -> standing.grants().contains(Grant.MENTOR)
                                        ? deliver(mentor, mentoring(stored, team, view))
                                        : ask(teams.apply(team), replyTo -> new DismissMentor(mentor, replyTo)))
                        : nothing());
    }

    // Inboxes

    /// The link holds no secret: it opens the team to this person alone.
    private CompletionStage<Done> tellInvited(
            Stored<TeamEvent> stored, TeamId team, InvitationCreated e, UserId invited) {
        var link = "/join#" + InvitationCode.reference(team, e.invitation()).text();
        return tell(stored, team, invited, "team.invitation", "You are invited to join the team %s", link);
    }

    private CompletionStage<Done> tellRemoved(Stored<TeamEvent> stored, TeamId team, MemberLeft e) {
        return tell(stored, team, e.user(), "team.removed", "You are no longer on the team %s", "/teams/" + team);
    }

    private CompletionStage<Done> tellLeader(Stored<TeamEvent> stored, TeamId team, LeadershipPassed e) {
        return tell(stored, team, e.to(), "team.leader", "You now lead the team %s", "/teams/" + team);
    }

    private static Intent.Notify mentoring(Stored<TeamEvent> stored, TeamId team, TeamView view) {
        var title = "The team %s invited you as its mentor".formatted(view.name());
        return notice(stored, "team.mentor", title, "/teams/" + team);
    }

    private CompletionStage<Done> tell(
            Stored<TeamEvent> stored, TeamId team, UserId user, String kind, String title, String link) {
        return this.<TeamCommand, TeamReply>ask(teams.apply(team), Get::new)
                .thenCompose(reply -> reply instanceof TeamReply.Done(var view)
                        ? deliver(user, notice(stored, kind, title.formatted(view.name()), link))
                        : nothing());
    }

    /// The same event gives the same id, so that the inbox takes it once however often it is brought.
    private static Intent.Notify notice(Stored<TeamEvent> stored, String kind, String title, String link) {
        return new Intent.Notify(stored.id(stored.event().at(), kind), kind, title, null, link);
    }

    private CompletionStage<Done> deliver(UserId user, Intent.Notify notice) {
        UUID cid = notice.notificationId();
        return this.<RoomCommand, Outcome>ask(
                        neighbours.rooms().apply(new Channel.Inbox(user)),
                        replyTo -> new RoomCommand.Deliver(cid, notice, 0, replyTo))
                .thenApply(TeamEffects::delivered);
    }

    /// What time can mend is tried again; what it cannot would only hold up all that comes after.
    private static Done delivered(Outcome outcome) {
        if (outcome instanceof Outcome.Refused refused) {
            if (refused.retryable()) {
                throw new IllegalStateException("inbox: " + refused.code());
            }
            LOG.error("An inbox refused a notification: {} {}", refused.code(), refused.message());
        }
        return Done.getInstance();
    }

    private <C, R> CompletionStage<R> ask(
            RecipientRef<C> recipient, org.apache.pekko.japi.function.Function<ActorRef<R>, C> command) {
        return AskPattern.ask(recipient, command, askTimeout, system.scheduler());
    }
}
