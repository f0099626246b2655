/// The command line.
@NullMarked
package org.roamledger.cli;

import org.jspecify.annotations.NullMarked;
