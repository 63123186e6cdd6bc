package io.plumbline.check.nlb;

import io.plumbline.check.Facts;
import io.plumbline.check.Remedy;
import io.plumbline.edit.Put;
import io.plumbline.model.Element;
import io.plumbline.model.NlbCluster;
import io.plumbline.model.NlbMode;
import io.plumbline.topology.NlbReconfiguration;
import java.util.List;
import java.util.Optional;

/// An NLB cluster in another mode, with everything that its gateways and switches have to hold for it.
final class ModeConversion {

    private ModeConversion() {}

    /// To the mode that suits the switches: IGMP multicast with static groups, or where they cannot prune that, multicast
    /// with static MAC entries. Empty where the ports of the nodes are not all known.
    static Optional<Remedy> toBetterMode(Facts facts, NlbCluster cluster) {
        if (!facts.topology().effective().mode(cluster).isSure() || !cluster.macOverride().isUnset()) {
            return Optional.empty();
        }
        boolean igmp = !NlbWords.cannotPrune(facts, cluster) && hasGroupOfItsOwn(facts, cluster);
        if (!igmp && facts.topology().effective().mode(cluster).is(NlbMode.MULTICAST)) {
            return Optional.empty();
        }
        String label = "Convert " + facts.name(cluster.id()) + " to "
                + (igmp ? "IGMP multicast" : "multicast with a static MAC entry on every hypervisor port");
        Optional<List<Element>> changed = NlbReconfiguration.of(facts.topology(), cluster)
                .flatMap(each -> each.to(
                        NlbReconfiguration.inMode(cluster, igmp ? NlbMode.IGMP_MULTICAST : NlbMode.MULTICAST),
                        igmp ? NlbReconfiguration.Registration.GROUPS : NlbReconfiguration.Registration.MACS));
        return changed.map(elements -> Remedy.of(label, new Put(label, elements)));
    }

    /// In IGMP mode two VIPs that end alike share a group.
    private static boolean hasGroupOfItsOwn(Facts facts, NlbCluster cluster) {
        var mac = facts.topology().balancing().clusterMac(cluster, NlbMode.IGMP_MULTICAST).find();
        return mac.isPresent() && facts.topology().balancing().vlan(cluster).find().flatMap(vlan -> vlan).stream()
                .flatMap(vlan -> facts.topology().balancing().clustersIn(vlan).stream())
                .noneMatch(other -> !other.id().equals(cluster.id())
                        && facts.topology().balancing().clusterMac(other).is(mac.get()));
    }
}
