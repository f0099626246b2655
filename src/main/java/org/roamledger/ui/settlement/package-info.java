/// The settlement: groups of the visible rows, and the document that is made of them.
@NullMarked
package org.roamledger.ui.settlement;

import org.jspecify.annotations.NullMarked;
