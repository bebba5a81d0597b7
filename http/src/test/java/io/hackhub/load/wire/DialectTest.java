package io.hackhub.load.wire;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.hackhub.load.wire.Dialect.Kind;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DialectTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '|',
            value = {
                "hackhub; {\"type\":\"hello\",\"node\":\"n\"}; HELLO",
                "hackhub; {\"type\":\"ready\",\"session\":\"s\"}; READY",
                "hackhub; {\"type\":\"revoked\",\"channel\":\"c\"}; OTHER",
                "hackhub; {\"type\":\"subscribed\",\"id\":0}; JOINED",
                "hackhub; {\"type\":\"signal\",\"channel\":\"c\"}; OTHER",
                "hackhub; {\"type\":\"event\",\"channel\":\"c\"}; EVENT",
                "hackhub; {\"type\":\"error\",\"id\":3}; REFUSED",
                "hackhub; {\"type\":\"ack\",\"id\":3}; ACK",
                "hackhub; {\"type\":\"goaway\",\"afterMs\":3}; LEAVE",
                "hackhub; {\"type\":\"board.delta\",\"channel\":\"c\"}; BOARD",
                "socket.io; 0{\"sid\":\"s\"}; HELLO",
                "socket.io; 40{\"sid\":\"s\"}; READY",
                "socket.io; 430[\"joined\"]; JOINED",
                "socket.io; 4317[\"id\"]; ACK",
                "socket.io; 42[\"team-message\",{}]; EVENT",
                "socket.io; 44{\"message\":\"Authentication failed\"}; REFUSED",
                "socket.io; 2; PING",
                "ws; {\"t\":\"ready\"}; READY",
                "ws; {\"t\":\"joined\"}; JOINED",
                "ws; {\"t\":\"message\",\"id\":\"i\"}; EVENT",
                "ws; {\"t\":\"update\",\"type\":\"ANNOUNCEMENT\"}; EVENT",
                "ws; {\"t\":\"ack\",\"n\":17}; ACK"
            })
    void framesAreToldApartByHowTheyBegin(String contestant, String frame, Kind kind) {
        assertThat(dialect(contestant).kind(bytes(frame))).isEqualTo(kind);
    }

    @Test
    void answersCarryTheNumberOfTheirPost() {
        assertThat(new HackHubDialect().number(bytes("{\"type\":\"ack\",\"id\":17,\"cid\":\"c\"}")))
                .isEqualTo(17);
        assertThat(new FoundingDialect().number(bytes("4317[\"id\"]"))).isEqualTo(17);
        assertThat(new PlainDialect().number(bytes("{\"t\":\"ack\",\"n\":17}"))).isEqualTo(17);
    }

    @Test
    void aNumberInATextIsFoundWithoutParsing() {
        assertThat(Marker.in(bytes("{\"seq\":4,\"text\":\"" + Marker.of(123) + "xx\"}")))
                .isEqualTo(123);
        assertThat(Marker.in(bytes("{\"seq\":4}"))).isEqualTo(Marker.NONE);
    }

    private static Dialect dialect(String contestant) {
        return switch (contestant) {
            case "hackhub" -> new HackHubDialect();
            case "socket.io" -> new FoundingDialect();
            default -> new PlainDialect();
        };
    }

    private static ByteBuf bytes(String text) {
        return Unpooled.copiedBuffer(text, UTF_8);
    }
}
