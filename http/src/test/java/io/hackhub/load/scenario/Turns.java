package io.hackhub.load.scenario;

import io.hackhub.load.scenario.Traffic.Member;
import java.util.List;
import java.util.function.LongConsumer;

/// Those who post on a schedule, one after the other.
final class Turns implements LongConsumer {

    private final List<Member> members;
    private int next;

    Turns(List<Member> members) {
        this.members = List.copyOf(members);
    }

    @Override
    public void accept(long at) {
        members.get(next).post(at);
        next = (next + 1) % members.size();
    }
}
