package org.roamledger;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.net.spi.InetAddressResolver;
import java.net.spi.InetAddressResolverProvider;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.stream.Stream;

/// Knows this computer alone, and remembers which other names were asked for. In force in a process
/// that finds it as a service, which is that of [WatchedWork].
public final class RefusingResolver extends InetAddressResolverProvider {

    static final Set<String> ASKED = new ConcurrentSkipListSet<>();

    @Override
    public InetAddressResolver get(Configuration configuration) {
        var system = configuration.builtinResolver();
        var own = Set.of("localhost", configuration.lookupLocalHostName());
        return new InetAddressResolver() {
            @Override
            public Stream<InetAddress> lookupByName(String host, LookupPolicy policy)
                    throws UnknownHostException {
                if (!own.contains(host)) {
                    ASKED.add(host);
                    throw new UnknownHostException(host);
                }
                return host.equals("localhost")
                        ? system.lookupByName(host, policy)
                        : Stream.of(InetAddress.getLoopbackAddress());
            }

            @Override
            public String lookupByAddress(byte[] address) throws UnknownHostException {
                throw new UnknownHostException("names of addresses are not asked for");
            }
        };
    }

    @Override
    public String name() {
        return "refusing";
    }
}
