package io.hackhub.core.hackathon;

import io.hackhub.core.hackathon.HackathonCommand.ManagersAre;
import io.hackhub.core.organization.Managers;
import io.hackhub.core.organization.ManagersChanged;
import io.hackhub.core.shared.Database;
import io.hackhub.core.shared.HackathonId;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.apache.pekko.Done;

/// Tells an organization's hackathons who its owners and admins are now.
public final class TellingManagers implements ManagersChanged {

    private final Database database;
    private final Hackathons hackathons;

    public TellingManagers(Database database, Hackathons hackathons) {
        this.database = database;
        this.hackathons = hackathons;
    }

    @Override
    public CompletionStage<?> tell(Managers managers) {
        return database.run(db -> HackathonSlugs.of(db, managers.organization()))
                .thenCompose(all -> CompletableFuture.allOf(all.stream()
                        .map(id -> tell(id, managers).toCompletableFuture())
                        .toArray(CompletableFuture<?>[]::new)));
    }

    /// As a hackathon keeps them, always in the same order.
    public static List<Manager> list(Managers managers) {
        return managers.roles().entrySet().stream()
                .map(entry -> new Manager(entry.getKey(), entry.getValue().grant()))
                .sorted(Comparator.comparing(manager -> manager.user().value()))
                .toList();
    }

    private CompletionStage<Done> tell(HackathonId id, Managers managers) {
        return hackathons.ask(id, replyTo -> new ManagersAre(managers.version(), list(managers), replyTo));
    }
}
