package io.hackhub.core.hackathon;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;

/// By what right somebody enters a team; the team checks it. Stored within a claim, because an open claim is asked
/// again after a crash: so an invitation is here as the hash that the team knows, never as the code itself.
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "by")
@JsonSubTypes({
    @JsonSubTypes.Type(value = Credential.Founder.class, name = "founder"),
    @JsonSubTypes.Type(value = Credential.Invitation.class, name = "invitation"),
    @JsonSubTypes.Type(value = Credential.ByOrganizer.class, name = "organizer")
})
public sealed interface Credential {

    /// The team was just made, for this person to lead.
    record Founder() implements Credential {}

    record Invitation(String hash) implements Credential {}

    record ByOrganizer() implements Credential {}
}
