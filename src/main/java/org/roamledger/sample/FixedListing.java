package org.roamledger.sample;

import tools.jackson.core.JsonGenerator;

import java.util.Comparator;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.function.ToLongFunction;

/// The objects of a module that are few.
final class FixedListing<T> implements Listing {

    private final List<T> all;
    private final ToLongFunction<T> lastUpdated;
    private final BiConsumer<T, JsonGenerator> form;

    FixedListing(
            List<T> all,
            ToLongFunction<T> lastUpdated,
            Function<T, String> id,
            BiConsumer<T, JsonGenerator> form) {
        this.all =
                all.stream()
                        .sorted(Comparator.comparingLong(lastUpdated).thenComparing(id))
                        .toList();
        this.lastUpdated = lastUpdated;
        this.form = form;
    }

    @Override
    public Window window(long from, long until) {
        var found =
                all.stream()
                        .filter(one -> lastUpdated.applyAsLong(one) >= from)
                        .filter(one -> lastUpdated.applyAsLong(one) < until)
                        .toList();
        return new Window() {
            @Override
            public long total() {
                return found.size();
            }

            @Override
            public void write(long offset, int limit, JsonGenerator json) {
                found.stream().skip(offset).limit(limit).forEach(one -> form.accept(one, json));
            }
        };
    }
}
