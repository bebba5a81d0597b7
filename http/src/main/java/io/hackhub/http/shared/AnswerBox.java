package io.hackhub.http.shared;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.hackhub.http.shared.IdempotencyTable.Sealed;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.List;
import java.util.stream.StreamSupport;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.apache.pekko.http.javadsl.model.ContentTypes;
import org.apache.pekko.http.javadsl.model.HttpEntities;
import org.apache.pekko.http.javadsl.model.HttpEntity;
import org.apache.pekko.http.javadsl.model.HttpHeader;
import org.apache.pekko.http.javadsl.model.HttpResponse;
import org.apache.pekko.http.javadsl.model.headers.RawHeader;

/// Answers at rest: AES-256-GCM under a key made of our secret and the caller's idempotency key, of which we keep only
/// a digest. So what is shown once (an invitation's code) lies nowhere in clear.
final class AnswerBox {

    private static final List<String> KEPT_HEADERS = List.of("location", "etag");
    private static final String HMAC = "HmacSHA256";
    private static final int NONCE = 12;
    private static final int TAG_BITS = 128;

    record Header(String name, String value) {}

    record Answer(int status, String contentType, List<Header> headers, String body) {}

    private final byte[] secret;
    private final SecureRandom random = new SecureRandom();

    AnswerBox(byte[] secret) {
        this.secret = secret.clone();
    }

    Sealed close(HttpResponse response, HttpEntity.Strict entity, String name) {
        var headers = StreamSupport.stream(response.getHeaders().spliterator(), false)
                .filter(header -> KEPT_HEADERS.contains(header.lowercaseName()))
                .map(header -> new Header(header.name(), header.value()))
                .toList();
        var answer = new Answer(
                response.status().intValue(),
                entity.getContentType().toString(),
                headers,
                entity.getData().utf8String());
        var nonce = new byte[NONCE];
        random.nextBytes(nonce);
        var sealed = crypt(Cipher.ENCRYPT_MODE, name, nonce, Json.bytes(answer));
        var bytes = Arrays.copyOf(nonce, NONCE + sealed.length);
        System.arraycopy(sealed, 0, bytes, NONCE, sealed.length);
        return new Sealed(bytes);
    }

    HttpResponse open(Sealed sealed, String name) {
        var bytes = sealed.bytes();
        var nonce = Arrays.copyOf(bytes, NONCE);
        var clear = crypt(Cipher.DECRYPT_MODE, name, nonce, Arrays.copyOfRange(bytes, NONCE, bytes.length));
        var answer = read(clear);
        var type = ContentTypes.parse(answer.contentType());
        return HttpResponse.create()
                .withStatus(answer.status())
                .withEntity(HttpEntities.create(type, answer.body().getBytes(UTF_8)))
                .addHeaders(answer.headers().stream()
                        .<HttpHeader>map(header -> RawHeader.create(header.name(), header.value()))
                        .toList())
                .addHeader(RawHeader.create("Idempotency-Replayed", "true"));
    }

    private static Answer read(byte[] clear) {
        try {
            return Json.read(clear, Answer.class);
        } catch (IOException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private byte[] crypt(int mode, String name, byte[] nonce, byte[] text) {
        try {
            var cipher = Cipher.getInstance("AES/GCM/NoPadding");
            var key = new SecretKeySpec(hmac("answer:" + name), "AES");
            cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
            return cipher.doFinal(text);
        } catch (GeneralSecurityException failure) {
            throw new IllegalStateException("an answer at rest cannot be opened", failure);
        }
    }

    private byte[] hmac(String text) throws GeneralSecurityException {
        var mac = Mac.getInstance(HMAC);
        mac.init(new SecretKeySpec(secret, HMAC));
        return mac.doFinal(text.getBytes(UTF_8));
    }

    /// What the table knows a request by.
    static byte[] digest(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
