package io.plumbline.check.switching;

import static io.plumbline.check.RuleContract.accepts;
import static io.plumbline.check.RuleContract.cannotTell;
import static io.plumbline.check.RuleContract.flags;

import io.plumbline.Sketch;
import io.plumbline.check.Rule;
import io.plumbline.check.RuleContract;
import io.plumbline.model.Attribute;
import io.plumbline.model.NlbNode;
import io.plumbline.model.StaticMulticastGroup;
import java.util.List;

class PartialStaticMulticastEntryTest implements RuleContract {

    private static final String IGMP = "239.255.3.232";
    private static final String GROUP = "error: The static multicast group 01-00-5E-7F-03-E8 of S in VLAN 10 for WEB ";
    private static final String ENTRY = "error: The static MAC entry 03-BF-AC-1F-03-E8 of S in VLAN 10 for WEB ";
    private static final String HOST_C =
            "lists ports 1 and 2 of S but not port 3 of S (HostC): a node on HostC gets no "
                    + "frame from here. Add port 3 of S.";

    private static Sketch igmp(String... ports) {
        return Sketch.oneSwitch("igmpMulticast").staticGroup("S", 10, IGMP, ports);
    }

    private static Sketch multicast(String... ports) {
        return Sketch.oneSwitch("multicast").staticMac("S", 10, "03-BF-AC-1F-03-E8", ports);
    }

    /// Both switches of RT2 with these ports in their static groups.
    private static Sketch two(List<String> first, List<String> second) {
        return Sketch.twoSwitches("igmpMulticast").staticGroup("S1", 10, IGMP, first.toArray(String[]::new))
                .staticGroup("S2", 10, IGMP, second.toArray(String[]::new));
    }

    /// The base example with these ports in the static group of the stack.
    private static Sketch stack(String... ports) {
        return Sketch.b0().set("Stack", "staticMcastGroups", List.of()).staticGroup("Stack", 10, IGMP, ports);
    }

    private static final List<String> S1 = List.of("S1/1", "S1/2", "S1/3", "S1/5");
    private static final List<String> S2 = List.of("S2/1", "S2/2", "S2/3", "S2/5");

    @Override
    public Rule rule() {
        return new PartialStaticMulticastEntry();
    }

