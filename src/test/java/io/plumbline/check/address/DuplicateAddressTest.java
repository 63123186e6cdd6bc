package io.plumbline.check.address;

import io.plumbline.Sketch;
import io.plumbline.check.Rule;
import io.plumbline.check.RuleContract;
import io.plumbline.model.Attribute;
import io.plumbline.model.Fhrp;
import io.plumbline.model.HardwareLoadBalancer;
import io.plumbline.model.Id;
import io.plumbline.model.IpAddress;
import io.plumbline.model.IpAssignment;
import io.plumbline.model.LoadBalancerVip;
import java.util.List;

class DuplicateAddressTest implements RuleContract {

    private static Sketch twice() {
        return Sketch.twins("equal").address("HV2/A", "10.10.1.1");
    }

    /// Two clusters with a private network of the same range each.
    private static Sketch twoIslands() {
        Sketch sketch = Sketch.empty("Islands");
        for (String island : List.of("EAST", "WEST")) {
            sketch = sketch.cluster(island).network(island + "-CSV", "10.10.1.0/24")
                    .set(island + "-CSV", "cluster", island).host("HV-" + island, "2019")
                    .set("HV-" + island, "failoverCluster", island).nic("HV-" + island, "CSV")
                    .address("HV-" + island + "/CSV", "10.10.1.1");
        }
        return sketch;
    }

    private static Sketch gateways(int groupA, int groupB) {
        Sketch sketch = Sketch.empty("Gateways").device("S1").device("S2").vlan(10).gateway("S1", 10, "172.31.3.2/24")
                .gateway("S2", 10, "172.31.3.3/24");
        return sketch.set("S1/VLAN10", "fhrpGroup", fhrp(groupA)).set("S2/VLAN10", "fhrpGroup", fhrp(groupB));
    }

    private static Fhrp fhrp(int group) {
        return Sketch.part(Fhrp.class, "protocol", "vrrp", "group", group, "virtualIp", "172.31.3.1");
    }

    private static Sketch balancers() {
        Sketch sketch = Sketch.empty("Load balancers");
        for (String name : List.of("LB1", "LB2")) {
            sketch = sketch.with(HardwareLoadBalancer.of(new Id(name), name)).set(name, "vips",
                    List.of(LoadBalancerVip.of(IpAddress.parse("172.31.3.240"))));
        }
        return sketch;
    }

    @Override
    public Rule rule() {
        return new DuplicateAddress();
    }

    @Override
    public List<Case> cases() {
        return List.of(
                RuleContract.flags("two hosts", twice().design(),
                        "error: 10.10.1.1 is taken twice: by HV1/A and HV2/A. Give one of them another address "
                                + "of 10.10.1.0/24; 10.10.1.2 is free in this design."),
                RuleContract.flags("three elements: hosts and the cluster name",
                        twice().set("HVC1", "ipAddresses", List.of("10.10.1.1/24")).design(),
                        "error: 10.10.1.1 is taken three times: by HV1/A, HV2/A and HVC1. Give all but one of "
                                + "them another address of 10.10.1.0/24; 10.10.1.2 is free in this design."),
                RuleContract.flags("a VM and the gateway of its VLAN",
                        Sketch.b0().vm("SQL1", "H1").vNic("SQL1", "LAN", "vSwitch1").accessVlan("SQL1/LAN", 10)
                                .address("SQL1/LAN", "172.31.3.1").design(),
                        "error: 172.31.3.1 is taken twice: by SQL1/LAN and VLAN10 of Stack. Give one of them "
                                + "another address of 172.31.3.0/24; 172.31.3.2 is free in this design."),
                RuleContract.flags("two virtual gateways of different groups", gateways(1, 2).design(),
                        "error: 172.31.3.1 is taken twice: by VLAN10 of S1 and VLAN10 of S2. Give one of them "
                                + "another address of 172.31.3.0/24; 172.31.3.4 is free in this design."),
                RuleContract.flags("two load balancers that are no pair", balancers().design(),
                        "error: 172.31.3.240 is taken twice: by LB1 and LB2. Give one of them another address."),
                RuleContract.flags("link-local addresses that hear each other",
                        Sketch.twins("equal").address("HV1/A", "169.254.1.1").address("HV2/A", "169.254.1.1")
                                .cable("SW-A/1", "SW-A/2").without("SW-A/1-SW-A/2").design(),
                        "error: 169.254.1.1 is taken twice: by HV1/A and HV2/A. Give one of them another address "
                                + "of 169.254.1.0/24; 169.254.1.2 is free in this design."),
                RuleContract.flags("the same range on two islands that nobody told apart", twoIslands().design(),
                        "error: 10.10.1.1 is taken twice: by HV-EAST/CSV and HV-WEST/CSV. Give one of them "
                                + "another address of 10.10.1.0/24; 10.10.1.2 is free in this design."),
                RuleContract.accepts("every address once", Sketch.b0().design()),
                RuleContract.accepts("two islands in different address spaces",
                        twoIslands().set("WEST-CSV", "addressSpaceId", "west").design()),
                RuleContract.accepts("a virtual gateway address counts once for its group", gateways(1, 1).design()),
                RuleContract.accepts("a pair of load balancers has one set of addresses",
                        balancers().set("LB2", "haPeer", "LB1").set("LB1", "haPeer", "LB2").design()),
                RuleContract.accepts("where one side is NLB, NLB007 speaks",
                        Sketch.b0().vm("SQL1", "H1").vNic("SQL1", "LAN", "vSwitch1").accessVlan("SQL1/LAN", 10)
                                .address("SQL1/LAN", "172.31.3.232").design()),
                RuleContract.accepts("the address of a node, NLB007 too",
                        Sketch.b0().vm("SQL1", "H1").vNic("SQL1", "LAN", "vSwitch1").accessVlan("SQL1/LAN", 10)
                                .address("SQL1/LAN", "172.31.3.11").design()),
                RuleContract.accepts("link-local addresses on links that do not meet",
                        Sketch.twins("equal").address("HV1/A", "169.254.1.1").address("HV2/B", "169.254.1.1").design()),
                RuleContract.accepts("the old address of a NIC that is bound to a virtual switch by now",
                        Sketch.b0().address("H1/NIC1", "172.31.3.1").design()),
                RuleContract.accepts("an address that stands twice on one NIC",
                        Sketch.twins("equal").set("HV1/A", "ip.addresses",
                                List.of(IpAssignment.of(IpAddress.parse("10.10.1.1")),
                                        IpAssignment.of(IpAddress.parse("10.10.1.1"))))
                                .design()),
                RuleContract.cannotTell("the address space of one network is not known",
                        twoIslands().set("WEST-CSV", "addressSpaceId", Attribute.unknown()).design(),
                        "Cannot evaluate: needs addressSpaceId of WEST-CSV."));
    }
}
