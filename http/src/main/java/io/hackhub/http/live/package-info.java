/// The live gateway: `hackhub.v1` over WebSocket. Read [ClientFrame] and [ServerFrame] (the wire), then
/// [LiveConnection] (the protocol, free of sockets and actors), then [LiveGateway] (Netty).
@NullMarked
package io.hackhub.http.live;

import org.jspecify.annotations.NullMarked;
