package io.hackhub.load.wire;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufAllocator;

/// WebSocket frames (RFC 6455, section 5.2) as far as a load generator needs them: in, unmasked and whole; out, masked
/// with zeros, which changes nothing.
final class Frames {

    private static final int FINAL = 0x80;
    private static final int OPCODE = 0x0F;
    private static final int LENGTH = 0x7F;
    private static final int SHORT = 126;
    private static final int LONG = 127;
    private static final int MAX_SHORT = 65_535;
    private static final int MAX_HEAD = 14;

    private Frames() {}

    static boolean isWhole(ByteBuf in) {
        int readable = in.readableBytes();
        if (readable < 2) {
            return false;
        }
        int head = head(in);
        return readable >= head && readable - head >= length(in);
    }

    static int opcode(ByteBuf in) {
        return in.getByte(in.readerIndex()) & OPCODE;
    }

    /// Moves on to the payload, whose length it answers.
    static int skipHead(ByteBuf in) {
        int length = length(in);
        in.skipBytes(head(in));
        return length;
    }

    private static int head(ByteBuf in) {
        return switch (in.getByte(in.readerIndex() + 1) & LENGTH) {
            case SHORT -> 4;
            case LONG -> 10;
            default -> 2;
        };
    }

    private static int length(ByteBuf in) {
        int tiny = in.getByte(in.readerIndex() + 1) & LENGTH;
        return switch (tiny) {
            case SHORT -> in.getUnsignedShort(in.readerIndex() + 2);
            case LONG -> Math.toIntExact(in.getLong(in.readerIndex() + 2));
            default -> tiny;
        };
    }

    static ByteBuf masked(ByteBufAllocator allocator, int opcode, byte[] payload) {
        var out = allocator.directBuffer(payload.length + MAX_HEAD);
        out.writeByte(FINAL | opcode);
        if (payload.length < SHORT) {
            out.writeByte(FINAL | payload.length);
        } else if (payload.length <= MAX_SHORT) {
            out.writeByte(FINAL | SHORT).writeShort(payload.length);
        } else {
            out.writeByte(FINAL | LONG).writeLong(payload.length);
        }
        return out.writeInt(0).writeBytes(payload);
    }
}
