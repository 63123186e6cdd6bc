package io.plumbline.topology;

import io.plumbline.model.ClusterNetwork;
import io.plumbline.model.Host;
import io.plumbline.model.Id;
import io.plumbline.model.NetworkRole;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/// How the nodes of a failover cluster are joined by its networks, and which single failures take that away.
///
/// Nodes that meet the networks at the same places form a group; a pair of groups stands for all pairs of their nodes.
///
/// @param pairs pairs of nodes that share a network, or may
public record ClusterFailures(List<Pair> pairs) {

    public ClusterFailures {
        pairs = List.copyOf(pairs);
    }

    /// A network that surely joins two nodes.
    ///
    /// @param role   how the cluster uses it
    /// @param fabric what takes it away between them, outside of hosts
    /// @param nics   by host, the NICs over which it may run to the other node
    /// @param active by host, those of them that carry it while all is well
    public record Joint(ClusterNetwork network, Answer<NetworkRole> role, Set<Loss> fabric, Map<Id, Set<Id>> nics,
            Map<Id, Set<Id>> active) {

        /// Whether the two networks run over different NICs at a host.
        boolean isApart(Joint other, Id host) {
            Set<Id> own = active.getOrDefault(host, Set.of());
            return other.active.getOrDefault(host, Set.of()).stream().noneMatch(own::contains);
        }
    }

    /// Nodes of one group, and nodes of another one or the same.
    ///
    /// @param joints    the networks that surely join them, in the order of the cluster's networks
    /// @param needs     what would have to be known about further ones
    /// @param cardByNic the card of a NIC, where it is known, told by its first NIC
    public record Pair(List<Host> from, List<Host> to, List<Joint> joints, SortedSet<Missing> needs,
            Map<Id, Id> cardByNic) {

        /// Every node of the pair, once.
        public List<Host> hosts() {
            if (from == to) {
                return from;
            }
            List<Host> hosts = new ArrayList<>(from);
            hosts.addAll(to);
            return hosts;
        }

        /// The networks that the cluster surely uses.
        public List<Joint> used() {
            return joints.stream().filter(joint -> joint.role().surely(role -> role != NetworkRole.NONE)).toList();
        }

        /// What would have to be known to be sure that it uses no further one.
        public SortedSet<Missing> open() {
            SortedSet<Missing> open = new TreeSet<>(needs);
            joints.forEach(joint -> open.addAll(joint.role().needs()));
            return open;
        }

        /// What takes all of these networks away at once, by itself; nothing when there are none.
        public List<Loss> losses(Collection<Joint> networks) {
            if (networks.isEmpty()) {
                return List.of();
            }
            Set<Loss> common = new LinkedHashSet<>(networks.iterator().next().fabric());
            networks.forEach(each -> common.retainAll(each.fabric()));
            // Where one unit takes everything along, its stack needs no mention.
            common.removeIf(stack -> stack.kind() == Loss.Kind.STACK && common.stream()
                    .anyMatch(unit -> unit.whole().filter(stack.element()::equals).isPresent()));
            for (Host host : hosts()) {
                local(host.id(), networks).ifPresent(common::add);
            }
            return List.copyOf(common);
        }

        /// The one NIC, or the one card, over which a host has all of these networks.
        private Optional<Loss> local(Id host, Collection<Joint> networks) {
            Set<Id> nics = new LinkedHashSet<>();
            networks.forEach(each -> nics.addAll(each.nics().getOrDefault(host, Set.of())));
            if (nics.size() == 1) {
                return Optional.of(Loss.in(host, Loss.Kind.NIC, nics.iterator().next()));
            }
            Set<Id> cards = new LinkedHashSet<>();
            // A NIC whose card nobody noted may be on any, so it counts as one of its own.
            nics.forEach(nic -> cards.add(cardByNic.getOrDefault(nic, nic)));
            return cards.size() == 1 && cardByNic.keySet().containsAll(nics)
                    ? Optional.of(Loss.in(host, Loss.Kind.CARD, cards.iterator().next()))
                    : Optional.empty();
        }

        /// Whether two of these networks run over different NICs at both ends.
        public boolean hasIndependentNics(List<Joint> networks) {
            Id here = from.getFirst().id();
            Id there = to.getLast().id();
            for (int i = 0; i < networks.size(); i++) {
                for (int j = i + 1; j < networks.size(); j++) {
                    if (networks.get(i).isApart(networks.get(j), here)
                            && networks.get(i).isApart(networks.get(j), there)) {
                        return true;
                    }
                }
            }
            return false;
        }
    }
}
