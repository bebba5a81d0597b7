package io.hackhub.core.live;

import java.util.concurrent.Executor;

/// One event loop: runs what it is given one after the other, in the order of arrival, on one thread.
public interface Lane extends Executor {}
