/// How a channel's events reach the sockets of one node: [NodeHub] and its feeds. Knows neither what a channel's events
/// mean nor what a socket is: rooms and boards are [Sources], connections are [Subscriber]s.
@NullMarked
package io.hackhub.core.live;

import org.jspecify.annotations.NullMarked;
