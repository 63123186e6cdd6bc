package io.plumbline.check.mtu;

import io.plumbline.check.Facts;
import io.plumbline.edit.Edit;
import io.plumbline.edit.Put;
import io.plumbline.model.Attribute;
import io.plumbline.model.ClusterNetwork;
import io.plumbline.model.Element;
import io.plumbline.model.Id;
import io.plumbline.model.PhysicalNic;
import io.plumbline.model.TeamInterface;
import io.plumbline.model.VirtualNic;
import io.plumbline.topology.Capacity;
import io.plumbline.topology.Crossing;
import io.plumbline.topology.Crossings;
import io.plumbline.topology.Endpoint;
import io.plumbline.topology.FrameSizes;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import java.util.Set;

/// New sizes for adapters, put together with what has to change along with them.
final class Resizing {

    private final Facts facts;
    private final FrameSizes frames;
    private final SequencedMap<Id, Element> changed = new LinkedHashMap<>();
    private final Set<Id> refused = new HashSet<>();

    Resizing(Facts facts) {
        this.facts = facts;
        frames = facts.topology().frames();
    }

    /// Whether everything that frames of a network pass surely lets packets of this size through.
    static boolean fits(Facts facts, ClusterNetwork network, int ipBytes) {
        return passes(facts, network, ipBytes)
                && beside(facts, network).stream().allMatch(other -> passes(facts, other, ipBytes));
    }

    /// Networks of other interfaces of the same teams, which change along.
    private static Set<ClusterNetwork> beside(Facts facts, ClusterNetwork network) {
        Set<ClusterNetwork> beside = new LinkedHashSet<>();
        for (Endpoint endpoint : facts.topology().endpoints().on(network)) {
            if (endpoint.element() instanceof TeamInterface each) {
                facts.topology().interfaces(each.team()).stream()
                        .flatMap(other -> facts.topology().endpoints().find(other.id()).stream())
                        .forEach(other -> facts.topology().endpoints().network(other).orElse(Optional.empty())
                                .filter(found -> !found.equals(network)).ifPresent(beside::add));
            }
        }
        return beside;
    }

    private static boolean passes(Facts facts, ClusterNetwork network, int ipBytes) {
        Crossings.Found found = facts.topology().crossings().in(network);
        if (!found.needs().isEmpty()) {
            return false;
        }
        for (Crossing crossing : found.crossings()) {
            if (!facts.topology().frames().hopIp(crossing.hop()).map(Capacity::sure)
                    .surely(passes -> passes >= ipBytes)) {
                return false;
            }
        }
        return true;
    }

    /// These NICs send packets of exactly this size.
    Resizing nics(Collection<PhysicalNic> nics, int ipBytes) {
        for (PhysicalNic nic : nics) {
            if (frames.ownIpMtu(nic).is(ipBytes)) {
                continue;
            }
            int number = frames.jumboPacket(nic, ipBytes);
            if (frames.refuses(nic, number)) {
                refused.add(nic.id());
            }
            put(nic, number, ipBytes);
            above(nic, ipBytes);
        }
        return this;
    }

    /// These endpoints send packets of exactly this size; NICs below virtual ones are raised where they are too small.
    Resizing endpoints(Collection<Endpoint> endpoints, int ipBytes) {
        for (Endpoint endpoint : endpoints) {
            List<PhysicalNic> below = facts.topology().endpoints().spareNics(endpoint).orElse(List.of());
            switch (endpoint.element()) {
                case VirtualNic nic -> {
                    virtual(nic, ipBytes);
                    nics(below.stream().filter(each -> !frames.ownIpMtu(each).surely(own -> own >= ipBytes)).toList(),
                            ipBytes);
                }
                case TeamInterface each -> {
                    if (each.ip().nlMtuBytes().find().filter(bytes -> bytes.value() != ipBytes).isPresent()) {
                        changed.put(each.id(), Element.with(each, "ip.nlMtuBytes", Attribute.unset()));
                    }
                    nics(below, ipBytes);
                }
                default -> nics(below, ipBytes);
            }
        }
        return this;
    }

    /// Those of the endpoints that send more are brought down to this size.
    Resizing lower(Collection<Endpoint> endpoints, int ipBytes) {
        return endpoints(endpoints.stream().filter(
                endpoint -> frames.ipMtu(endpoint).surely(mtu -> mtu.bytes() > ipBytes)).toList(), ipBytes);
    }

    /// A virtual NIC sends packets of exactly this size.
    Resizing virtual(VirtualNic nic, int ipBytes) {
        if (!frames.ownIpMtu(nic).is(ipBytes)) {
            put(nic, ipBytes + FrameSizes.HEADER, ipBytes);
        }
        return this;
    }

    /// Nothing above a NIC may ask for more than it sends.
    private void above(PhysicalNic nic, int ipBytes) {
        facts.topology().uplinks().virtualSwitchesOver(nic).stream()
                .flatMap(each -> facts.topology().uplinks().virtualNics(each).stream())
                .filter(each -> !changed.containsKey(each.id()))
                .filter(each -> frames.ownIpMtu(each).surely(own -> own > ipBytes))
                .forEach(each -> virtual(each, ipBytes));
    }

    /// A smaller NlMtu would go before the new number.
    private void put(Element adapter, int jumboPacket, int ipBytes) {
        Element resized = Element.with(adapter, "jumboPacket", jumboPacket);
        boolean held = switch (adapter) {
            case PhysicalNic nic -> nic.ip().nlMtuBytes().find().filter(bytes -> bytes.value() < ipBytes).isPresent();
            case VirtualNic nic -> nic.ip().nlMtuBytes().find().filter(bytes -> bytes.value() < ipBytes).isPresent();
            default -> false;
        };
        changed.put(adapter.id(), held ? Element.with(resized, "ip.nlMtuBytes", Attribute.unset()) : resized);
    }

    /// The change, unless there is nothing to change or a driver does not take its number.
    Optional<Edit> edit(String label) {
        return !refused.isEmpty() || changed.isEmpty() ? Optional.empty()
                : Optional.of(new Put(label, List.copyOf(changed.values())));
    }
}
