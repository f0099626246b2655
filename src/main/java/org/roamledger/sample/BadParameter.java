package org.roamledger.sample;

/// A request that cannot be answered: OCPI 2.2.1 answers it with status 2001.
final class BadParameter extends Exception {

    private static final long serialVersionUID = 1;

    BadParameter(String message) {
        super(message);
    }
}
