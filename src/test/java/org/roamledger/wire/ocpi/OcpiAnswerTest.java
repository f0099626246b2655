package org.roamledger.wire.ocpi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import tools.jackson.core.JacksonException;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

class OcpiAnswerTest {

    @Test
    void handsOutTheVeryBytesOfEachItem() {
        var body =
                "{\"data\": [ {\"id\":\"ä\", \"n\": 1.50} ,\n"
                        + "{ \"b\" : [ {} ] }], \"status_code\": 1000}";
        assertThat(rawItems(body.getBytes(StandardCharsets.UTF_8)))
                .containsExactly("{\"id\":\"ä\", \"n\": 1.50}", "{ \"b\" : [ {} ] }");
    }

    @Test
    void findsTheItemsBehindAByteOrderMark() {
        assertThat(rawItems("\uFEFF{\"data\": [{\"id\": 1}]}".getBytes(StandardCharsets.UTF_8)))
                .containsExactly("{\"id\": 1}");
    }

    @Test
    void readsOtherEncodingsOfUnicode() {
        assertThat(rawItems("{\"data\": [{\"id\":\"ä\"}]}".getBytes(Charset.forName("UTF-16BE"))))
                .containsExactly("{\"id\":\"ä\"}");
    }

    @Test
    void keepsNumbersExact() {
        var numbers = new ArrayList<String>();
        OcpiAnswer.read(
                bytes("{\"data\": [{\"n\": 123456789012345.678901}]}"),
                (item, _) -> numbers.add(item.get("n").decimalValue().toPlainString()));
        assertThat(numbers).containsExactly("123456789012345.678901");
    }

    @Test
    void readsAnObjectAsData() {
        var answer = read("{\"data\": {\"version\": \"2.2.1\"}, \"status_code\": 1000}");
        assertThat(answer.isList()).isFalse();
        assertThat(answer.data().get("version").stringValue()).isEqualTo("2.2.1");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    {"data": [], "status_code": 1000}   | true
                    {"data": null, "status_code": 1000} | true
                    {"status_code": 1000}               | false
                    {"data": {}, "status_code": 1000}   | false
                    """)
    void takesNullForAnEmptyList(String body, boolean list) {
        assertThat(read(body).isList()).isEqualTo(list);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    {"status_code": 1000, "status_message": "Success"}  | 1000 | Success
                    {"status_code": "2001", "status_message": null}     | 2001 | ''
                    {"status_message": "x", "status_code": 3000}        | 3000 | x
                    {"status_code": 1e99}                               | -1   | ''
                    {"detail": {"status_code": 1000}}                   | -1   | ''
                    []                                                  | -1   | ''
                    "text"                                              | -1   | ''
                    """)
    void readsTheStatus(String body, int status, String message) {
        var answer = read(body);
        assertThat(answer.status()).isEqualTo(status);
        assertThat(answer.message()).isEqualTo(message);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"data\": [{\"id\": 1}",
                "{\"data\": [{\"id\": \"unfinis",
                "{\"data\": [{]}",
                "<html></html>",
                "{\"data\": [1,]}"
            })
    void refusesWhatIsNotJson(String body) {
        assertThatThrownBy(() -> read(body)).isInstanceOf(JacksonException.class);
    }

    private static OcpiAnswer read(String body) {
        return OcpiAnswer.read(bytes(body), (_, _) -> {});
    }

    private static List<String> rawItems(byte[] body) {
        var items = new ArrayList<String>();
        OcpiAnswer.read(body, (_, raw) -> items.add(new String(raw, StandardCharsets.UTF_8)));
        return items;
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
