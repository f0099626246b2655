/// The list of everything that can be done, searched by a few letters.
@NullMarked
package org.roamledger.ui.palette;

import org.jspecify.annotations.NullMarked;