    @Override
    public List<Case> cases() {
        return List.of(
                flags("a possible host without a node today is left out (I7)", igmp("S/1", "S/2").design(),
                        GROUP + HOST_C),
                flags("a static MAC entry in multicast mode", multicast("S/1", "S/2").design(), ENTRY + HOST_C),
                flags("a static MAC entry in IGMP multicast mode",
                        Sketch.oneSwitch("igmpMulticast").staticMac("S", 10, "0100.5e7f.03e8", "S/1", "S/2").design(),
                        ENTRY.replace("03-BF-AC-1F-03-E8", "01-00-5E-7F-03-E8") + HOST_C),
                flags("two hosts are left out", igmp("S/1").design(),
                        GROUP + "lists port 1 of S but not port 2 of S (HostB) and port 3 of S (HostC): nodes on HostB "
                                + "and HostC get no frame from here. Add ports 2 and 3 of S."),
                flags("an entry without ports", igmp().design(),
                        GROUP + "lists no port and lacks port 1 of S (HostA), port 2 of S (HostB) and port 3 of S "
                                + "(HostC): nodes on HostA, HostB and HostC get no frame from here. "
                                + "Add ports 1, 2 and 3 of S."),
                flags("one LAG is left out", stack("Po1").design(),
                        "error: The static multicast group 01-00-5E-7F-03-E8 of Stack in VLAN 10 for WEB lists Po1 of "
                                + "Stack but not Po2 of Stack (H2): a node on H2 gets no frame from here. "
                                + "Add Po2 of Stack."),
                flags("a member in place of its LAG", stack("Po1", "S1/2").design(),
                        "error: The static multicast group 01-00-5E-7F-03-E8 of Stack in VLAN 10 for WEB lists port 2 of "
                                + "S1 and Po1 of Stack, and port 2 of S1 is only a member of Po2 of Stack: a node on H2 "
                                + "gets no frame from here. Enter Po2 of Stack in place of port 2 of S1."),
                flags("a member of a LAG that leads elsewhere",
                        Sketch.b0().ports("S1", 5).lag("Po9", "S1/4", "S1/5")
                                .set("Stack", "staticMcastGroups", List.of())
                                .staticGroup("Stack", 10, IGMP, "Po1", "Po2", "S1/4").design(),
                        "error: The static multicast group 01-00-5E-7F-03-E8 of Stack in VLAN 10 for WEB lists port 4 of "
                                + "S1, Po1 of Stack and Po2 of Stack, and port 4 of S1 is only a member of Po9 of "
                                + "Stack: a frame to the member is no frame to the LAG. "
                                + "Enter Po9 of Stack in place of port 4 of S1."),
                flags("the trunk to the second switch is left out",
                        two(List.of("S1/1", "S1/2", "S1/3"), S2).design(),
                        "error: The static multicast group 01-00-5E-7F-03-E8 of S1 in VLAN 10 for WEB lists ports 1, 2 "
                                + "and 3 of S1 but not port 5 of S1 (towards S2): every node behind S2 gets no frame "
                                + "from here. Add port 5 of S1."),
                flags("both switches leave something out",
                        two(List.of("S1/1", "S1/2", "S1/5"), List.of("S2/1", "S2/2")).design(),
                        "error: The static multicast group 01-00-5E-7F-03-E8 of S1 in VLAN 10 for WEB lists ports 1, 2 "
                                + "and 5 of S1 but not port 3 of S1 (HostC): a node on HostC gets no frame from here. "
                                + "Add port 3 of S1.",
                        "error: The static multicast group 01-00-5E-7F-03-E8 of S2 in VLAN 10 for WEB lists ports 1 and "
                                + "2 of S2 but not port 3 of S2 (HostC) and port 5 of S2 (towards S1): a node on HostC "
                                + "and every node behind S1 get no frame from here. Add ports 3 and 5 of S2."),
                flags("the entry of the report: a wrong MAC for this cluster, on one port",
                        Sketch.oneSwitch("multicast").staticMac("S", 10, "03bf.bc1f.0364", "S/1").design(),
                        "error: The static MAC entry 03-BF-BC-1F-03-64 of S in VLAN 10 for WEB lists port 1 of S but not "
                                + "port 2 of S (HostB) and port 3 of S (HostC): nodes on HostB and HostC get no frame "
                                + "from here. Add ports 2 and 3 of S."),
                flags("learned ports are merged, but snooping is off",
                        igmp("S/1", "S/2").set("S", "staticMergesDynamic", true)
                                .set("S", "igmpSnooping.default", false).design(),
                        GROUP + HOST_C),
                flags("in multicast mode nothing is learned that could be merged",
                        multicast("S/1", "S/2").set("S", "staticMergesDynamic", true).design(), ENTRY + HOST_C),
                flags("a MAC entry steers also where groups are looked up by IP",
                        multicast("S/1", "S/2").set("S", "mcastLookup", "ip").design(), ENTRY + HOST_C),
                accepts("all hypervisor ports, the empty host included (I6, M2)", igmp("S/1", "S/2", "S/3").design()),
                accepts("all hypervisor ports in multicast mode", multicast("S/1", "S/2", "S/3").design()),
                accepts("two entries that cover all ports together",
                        igmp("S/1", "S/2").staticGroup("S", 10, IGMP, "S/3").design()),
                accepts("more ports than needed", igmp("S/1", "S/2", "S/3", "S/4").design()),
                accepts("a host where no node may run", igmp("S/1", "S/2")
                        .set("N1", "possibleOwners", List.of("HostA", "HostB"))
                        .set("N2", "possibleOwners", List.of("HostA", "HostB")).design()),
                accepts("physical servers do not move",
                        Sketch.oneSwitch("igmpMulticast").without("HostA/vSwitch1")
                                .set("HostA/NIC1", "vlanId", 10)
                                .set("WEB", "nodes", List.of(Sketch.part(NlbNode.class, "member", "HostA/NIC1")))
                                .staticGroup("S", 10, IGMP, "S/1").design()),
                accepts("both switches with all ports and the trunk", two(S1, S2).design()),
                accepts("no entry at all is no partial one", Sketch.oneSwitch("igmpMulticast").design()),
                accepts("an entry in another VLAN", Sketch.oneSwitch("igmpMulticast").staticGroup("S", 20, IGMP, "S/1")
                        .design()),
                accepts("a platform that merges what it learns",
                        igmp("S/1", "S/2").set("S", "staticMergesDynamic", true).design()),
                accepts("a group on a switch that looks up by IP",
                        igmp("S/1", "S/2").set("S", "mcastLookup", "ip").design()),
                accepts("flooded anyway: bridge multicast filtering is off",
                        igmp("S/1", "S/2").set("S", "bridgeMulticastFiltering", false).design()),
                accepts("flooded anyway, in multicast mode",
                        multicast("S/1", "S/2").set("S", "bridgeMulticastFiltering", false).design()),
                accepts("unicast entries are SW007",
                        Sketch.oneSwitch("unicast").staticMac("S", 10, "02-BF-AC-1F-03-E8", "S/1").design()),
                cannotTell("the ports of the entry are not known",
                        Sketch.oneSwitch("igmpMulticast").set("S", "staticMcastGroups", List.of(Sketch.part(
                                StaticMulticastGroup.class, "group", IGMP, "vlan", "VLAN10", "ports",
                                Attribute.unknown()))).design(),
                        "Cannot evaluate: needs staticMcastGroups.ports of S."),
                cannotTell("nobody knows whether it merges what it learns",
                        igmp("S/1", "S/2").set("S", "staticMergesDynamic", Attribute.unknown()).design(),
                        "Cannot evaluate: needs staticMergesDynamic of S."),
                cannotTell("covered as far as known, but a node may run elsewhere",
                        igmp("S/1", "S/2", "S/3").set("N1", "possibleOwners", Attribute.unknown()).design(),
                        "Cannot evaluate: needs possibleOwners of N1."),
                cannotTell("the mode is not known", igmp("S/1").set("WEB", "mode", Attribute.unknown()).design(),
                        "Cannot evaluate: needs mode of WEB."));
    }
}
