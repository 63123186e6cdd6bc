package io.plumbline.diagram;

import io.plumbline.model.ClusterNetwork;
import io.plumbline.model.FailoverCluster;
import io.plumbline.model.Host;
import io.plumbline.model.Id;
import io.plumbline.model.IpAddress;
import io.plumbline.model.IpAssignment;
import io.plumbline.model.IpConfig;
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
        return host.failoverCluster().find().flatMap(cluster -> contents.networksOf(cluster).stream()
                .filter(network -> addresses.stream().anyMatch(assigned -> contains(network, assigned.address())))
                .findFirst());
    }

    private static boolean contains(ClusterNetwork network, IpAddress address) {
        return network.prefix().find().filter(prefix -> prefix.contains(address)).isPresent();
    }

    private static SortedSet<Purpose> purposes(ClusterNetwork network) {
        return network.purposes().orElse(new TreeSet<>());
    }
}
