/// What every part of the window is built on: lanes of work, words, and the border to the engine.
@NullMarked
package org.roamledger.ui.base;

import org.jspecify.annotations.NullMarked;
