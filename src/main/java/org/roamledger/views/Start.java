package org.roamledger.views;

/// What the window shows when it is opened.
public sealed interface Start {

    /// The view that the application comes with.
    record Standard() implements Start {}

    /// What was shown when it was closed.
    record LeftOff() implements Start {}

    /// A saved view.
    ///
    /// @param file name of its file in the folder of views
    record Saved(String file) implements Start {}

    /// As it is kept in the settings.
    default String text() {
        return switch (this) {
            case Standard() -> "standard";
            case LeftOff() -> "left-off";
            case Saved(var file) -> file;
        };
    }

    /// What [#text] told; the standard view for anything else.
    static Start of(String text) {
        if (text.equals("left-off")) {
            return new LeftOff();
        }
        var isFile =
                text.endsWith(ViewFolder.ENDING) && !text.contains("/") && !text.contains("\\");
        return isFile ? new Saved(text) : new Standard();
    }
}
