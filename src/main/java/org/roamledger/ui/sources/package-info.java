/// Where sessions come from: back offices and files.
@NullMarked
package org.roamledger.ui.sources;

import org.jspecify.annotations.NullMarked;
