/// Who owns which station, and what a person says of stations.
@NullMarked
package org.roamledger.ui.stations;

import org.jspecify.annotations.NullMarked;
