package org.roamledger.ui.stations;

import org.jspecify.annotations.Nullable;
import org.roamledger.session.KnownStation;
import org.roamledger.session.StationDirectory;
import org.roamledger.session.StationDirectory.Owner;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// A line of the tree of organisations, with all that is below it.
///
/// @param kind all stations, those without owner, or those of an organisation
/// @param owner the organisation, if it is one
/// @param below organisations that belong to it
/// @param stations number of stations, with those of organisations below
/// @param sessions number of sessions at those
public record OwnerNode(
        Kind kind, @Nullable Owner owner, List<OwnerNode> below, long stations, long sessions) {

    /// What a line of the tree stands for.
    public enum Kind {
        ALL,
        NO_OWNER,
        OWNER
    }

    /// What identifies a line: the next tree may count otherwise.
    ///
    /// @param name of the organisation; empty if it is none
    public record Key(Kind kind, String name) {

        static final Key ALL = new Key(Kind.ALL, "");
    }

    public OwnerNode {
        below = List.copyOf(below);
    }

    Key key() {
        return new Key(kind, name());
    }

    /// The organisation's name; empty if it is none.
    String name() {
        return owner == null ? "" : owner.organisation().name();
    }

    @Nullable ZoneId zone() {
        return owner == null ? null : owner.zone();
    }

    /// The organisation and all that belong to it.
    Set<String> names() {
        var names = new HashSet<String>();
        names.add(name());
        below.forEach(node -> names.addAll(node.names()));
        return names;
    }

    /// Whether a station belongs to this line.
    boolean holds(KnownStation station, Set<String> names) {
        return switch (kind) {
            case ALL -> true;
            case NO_OWNER -> station.owner() == null;
            case OWNER -> station.owner() != null && names.contains(station.owner().value());
        };
    }

    /// The tree: all stations, those without owner, then the organisations that belong to none.
    static List<OwnerNode> tree(StationDirectory directory) {
        return new Tree(directory).lines();
    }

    private static final class Tree {
        private final StationDirectory directory;
        private final Map<String, long[]> counts = new HashMap<>();
        private final Map<String, List<Owner>> children = new HashMap<>();

        Tree(StationDirectory directory) {
            this.directory = directory;
            for (var station : directory.stations()) {
                var owner = station.owner() == null ? "" : station.owner().value();
                var count = counts.computeIfAbsent(owner, _ -> new long[2]);
                count[0]++;
                count[1] += station.sessions();
            }
            var sorted = new ArrayList<>(directory.owners());
            sorted.sort(
                    (a, b) -> a.organisation().name().compareToIgnoreCase(b.organisation().name()));
            for (var owner : sorted) {
                var parent = owner.organisation().parent();
                children.computeIfAbsent(parent == null ? "" : parent, _ -> new ArrayList<>())
                        .add(owner);
            }
        }

        List<OwnerNode> lines() {
            var sessions = directory.stations().stream().mapToLong(KnownStation::sessions).sum();
            var unowned = counts.getOrDefault("", new long[2]);
            var lines = new ArrayList<OwnerNode>();
            lines.add(
                    new OwnerNode(
                            Kind.ALL, null, List.of(), directory.stations().size(), sessions));
            lines.add(new OwnerNode(Kind.NO_OWNER, null, List.of(), unowned[0], unowned[1]));
            lines.addAll(below(""));
            return lines;
        }

        private List<OwnerNode> below(String parent) {
            return children.getOrDefault(parent, List.of()).stream().map(this::node).toList();
        }

        private OwnerNode node(Owner owner) {
            var name = owner.organisation().name();
            var below = below(name);
            var own = counts.getOrDefault(name, new long[2]);
            return new OwnerNode(
                    Kind.OWNER,
                    owner,
                    below,
                    own[0] + below.stream().mapToLong(OwnerNode::stations).sum(),
                    own[1] + below.stream().mapToLong(OwnerNode::sessions).sum());
        }
    }
}
