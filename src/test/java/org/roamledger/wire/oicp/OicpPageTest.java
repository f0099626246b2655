package org.roamledger.wire.oicp;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.junit.jupiter.api.Test;

import tools.jackson.core.JacksonException;

import java.util.ArrayList;
import java.util.List;

class OicpPageTest {

    private final List<String> raws = new ArrayList<>();

    private OicpPage read(String body) {
        return OicpPage.read(body.getBytes(UTF_8), (_, raw) -> raws.add(new String(raw, UTF_8)));
    }

    @Test
    void aPageTellsWhereItStandsAndHandsOutItsRecordsExactlyAsTheyCame() {
        var page =
                read(
                        """
                        {"content": [{"SessionID" : "å"}, {"SessionID":"b"}], "number": 3, "size": 2,
                         "totalElements": 40, "last": false, "totalPages": 20, "StatusCode": null}\
                        """);
        assertEquals(new OicpPage(true, 3, false, 40, "", ""), page);
        assertEquals(List.of("{\"SessionID\" : \"å\"}", "{\"SessionID\":\"b\"}"), raws);
    }

    @Test
    void theListOfOicp22HasNoPages() {
        var page = read("{\"eroamingChargeDetailRecords\": [{\"SessionID\":\"a\"}]}");
        assertEquals(new OicpPage(true, OicpPage.NONE, true, OicpPage.NONE, "", ""), page);
        assertEquals(1, raws.size());
    }

    @Test
    void aBareArrayIsTheLastPage() {
        var page = read("[{\"SessionID\":\"a\"}]");
        assertEquals(new OicpPage(true, OicpPage.NONE, true, OicpPage.NONE, "", ""), page);
        assertEquals(1, raws.size());
    }

    @Test
    void anErrorHasItsCodeAndItsWords() {
        var page =
                read(
                        """
                        {"StatusCode": {"Code": "017", "Description": "Unauthorized Access",
                         "AdditionalInfo": "DE-XYZ"}}\
                        """);
        assertEquals(false, page.isSuccess());
        assertEquals(
                new OicpPage(
                        false,
                        OicpPage.NONE,
                        true,
                        OicpPage.NONE,
                        "017",
                        "Unauthorized Access DE-XYZ"),
                page);
    }

    @Test
    void successMayBeSaidOrUnderstood() {
        assertEquals(
                true, read("{\"content\": [], \"StatusCode\": {\"Code\": \"000\"}}").isSuccess());
        assertEquals(true, read("{\"content\": []}").isSuccess());
    }

    @Test
    void listsThatAreNullAreEmptyAndOthersAreNone() {
        assertEquals(true, read("{\"content\": null}").isList());
        assertEquals(false, read("{\"content\": {\"a\": 1}}").isList());
        assertEquals(false, read("7").isList());
    }

    @Test
    void countsThatAreNoneAreNotBelieved() {
        var page =
                read(
                        "{\"content\": [], \"number\": \"x\", \"totalElements\": -4, \"last\":"
                                + " \"false\"}");
        assertEquals(new OicpPage(true, OicpPage.NONE, false, OicpPage.NONE, "", ""), page);
    }

    @Test
    void whatIsCutOffIsNoPage() {
        assertThrows(JacksonException.class, () -> read("{\"content\": [{\"SessionID\": \"a\"}"));
    }
}
