package org.roamledger.sync;

import static org.assertj.core.api.Assertions.assertThat;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import tools.jackson.databind.json.JsonMapper;

class IdentityTest {

    @Test
    void doesNotDependOnCase() {
        assertThat(identity("{'country_code':'se','party_id':'abc','id':'ID-1'}"))
                .isEqualTo(identity("{'country_code':'SE','party_id':'ABC','id':'id-1'}"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'country_code':'NO','party_id':'ABC','id':'1'}",
                "{'country_code':'SE','party_id':'ABD','id':'1'}",
                "{'country_code':'SE','party_id':'ABC','id':'2'}",
                "{'id':'1'}"
            })
    void dependsOnOwnerAndId(String other) {
        assertThat(identity(other))
                .isNotEqualTo(identity("{'country_code':'SE','party_id':'ABC','id':'1'}"));
    }

    @Test
    void tellsObjectsWithoutIdByTheirContent() {
        assertThat(identity("{'a':1}")).isEqualTo(identity("{'a':1}"));
        assertThat(identity("{'a':1}")).isNotEqualTo(identity("{'a':2}"));
        assertThat(identity("{'id': null}")).isNotEqualTo(identity("7"));
    }

    private static long identity(String json) {
        var text = json.replace('\'', '"');
        return Identity.of(JsonMapper.shared().readTree(text), text.getBytes(UTF_8));
    }
}
