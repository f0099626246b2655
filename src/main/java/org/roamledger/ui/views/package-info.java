/// Undo and redo of what is shown, and saved views.
@NullMarked
package org.roamledger.ui.views;

import org.jspecify.annotations.NullMarked;
