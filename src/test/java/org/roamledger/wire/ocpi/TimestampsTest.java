package org.roamledger.wire.ocpi;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.roamledger.session.Moment;
import org.roamledger.session.Reject.Reason;

import java.time.Instant;
import java.time.ZoneOffset;

class TimestampsTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    2026-10-24T22:00:00Z           | 2026-10-24T22:00:00Z           | Z
                    2026-10-24T22:00:00            | 2026-10-24T22:00:00Z           | Z
                    2026-10-24t22:00:00z           | 2026-10-24T22:00:00Z           | Z
                    2026-10-24 22:00:00+00:00      | 2026-10-24T22:00:00Z           | Z
                    2026-10-24T22:00:00+00:00      | 2026-10-24T22:00:00Z           | Z
                    2026-10-24T22:00:00.123Z       | 2026-10-24T22:00:00.123Z       | Z
                    2026-10-24T22:00:00,5Z         | 2026-10-24T22:00:00.500Z       | Z
                    2026-10-24T22:00:00.123456     | 2026-10-24T22:00:00.123456Z    | Z
                    2026-10-24T22:00:00.123456789Z | 2026-10-24T22:00:00.123456789Z | Z
                    2026-10-25T02:30:00+02:00      | 2026-10-25T00:30:00Z           | +02:00
                    2026-10-25T02:30:00+0100       | 2026-10-25T01:30:00Z           | +01:00
                    2026-10-25T02:30:00-05         | 2026-10-25T07:30:00Z           | -05:00
                    2026-10-24T22:00Z              | 2026-10-24T22:00:00Z           | Z
                    """)
    void readsAllShapesThatAreMet(String sent, Instant expected, String offset) {
        assertThat(CdrText.session("start_date_time", quoted(sent)).start())
                .isEqualTo(new Moment(expected, ZoneOffset.of(offset)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "yesterday",
                "2026-10-24",
                "2026-02-30T10:00:00Z",
                "2026-10-24T24:30:00Z",
                "2015-06-29T22:39:66Z",
                "2026-10-24T22:00:00+25:00",
                "2026-10-24T22:00:00Zebra",
                "1761343200"
            })
    void refusesWhatIsNoTimestamp(String sent) {
        var reject = CdrText.reject("start_date_time", quoted(sent));
        assertThat(reject.reason()).isEqualTo(Reason.NOT_A_TIME);
        assertThat(reject.field()).isEqualTo("start_date_time");
        assertThat(reject.value()).isEqualTo(sent);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"1970-01-01T00:00:00Z\"",
                "\"1970-01-01T00:00:00.000+00:00\"",
                "\"1970-1-1\"",
                "\"0001-01-01T00:00:00Z\"",
                "\"\"",
                "null",
                CdrText.ABSENT
            })
    void readsNoStopWhereItIsNotKnown(String sent) {
        assertThat(CdrText.session("end_date_time", sent).stop()).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"1970-01-01T00:00:00Z\"", "null", CdrText.ABSENT})
    void rejectsARecordWithoutStart(String sent) {
        assertThat(CdrText.reject("start_date_time", sent).reason())
                .isEqualTo(Reason.MISSING_VALUE);
    }

    @Test
    void rejectsARecordWhoseStopIsUnreadableRatherThanForgetIt() {
        assertThat(CdrText.reject("end_date_time", "\"soon\"").field()).isEqualTo("end_date_time");
    }

    @ParameterizedTest
    @ValueSource(strings = {"9999-12-31T23:59:59Z", "2058-01-19T03:14:08Z", "1989-12-31T23:59:59Z"})
    void rejectsARecordOfATimeAtWhichNothingCanHaveBeenCharged(String sent) {
        var reject = CdrText.reject("end_date_time", quoted(sent));
        assertThat(reject.reason()).isEqualTo(Reason.OUT_OF_RANGE);
        assertThat(reject.field()).isEqualTo("end_date_time");
        assertThat(reject.value()).isEqualTo(sent);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1990-01-01T00:00:00Z", "2058-01-19T03:14:07Z"})
    void readsTheFirstAndTheLastTimeThatCanBe(String sent) {
        assertThat(CdrText.session("end_date_time", quoted(sent)).stop())
                .isEqualTo(Moment.utc(Instant.parse(sent)));
    }

    private static String quoted(String text) {
        return "\"" + text + "\"";
    }
}
