package org.roamledger.sample;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.Base64;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Who a token is for, and which modules it sees.
record Grant(String name, String token, Set<Module> modules) {

    private static final long PURPOSE = 9;

    /// An OCPI module of this server.
    enum Module {
        CDRS("cdrs"),
        SESSIONS("sessions"),
        LOCATIONS("locations"),
        TARIFFS("tariffs");

        final String path;

        Module(String path) {
            this.path = path;
        }
    }

    static List<Grant> all(long seed) {
        var grants = new ArrayList<Grant>();
        grants.add(grant("finance", seed, EnumSet.allOf(Module.class)));
        grants.add(grant("no-stations", seed, EnumSet.complementOf(EnumSet.of(Module.LOCATIONS))));
        grants.add(grant("no-reports", seed, EnumSet.complementOf(EnumSet.of(Module.CDRS))));
        grants.add(grant("no-modules", seed, EnumSet.noneOf(Module.class)));
        return grants;
    }

    static Map<String, String> tokens(List<Grant> grants) {
        var tokens = new LinkedHashMap<String, String>();
        grants.forEach(grant -> tokens.put(grant.name, grant.token));
        return tokens;
    }

    /// Whether the header carries this token, in base64 as OCPI 2.2.1 wants it or plain as 2.1.1.
    boolean answers(String authorization) {
        var encoded = Base64.getEncoder().encodeToString(token.getBytes(UTF_8));
        return authorization.equals("Token " + encoded) || authorization.equals("Token " + token);
    }

    private static Grant grant(String name, long seed, Set<Module> modules) {
        var draw = new Draw(seed, PURPOSE, name.hashCode());
        return new Grant(name, "sample-" + name + "-" + Long.toHexString(draw.next()), modules);
    }
}
