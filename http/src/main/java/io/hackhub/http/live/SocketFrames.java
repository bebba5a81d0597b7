package io.hackhub.http.live;

import io.netty.buffer.ByteBuf;

/// WebSocket text frames as a server writes them (RFC 6455, section 5.2): one piece, unmasked, so the same bytes for
/// everybody.
final class SocketFrames {

    static final int MAX_HEADER = 10;
    private static final int FINAL_TEXT = 0x81;
    private static final int MAX_TINY = 125;
    private static final int MAX_SHORT = 65_535;
    private static final int SHORT = 126;
    private static final int LONG = 127;

    private SocketFrames() {}

    static void text(ByteBuf out, byte[] payload) {
        out.writeByte(FINAL_TEXT);
        if (payload.length <= MAX_TINY) {
            out.writeByte(payload.length);
        } else if (payload.length <= MAX_SHORT) {
            out.writeByte(SHORT).writeShort(payload.length);
        } else {
            out.writeByte(LONG).writeLong(payload.length);
        }
        out.writeBytes(payload);
    }
}
