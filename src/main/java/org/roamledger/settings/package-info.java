/// Settings of the user and secrets of sources.
@NullMarked
package org.roamledger.settings;

import org.jspecify.annotations.NullMarked;
