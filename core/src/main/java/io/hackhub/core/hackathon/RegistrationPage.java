package io.hackhub.core.hackathon;

import io.hackhub.core.shared.CborSerializable;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Some registrations in order: those with a place, then the waiting list. `next` is where the following page starts.
public record RegistrationPage(
        List<Registration> items, @Nullable Integer next) implements CborSerializable {
    public RegistrationPage {
        items = List.copyOf(items);
    }
}
