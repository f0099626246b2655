/// All that is known of one session: values and where they come from, the record, its versions.
@NullMarked
package org.roamledger.ui.charts;

import org.jspecify.annotations.NullMarked;
