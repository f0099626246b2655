package org.roamledger.ui.detail;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.roamledger.session.RawMessage;
import org.roamledger.session.RawMessage.Form;

import java.nio.charset.StandardCharsets;

class PrettyMessageTest {

    private static String pretty(Form form, String text) {
        return PrettyMessage.of(new RawMessage(form, text.getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void jsonIsIndentedAndKeepsEveryDigit() {
        assertThat(pretty(Form.OCPI_CDR, "{\"a\" :1.50,\"b\":[ 1,{\"c\":null}]}"))
                .isEqualTo(
                        """
                        {
                          "a": 1.50,
                          "b": [
                            1,
                            {
                              "c": null
                            }
                          ]
                        }\
                        """);
    }

    @Test
    void whatStandsInAStringIsLeftAlone() {
        assertThat(pretty(Form.OICP_CDR, "{\"a\":\"{ \\\" , [:\"}"))
                .isEqualTo("{\n  \"a\": \"{ \\\" , [:\"\n}");
    }

    @Test
    void whatIsEmptyStaysOnItsLine() {
        assertThat(pretty(Form.OCPI_CDR, "{\"a\":[ ],\"b\":{}}"))
                .isEqualTo("{\n  \"a\": [],\n  \"b\": {}\n}");
    }

    @Test
    void jsonThatIsCutOffIsShownAsFarAsItGoes() {
        assertThat(pretty(Form.OCPI_CDR, "{\"a\":\"x\\")).isEqualTo("{\n  \"a\": \"x\\");
    }

    @Test
    void xmlIsIndentedWithTextsBesideTheirElements() {
        assertThat(
                        pretty(
                                Form.EMIP_CDR,
                                "<?xml version=\"1.0\"?><a x=\"1\"><!-- <no> --><b>1</b>\n"
                                        + "<c/><d><e>2</e></d></a>"))
                .isEqualTo(
                        """
                        <?xml version="1.0"?>
                        <a x="1">
                          <!-- <no> -->
                          <b>1</b>
                          <c/>
                          <d>
                            <e>2</e>
                          </d>
                        </a>\
                        """);
    }

    @Test
    void aRowOfATableIsLinesOfNameAndValue() {
        assertThat(pretty(Form.REPORT_ROW, "{\"CDR ID\":\"C\\u002d1\",\"Price\":\"1,50\"}"))
                .isEqualTo("CDR ID: C-1\nPrice: 1,50");
    }

    @Test
    void aRowThatIsNoRowIsShownAsItIs() {
        assertThat(pretty(Form.REPORT_ROW, "oops")).isEqualTo("oops");
    }
}
