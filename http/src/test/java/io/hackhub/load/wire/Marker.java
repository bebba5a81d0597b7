package io.hackhub.load.wire;

import io.netty.buffer.ByteBuf;

/// Numbers in texts: `~17~`, found in any contestant's frame without parsing it.
public final class Marker {

    private static final byte EDGE = '~';

    /// There is no number in the frame.
    public static final long NONE = -1;

    private Marker() {}

    public static String of(long number) {
        return "~" + number + "~";
    }

    /// The first number in a frame.
    public static long in(ByteBuf frame) {
        int from = frame.indexOf(frame.readerIndex(), frame.writerIndex(), EDGE);
        return from < 0 ? NONE : digits(frame, from + 1);
    }

    /// The number that begins at `index`; [#NONE] if none does.
    public static long digits(ByteBuf frame, int index) {
        long number = 0;
        int at = index;
        for (; at < frame.writerIndex(); at++) {
            int digit = frame.getByte(at) - '0';
            if (digit < 0 || digit > 9) {
                break;
            }
            number = number * 10 + digit;
        }
        return at == index ? NONE : number;
    }

    /// The number behind `"name":` in a frame of JSON; [#NONE] if there is none.
    public static long field(ByteBuf frame, byte[] name) {
        int last = frame.writerIndex() - name.length;
        for (int at = frame.readerIndex(); at < last; at++) {
            if (frame.getByte(at) == name[0] && matches(frame, at, name)) {
                return digits(frame, at + name.length);
            }
        }
        return NONE;
    }

    private static boolean matches(ByteBuf frame, int at, byte[] name) {
        for (int i = 1; i < name.length; i++) {
            if (frame.getByte(at + i) != name[i]) {
                return false;
            }
        }
        return true;
    }
}
