package io.plumbline.check.nlb;

import io.plumbline.check.Facts;
import io.plumbline.check.Finding;
import io.plumbline.check.Likewise;
import io.plumbline.check.Outcome;
import io.plumbline.check.Remedy;
import io.plumbline.check.Rule;
import io.plumbline.check.Severity;
import io.plumbline.check.Subject;
import io.plumbline.edit.Put;
import io.plumbline.model.ClientZone;
import io.plumbline.model.HardwareLoadBalancer;
import io.plumbline.model.Id;
import io.plumbline.model.IpAddress;
import io.plumbline.model.IpPrefix;
import io.plumbline.model.L3Interface;
import io.plumbline.model.Mac;
import io.plumbline.model.NlbCluster;
import io.plumbline.model.NlbMode;
import io.plumbline.model.StaticArp;
import io.plumbline.model.VlanId;
import io.plumbline.topology.Answer;
import io.plumbline.topology.Names;
import io.plumbline.topology.NlbDomain;
import io.plumbline.topology.Topology;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// A gateway without a static ARP entry for the VIP of a cluster in one of the multicast modes: a router does not believe
/// an ARP reply with a multicast MAC, so routed clients never reach the VIP.
public record NoStaticArpForMulticastVip() implements Rule {

    @Override
    public String id() {
        return "NLB009";
    }

    @Override
    public List<Subject<?>> subjects() {
        return List.of(Subject.each(NlbCluster.class, this::judge));
    }

    private Stream<Outcome> judge(Facts facts, NlbCluster cluster) {
        Topology topology = facts.topology();
        Answer<NlbMode> mode = topology.effective().mode(cluster);
        if (mode.is(NlbMode.UNICAST) || topology.all(L3Interface.class).isEmpty()) {
            return Stream.empty();
        }
        Answer<Optional<VlanId>> vlan = topology.balancing().vlan(cluster);
        if (!vlan.isSure()) {
            return facts.cannotTell(id(), cluster.id(), vlan.needs());
        }
        return Stream.concat(gateways(topology, cluster, vlan.find().orElseThrow()).stream(),
                topology.all(L3Interface.class).stream().filter(gateway -> mayRouteVip(topology, cluster, gateway)))
                .flatMap(gateway -> judge(facts, cluster, gateway, mode));
    }

    /// Where nothing is cabled yet, the number of the VLAN has to do.
    private static List<L3Interface> gateways(Topology topology, NlbCluster cluster, Optional<VlanId> vlan) {
        return topology.balancing().domain(cluster).find().flatMap(domain -> domain).map(NlbDomain::gateways)
                .orElseGet(() -> vlan.map(topology.vlans()::gateways).orElse(List.of()));
    }

    /// A gateway with an address beside the VIP, of which nobody knows the VLAN.
    private static boolean mayRouteVip(Topology topology, NlbCluster cluster, L3Interface gateway) {
        List<IpAddress> vips = topology.balancing().vips(cluster).orElse(List.of());
        return gateway.vlan().isUnknown() && gateway.addresses().orElse(List.of()).stream()
                .anyMatch(own -> vips.stream().anyMatch(own::contains));
    }

    private Stream<Outcome> judge(Facts facts, NlbCluster cluster, L3Interface gateway, Answer<NlbMode> mode) {
        Topology topology = facts.topology();
        Answer<List<IpAddress>> missing = topology.balancing().vips(cluster)
                .with(topology.effective().staticArp(gateway), NoStaticArpForMulticastVip::without);
        Answer<Boolean> broken = Answer.allOf(List.of(
                gateway.vlan().isUnknown() ? Answer.needs(gateway.id(), "vlan") : Answer.sure(true),
                mode.then(known -> Answer.sure(known != NlbMode.UNICAST)),
                missing.then(vips -> Answer.sure(!vips.isEmpty())),
                Answer.not(topology.effective().acceptsMulticastArp(gateway)),
                hasRoutedClients(topology, cluster, gateway)));
        if (broken.is(false)) {
            return Stream.empty();
        }
        if (!broken.isSure()) {
            return facts.cannotTell(id(), gateway.id(), broken.needs());
        }
        Answer<Mac> mac = topology.balancing().clusterMac(cluster);
        return mac.isSure()
                ? Stream.of(finding(facts, cluster, gateway, missing.find().orElseThrow(), mac.find().orElseThrow()))
                : WrongClusterMac.notDerivable(facts, this, cluster, gateway.id(), mac);
    }

    private static List<IpAddress> without(List<IpAddress> vips, List<StaticArp> entries) {
        return vips.stream().filter(vip -> entries.stream().noneMatch(entry -> entry.ip().equals(vip))).toList();
    }

