/// The records that could not be read.
@NullMarked
package org.roamledger.ui.rejects;

import org.jspecify.annotations.NullMarked;
