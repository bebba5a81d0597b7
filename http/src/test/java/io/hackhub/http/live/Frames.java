package io.hackhub.http.live;

import io.hackhub.core.shared.Channel;
import io.hackhub.core.shared.Uuids;
import java.util.UUID;

/// Frames that tests send.
final class Frames {

    private Frames() {}

    static UUID cid(long id) {
        return Uuids.v7(Peer.START, "command " + id);
    }

    static String command(long id, Channel channel, String kind, String data) {
        return "{'type':'command','id':%d,'cid':'%s','channel':'%s','kind':'%s','data':%s}"
                .formatted(id, cid(id), channel, kind, data)
                .replace('\'', '"');
    }

    static String post(long id, Channel channel, String text) {
        return command(id, channel, "message.post", "{'text':'%s'}".formatted(text));
    }
}
