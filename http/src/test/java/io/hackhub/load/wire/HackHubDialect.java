package io.hackhub.load.wire;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.hackhub.core.shared.Uuids;
import io.netty.buffer.ByteBuf;
import java.time.Instant;
import java.util.SplittableRandom;

/// `hackhub.v1`. Every frame begins with its type: `{"type":"`.
public final class HackHubDialect implements Dialect {

    private static final int TYPE = 9;
    private static final byte[] ID = "\"id\":".getBytes(UTF_8);

    private final SplittableRandom random = new SplittableRandom(System.nanoTime());

    @Override
    public String path() {
        return "/api/v1/live";
    }

    @Override
    public String headers() {
        return "Sec-WebSocket-Protocol: hackhub.v1\r\n";
    }

    @Override
    public Kind kind(ByteBuf frame) {
        int at = frame.readerIndex() + TYPE;
        return switch (frame.getByte(at)) {
            case 'e' -> frame.getByte(at + 1) == 'v' ? Kind.EVENT : Kind.REFUSED;
            case 'a' -> Kind.ACK;
            case 'b' -> Kind.BOARD;
            case 'g' -> Kind.LEAVE;
            case 'h' -> Kind.HELLO;
            case 'r' -> frame.getByte(at + 2) == 'a' ? Kind.READY : Kind.OTHER;
            case 's' -> frame.getByte(at + 1) == 'u' ? Kind.JOINED : Kind.OTHER;
            default -> Kind.OTHER;
        };
    }

    @Override
    public String signIn(String token) {
        return "{\"type\":\"auth\",\"token\":\"" + token + "\"}";
    }

    @Override
    public String join(String channel) {
        return "{\"type\":\"subscribe\",\"id\":0,\"channel\":\"" + channel + "\"}";
    }

    /// A frame that makes a socket follow a channel from behind `since`; below 0, from its newest page.
    String join(int id, String channel, long since) {
        return "{\"type\":\"subscribe\",\"id\":" + id + ",\"channel\":\"" + channel
                + (since < 0 ? "\"}" : "\",\"since\":" + since + "}");
    }

    /// A frame that asks for events again, answered by them alone.
    String repair(String channel, long from, long to) {
        return "{\"type\":\"repair\",\"id\":0,\"channel\":\"" + channel + "\",\"from\":" + from + ",\"to\":" + to + "}";
    }

    @Override
    public String post(Post what, String channel, long number, String text) {
        var data = switch (what) {
            case ANNOUNCEMENT ->
                "\"announcement.publish\",\"data\":{\"title\":\"Lunch\",\"type\":\"ANNOUNCEMENT\",\"priority\":\"NORMAL\",\"content\":\""
                        + text + "\"}";
            case MESSAGE -> "\"message.post\",\"data\":{\"text\":\"" + text + "\"}";
        };
        return command(channel, number, data);
    }

    @Override
    public String score(String channel, long number, String team, double score) {
        return command(
                channel,
                number,
                "\"score.submit\",\"data\":{\"teamId\":\"" + team + "\",\"criteria\":{\"idea\":" + score + ",\"craft\":"
                        + score + "},\"complete\":true}");
    }

    private String command(String channel, long number, String data) {
        return "{\"type\":\"command\",\"id\":" + number + ",\"cid\":\"" + Uuids.v7(Instant.now(), random)
                + "\",\"channel\":\"" + channel + "\",\"kind\":" + data + "}";
    }

    @Override
    public long number(ByteBuf frame) {
        return Marker.field(frame, ID);
    }
}
