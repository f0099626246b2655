/// The help: a page for each screen, read without a connection.
@NullMarked
package org.roamledger.ui.help;

import org.jspecify.annotations.NullMarked;
