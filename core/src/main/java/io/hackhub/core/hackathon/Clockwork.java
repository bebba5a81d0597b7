package io.hackhub.core.hackathon;

import io.hackhub.core.hackathon.HackathonEvent.StartHeld;
import io.hackhub.core.hackathon.HackathonEvent.StatusChanged;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/// The transitions that the clock makes: all that are due, in order, each once.
final class Clockwork {

    private Clockwork() {}

    static List<HackathonEvent> due(Live hackathon, Instant now) {
        var events = new ArrayList<HackathonEvent>();
        var milestones = hackathon.milestones();
        boolean anyTeam = hackathon.claims().anyTeam();
        var status = hackathon.status();
        for (var step = milestones.due(status, anyTeam, now);
                step.isPresent();
                step = milestones.due(status, anyTeam, now)) {
            var to = step.get().to();
            events.add(new StatusChanged(status, to, null, null, now));
            status = to;
        }
        if (milestones.isHeld(status, anyTeam, now) && !hackathon.course().held()) {
            events.add(new StartHeld(now));
        }
        return events;
    }
}
