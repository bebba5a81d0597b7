package io.hackhub.http.shared;

import java.util.Locale;

/// Every kind of refusal that a client can meet. The slug is the contract; a new one is a change of the API.
public enum Problem {
    UNREADABLE(400, "The request cannot be read"),
    VALIDATION(422, "Some fields are not valid"),
    UNAUTHENTICATED(401, "Sign in first"),
    FORBIDDEN(403, "You may not do this"),
    NOT_FOUND(404, "There is nothing here"),
    METHOD_NOT_ALLOWED(405, "This method does not fit here"),
    UNSUPPORTED_MEDIA_TYPE(415, "The body has to be JSON"),
    TOO_LARGE(413, "The request is too large"),
    EMAIL_TAKEN(409, "This e-mail address has an account"),
    USERNAME_TAKEN(409, "This username is taken"),
    SLUG_TAKEN(409, "This slug is taken"),
    ALREADY_REGISTERED(409, "Already registered"),
    NOT_REGISTERED(409, "Not registered"),
    REGISTRATION_CLOSED(409, "Registration is closed"),
    ALREADY_IN_TEAM(409, "Already in a team"),
    TEAM_FULL(409, "The team is full"),
    ROLE_CONFLICT(409, "Staff and participants exclude each other"),
    INVITATION_INVALID(404, "This invitation does not work"),
    GUARD_FAILED(409, "Something has to be done first"),
    PHASE(409, "This does not fit the phase of the hackathon"),
    CONFLICT(409, "The present state forbids this"),
    STALE(412, "Changed by somebody else in the meantime"),
    IDEMPOTENCY_MISMATCH(422, "This idempotency key was used for another request"),
    RATE_LIMITED(429, "Too many requests"),
    OVERLOADED(503, "Too busy just now"),
    UNAVAILABLE(503, "Not available just now"),
    INTERNAL(500, "Something broke on our side");

    private final int status;
    private final String title;

    Problem(int status, String title) {
        this.status = status;
        this.title = title;
    }

    public int status() {
        return status;
    }

    public String title() {
        return title;
    }

    /// The name that programs go by.
    public String slug() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
