package io.hackhub.core.shared;

import com.fasterxml.jackson.annotation.JsonInclude;

/// Stored for ever in the journal: events and snapshots. A record of this kind is only ever extended, by optional
/// fields; its stored form is held by a test.
@JsonInclude(JsonInclude.Include.NON_NULL)
public interface JsonSerializable {}
