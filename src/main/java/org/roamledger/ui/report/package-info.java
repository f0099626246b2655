/// The table of sessions and its totals.
@NullMarked
package org.roamledger.ui.report;

import org.jspecify.annotations.NullMarked;
