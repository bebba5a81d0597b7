package io.hackhub.core.hackathon;

import io.hackhub.core.shared.JsonSerializable;
import io.hackhub.core.shared.UserId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Stream;

/// Who takes part: those with a place, and those who wait for one, both in order of arrival.
record Roll(List<Place> registered, List<Place> waiting) implements JsonSerializable {

    static final Roll EMPTY = new Roll(List.of(), List.of());

    /// One person's registration.
    record Place(UserId user, UUID registration, boolean checkedIn, Instant at) {
        Place asCheckedIn() {
            return new Place(user, registration, true, at);
        }
    }

    Roll {
        registered = List.copyOf(registered);
        waiting = List.copyOf(waiting);
    }

    boolean hasPlace(UserId user) {
        return registered.stream().anyMatch(of(user));
    }

    boolean waits(UserId user) {
        return waiting.stream().anyMatch(of(user));
    }

    Optional<Place> place(UserId user) {
        return registered.stream().filter(of(user)).findFirst();
    }

    /// 1 for who is promoted next.
    int position(UserId user) {
        int position = 1;
        for (var place : waiting) {
            if (place.user().equals(user)) {
                return position;
            }
            position++;
        }
        throw new IllegalArgumentException("not waiting");
    }

    Roll registering(Place place) {
        return new Roll(plus(registered, place), waiting);
    }

    Roll waitlisting(Place place) {
        return new Roll(registered, plus(waiting, place));
    }

    Roll promoting(UserId user) {
        var promoted = waiting.stream().filter(of(user)).findFirst().orElseThrow();
        return new Roll(plus(registered, promoted), without(waiting, user));
    }

    Roll checkingIn(UserId user) {
        return new Roll(
                registered.stream()
                        .map(place -> place.user().equals(user) ? place.asCheckedIn() : place)
                        .toList(),
                waiting);
    }

    Roll withdrawing(UserId user) {
        return new Roll(without(registered, user), without(waiting, user));
    }

    private static List<Place> plus(List<Place> places, Place place) {
        return Stream.concat(places.stream(), Stream.of(place)).toList();
    }

    private static List<Place> without(List<Place> places, UserId user) {
        return places.stream().filter(of(user).negate()).toList();
    }

    private static Predicate<Place> of(UserId user) {
        return place -> place.user().equals(user);
    }
}
