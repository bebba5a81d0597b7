package io.hackhub.core.announcement;

import io.hackhub.core.hackathon.HackathonView;
import io.hackhub.core.hackathon.Hackathons;
import io.hackhub.core.hackathon.Manager;
import io.hackhub.core.hackathon.Registration;
import io.hackhub.core.hackathon.RegistrationStatus;
import io.hackhub.core.hackathon.Staff;
import io.hackhub.core.hackathon.StaffRole;
import io.hackhub.core.shared.HackathonId;
import io.hackhub.core.shared.UserId;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.stream.Stream;

/// Who is in an audience now.
final class Recipients {

    private static final int PAGE = 200;

    private final Hackathons hackathons;

    Recipients(Hackathons hackathons) {
        this.hackathons = hackathons;
    }

    CompletionStage<List<UserId>> of(HackathonView hackathon, Audience audience) {
        return switch (audience) {
            case ALL -> CompletableFuture.completedFuture(List.of());
            case PARTICIPANTS -> registered(hackathon.id(), 0, new ArrayList<>());
            case JUDGES -> CompletableFuture.completedFuture(staff(hackathon, StaffRole.JUDGE));
            case MENTORS -> CompletableFuture.completedFuture(staff(hackathon, StaffRole.MENTOR));
            case ORGANIZERS ->
                CompletableFuture.completedFuture(Stream.concat(
                                hackathon.managers().stream().map(Manager::user),
                                staff(hackathon, StaffRole.ORGANIZER).stream())
                        .distinct()
                        .toList());
        };
    }

    private static List<UserId> staff(HackathonView hackathon, StaffRole role) {
        return hackathon.staff().stream()
                .filter(member -> member.roles().contains(role))
                .map(Staff::user)
                .toList();
    }

    private CompletionStage<List<UserId>> registered(HackathonId hackathon, int from, List<UserId> before) {
        return hackathons.registrations(hackathon, from, PAGE, null).thenCompose(page -> {
            page.items().stream()
                    .filter(it -> it.status() != RegistrationStatus.WAITLISTED)
                    .map(Registration::user)
                    .forEach(before::add);
            var next = page.next();
            return next == null
                    ? CompletableFuture.completedFuture(List.copyOf(before))
                    : registered(hackathon, next, before);
        });
    }
}
