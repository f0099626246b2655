package org.roamledger.sync;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import tools.jackson.databind.json.JsonMapper;

class IdentityTest {

    @Test
    void doesNotDependOnCaseOrPlace() {
        assertThat(identity("{'country_code':'se','party_id':'abc','id':'ID-1'}", 0))
                .isEqualTo(identity("{'country_code':'SE','party_id':'ABC','id':'id-1'}", 9));
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
        assertThat(identity(other, 0))
                .isNotEqualTo(identity("{'country_code':'SE','party_id':'ABC','id':'1'}", 0));
    }

    @Test
    void tellsObjectsWithoutIdByTheirPlace() {
        assertThat(identity("{}", 1)).isNotEqualTo(identity("{}", 2));
        assertThat(identity("{'id': null}", 1)).isNotEqualTo(identity("7", 2));
    }

    private static long identity(String json, long position) {
        return Identity.of(JsonMapper.shared().readTree(json.replace('\'', '"')), position);
    }
}
