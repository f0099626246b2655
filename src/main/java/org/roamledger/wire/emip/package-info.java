/// Charge detail records of Gireve's eMIP 1.0 to sessions.
@NullMarked
package org.roamledger.wire.emip;

import org.jspecify.annotations.NullMarked;
