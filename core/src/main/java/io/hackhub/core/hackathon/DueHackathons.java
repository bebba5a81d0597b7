package io.hackhub.core.hackathon;

import io.hackhub.core.hackathon.HackathonCommand.Tick;
import io.hackhub.core.shared.Database;
import java.time.Instant;
import java.util.concurrent.CompletionStage;

/// Wakes the hackathons for which something is due. They find out themselves what it is; until it is done they are
/// woken at each beat.
public final class DueHackathons implements DueClock.Chore {

    private static final int AT_ONCE = 1000;

    private final Database database;
    private final Hackathons hackathons;

    public DueHackathons(Database database, Hackathons hackathons) {
        this.database = database;
        this.hackathons = hackathons;
    }

    @Override
    public CompletionStage<?> at(Instant now) {
        return database.run(db -> DueTable.due(db, now, AT_ONCE))
                .thenAccept(due -> due.forEach(id -> hackathons.find(id).tell(new Tick())));
    }
}
