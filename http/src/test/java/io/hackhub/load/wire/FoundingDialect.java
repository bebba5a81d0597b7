package io.hackhub.load.wire;

import io.netty.buffer.ByteBuf;

/// Socket.IO 4 over Engine.IO 4 over a WebSocket: a packet type, an acknowledgement's number, and JSON.
public final class FoundingDialect implements Dialect {

    private static final int MESSAGE = '4';

    @Override
    public String path() {
        return "/socket.io/?EIO=4&transport=websocket";
    }

    @Override
    public Kind kind(ByteBuf frame) {
        return switch (frame.getByte(frame.readerIndex())) {
            case '0' -> Kind.HELLO;
            case '2' -> Kind.PING;
            case MESSAGE -> message(frame);
            default -> Kind.OTHER;
        };
    }

    private Kind message(ByteBuf frame) {
        return switch (frame.getByte(frame.readerIndex() + 1)) {
            case '0' -> Kind.READY;
            case '2' -> Kind.EVENT;
            case '3' -> number(frame) == 0 ? Kind.JOINED : Kind.ACK;
            case '4' -> Kind.REFUSED;
            default -> Kind.OTHER;
        };
    }

    @Override
    public String signIn(String token) {
        return "40{\"token\":\"" + token + "\"}";
    }

    @Override
    public String join(String channel) {
        return "420[\"join\",\"" + channel + "\"]";
    }

    @Override
    public String post(Post what, String channel, long number, String text) {
        return switch (what) {
            case ANNOUNCEMENT ->
                "42" + number + "[\"hackathon-update\",\"" + channel + "\",{\"title\":\"Lunch\",\"content\":\"" + text
                        + "\"}]";
            case MESSAGE -> "42" + number + "[\"team-message\",\"" + channel + "\",\"" + text + "\"]";
        };
    }

    /// The number stands where the team's name is, so that viewers find it.
    @Override
    public String score(String channel, long number, String team, double score) {
        return "42" + number + "[\"score\",\"" + channel + "\",{\"teamId\":\"" + team + "\",\"name\":\""
                + Marker.of(number) + "\",\"score\":" + score + "}]";
    }

    @Override
    public long number(ByteBuf frame) {
        return Marker.digits(frame, frame.readerIndex() + 2);
    }

    @Override
    public String pong() {
        return "3";
    }
}
