/// Charge detail records of Hubject's OICP 2.2 and 2.3 to sessions.
@NullMarked
package org.roamledger.wire.oicp;

import org.jspecify.annotations.NullMarked;
