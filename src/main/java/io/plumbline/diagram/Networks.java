package io.plumbline.diagram;

import io.plumbline.model.Attribute;
import io.plumbline.model.ClusterNetwork;
import io.plumbline.model.FailoverCluster;
import io.plumbline.model.Host;
import io.plumbline.model.Id;
import io.plumbline.model.IpAssignment;
import io.plumbline.model.IpConfig;
import io.plumbline.model.IpPrefix;
import io.plumbline.model.Purpose;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/// The cluster networks by their colours, and which of them an address lies in.
final class Networks {
    private static final List<Token> COLOURS = List.of(Token.K1, Token.K2, Token.K4, Token.K5, Token.K6, Token.K7);
    private static final Set<Purpose> LANES = Set.of(Purpose.CSV, Purpose.LIVE_MIGRATION);

    private final Contents contents;
    private final Map<Id, Token> tokenByNetwork = new HashMap<>();

    private Networks(Contents contents) {
        this.contents = contents;
        contents.design().all(FailoverCluster.class).forEach(cluster -> colour(contents.networksOf(cluster.id())));
        colour(contents.design().all(ClusterNetwork.class)
                .filter(network -> !tokenByNetwork.containsKey(network.id())).toList());
    }

    static Networks of(Contents contents) {
        return new Networks(contents);
    }

    /// Lanes take the first colours, which are the easiest to tell apart.
    private void colour(List<ClusterNetwork> networks) {
        var ordered = new ArrayList<>(networks);
        ordered.sort((a, b) -> isLane(a) != isLane(b) ? isLane(a) ? -1 : 1 : ByName.ORDER.compare(a, b));
        int next = 0;
        for (ClusterNetwork network : ordered) {
            boolean management = purposes(network).contains(Purpose.MANAGEMENT) && !isLane(network);
            tokenByNetwork.put(network.id(), management ? Token.K8 : COLOURS.get(next % COLOURS.size()));
            next += management ? 0 : 1;
        }
    }

    Token tokenOf(ClusterNetwork network) {
        return tokenByNetwork.get(network.id());
    }

    /// Whether cables of the network lie on a lane: it carries live migration or cluster storage.
    static boolean isLane(ClusterNetwork network) {
        return purposes(network).stream().anyMatch(LANES::contains);
    }

    /// The network of the host's cluster that one of the addresses lies in.
    Optional<ClusterNetwork> find(Host host, IpConfig ip) {
        List<IpAssignment> addresses = ip.addresses().orElse(List.of());
        if (addresses.isEmpty()) {
            return Optional.empty();
        }
        if (host.failoverCluster() instanceof Attribute.Known<Id>(Id cluster)) {
            for (ClusterNetwork network : contents.networksOf(cluster)) {
                if (holdsOne(network, addresses)) {
                    return Optional.of(network);
                }
            }
        }
        return Optional.empty();
    }

    private static boolean holdsOne(ClusterNetwork network, List<IpAssignment> addresses) {
        if (network.prefix() instanceof Attribute.Known<IpPrefix>(IpPrefix prefix)) {
            for (IpAssignment assigned : addresses) {
                if (prefix.contains(assigned.address())) {
                    return true;
                }
            }
        }
        return false;
    }

    private static SortedSet<Purpose> purposes(ClusterNetwork network) {
        return network.purposes().orElse(new TreeSet<>());
    }
}
