/// Writing the shown rows to a file.
@NullMarked
package org.roamledger.ui.exporting;

import org.jspecify.annotations.NullMarked;
