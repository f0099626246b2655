/// The care of the store, and what is told when something went wrong that should not.
@NullMarked
package org.roamledger.ui.care;

import org.jspecify.annotations.NullMarked;
