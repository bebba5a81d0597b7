package io.hackhub.core.live;

import java.util.List;

/// Frames that go out together, to every subscriber of a channel alike. One object is shared by all on a
/// lane, so what a gateway makes of it (one buffer of socket frames) is made once a lane.
public final class Batch {

    private final List<Bytes> frames;
    private final int size;

    public Batch(List<Bytes> frames) {
        this.frames = List.copyOf(frames);
        this.size = frames.stream().mapToInt(Bytes::length).sum();
    }

    public List<Bytes> frames() {
        return frames;
    }

    /// Bytes of all frames.
    public int size() {
        return size;
    }
}
