package io.hackhub.core.hackathon;

import io.hackhub.core.shared.JsonSerializable;

/// What a hackathon remembers: nothing, until it is created. Stored in snapshots: extended only by optional fields.
sealed interface HackathonState extends JsonSerializable permits HackathonState.Absent, Live {

    HackathonState after(HackathonEvent event);

    record Absent() implements HackathonState {
        @Override
        public HackathonState after(HackathonEvent event) {
            if (event instanceof HackathonEvent.Created created) {
                return Live.created(created);
            }
            throw new IllegalStateException("%s before Created".formatted(event.getClass()));
        }
    }
}
