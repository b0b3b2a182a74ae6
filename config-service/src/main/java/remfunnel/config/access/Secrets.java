package remfunnel.config.access;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** The key that all instances have, and what is made of it and of chance. */
final class Secrets {
    private static final String MAC = "HmacSHA256";
    private static final int BYTES = 32;

    /** Nothing that looks like another: it is read off a screen. */
    private static final String LETTERS = "abcdefghjkmnpqrstuvwxyz23456789";

    private static final int PASSWORD_LENGTH = 20;

    private final SecureRandom random = new SecureRandom();
    private final SecretKeySpec key;

    Secrets(byte[] key) {
        this.key = new SecretKeySpec(key, MAC);
    }

    /** For one instance alone, which has nothing to derive a key from: sessions end with it. */
    static Secrets ofChance() {
        byte[] key = new byte[BYTES];
        new SecureRandom().nextBytes(key);
        return new Secrets(key);
    }

    /** What only those who have the key can make of a text, and another for each purpose. */
    String sign(String purpose, String text) {
        return base64(mac(purpose + "\n" + text));
    }

    private byte[] mac(String text) {
        try {
            Mac mac = Mac.getInstance(MAC);
            mac.init(key);
            return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("this JDK has no " + MAC, impossible);
        }
    }

    /** The same in all instances: whichever of them makes the first user, all have said the same password. */
    String firstPassword() {
        return letters(mac("first password"));
    }

    String newPassword() {
        return letters(chance(BYTES));
    }

    /** 256 bits. */
    String newToken() {
        return base64(chance(BYTES));
    }

    /** For names of things, not for secrets. */
    String newId() {
        return letters(chance(PASSWORD_LENGTH)).substring(0, 8);
    }

    private byte[] chance(int length) {
        byte[] bytes = new byte[length];
        random.nextBytes(bytes);
        return bytes;
    }

    /** About 4.9 bits each: near 100 bits. */
    private static String letters(byte[] bytes) {
        StringBuilder word = new StringBuilder(PASSWORD_LENGTH);
        for (int i = 0; i < PASSWORD_LENGTH; i++) {
            word.append(LETTERS.charAt(Byte.toUnsignedInt(bytes[i]) % LETTERS.length()));
        }
        return word.toString();
    }

    static boolean same(String expected, String given) {
        return MessageDigest.isEqual(expected.getBytes(StandardCharsets.UTF_8), given.getBytes(StandardCharsets.UTF_8));
    }

    /** For what is as long as chance made it; passwords need more. */
    static byte[] hash(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("this JDK has no SHA-256", impossible);
        }
    }

    private static String base64(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
