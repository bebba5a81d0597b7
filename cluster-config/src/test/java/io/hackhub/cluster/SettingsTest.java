package io.hackhub.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.net.URI;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SettingsTest {

    private static final String SECRET = "0123456789abcdef0123456789abcdef";
    private static final Map<String, String> EXTERNAL = Map.of(
            "HACKHUB_DATABASE_URL", "jdbc:postgresql://db.example/hackhub",
            "HACKHUB_DATABASE_USER", "hackhub",
            "HACKHUB_DATABASE_PASSWORD", "swordfish",
            "HACKHUB_JWT_SECRET", SECRET);

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    HACKHUB_HTTP_PORT            | abc                                | a port, 0..65535
                    HACKHUB_HTTP_PORT            | 65536                              | a port, 0..65535
                    HACKHUB_HTTP_PORT            | -1                                 | a port, 0..65535
                    HACKHUB_HTTP_PORT            | 99999999999                        | a port, 0..65535
                    HACKHUB_LIVE_PORT            | 80 80                              | a port, 0..65535
                    HACKHUB_MANAGEMENT_PORT      | 0x50                               | a port, 0..65535
                    HACKHUB_CLUSTER_PORT         | ٣                                  | a port, 0..65535
                    HACKHUB_HTTP_HOST            | no such host.invalid               | a host name or address of this machine
                    HACKHUB_MANAGEMENT_HOST      | 1.2.3.4.5                          | a host name or address of this machine
                    HACKHUB_CLUSTER_HOST         | a b                                | a host name or address of this machine
                    HACKHUB_HTTP_HOST            | 192.0.2.1                          | a loopback address, or an https HACKHUB_PUBLIC_URL, or HACKHUB_INSECURE_HTTP=true
                    HACKHUB_PUBLIC_URL           | ftp://hackhub.example              | an http or https address without a path
                    HACKHUB_PUBLIC_URL           | https://hackhub.example/app        | an http or https address without a path
                    HACKHUB_PUBLIC_URL           | https://me@hackhub.example         | an http or https address without a path
                    HACKHUB_PUBLIC_URL           | https://                           | an http or https address without a path
                    HACKHUB_PUBLIC_URL           | hackhub.example                    | an http or https address without a path
                    HACKHUB_LIVE_URL             | https://hackhub.example            | a ws or wss address
                    HACKHUB_ALLOWED_ORIGINS      | *                                  | origins as in https://hackhub.example
                    HACKHUB_ALLOWED_ORIGINS      | null                               | origins as in https://hackhub.example
                    HACKHUB_TRUSTED_PROXIES      | 10.0.0.0/33                        | addresses or ranges as in 10.0.0.0/8
                    HACKHUB_TRUSTED_PROXIES      | proxy.example                      | addresses or ranges as in 10.0.0.0/8
                    HACKHUB_SEED_NODES           | hackhub-0                          | host:port, with commas between them
                    HACKHUB_SEED_NODES           | hackhub-0:0                        | host:port, with commas between them
                    HACKHUB_SEED_NODES           | pekko://hackhub@a:7355             | host:port, with commas between them
                    HACKHUB_DISCOVERY            | dns                                | none or kubernetes
                    HACKHUB_DISCOVERY            | kubernetes                         | none outside a pod: KUBERNETES_SERVICE_HOST is not set
                    HACKHUB_DISCOVERY_SELECTOR   | hackhub                            | labels of the pods as in app=hackhub, with commas between them
                    HACKHUB_DISCOVERY_SELECTOR   | app=hack hub                       | labels of the pods as in app=hackhub, with commas between them
                    HACKHUB_DISCOVERY_SELECTOR   | app=%s                             | labels of the pods as in app=hackhub, with commas between them
                    HACKHUB_NODES                | 0                                  | how many nodes form a new cluster, 1..1000
                    HACKHUB_NODES                | three                              | how many nodes form a new cluster, 1..1000
                    HACKHUB_INSECURE_HTTP        | yes                                | true or false
                    HACKHUB_CLUSTER_CONTROL      | on                                 | true or false
                    HACKHUB_VERIFY_EMAIL         | 1                                  | true or false
                    HACKHUB_VERIFY_ORGANIZATIONS | TRUE                               | true or false
                    HACKHUB_DEMO                 | on                                 | true or false
                    HACKHUB_RATE_LIMITS          | false                              | on or off
                    HACKHUB_LOG                  | loud                               | trace, debug, info, warn or error
                    HACKHUB_LOG_FORMAT           | xml                                | text or json
                    HACKHUB_OTLP_ENDPOINT        | collector:4318                     | an http or https address, as in http://collector:4318
                    HACKHUB_OTLP_ENDPOINT        | http://me:pw@collector:4318        | an http or https address, as in http://collector:4318
                    HACKHUB_TRACE_RATIO          | 1.5                                | a number from 0 to 1
                    HACKHUB_TRACE_RATIO          | all                                | a number from 0 to 1
                    HACKHUB_ADMIN_EMAIL          | admin                              | an e-mail address
                    HACKHUB_DATABASE_URL         | postgres://db.example/hackhub      | jdbc:postgresql://host:port/database, without user and password
                    HACKHUB_DATABASE_URL         | jdbc:postgresql://d/h?password=x   | jdbc:postgresql://host:port/database, without user and password
                    """)
    void aBadValueIsToldInOneLineWithWhatIsExpected(String variable, String value, String expected) {
        var reason = refused(Map.of(variable, value));

        assertThat(reason.exitCode()).isEqualTo(78);
        assertThat(reason.lines()).contains("%s: '%s' (expected: %s)".formatted(variable, value, expected));
        assertThat(reason.lines()).allSatisfy(line -> assertThat(line).hasLineCount(1));
    }

    @Test
    void everyBadValueIsToldAtOnce() {
        var reason = refused(Map.of("HACKHUB_HTTP_PORT", "x", "HACKHUB_LIVE_PORT", "y", "HACKHUB_DEMO", "z"));

        assertThat(reason.lines()).hasSize(3);
    }

    @Test
    void nothingSetMeansLoopbackAndADatabaseOfOurOwn() {
        var settings = Settings.read(Map.of());

        assertThat(settings.http().host()).isEqualTo("127.0.0.1");
        assertThat(settings.http().port()).isEqualTo(8080);
        assertThat(settings.http().livePort()).isEqualTo(8081);
        assertThat(settings.http().publicUrl()).isEqualTo(URI.create("http://127.0.0.1:8080"));
        assertThat(settings.http().liveUrl()).isEqualTo(URI.create("ws://127.0.0.1:8081/api/v1/live"));
        assertThat(settings.http().allowedOrigins()).containsExactly("http://127.0.0.1:8080", "http://localhost:8080");
        assertThat(settings.http().loopback()).isTrue();
        assertThat(settings.management()).isEqualTo(new Settings.Management("127.0.0.1", 8558, false));
        assertThat(settings.cluster().port()).isEqualTo(7355);
        assertThat(settings.cluster().seedNodes()).isEmpty();
        assertThat(settings.cluster().discovery()).isEmpty();
        assertThat(settings.data()).isEqualTo(Path.of(System.getProperty("user.home"), ".hackhub"));
        assertThat(settings.embedded()).isTrue();
        assertThat(settings.verifyEmail()).isFalse();
        assertThat(settings.verifyOrganizations()).isFalse();
        assertThat(settings.demo()).isEmpty();
        assertThat(settings.rateLimits()).isTrue();
    }

    @Test
    void blankCountsAsAbsent() {
        assertThat(Settings.read(Map.of("HACKHUB_HTTP_PORT", " ", "HACKHUB_DATABASE_URL", "")))
                .isEqualTo(Settings.read(Map.of()));
    }

    @Test
    void portZeroIsAFreePortThatTheAddressesContain() {
        var http = Settings.read(Map.of("HACKHUB_HTTP_PORT", "0", "HACKHUB_LIVE_PORT", "0"))
                .http();

        assertThat(http.port()).isPositive();
        assertThat(http.publicUrl().getPort()).isEqualTo(http.port());
        assertThat(http.liveUrl().getPort()).isEqualTo(http.livePort());
    }

    @Test
    void behindAnIngressTheLiveAddressIsThePublicOne() {
        var http = Settings.read(Map.of(
                        "HACKHUB_HTTP_HOST", "0.0.0.0",
                        "HACKHUB_PUBLIC_URL", "https://Hackhub.Example/"))
                .http();

        assertThat(http.publicUrl()).isEqualTo(URI.create("https://hackhub.example"));
        assertThat(http.liveUrl()).isEqualTo(URI.create("wss://hackhub.example/api/v1/live"));
        assertThat(http.allowedOrigins()).containsExactly("https://hackhub.example");
        assertThat(http.loopback()).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "127.0.0.1,,true",
        "127.0.0.1,http://localhost:9000,true",
        "::1,http://[::1]:9000,true",
        "127.0.0.1,https://hackhub.example,false",
        "127.0.0.1,http://192.0.2.1,false",
        "0.0.0.0,https://localhost,false"
    })
    void behindAProxyOnThisMachineWeAreNotPrivate(String host, @Nullable String publicUrl, boolean isPrivate) {
        var http = Settings.read(
                        Map.of("HACKHUB_HTTP_HOST", host, "HACKHUB_PUBLIC_URL", publicUrl == null ? "" : publicUrl))
                .http();

        assertThat(http.isPrivate()).isEqualTo(isPrivate);
    }

    @Test
    void everyAddressNeedsToBeToldUnderWhichOnePeopleReachIt() {
        assertThat(refused(Map.of("HACKHUB_HTTP_HOST", "0.0.0.0", "HACKHUB_INSECURE_HTTP", "true"))
                        .lines())
                .containsExactly("HACKHUB_PUBLIC_URL: '' (expected: the address that people reach 0.0.0.0:8080 at)");
    }

    @Test
    void beyondLoopbackUnencryptedOnlyIfItIsMeant() {
        var http = Settings.read(Map.of("HACKHUB_HTTP_HOST", "192.0.2.1", "HACKHUB_INSECURE_HTTP", "true"))
                .http();

        assertThat(http.insecure()).isTrue();
        assertThat(http.publicUrl()).isEqualTo(URI.create("http://192.0.2.1:8080"));
    }

    @Test
    void aDatabaseOfTheOperatorsTurnsVerificationOn() {
        var settings = Settings.read(EXTERNAL);

        assertThat(settings.embedded()).isFalse();
        assertThat(settings.verifyEmail()).isTrue();
        assertThat(settings.verifyOrganizations()).isTrue();
    }

    @Test
    void aDatabaseOfTheOperatorsNeedsAUserAndASigningKey() {
        assertThat(refused(Map.of("HACKHUB_DATABASE_URL", "jdbc:postgresql://db.example/hackhub"))
                        .lines())
                .containsExactlyInAnyOrder(
                        "HACKHUB_DATABASE_USER: '' (expected: the user to sign in to HACKHUB_DATABASE_URL as)",
                        "HACKHUB_JWT_SECRET: '' (expected: 32 bytes or more: required with HACKHUB_DATABASE_URL)");
    }

    @Test
    void aUserWithoutADatabaseIsAMistake() {
        assertThat(refused(Map.of("HACKHUB_DATABASE_USER", "hackhub")).lines())
                .containsExactly("HACKHUB_DATABASE_URL: '' (expected: an address, as HACKHUB_DATABASE_USER is set)");
    }

    @Test
    void theAdministratorNeedsBothHalvesAndALongPassword() {
        assertThat(refused(Map.of("HACKHUB_ADMIN_EMAIL", "a@b.example")).lines())
                .containsExactly("HACKHUB_ADMIN_PASSWORD: '' (expected: both of them or neither)");
        assertThat(refused(Map.of("HACKHUB_ADMIN_EMAIL", "a@b.example", "HACKHUB_ADMIN_PASSWORD", "swordfish"))
                        .lines())
                .containsExactly("HACKHUB_ADMIN_PASSWORD: '(secret)' (expected: 12 to 128 characters)");
    }

    @Test
    void inAPodTheOthersAreFoundByTheirLabels() {
        var pod = Map.of("KUBERNETES_SERVICE_HOST", "10.96.0.1", "HACKHUB_DISCOVERY", "kubernetes");

        assertThat(Settings.read(pod).cluster().discovery())
                .contains(new Settings.Discovery("app.kubernetes.io/name=hackhub", 3));
        assertThat(Settings.read(with(pod, "HACKHUB_DISCOVERY_SELECTOR", "app=hackhub,tier=live", "HACKHUB_NODES", "5"))
                        .cluster()
                        .discovery())
                .contains(new Settings.Discovery("app=hackhub,tier=live", 5));
        assertThat(Settings.read(with(pod, "HACKHUB_DISCOVERY", "none"))
                        .cluster()
                        .discovery())
                .isEmpty();
    }

    @Test
    void discoveryAndSeedNodesAreTwoAnswersToOneQuestion() {
        var both = Map.of(
                "KUBERNETES_SERVICE_HOST", "10.96.0.1", "HACKHUB_DISCOVERY", "kubernetes", "HACKHUB_SEED_NODES", "a:1");

        assertThat(refused(both).lines())
                .containsExactly("HACKHUB_SEED_NODES: 'a:1' (expected: nothing, as HACKHUB_DISCOVERY is set)");
    }

    @Test
    void noSecretIsInTheTextForm() {
        var variables = new HashMap<>(EXTERNAL);
        variables.put("HACKHUB_ADMIN_EMAIL", "a@b.example");
        variables.put("HACKHUB_ADMIN_PASSWORD", "correct horse battery");

        assertThat(Settings.read(variables).toString()).doesNotContain("swordfish", SECRET, "correct horse");
    }

    private static Map<String, String> with(Map<String, String> variables, String... more) {
        var all = new HashMap<>(variables);
        for (int i = 0; i < more.length; i += 2) {
            all.put(more[i], more[i + 1]);
        }
        return all;
    }

    private static CannotStart refused(Map<String, String> variables) {
        return catchThrowableOfType(CannotStart.class, () -> Settings.read(variables));
    }

    @Test
    void nothingIsTracedUnlessThereIsSomewhereToSendItTo() {
        assertThat(Settings.read(Map.of("HACKHUB_TRACE_RATIO", "0.5")).tracing())
                .isEmpty();
        assertThat(Settings.read(Map.of("HACKHUB_OTLP_ENDPOINT", "http://127.0.0.1:4318"))
                        .tracing())
                .contains(new Settings.Tracing(URI.create("http://127.0.0.1:4318"), 0.01));
        assertThat(Settings.read(Map.of(
                                "HACKHUB_OTLP_ENDPOINT", "https://traces.example/in",
                                "HACKHUB_TRACE_RATIO", "1"))
                        .tracing())
                .contains(new Settings.Tracing(URI.create("https://traces.example/in"), 1));
    }
}
