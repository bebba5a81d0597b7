package io.hackhub.core.live;

import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Frames that go out together, to every subscriber of a channel alike. One object is shared by all of them, so what a
/// gateway makes of it (one buffer of socket frames) is made once.
public final class Batch {

    private final List<Bytes> frames;
    private final int size;
    private volatile @Nullable Object rendered;

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

    /// What `renderer` makes of this batch, kept for the next who asks. All callers pass the same renderer; two lanes
    /// that ask at the same moment may each make one.
    @SuppressWarnings("unchecked")
    public <T> T rendered(Function<Batch, T> renderer) {
        var known = rendered;
        if (known == null) {
            known = renderer.apply(this);
            rendered = known;
        }
        return (T) known;
    }
}
