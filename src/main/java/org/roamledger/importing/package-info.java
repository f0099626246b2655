/// Files and folders to sessions in the store.
@NullMarked
package org.roamledger.importing;

import org.jspecify.annotations.NullMarked;
