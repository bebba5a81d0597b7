package io.hackhub.http.demo;

import io.hackhub.core.shared.UserId;
import java.util.function.Supplier;

/// One of the demo's made-up people.
///
/// @param token makes a fresh access token: the demo's clock jumps by days, over every token's end
public record DemoPerson(UserId id, String username, String fullName, Supplier<String> token) {}
