/// The window as a whole: menus, header, status line, messages, and who is told what.
@NullMarked
package org.roamledger.ui.shell;

import org.jspecify.annotations.NullMarked;
