package io.hackhub.core.hackathon;

import io.hackhub.core.access.Grant;
import io.hackhub.core.access.Standing;
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
import io.hackhub.core.shared.OrganizationId;
import io.hackhub.core.shared.UserId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// A hackathon that was created. It changes only by [#after].
record Live(
        Origin origin,
        Plan plan,
        Course course,
        People people,
        Roll roll,
        Claims claims,
        List<Loss> losses,
        Stamp stamp)
        implements HackathonState {

    record Origin(OrganizationId organization, String slug, Instant createdAt) {}

    record Plan(Details details, Milestones milestones) {}

    /// `version` = events so far; `revision` = those that organizers or the clock made to what is shown.
    record Stamp(long version, long revision, Instant updatedAt) {}

    Live {
        losses = List.copyOf(losses);
    }

    static Live created(Created e) {
        return new Live(
                new Origin(e.organization(), e.slug(), e.at()),
                new Plan(e.details(), e.milestones()),
                Course.START,
                new People(e.managersVersion(), e.managers(), List.of()),
                Roll.EMPTY,
                Claims.NONE,
                List.of(),
                new Stamp(1, 1, e.at()));
    }

    @Override
    public Live after(HackathonEvent event) {
        var next = new Live(origin, plan, course, people, roll, claims, losses, stampedBy(event));
        return switch (event) {
            case Created _ -> throw new IllegalStateException("created twice");
            case DetailsChanged e -> next.with(new Plan(e.details(), milestones()));
            case Rescheduled e -> next.with(new Plan(details(), e.milestones())).with(course.holding(false));
            case StatusChanged e -> next.with(course.moving(e.to(), e.at()));
            case StartHeld _ -> next.with(course.holding(true));
            case ManagersChanged e -> next.managedBy(e);
            case StaffChanged e -> next.staffedBy(e);
            case Registered e -> next.with(registering(e));
            case Promoted e -> next.with(roll.promoting(e.user()));
            case CheckedIn e -> next.with(roll.checkingIn(e.user()));
            case Withdrawn e -> next.withdrawing(e.user());
            case TeamClaimed e ->
                next.with(claims.claiming(new Claim(e.claim(), e.user(), e.team(), e.credential(), false)));
            case TeamClaimSettled e -> next.with(claims.settling(e.claim()));
            case TeamClaimReleased e -> next.with(claims.releasing(e.claim()));
            case LossApplied e -> next.applied(e.user(), e.version());
        };
    }

    Live after(List<HackathonEvent> events) {
        var state = this;
        for (var event : events) {
            state = state.after(event);
        }
        return state;
    }

    Details details() {
        return plan.details();
    }

    Milestones milestones() {
        return plan.milestones();
    }

    HackathonStatus status() {
        return course.status();
    }

    Instant chatUntil() {
        return milestones().chatUntil(status(), course.published(), course.overSince());
    }

    Standing standing(@Nullable UserId user) {
        return new Standing(user, stamp.version(), grants(user), course.published(), chatUntil());
    }

    /// Work and registration exclude each other, and the registration wins: whom the organization makes its admin in
    /// the meantime is an organizer here only after withdrawing.
    Set<Grant> grants(@Nullable UserId user) {
        if (user == null) {
            return EnumSet.noneOf(Grant.class);
        }
        if (roll.hasPlace(user)) {
            return EnumSet.of(Grant.PARTICIPANT);
        }
        return roll.waits(user) ? EnumSet.of(Grant.WAITLISTED) : people.grants(user);
    }

    /// The organization's owners and admins who are organizers here.
    List<Manager> managers() {
        return people.managers().stream()
                .filter(manager -> !isOnRoll(manager.user()))
                .toList();
    }

    /// Whether it has something under way. All the time while it is judged: each start then asks all its teams.
    boolean isBusy() {
        return !claims.open().isEmpty() || !losses.isEmpty() || status() == HackathonStatus.JUDGING;
    }

    boolean isLosing(UserId user) {
        return losses.stream().anyMatch(loss -> loss.user().equals(user));
    }

    boolean isOnRoll(UserId user) {
        return roll.hasPlace(user) || roll.waits(user);
    }

    private Stamp stampedBy(HackathonEvent event) {
        boolean shown =
                event instanceof DetailsChanged || event instanceof Rescheduled || event instanceof StatusChanged;
        return new Stamp(
                stamp.version() + 1, stamp.revision() + (shown ? 1 : 0), shown ? event.at() : stamp.updatedAt());
    }

    private Roll registering(Registered e) {
        var place = new Place(e.user(), e.registration(), false, e.at());
        return switch (e.status()) {
            case REGISTERED, CHECKED_IN -> roll.registering(place);
            case WAITLISTED, CANCELLED -> roll.waitlisting(place);
        };
    }

    private Live withdrawing(UserId user) {
        var claim = claims.of(user);
        var left = new Loss(
                user,
                stamp.version(),
                claim.map(Claim::team).orElse(null),
                claim.map(Claim::number).orElse(0L),
                false);
        var freed = claim.map(it -> claims.releasing(it.number())).orElse(claims);
        return with(roll.withdrawing(user)).with(freed).losing(List.of(left));
    }

    private Live staffedBy(StaffChanged e) {
        var before = people.roles(e.user());
        var changed = with(people.staffed(e.user(), e.roles()));
        return e.roles().containsAll(before)
                ? changed
                : changed.losing(List.of(loss(
                        e.user(),
                        before.contains(StaffRole.MENTOR) && !e.roles().contains(StaffRole.MENTOR))));
    }

    private Live managedBy(ManagersChanged e) {
        var kept = e.managers().stream().map(Manager::user).toList();
        var gone = people.managers().stream()
                .map(Manager::user)
                .filter(user -> !kept.contains(user))
                .map(user -> loss(user, false));
        return with(people.managedBy(e.version(), e.managers())).losing(gone.toList());
    }

    private Loss loss(UserId user, boolean mentor) {
        return new Loss(user, stamp.version(), null, 0, mentor);
    }

    private Live losing(List<Loss> more) {
        return with(Stream.concat(losses.stream(), more.stream()).toList());
    }

    private Live applied(UserId user, long version) {
        var rest = new ArrayList<>(losses);
        rest.removeIf(loss -> loss.is(user, version));
        return with(rest);
    }

    private Live with(Plan now) {
        return new Live(origin, now, course, people, roll, claims, losses, stamp);
    }

    private Live with(Course now) {
        return new Live(origin, plan, now, people, roll, claims, losses, stamp);
    }

    private Live with(People now) {
        return new Live(origin, plan, course, now, roll, claims, losses, stamp);
    }

    private Live with(Roll now) {
        return new Live(origin, plan, course, people, now, claims, losses, stamp);
    }

    private Live with(Claims now) {
        return new Live(origin, plan, course, people, roll, now, losses, stamp);
    }

    private Live with(List<Loss> now) {
        return new Live(origin, plan, course, people, roll, claims, now, stamp);
    }
}
