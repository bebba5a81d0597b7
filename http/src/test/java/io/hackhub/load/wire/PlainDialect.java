package io.hackhub.load.wire;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.netty.buffer.ByteBuf;

/// What `plain.js` speaks: `{"t":"…`.
public final class PlainDialect implements Dialect {

    private static final int TYPE = 6;
    private static final byte[] NUMBER = "\"n\":".getBytes(UTF_8);

    @Override
    public String path() {
        return "/";
    }

    @Override
    public boolean speaksFirst() {
        return true;
    }

    @Override
    public Kind kind(ByteBuf frame) {
        return switch (frame.getByte(frame.readerIndex() + TYPE)) {
            case 'u', 'm' -> Kind.EVENT;
            case 'a' -> Kind.ACK;
            case 'r' -> Kind.READY;
            case 'j' -> Kind.JOINED;
            default -> Kind.OTHER;
        };
    }

    @Override
    public String signIn(String token) {
        return "{\"t\":\"auth\",\"token\":\"" + token + "\"}";
    }

    @Override
    public String join(String channel) {
        return "{\"t\":\"join\",\"room\":\"" + channel + "\"}";
    }

    @Override
    public String post(Post what, String channel, long number, String text) {
        return switch (what) {
            case ANNOUNCEMENT ->
                "{\"t\":\"announce\",\"n\":" + number + ",\"room\":\"" + channel
                        + "\",\"title\":\"Lunch\",\"content\":\"" + text + "\"}";
            case MESSAGE ->
                "{\"t\":\"post\",\"n\":" + number + ",\"room\":\"" + channel + "\",\"content\":\"" + text + "\"}";
        };
    }

    @Override
    public String score(String channel, long number, String team, double score) {
        throw new UnsupportedOperationException("plain.js has no board");
    }

    @Override
    public long number(ByteBuf frame) {
        return Marker.field(frame, NUMBER);
    }
}
