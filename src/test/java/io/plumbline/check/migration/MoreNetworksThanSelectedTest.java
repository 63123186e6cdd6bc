package io.plumbline.check.migration;

import io.plumbline.Sketch;
import io.plumbline.check.Rule;
import io.plumbline.check.RuleContract;
import io.plumbline.model.Attribute;
import io.plumbline.model.Id;
import io.plumbline.model.TeamInterface;
import java.util.List;
import java.util.stream.Stream;

class MoreNetworksThanSelectedTest implements RuleContract {

    /// Twins over SMB, these networks selected; HV1 on these networks, HV2 on any.
    static Sketch test(String nics, String... selected) {
        return Sketch.twins(nics).set("HV1", "lm.option", "smb").set("HV2", "lm.option", "smb")
                .set("HV1", "lm.anyNetwork", false).set("HV2", "lm.anyNetwork", true)
                .set("HVC1", "lmNetworks", Stream.of(selected).map(Id::new).toList());
    }

    /// Two more nodes with the same twins.
    static Sketch four(Sketch sketch) {
        Sketch more = sketch.ports("SW-A", 4).ports("SW-B", 4);
        for (int i = 3; i <= 4; i++) {
            String host = "HV" + i;
            more = more.node(host, "2012R2").set(host, "lm.option", "smb").nic(host, "A").nic(host, "B")
                    .rdma(host + "/A").rdma(host + "/B").address(host + "/A", "10.10.1." + i)
                    .address(host + "/B", "10.10.2." + i).cable(host + "/A", "SW-A/" + i)
                    .cable(host + "/B", "SW-B/" + i);
        }
        return more;
    }

    /// One LBFO team of both NICs, with a team interface for each network.
    private static Sketch teamed() {
        Sketch sketch = test("slower", "A").set("HV1/B", "linkSpeedMbps", 10000).set("HV2/B", "linkSpeedMbps", 10000);
        for (int i = 1; i <= 2; i++) {
            String host = "HV" + i;
            sketch = sketch.set(host + "/A", "ip.addresses", Attribute.unset())
                    .set(host + "/B", "ip.addresses", Attribute.unset()).lbfo(host, "T", "switchIndependent", "A", "B")
                    .address(host + "/T/T", "10.10.1." + i)
                    .with(TeamInterface.of(new Id(host + "/T/T2"), "T2", new Id(host + "/T")))
                    .set(host + "/T/T2", "vlanId", 102).address(host + "/T/T2", "10.10.2." + i);
        }
        return sketch;
    }

    @Override
    public Rule rule() {
        return new MoreNetworksThanSelected();
    }

