package io.hackhub.http;

import ch.qos.logback.classic.LoggerContext;
import org.slf4j.LoggerFactory;

/// What the log says of itself in each line of JSON; see logback.xml.
final class Logging {

    private Logging() {}

    /// The name of this node, from here on.
    static void node(String name) {
        if (LoggerFactory.getILoggerFactory() instanceof LoggerContext context) {
            context.putProperty("node", name);
        }
    }
}
