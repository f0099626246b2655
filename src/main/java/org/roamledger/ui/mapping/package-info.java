/// Tables of which a person says how they are read.
@NullMarked
package org.roamledger.ui.mapping;

import org.jspecify.annotations.NullMarked;
