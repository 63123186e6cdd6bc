package io.plumbline.check.cabling;

import static io.plumbline.check.RuleContract.accepts;
import static io.plumbline.check.RuleContract.cannotTell;
import static io.plumbline.check.RuleContract.flags;

import io.plumbline.Sketch;
import io.plumbline.check.Rule;
import io.plumbline.check.RuleContract;
import io.plumbline.model.Attribute;
import java.util.List;

class UnlikeLagMembersTest implements RuleContract {

    private static Sketch lag() {
        return Sketch.empty("LAG").vlan(10).device("S1").ports("S1", 4).lag("Po1", "S1/1", "S1/2");
    }

    /// The settings stand at the members.
    private static Sketch members(String first, String second) {
        return lag().trunk("S1/1", first).trunk("S1/2", second);
    }

    private static final String CONFIGURE = ". Configure the LAG, not its members.";

    @Override
    public Rule rule() {
        return new UnlikeLagMembers();
    }

    @Override
    public List<Case> cases() {
        return List.of(
                flags("a VLAN is missing on one member", members("10,20", "10").design(),
                        "error: Member ports of Po1 of S1 are not configured alike: VLANs 10,20 at port 1 of S1 and 10 at "
                                + "port 2 of S1" + CONFIGURE),
                flags("one member overrides the LAG",
                        lag().trunk("Po1", "10,20").set("S1/2", "mtu", 9216).set("S1/2", "nativeVlan", 99).design(),
                        "error: Member ports of Po1 of S1 are not configured alike: native VLAN 1 at port 1 of S1 and 99 "
                                + "at port 2 of S1 and MTU as it comes at port 1 of S1 and 9216 at port 2 of S1"
                                + CONFIGURE),
                flags("a trunk and an access port", lag().trunk("S1/1", "10").set("S1/2", "accessVlan", 10).design(),
                        "error: Member ports of Po1 of S1 are not configured alike: mode Trunk at port 1 of S1 and Access "
                                + "at port 2 of S1" + CONFIGURE),
                flags("speed and duplex", lag().set("S1/1", "speedMbps", 10000).set("S1/2", "speedMbps", 1000)
                        .set("S1/2", "duplex", "half").design(),
                        "error: Member ports of Po1 of S1 are not configured alike: speed 10 Gbps at port 1 of S1 and "
                                + "1 Gbps at port 2 of S1 and duplex Full at port 1 of S1 and Half at port 2 of S1"
                                + CONFIGURE),
                flags("access VLAN and edge",
                        lag().set("S1/1", "accessVlan", 10).set("S1/2", "accessVlan", 20).set("S1/1", "stpEdge", true)
                                .design(),
                        "error: Member ports of Po1 of S1 are not configured alike: access VLAN 10 at port 1 of S1 and "
                                + "20 at port 2 of S1 and spanning-tree edge on at port 1 of S1 and off at port 2 of S1"
                                + CONFIGURE),
                flags("port security at one member", lag().set("S1/1", "portSecurity.enabled", true).design(),
                        "error: Member ports of Po1 of S1 are not configured alike: port security on at port 1 of S1 and "
                                + "off at port 2 of S1" + CONFIGURE),
                flags("static entries at a member",
                        lag().staticMac("S1", 10, "00-15-5D-01-02-03", "S1/1", "S1/4")
                                .staticGroup("S1", 10, "239.1.2.3", "S1/1").design(),
                        "error: Member ports of Po1 of S1 are not configured alike: the static MAC entry "
                                + "00-15-5D-01-02-03 and static group 239.1.2.3 stand at port 1 of S1 alone. "
                                + "Enter Po1 of S1 in its place."),
                accepts("everything inherited", lag().trunk("Po1", "10,20").set("Po1", "mtu", 9216).design()),
                accepts("members alike, nothing said about the LAG", members("10,20", "20,10").design()),
                accepts("nothing said at all", lag().design()),
                accepts("speed stated at one member only", lag().set("S1/1", "speedMbps", 10000).design()),
                accepts("the odd member is down",
                        members("10,20", "10").set("S1/2", "adminUp", false).design()),
                accepts("names and security alike",
                        lag().set("S1/1", "name", "te1/0/1").set("S1/1", "dot1x", true).set("S1/2", "dot1x", true)
                                .design()),
                accepts("native VLANs of access ports differ", lag().set("S1/1", "nativeVlan", 99).design()),
                accepts("an entry for NLB at a member",
                        lag().staticMac("S1", 10, "03-BF-AC-1F-03-E8", "S1/1")
                                .staticGroup("S1", 10, "239.255.3.232", "S1/1").design()),
                accepts("a static entry at the LAG", lag().staticMac("S1", 10, "00-15-5D-01-02-03", "Po1").design()),
                cannotTell("the VLANs of a member are not known",
                        members("10,20", "10,20").set("S1/2", "allowedVlans", Attribute.unknown()).design(),
                        "Cannot evaluate: needs allowedVlans of port 2 of S1."),
                cannotTell("the VLANs of both are not known",
                        members("10,20", "10,20").set("S1/1", "allowedVlans", Attribute.unknown())
                                .set("S1/2", "allowedVlans", Attribute.unknown()).design(),
                        "Cannot evaluate: needs allowedVlans of port 1 of S1.",
                        "Cannot evaluate: needs allowedVlans of port 2 of S1."));
    }
}
