package org.roamledger.house.offender.report;

record PriceInFloatingPoint(double asDouble, float asFloat, Double boxed, double[] inRow) {}
