package org.roamledger.sync;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.net.URI;

class OriginsTest {

    @ParameterizedTest
    @CsvSource({
        "https://h/a, https://H:443/b, true",
        "http://h/a, http://h:80/b, true",
        "http://h/a, https://h/a, false",
        "https://h/a, https://h:8443/a, false",
        "https://h/a, https://h.evil/a, false",
        "https://h/a, https://evil@h/a, true",
        "https://h/a, mailto:me, false"
    })
    void comparesSchemeHostAndPort(URI one, URI other, boolean same) {
        assertThat(Origins.same(one, other)).isEqualTo(same);
    }

    @Test
    void keepsTheEncryptionOfTheKnownOrigin() {
        assertThat(
                        Origins.moved(
                                URI.create("http://h:8080/ocpi/cdrs?x=1"),
                                URI.create("https://h/ocpi/versions")))
                .isEqualTo(URI.create("https://h/ocpi/cdrs?x=1"));
    }

    @ParameterizedTest
    @CsvSource({
        "https://user:pw@h:8443/p?token=x#y, https://h:8443/p",
        "http://h, http://h",
        "mailto:me, mailto:",
        "file:/etc/x, file:/etc/x"
    })
    void showsNoSecrets(URI url, String shown) {
        assertThat(Origins.shown(url)).isEqualTo(shown);
    }
}
