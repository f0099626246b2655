/// The window.
@NullMarked
package org.roamledger.ui;

import org.jspecify.annotations.NullMarked;