    private Finding finding(Facts facts, NlbCluster cluster, L3Interface gateway, List<IpAddress> missing, Mac mac) {
        List<ClientZone> zones = facts.topology().all(ClientZone.class).stream()
                .filter(zone -> isRouted(facts.topology(), zone, cluster, gateway).is(true)).toList();
        List<String> clients = zones.stream()
                .map(zone -> facts.name(zone.id()) + zone.subnet().find().map(subnet -> " (" + subnet + ")").orElse(""))
                .toList();
        String vips = Names.join(missing.stream().map(IpAddress::toString).toList());
        boolean one = missing.size() == 1;
        Finding finding = Finding.of(id(), Severity.ERROR, gateway.id()).fact("gateway", facts.name(gateway.id()))
                .fact("vips", vips).fact("cluster", facts.name(cluster.id()))
                .fact("clients", clients.isEmpty() ? "routed clients" : "clients in " + Names.join(clients))
                .fact("it", one ? "it" : "them").fact("entries", vips + " with " + mac)
                .proof(gateway.id(), "staticArp", "no entry for " + vips)
                .proof(cluster.id(), "mode", facts.topology().effective().mode(cluster).find().orElseThrow().display())
                .proof(cluster.id(), "cluster MAC", mac);
        for (ClientZone zone : zones) {
            finding = finding.proof(zone.id(), "subnet", zone.subnet().find().map(IpPrefix::toString).orElse("routed"));
        }
        return (clients.isEmpty() ? finding.proof(cluster.id(), "routedClients", "true") : finding)
                .concerning("nlbCluster", cluster.id()).concerning("gateway", gateway.id());
    }

    // Clients

    private static Answer<Boolean> hasRoutedClients(Topology topology, NlbCluster cluster, L3Interface gateway) {
        List<ClientZone> zones = topology.all(ClientZone.class);
        List<Answer<Boolean>> any = new ArrayList<>();
        zones.forEach(zone -> any.add(isRouted(topology, zone, cluster, gateway)));
        if (!cluster.routedClients().isUnset()) {
            any.add(topology.effective().routedClients(cluster));
        } else if (zones.isEmpty()) {
            // A load balancer or proxy in the VLAN is then taken for the only client.
            any.add(hasBalancer(topology, cluster) ? Answer.sure(false) : Answer.needs(cluster.id(), "routedClients"));
        }
        return Answer.anyOf(any);
    }

    /// Whether clients of this zone come through the gateway: they use the cluster, live outside the subnet of its VIP, or
    /// appear with an address outside, and share the address space.
    private static Answer<Boolean> isRouted(Topology topology, ClientZone zone, NlbCluster cluster,
            L3Interface gateway) {
        Answer<Boolean> uses = Answer.of(zone.reaches(), zone.id(), "reaches", List.<Id>of())
                .then(reaches -> Answer.sure(reaches.isEmpty() || reaches.contains(cluster.id())));
        Answer<IpPrefix> subnet = topology.effective().primaryVip(cluster)
                .with(topology.effective().prefixLength(cluster), NoStaticArpForMulticastVip::subnet);
        return Answer.allOf(List.of(uses, subnet.then(own -> isOutside(zone, own)),
                topology.effective().addressSpaceId(zone)
                        .with(topology.effective().addressSpaceId(gateway), Object::equals)));
    }

    private static IpPrefix subnet(IpAddress vip, int prefixLength) {
        return new IpPrefix(vip, Math.clamp(prefixLength, 0, vip.width()));
    }

    private static Answer<Boolean> isOutside(ClientZone zone, IpPrefix own) {
        Optional<List<IpAddress>> shown = zone.translatedBy().find().flatMap(each -> each.addresses().find())
                .filter(addresses -> !addresses.isEmpty());
        if (shown.isPresent()) {
            return Answer.sure(!shown.get().stream().allMatch(own::contains));
        }
        return Answer.stated(zone.subnet(), zone.id(), "subnet").then(subnet -> Answer.sure(
                subnet.prefixLength() < own.prefixLength() || !own.contains(subnet.address())));
    }

    private static boolean hasBalancer(Topology topology, NlbCluster cluster) {
        Optional<VlanId> vlan = topology.balancing().vlan(cluster).find().flatMap(found -> found);
        return vlan.isPresent() && topology.all(HardwareLoadBalancer.class).stream()
                .flatMap(balancer -> balancer.interfaces().orElse(List.of()).stream())
                .flatMap(leg -> leg.vlan().find().stream()).anyMatch(leg -> topology.vlans().idOf(leg).is(vlan.get()));
    }

    @Override
    public List<Remedy> remedies(Facts facts, Finding finding) {
        return Likewise.all(this, facts, finding, "nlbCluster", this::remediesOfOne);
    }

    private List<Remedy> remediesOfOne(Facts facts, Finding finding) {
        L3Interface gateway = facts.topology().element(finding.primary(), L3Interface.class);
        NlbCluster cluster = facts.topology().element(finding.concerns("nlbCluster").first(), NlbCluster.class);
        Mac mac = facts.topology().balancing().clusterMac(cluster).find().orElseThrow();
        List<StaticArp> entries = new ArrayList<>(gateway.staticArp().orElse(List.of()));
        without(facts.topology().balancing().vips(cluster).find().orElseThrow(), List.copyOf(entries))
                .forEach(vip -> entries.add(StaticArp.of(vip, mac)));
        return List.of(Remedy.of("Add static ARP for " + facts.name(cluster.id()) + " (" + mac + ") to "
                + facts.name(gateway.id()), Put.set(List.of(gateway), "staticArp", entries, "static ARP")));
    }
}
