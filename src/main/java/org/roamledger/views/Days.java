package org.roamledger.views;

import java.time.LocalDate;

/// The days of which a view shows sessions.
public sealed interface Days {

    /// These days, whenever the view is opened.
    ///
    /// @param last last day, included
    record Fixed(LocalDate first, LocalDate last) implements Days {

        public Fixed {
            if (last.isBefore(first)) {
                throw new IllegalArgumentException(last + " is before " + first);
            }
        }
    }

    /// Days that are told anew each time the view is opened.
    ///
    /// @param name as the window calls them: `last_month`
    record Relative(String name) implements Days {}
}
