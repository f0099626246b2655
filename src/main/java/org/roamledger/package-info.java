/// Roamledger, the report "Roaming sessions (CPO view)".
@NullMarked
package org.roamledger;

import org.jspecify.annotations.NullMarked;
