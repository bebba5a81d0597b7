package io.hackhub.load.scenario;

import io.hackhub.load.scenario.Traffic.Member;
import io.hackhub.load.wire.Dialect.Post;
import io.hackhub.load.wire.Lines.Guest;
import java.util.List;

/// Many who read announcements and one who makes them, all of them connected.
record Hall(Traffic traffic, Member writer) {

    static Hall open(Stage stage, int sockets) throws InterruptedException {
        var venue = stage.contestant().announcements(sockets);
        var traffic = new Traffic(Post.ANNOUNCEMENT, stage.firstNumber(), stage.faults());
        var room = traffic.room(venue.channel());
        for (var line : stage.open(venue.guests())) {
            traffic.reader(room, line);
        }
        return new Hall(traffic, traffic.writer(room, stage.open(new Guest(venue.host(), List.of()))));
    }
}
