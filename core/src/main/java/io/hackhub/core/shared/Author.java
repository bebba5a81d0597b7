package io.hackhub.core.shared;

/// Who wrote something, as the wire shows it. Never stored: the journal holds the id alone, and the names are put in
/// where a frame is encoded.
public record Author(UserId id, String username, String fullName) {}
