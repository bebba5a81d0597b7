package io.hackhub.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.joran.JoranConfigurator;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.LoggingEvent;
import ch.qos.logback.classic.util.LogbackMDCAdapter;
import ch.qos.logback.core.ConsoleAppender;
import ch.qos.logback.core.joran.spi.JoranException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.event.KeyValuePair;

/// The program's own logging, in both forms.
class LogFormatTest {

    @Test
    void asJsonALineSaysWhereWhatAndForWhichRequest() throws Exception {
        var line = new ObjectMapper().readTree(line("json"));

        assertThat(line.at("/level").asText()).isEqualTo("ERROR");
        assertThat(line.at("/timestamp").isNumber()).isTrue();
        assertThat(line.at("/loggerName").asText()).isEqualTo("io.hackhub.http.shared.Failures");
        assertThat(line.at("/formattedMessage").asText()).isEqualTo("a request \"failed\"");
        assertThat(line.at("/kvpList/0/request").asText()).isEqualTo("019a");
        assertThat(line.at("/context/properties/node").asText()).isEqualTo("127.0.0.1:7355");
        assertThat(line.at("/throwable/className").asText()).isEqualTo(IllegalStateException.class.getName());
        assertThat(line.at("/throwable/message").asText()).isEqualTo("two\nlines");
        assertThat(line.at("/throwable/stepArray/0/className").asText()).isEqualTo(LogFormatTest.class.getName());
    }

    @ParameterizedTest
    @ValueSource(strings = {"text", ""})
    void asTextItIsForPeople(String format) throws Exception {
        assertThat(line(format))
                .matches("(?s)\\S+Z ERROR Failures - a request \"failed\" request=\"019a\"\n"
                        + "java.lang.IllegalStateException: two.*");
    }

    private static String line(String format) throws JoranException {
        var context = new LoggerContext();
        context.setMDCAdapter(new LogbackMDCAdapter());
        context.putProperty("HACKHUB_LOG_FORMAT", format);
        var configurator = new JoranConfigurator();
        configurator.setContext(context);
        configurator.doConfigure(LogFormatTest.class.getResource("/logback.xml"));
        context.putProperty("node", "127.0.0.1:7355");
        var event = new LoggingEvent(
                LogFormatTest.class.getName(),
                context.getLogger("io.hackhub.http.shared.Failures"),
                Level.ERROR,
                "a request {}",
                new IllegalStateException("two\nlines"),
                new Object[] {"\"failed\""});
        event.setKeyValuePairs(List.of(new KeyValuePair("request", "019a")));
        var console = (ConsoleAppender<ILoggingEvent>)
                context.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME).getAppender("console");
        try {
            return new String(console.getEncoder().encode(event), UTF_8);
        } finally {
            context.stop();
        }
    }
}
