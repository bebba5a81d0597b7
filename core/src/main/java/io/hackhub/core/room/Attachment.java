package io.hackhub.core.room;

/// A link that goes with a message or an update.
public record Attachment(String title, String url) {}
