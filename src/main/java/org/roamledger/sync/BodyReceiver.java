package org.roamledger.sync;

import org.jspecify.annotations.Nullable;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;

/// Takes the body of one answer, up to a cap, and tells when something last arrived.
///
/// Filled by the client's threads, watched by the thread that waits.
final class BodyReceiver implements HttpResponse.BodyHandler<byte[]> {

    private final long cap;
    private final CompletableFuture<byte[]> whole = new CompletableFuture<>();
    private volatile long lastSign = System.nanoTime();
    private volatile boolean begun;
    private volatile boolean tooLarge;
    private volatile Flow.@Nullable Subscription subscription;

    BodyReceiver(long cap) {
        this.cap = cap;
    }

    /// When the answer last moved, as [System#nanoTime].
    long lastSign() {
        return lastSign;
    }

    /// Whether the headers are there.
    boolean begun() {
        return begun;
    }

    boolean tooLarge() {
        return tooLarge;
    }

    /// Wants no more of it.
    void stop() {
        var current = subscription;
        if (current != null) {
            current.cancel();
        }
    }

    @Override
    public HttpResponse.BodySubscriber<byte[]> apply(HttpResponse.ResponseInfo info) {
        lastSign = System.nanoTime();
        begun = true;
        return new Subscriber();
    }

    private final class Subscriber implements HttpResponse.BodySubscriber<byte[]> {

        private final ByteArrayOutputStream received = new ByteArrayOutputStream();

        @Override
        public CompletionStage<byte[]> getBody() {
            return whole;
        }

        @Override
        public void onSubscribe(Flow.Subscription subscription) {
            BodyReceiver.this.subscription = subscription;
            subscription.request(Long.MAX_VALUE);
        }

        @Override
        public void onNext(List<ByteBuffer> pieces) {
            lastSign = System.nanoTime();
            for (var piece : pieces) {
                if (received.size() + (long) piece.remaining() > cap) {
                    tooLarge = true;
                    stop();
                    whole.completeExceptionally(new IOException("too large"));
                    return;
                }
                var bytes = new byte[piece.remaining()];
                piece.get(bytes);
                received.writeBytes(bytes);
            }
        }

        @Override
        public void onError(Throwable fault) {
            whole.completeExceptionally(fault);
        }

        @Override
        public void onComplete() {
            whole.complete(received.toByteArray());
        }
    }
}
