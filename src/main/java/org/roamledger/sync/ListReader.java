package org.roamledger.sync;

import tools.jackson.databind.JsonNode;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;

/// Makes a list of each page.
final class ListReader<T> implements PageReader<List<T>> {

    private final Function<JsonNode, Collection<T>> reading;
    private final List<T> things = new ArrayList<>();

    /// @param reading makes any number of things of an object
    ListReader(Function<JsonNode, Collection<T>> reading) {
        this.reading = reading;
    }

    @Override
    public void item(JsonNode item, byte[] raw, long position) {
        things.addAll(reading.apply(item));
    }

    @Override
    public List<T> page() {
        return things;
    }
}
