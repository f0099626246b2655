package org.roamledger.house.offender.ui.filter;

import javafx.scene.Node;

record NodeHoldingModel(Node node) {}
