package org.roamledger.settings;

import org.jspecify.annotations.Nullable;
import org.roamledger.problem.Problem;
import org.roamledger.problem.ProblemException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/// Secrets under names, each encrypted with AES-256-GCM and bound to its name.
///
/// The key stands in the key ring, or where there is none in a second file that only its owner can
/// read. For one thread at a time.
final class Vault {

    /// Where the key is. No secret has this name.
    private static final String PLACE = "key is in";

    private static final String IN_RING = "key ring";
    private static final String IN_FILE = "file";
    private static final String KEY = "key";

    private static final Logger LOG = LoggerFactory.getLogger(Vault.class);
    private static final int KEY_BYTES = 32;
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;

    private final Path path;
    private final PrivateJson file;
    private final PrivateJson keyFile;
    private final KeyRing ring;
    private final SecureRandom random = new SecureRandom();
    private byte @Nullable [] known;

    /// @param folder made when a secret is kept
    Vault(Path folder, KeyRing ring) {
        path = folder.resolve("secrets.json");
        file = new PrivateJson(folder, "secrets.json");
        keyFile = new PrivateJson(folder, "secrets.key");
        this.ring = ring;
    }

    /// Whether its key is in the key ring; nothing before the first secret is kept.
    Optional<Boolean> isKeyInRing() {
        return Optional.ofNullable(file.read().get(PLACE)).map(IN_RING::equals);
    }

    /// @throws ProblemException with [Problem.SecretsLocked] if it is there but cannot be read
    Optional<String> get(String name) {
        var content = file.read();
        var sealed = content.get(name);
        if (sealed == null) {
            return Optional.empty();
        }
        var key = key(content).orElseThrow(() -> locked("its key is gone"));
        return Optional.of(open(key, name, sealed));
    }

    /// Keeps secrets, all or none. If the key was lost, what was kept under it goes with it.
    ///
    /// @throws ProblemException with [Problem.FileNotWritable], or with [Problem.SecretsLocked] if
    ///   the key ring does not hand out the key
    void put(Map<String, String> secrets) {
        var content = file.read();
        var key = key(content).orElse(null);
        if (key == null) {
            content.clear();
            key = newKey(content);
        }
        for (var secret : secrets.entrySet()) {
            content.put(secret.getKey(), seal(key, secret.getKey(), secret.getValue()));
        }
        file.write(content);
        known = key;
    }

    void remove(String name) {
        var content = file.read();
        if (content.remove(name) != null) {
            file.write(content);
        }
    }

    private Optional<byte[]> key(Map<String, String> content) {
        if (known != null) {
            return Optional.of(known);
        }
        var kept =
                switch (Objects.requireNonNullElse(content.get(PLACE), "")) {
                    case IN_RING -> inRing();
                    case IN_FILE -> Optional.ofNullable(keyFile.read().get(KEY));
                    default -> Optional.<String>empty();
                };
        known = kept.map(this::decoded).orElse(null);
        return Optional.ofNullable(known);
    }

    private Optional<String> inRing() {
        try {
            return ring.find();
        } catch (KeyRing.Unavailable e) {
            throw locked("the key ring of the system: " + e.getMessage());
        }
    }

    private byte[] newKey(Map<String, String> content) {
        var key = new byte[KEY_BYTES];
        random.nextBytes(key);
        var text = Base64.getEncoder().encodeToString(key);
        var inRing = isKeptInRing(text);
        if (!inRing) {
            keyFile.write(new HashMap<>(Map.of(KEY, text)));
        }
        content.put(PLACE, inRing ? IN_RING : IN_FILE);
        return key;
    }

    private boolean isKeptInRing(String key) {
        try {
            ring.keep(key);
            // Some key rings take what they do not keep.
            return ring.find().filter(key::equals).isPresent();
        } catch (KeyRing.Unavailable e) {
            LOG.info("The key of the tokens is kept in a file; the key ring: {}", e.getMessage());
            return false;
        }
    }

    private String seal(byte[] key, String name, String secret) {
        var nonce = new byte[NONCE_BYTES];
        random.nextBytes(nonce);
        try {
            var sealed =
                    cipher(Cipher.ENCRYPT_MODE, key, nonce, name)
                            .doFinal(secret.getBytes(StandardCharsets.UTF_8));
            var whole = ByteBuffer.allocate(NONCE_BYTES + sealed.length).put(nonce).put(sealed);
            return Base64.getEncoder().encodeToString(whole.array());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("AES-256-GCM", e);
        }
    }

    private String open(byte[] key, String name, String sealed) {
        try {
            var whole = decoded(sealed);
            if (whole.length < NONCE_BYTES) {
                throw locked("it is damaged");
            }
            var nonce = Arrays.copyOf(whole, NONCE_BYTES);
            var text =
                    cipher(Cipher.DECRYPT_MODE, key, nonce, name)
                            .doFinal(whole, NONCE_BYTES, whole.length - NONCE_BYTES);
            return new String(text, StandardCharsets.UTF_8);
        } catch (AEADBadTagException _) {
            throw locked("its key does not fit");
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("AES-256-GCM", e);
        }
    }

    /// The name is part of what is checked, so that no secret can be put in the place of another.
    private static Cipher cipher(int mode, byte[] key, byte[] nonce, String name)
            throws GeneralSecurityException {
        var cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, new SecretKeySpec(key, "AES"), new GCMParameterSpec(TAG_BITS, nonce));
        cipher.updateAAD(name.getBytes(StandardCharsets.UTF_8));
        return cipher;
    }

    private byte[] decoded(String text) {
        try {
            return Base64.getDecoder().decode(text);
        } catch (IllegalArgumentException _) {
            // Without the cause: its words may hold a part of the text.
            throw locked("it is damaged");
        }
    }

    private ProblemException locked(String detail) {
        return new ProblemException(new Problem.SecretsLocked(path, detail));
    }
}
