package io.hackhub.http.live;

/// What all connections of this node share.
record LiveNode(
        LiveSettings settings, LivePorts ports, LiveMetrics metrics, UserThrottles users, AddressLimits addresses) {}
