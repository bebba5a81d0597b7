package io.hackhub.core.room;

import io.hackhub.core.shared.CborSerializable;
import io.hackhub.core.shared.Channel;

/// The room acts on `version` of its owner's facts from now on; what it says of who left is committed and sent out.
public record Applied(Channel channel, long version) implements CborSerializable {}
