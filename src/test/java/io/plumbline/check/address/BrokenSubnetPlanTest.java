package io.plumbline.check.address;

import static io.plumbline.check.RuleContract.accepts;
import static io.plumbline.check.RuleContract.cannotTell;
import static io.plumbline.check.RuleContract.flags;

import io.plumbline.Sketch;
import io.plumbline.check.Rule;
import io.plumbline.check.RuleContract;
import io.plumbline.model.Attribute;
import io.plumbline.model.IpAddress;
import io.plumbline.model.IpAssignment;
import java.util.List;

class BrokenSubnetPlanTest implements RuleContract {

    /// Two nodes with the networks A (10.10.1.0/24) and B (10.10.2.0/24).
    private static Sketch twins() {
        return Sketch.twins("slower");
    }

    private static Sketch address(Sketch sketch, String adapter, String address, int length) {
        return sketch.set(adapter, "ip.addresses",
                List.of(Sketch.part(IpAssignment.class, "address", IpAddress.parse(address), "prefixLength", length)));
    }

    private static Sketch dhcp(String adapter, String address) {
        return twins().set(adapter, "ip.addresses", List.of(
                Sketch.part(IpAssignment.class, "address", IpAddress.parse(address), "source", "dhcp")));
    }

    /// A node more, alike the others.
    private static Sketch three() {
        return twins().node("HV3", "2012R2").nic("HV3", "A").address("HV3/A", "10.10.1.3");
    }

    private static Sketch standAlone() {
        return Sketch.empty("Alone").host("HV1", "2019").nic("HV1", "A").nic("HV1", "B");
    }

    private static final String ROUTE =
            ": Windows takes the more specific route, so traffic meant for one leaves through "
                    + "the other. Renumber one of them, or correct its mask.";

    @Override
    public Rule rule() {
        return new BrokenSubnetPlan();
    }

    @Override
    public List<Case> cases() {
        return List.of(
                flags("one network inside the other",
                        twins().set("A", "prefix", "10.10.0.0/16").design(),
                        "error: A (10.10.0.0/16) overlaps with B (10.10.2.0/24)" + ROUTE),
                flags("two legs of a stand-alone host",
                        address(address(standAlone(), "HV1/A", "10.0.0.1", 16), "HV1/B", "10.0.1.1", 24).design(),
                        "error: HV1/A (10.0.0.0/16) overlaps with HV1/B (10.0.1.0/24)" + ROUTE),
                flags("an address outside the network of its VLAN",
                        address(twins().tagged(), "HV2/A", "10.10.11.2", 24).design(),
                        "error: HV2/A has 10.10.11.2, outside 10.10.1.0/24, the subnet of A, in whose VLAN 101 it is: "
                                + "nothing reaches it there. Give it a host address of 10.10.1.0/24; 10.10.1.2 is free "
                                + "in this design."),
                flags("a broadcast address", address(twins(), "HV2/A", "10.10.1.255", 24).design(),
                        "error: HV2/A has 10.10.1.255, which is the broadcast address of 10.10.1.0/24: nothing reaches it "
                                + "there. Give it a host address of 10.10.1.0/24; 10.10.1.2 is free in this design."),
                flags("a network address", address(standAlone(), "HV1/A", "10.0.0.64", 26).design(),
                        "error: HV1/A has 10.0.0.64, which is the network address of 10.0.0.64/26: nothing reaches it "
                                + "there. Give it a host address of 10.0.0.64/26; 10.0.0.65 is free in this design."),
                flags("one of three with another mask", address(three(), "HV2/A", "10.10.1.2", 16).design(),
                        "error: On A the masks differ (/16 at HV2/A and /24 at HV1/A and HV3/A): a wrong mask puts a node "
                                + "into a cluster network of its own. Set /24 everywhere."),
                flags("two masks, the network tells which is right",
                        address(twins(), "HV2/A", "10.10.1.2", 25).design(),
                        "error: On A the masks differ (/24 at HV1/A and /25 at HV2/A): a wrong mask puts a node into a "
                                + "cluster network of its own. Set /24 everywhere."),
                flags("one by DHCP", dhcp("HV2/A", "10.10.1.2").design(),
                        "warning: On A HV2/A gets its address by DHCP, while HV1/A has a static one: after a new lease "
                                + "the node can be in another network. Make all of them static."),
                accepts("twins", twins().design()),
                accepts("both by DHCP", dhcp("HV1/A", "10.10.1.1").set("HV2/A", "ip.addresses", List.of(
                        Sketch.part(IpAssignment.class, "address", IpAddress.parse("10.10.1.2"), "source", "dhcp")))
                        .design()),
                accepts("two halves of a subnet",
                        address(address(standAlone(), "HV1/A", "10.10.1.1", 25), "HV1/B", "10.10.1.129", 25).design()),
                accepts("the same subnet at two NICs of a 2016 cluster",
                        address(twins(), "HV1/B", "10.10.1.11", 24).set("HV1", "osVersion", "2016").design()),
                accepts("IPv6 link-local addresses",
                        twins().set("HV1/A", "ip.addresses",
                                List.of(Sketch.part(IpAssignment.class, "address", IpAddress.parse("fe80::1"),
                                        "prefixLength", 64)))
                                .set("HV1/B", "ip.addresses",
                                        List.of(Sketch.part(IpAssignment.class, "address", IpAddress.parse("fe80::2"),
                                                "prefixLength", 10)))
                                .design()),
                accepts("overlapping networks of different address spaces",
                        twins().set("A", "prefix", "10.10.0.0/16").set("A", "addressSpaceId", "island").design()),
                accepts("the two ends of a /31", address(standAlone(), "HV1/A", "10.0.0.0", 31).design()),
                cannotTell("a subnet is not known", twins().set("A", "prefix", Attribute.unknown()).design(),
                        "Cannot evaluate: needs prefix of A."),
                cannotTell("where an address comes from is not known",
                        twins().set("HV2/A", "ip.addresses",
                                List.of(Sketch.part(IpAssignment.class, "address", IpAddress.parse("10.10.1.2"),
                                        "source",
                                        Attribute.unknown())))
                                .design(),
                        "Cannot evaluate: needs ip.addresses.source of HV2/A."));
    }
}
