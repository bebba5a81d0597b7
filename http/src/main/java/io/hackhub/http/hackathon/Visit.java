package io.hackhub.http.hackathon;

import io.hackhub.core.access.Grant;
import io.hackhub.core.hackathon.HackathonView;
import io.hackhub.core.shared.HackathonId;
import io.hackhub.http.shared.Caller;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// A request's hackathon, and who asks; no caller = a guest.
public record Visit(HackathonView hackathon, @Nullable Caller caller) {

    /// The same, where somebody is signed in.
    public record SignedIn(Visit visit, Caller caller) {
        public HackathonView hackathon() {
            return visit.hackathon();
        }

        public HackathonId id() {
            return visit.id();
        }

        public Set<Grant> grants() {
            return visit.grants();
        }
    }

    public HackathonId id() {
        return hackathon.id();
    }

    /// What the caller is on the platform and here.
    public Set<Grant> grants() {
        return caller == null ? hackathon.grants() : caller.grants(hackathon.grants());
    }

    /// Whether the caller may know of it.
    public boolean known() {
        return hackathon.known() || (caller != null && caller.admin());
    }
}
