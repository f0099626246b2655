/// Sessions from back offices: the OCPI client, its transport and the loop that never skips a page.
@NullMarked
package org.roamledger.sync;

import org.jspecify.annotations.NullMarked;
