package io.hackhub.core.shared;

/// Crosses the wire between nodes: commands and replies. Fields are only ever added, and optional when added, so that
/// two versions can share a cluster during a rolling upgrade.
public interface CborSerializable {}
