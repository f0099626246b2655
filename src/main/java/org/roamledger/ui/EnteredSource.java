package org.roamledger.ui;

import org.jspecify.annotations.Nullable;
import org.roamledger.session.PartyId;
import org.roamledger.store.Protocol;
import org.roamledger.store.Routing;
import org.roamledger.store.Source;
import org.roamledger.store.SourceSettings;
import org.roamledger.ui.base.Sources.Hub;
import org.roamledger.ui.base.Sources.Login;
import org.roamledger.ui.base.Sources.NewSource;

import java.util.Objects;

/// Sources as people enter them and as the store has them.
final class EnteredSource {

    private EnteredSource() {}

    /// @throws org.roamledger.problem.ProblemException with a problem that the fields can cause
    static Source stored(NewSource source) {
        var hub = source.hub();
        var rules = SourceSettings.networkRules(hub.networkRules());
        var routing = Routing.of(hub.fromParty(), hub.toParty());
        var settings =
                switch (source.login()) {
                    case Login.Token _ -> new SourceSettings(Protocol.OCPI, rules, routing);
                    case Login.Certificate(var operator, var file, _) ->
                            new SourceSettings(Protocol.OICP, rules, routing, operator, file);
                };
        return new Source(
                source.name(),
                Source.url(source.url()),
                source.network(),
                source.organisation(),
                source.zone(),
                settings);
    }

    /// Without its secret.
    static NewSource shown(Source source) {
        var settings = source.settings();
        var routing = settings.routing();
        return new NewSource(
                source.name(),
                Objects.requireNonNull(source.url(), "files are not entered").toString(),
                settings.protocol() == Protocol.OCPI
                        ? new Login.Token("")
                        : new Login.Certificate(
                                settings.operator(), settings.clientCertificate(), ""),
                source.network(),
                source.organisation(),
                source.zone(),
                new Hub(
                        settings.networkRules().text(),
                        routing == null ? null : routing.from().asSent(),
                        routing == null ? null : asSent(routing.to())));
    }

    private static @Nullable String asSent(@Nullable PartyId party) {
        return party == null ? null : party.asSent();
    }
}
