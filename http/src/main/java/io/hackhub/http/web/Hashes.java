package io.hackhub.http.web;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HexFormat;

/// SHA-256 in the two spellings that the web wants: in file names and in a content security policy.
final class Hashes {

    private Hashes() {}

    /// Short, for names: enough to tell apart all versions of a file that will ever be.
    static String name(byte[] content) {
        return HexFormat.of().formatHex(sha256(content), 0, 6);
    }

    static String name(String content) {
        return name(content.getBytes(StandardCharsets.UTF_8));
    }

    /// Where a file of the client is served: good for ever, as the content's hash is in it.
    static String address(String path, byte[] content) {
        var dot = path.lastIndexOf('.');
        return "/assets/" + path.substring(0, dot) + "." + name(content) + path.substring(dot);
    }

    static String policySource(String inlineScript) {
        var digest = sha256(inlineScript.getBytes(StandardCharsets.UTF_8));
        return "'sha256-" + Base64.getEncoder().encodeToString(digest) + "'";
    }

    private static byte[] sha256(byte[] content) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(content);
        } catch (NoSuchAlgorithmException everyJdkHasIt) {
            throw new IllegalStateException(everyJdkHasIt);
        }
    }
}
