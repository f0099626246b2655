package org.roamledger.ui.rejects;

import org.roamledger.session.RecordPlace;
import org.roamledger.ui.base.Words;

/// Where records stand, in the reader's language.
final class PlaceWords {

    private PlaceWords() {}

    static String of(RecordPlace place, Words words) {
        return switch (place) {
            case RecordPlace.Line(var number) -> words.text("reject.line", told(number));
            case RecordPlace.Row(var sheet, var number) ->
                    words.text("reject.row", sheet, told(number));
            case RecordPlace.OnPage(var page, var index) ->
                    words.text("reject.page", told(page), told(index));
            case RecordPlace.InDocument(var index) ->
                    index == null
                            ? words.text("reject.document")
                            : words.text("reject.documentRecord", told(index));
            case RecordPlace.Path(var path) -> path;
        };
    }

    /// As an editor counts lines, without signs between thousands.
    private static String told(long number) {
        return Long.toString(number);
    }
}