    @Override
    public List<Case> cases() {
        return List.of(
                RuleContract.flags("the report's test: one network selected, one host on any",
                        test("equal", "A").design(),
                        "warning: HVC1 selects A for live migration, but live migrations between HV1 and HV2, in "
                                + "both directions, will use A and B: HV2 accepts any network, and SMB Multichannel takes "
                                + "every NIC pair that is as capable (HV1/A, HV2/A, HV1/B and HV2/B). Select both "
                                + "networks, or set HV2 to these IP addresses."),
                RuleContract.flags("the other network selected, both on any",
                        test("equal", "B").set("HV1", "lm.anyNetwork", true).design(),
                        "warning: HVC1 selects B for live migration, but live migrations between HV1 and HV2, in "
                                + "both directions, will use B and A: HV1 and HV2 accept any network, and SMB Multichannel "
                                + "takes every NIC pair that is as capable (HV1/B, HV2/B, HV1/A and HV2/A). Select both "
                                + "networks, or set HV1 and HV2 to these IP addresses."),
                RuleContract.flags("the selected NIC is the lesser one: the data leaves through the other alone",
                        test("slower", "B").design(),
                        "warning: HVC1 selects B for live migration, but live migrations between HV1 and HV2, in "
                                + "both directions, will use A instead: HV2 accepts any network, and SMB Multichannel "
                                + "takes the best NIC pairs, selected or not (HV1/A and HV2/A). Set HV2 to these IP "
                                + "addresses, or select A."),
                RuleContract.flags("a driver that hides RSS sends everything over the slow NIC",
                        test("trap", "A").design(),
                        "warning: HVC1 selects A for live migration, but live migrations between HV1 and HV2, in "
                                + "both directions, will use B instead: HV2 accepts any network, and SMB Multichannel "
                                + "takes the best NIC pairs, selected or not (HV1/B and HV2/B). Set HV2 to these IP "
                                + "addresses, or select B."),
                RuleContract.flags("one of four nodes is on any: all migrations from and to it",
                        four(test("equal", "A")).design(),
                        "warning: HVC1 selects A for live migration, but live migrations from and to HV2 will "
                                + "use A and B: HV2 accepts any network, and SMB Multichannel takes every NIC pair that is "
                                + "as capable (HV1/A, HV2/A, HV3/A, HV4/A, HV1/B, HV2/B and 2 more). Select both networks, "
                                + "or set HV2 to these IP addresses."),
                RuleContract.flags("all four nodes are on any",
                        four(test("equal", "A")).set("HV1", "lm.anyNetwork", true)
                                .set("HV3", "lm.anyNetwork", true).set("HV4", "lm.anyNetwork", true).design(),
                        "warning: HVC1 selects A for live migration, but live migrations between any two of HV1, "
                                + "HV2, HV3 and HV4 will use A and B: HV1, HV2, HV3 and HV4 accept any network, and SMB "
                                + "Multichannel takes every NIC pair that is as capable (HV1/A, HV2/A, HV3/A, HV4/A, "
                                + "HV1/B, HV2/B and 2 more). Select both networks, or set HV1, HV2, HV3 and HV4 to these "
                                + "IP addresses."),
                RuleContract.flags("only one of the two sends over SMB: one direction",
                        test("equal", "A").set("HV2", "lm.option", "compression").design(),
                        "warning: HVC1 selects A for live migration, but live migrations from HV1 to HV2 will "
                                + "use A and B: HV2 accepts any network, and SMB Multichannel takes every NIC pair that is "
                                + "as capable (HV1/A, HV2/A, HV1/B and HV2/B). Select both networks, or set HV2 to these "
                                + "IP addresses."),
                RuleContract.flags("two hosts prove it, whatever the third is",
                        four(test("equal", "A")).set("HV3", "lm.anyNetwork", Attribute.unknown()).design(),
                        "warning: HVC1 selects A for live migration, but live migrations from and to HV2 will "
                                + "use A and B: HV2 accepts any network, and SMB Multichannel takes every NIC pair that is "
                                + "as capable (HV1/A, HV2/A, HV3/A, HV4/A, HV1/B, HV2/B and 2 more). Select both networks, "
                                + "or set HV2 to these IP addresses."),
                RuleContract.accepts("both networks selected: two NICs are the intention",
                        test("equal", "A", "B").design()),
                RuleContract.accepts("both hosts on these networks",
                        test("equal", "A").set("HV2", "lm.anyNetwork", false).design()),
                RuleContract.accepts("TCP/IP", test("equal", "A").set("HV1", "lm.option", "tcpip")
                        .set("HV2", "lm.option", "tcpip").design()),
                RuleContract.accepts("compression, the default of 2012 R2", test("equal", "A")
                        .set("HV1", "lm.option", Attribute.unset()).set("HV2", "lm.option", Attribute.unset())
                        .design()),
                RuleContract.accepts("the selected NIC is the better one, S19", test("slower", "A").design()),
                RuleContract.accepts("the selected NIC has RDMA, the other has not, S22", test("noRDMA", "A").design()),
                RuleContract.accepts("the other NIC has no RSS, S25", test("noRSS", "A").design()),
                RuleContract.accepts("two interfaces of one LBFO team", teamed().design()),
                RuleContract.accepts("no selection is stored, so nothing is left out",
                        test("equal", "A").set("HVC1", "lmNetworks", Attribute.unset()).design()),
                RuleContract.accepts("every network is excluded: nothing migrates",
                        test("equal").design()),
                RuleContract.accepts("a setting that nobody knows, where the selected NIC is the better one anyway",
                        test("slower", "A").set("HV2", "lm.anyNetwork", Attribute.unknown()).design()),
                RuleContract.cannotTell("the setting of one host is not known",
                        test("equal", "A").set("HV2", "lm.anyNetwork", Attribute.unknown()).design(),
                        "Cannot evaluate: needs lm.anyNetwork of HV2."),
                RuleContract.cannotTell("the option is not known",
                        test("equal", "A").set("HV1", "lm.option", Attribute.unknown())
                                .set("HV2", "lm.option", Attribute.unknown()).design(),
                        "Cannot evaluate: needs lm.option of HV1.",
                        "Cannot evaluate: needs lm.option of HV2."),
                RuleContract.cannotTell("the selection is not known",
                        test("equal", "A").set("HVC1", "lmNetworks", Attribute.unknown()).design(),
                        "Cannot evaluate: needs lmNetworks of HVC1."),
                RuleContract.cannotTell("the speed of the second NIC is not known",
                        test("equal", "A").set("HV2/B", "linkSpeedMbps", Attribute.unknown()).design(),
                        "Cannot evaluate: needs linkSpeedMbps of HV2/B."));
    }
}
