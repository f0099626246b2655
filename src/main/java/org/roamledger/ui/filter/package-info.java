/// Which sessions are asked for and which of them are shown.
@NullMarked
package org.roamledger.ui.filter;

import org.jspecify.annotations.NullMarked;
