package io.hackhub.core.hackathon;

import io.hackhub.core.shared.JsonSerializable;
import io.hackhub.core.shared.TeamId;
import io.hackhub.core.shared.UserId;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Who is on which team: at most one claim a person. An open claim still waits for its team's decision; `last` is the
/// highest number that was ever given.
record Claims(long last, List<Claim> all) implements JsonSerializable {

    static final Claims NONE = new Claims(0, List.of());

    record Claim(long number, UserId user, TeamId team, Credential credential, boolean settled) {
        Claim asSettled() {
            return new Claim(number, user, team, credential, true);
        }
    }

    Claims {
        all = List.copyOf(all);
    }

    Optional<Claim> of(UserId user) {
        return all.stream().filter(claim -> claim.user().equals(user)).findFirst();
    }

    Optional<Claim> numbered(long number) {
        return all.stream().filter(claim -> claim.number() == number).findFirst();
    }

    Optional<TeamId> team(UserId user) {
        return of(user).filter(Claim::settled).map(Claim::team);
    }

    List<Claim> open() {
        return all.stream().filter(claim -> !claim.settled()).toList();
    }

    /// Teams with at least one member, the oldest first.
    List<TeamId> teams() {
        return all.stream().filter(Claim::settled).map(Claim::team).distinct().toList();
    }

    boolean anyTeam() {
        return all.stream().anyMatch(Claim::settled);
    }

    Claims claiming(Claim claim) {
        return new Claims(
                claim.number(), Stream.concat(all.stream(), Stream.of(claim)).toList());
    }

    Claims settling(long number) {
        return new Claims(
                last,
                all.stream()
                        .map(claim -> claim.number() == number ? claim.asSettled() : claim)
                        .toList());
    }

    Claims releasing(long number) {
        return new Claims(
                last, all.stream().filter(claim -> claim.number() != number).toList());
    }
}
