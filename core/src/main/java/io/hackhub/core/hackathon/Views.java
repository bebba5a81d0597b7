package io.hackhub.core.hackathon;

import io.hackhub.core.hackathon.HackathonView.Counts;
import io.hackhub.core.hackathon.Roll.Place;
import io.hackhub.core.shared.HackathonId;
import io.hackhub.core.shared.UserId;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// A hackathon's state as others see it.
final class Views {

    private Views() {}

    static HackathonView of(HackathonId id, Live hackathon, @Nullable UserId viewer) {
        var claims = hackathon.claims();
        var teams = claims.teams();
        return new HackathonView(
                id,
                hackathon.stamp().version(),
                hackathon.stamp().revision(),
                hackathon.origin().organization(),
                hackathon.origin().slug(),
                hackathon.details(),
                hackathon.milestones(),
                hackathon.status(),
                new Counts(
                        hackathon.roll().registered().size(),
                        hackathon.roll().waiting().size(),
                        teams.size()),
                hackathon.people().staff(),
                hackathon.managers(),
                teams,
                hackathon.standing(viewer),
                viewer == null ? null : registration(hackathon, viewer).orElse(null),
                hackathon.origin().createdAt(),
                hackathon.stamp().updatedAt());
    }

    static Optional<Registration> registration(Live hackathon, UserId user) {
        var roll = hackathon.roll();
        return Stream.concat(roll.registered().stream(), roll.waiting().stream())
                .filter(place -> place.user().equals(user))
                .findFirst()
                .map(place -> registration(hackathon, place, roll.waits(user) ? roll.position(user) : null));
    }

    static RegistrationPage page(Live hackathon, HackathonCommand.Registrations question) {
        var all = all(hackathon, question.status()).toList();
        int from = Math.clamp(question.from(), 0, all.size());
        int to = Math.min(all.size(), from + question.limit());
        return new RegistrationPage(all.subList(from, to), to < all.size() ? to : null);
    }

    private static Stream<Registration> all(Live hackathon, @Nullable RegistrationStatus status) {
        var waiting = hackathon.roll().waiting();
        var registered = hackathon.roll().registered().stream().map(place -> registration(hackathon, place, null));
        var waitlisted = IntStream.range(0, waiting.size())
                .mapToObj(index -> registration(hackathon, waiting.get(index), index + 1));
        return Stream.concat(registered, waitlisted).filter(it -> status == null || it.status() == status);
    }

    private static Registration registration(Live hackathon, Place place, @Nullable Integer position) {
        return new Registration(
                place.registration(),
                place.user(),
                status(place, position),
                position,
                hackathon.claims().team(place.user()).orElse(null),
                place.at());
    }

    private static RegistrationStatus status(Place place, @Nullable Integer position) {
        if (position != null) {
            return RegistrationStatus.WAITLISTED;
        }
        return place.checkedIn() ? RegistrationStatus.CHECKED_IN : RegistrationStatus.REGISTERED;
    }
}
