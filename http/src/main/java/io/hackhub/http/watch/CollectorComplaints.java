package io.hackhub.http.watch;

import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.slf4j.LoggerFactory;

/// OpenTelemetry logs through the JDK, which would write past our log, in a form of its own.
final class CollectorComplaints extends Handler {

    private static final Logger JDK = Logger.getLogger("io.opentelemetry");
    private static final org.slf4j.Logger LOG = LoggerFactory.getLogger(SentTraces.class);

    private CollectorComplaints() {}

    static synchronized void intoOurLog() {
        if (JDK.getUseParentHandlers()) {
            JDK.setUseParentHandlers(false);
            JDK.addHandler(new CollectorComplaints());
        }
    }

    @Override
    public void publish(LogRecord complaint) {
        if (complaint.getLevel().intValue() >= Level.WARNING.intValue()) {
            LOG.warn("Traces are not sent: {}", complaint.getMessage());
        } else {
            LOG.debug("{}", complaint.getMessage());
        }
    }

    @Override
    public void flush() {}

    @Override
    public void close() {}
}
