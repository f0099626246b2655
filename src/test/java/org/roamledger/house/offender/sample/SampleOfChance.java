package org.roamledger.house.offender.sample;

import java.util.Random;
import java.util.SplittableRandom;
import java.util.concurrent.ThreadLocalRandom;

final class SampleOfChance {

    private SampleOfChance() {}

    static double draw() {
        return new Random().nextDouble()
                + new SplittableRandom().nextDouble()
                + ThreadLocalRandom.current().nextDouble()
                + Math.random();
    }
}
