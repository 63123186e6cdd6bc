package io.plumbline.topology;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.plumbline.Sketch;
import io.plumbline.model.Attribute;
import io.plumbline.model.Id;
import io.plumbline.model.Team;
import io.plumbline.model.VirtualNic;
import io.plumbline.model.VirtualSwitch;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UplinksTest {

    private static final Sketch HOST = Sketch.empty("Host").host("H1", "2019").nic("H1", "NIC1").nic("H1", "NIC2")
            .device("S1").ports("S1", 3).cable("H1/NIC1", "S1/1").cable("H1/NIC2", "S1/2");

    private static Topology with(Sketch sketch) {
        return Topology.of(sketch.design());
    }

    private static VirtualSwitch vSwitch(Topology topology) {
        return topology.element(new Id("H1/vSwitch1"), VirtualSwitch.class);
    }

    private static String seen(Sketch sketch) {
        Topology topology = with(sketch);
        Uplinks uplinks = topology.uplinks();
        return uplinks.kind(vSwitch(topology)).find().orElseThrow() + " "
                + uplinks.hostPorts(vSwitch(topology)).find().orElseThrow();
    }

    @Test
    void hostPortsAreThoseOfTheNicOrOfAllTeamMembers() {
        assertEquals("PHYSICAL_NIC [S1/1]", seen(HOST.vSwitch("H1", "vSwitch1", "H1/NIC1")));
        assertEquals("LBFO [S1/1, S1/2]", seen(HOST.lbfo("H1", "T", "switchIndependent", "NIC1", "NIC2")
                .vSwitch("H1", "vSwitch1", "H1/T/T")));
        assertEquals("SET [S1/1, S1/2]",
                seen(HOST.embedded("H1", "T", "NIC1", "NIC2").vSwitch("H1", "vSwitch1", "H1/T")));
        assertEquals("LBFO [Po1]", seen(HOST.lbfo("H1", "T", "lacp", "NIC1", "NIC2")
                .vSwitch("H1", "vSwitch1", "H1/T/T").lag("Po1", "S1/1", "S1/2")));
    }

    @Test
    void aNicWithoutCableHasNoPort() {
        assertEquals("LBFO [S1/1]", seen(HOST.without("H1/NIC2-S1/2").lbfo("H1", "T", "lacp", "NIC1", "NIC2")
                .vSwitch("H1", "vSwitch1", "H1/T/T")));
    }

    @Test
    void aSwitchBoundToNothingIsNotTheSameAsOneOfWhichNobodyKnows() {
        assertEquals("NONE []", seen(HOST.vSwitch("H1", "vSwitch1", "H1/NIC1").set("H1/vSwitch1", "uplink",
                Attribute.unset())));
        Topology unknown = with(HOST.vSwitch("H1", "vSwitch1", "H1/NIC1").set("H1/vSwitch1", "uplink",
                Attribute.unknown()));
        assertEquals(Answer.needs(new Id("H1/vSwitch1"), "uplink"), unknown.uplinks().hostPorts(vSwitch(unknown)));
    }

    @ParameterizedTest
    @CsvSource({"set,switchIndependent,dynamic,SUM", "set,switchIndependent,hyperVPort,SUM",
            "lbfo,switchIndependent,hyperVPort,SUM", "lbfo,switchIndependent,dynamic,SUM",
            "lbfo,switchIndependent,transportPorts,MIN", "lbfo,switchIndependent,macAddresses,MIN",
            "lbfo,lacp,hyperVPort,MIN", "lbfo,lacp,dynamic,MIN", "lbfo,static,transportPorts,MIN"})
    void queuesAddUpOnlyWhereEveryVmHasItsMember(String technology, String mode, String algorithm, QueueMode expected) {
        Topology topology = with(HOST.embedded("H1", "T", "NIC1", "NIC2").set("H1/T", "technology", technology)
                .set("H1/T", "teamingMode", mode).set("H1/T", "lbAlgorithm", algorithm));
        assertEquals(Answer.sure(expected), topology.uplinks().queueMode(topology.element(new Id("H1/T"), Team.class)));
    }

    @Test
    void aVmFindsItsVirtualSwitchByNameOnEveryHost() {
        Sketch sketch = HOST.vSwitch("H1", "vSwitch1", "H1/NIC1").host("H2", "2019").nic("H2", "NIC1")
                .vSwitch("H2", "vSwitch1", "H2/NIC1").host("H3", "2019").vm("V1", "H1")
                .vNic("V1", "LAN", "H1/vSwitch1");
        Topology topology = with(sketch);
        VirtualNic nic = topology.element(new Id("V1/LAN"), VirtualNic.class);
        assertEquals("H1/vSwitch1", found(topology.uplinks().virtualSwitch(nic)));
        assertEquals("H2/vSwitch1", found(topology.uplinks().virtualSwitch(nic, new Id("H2"))));
        assertEquals("", found(topology.uplinks().virtualSwitch(nic, new Id("H3"))));
        Topology named = with(sketch.set("V1/LAN", "vSwitch", "vSwitch1"));
        VirtualNic byName = named.element(new Id("V1/LAN"), VirtualNic.class);
        assertEquals("H2/vSwitch1", found(named.uplinks().virtualSwitch(byName, new Id("H2"))));
    }

    private static String found(Answer<Optional<VirtualSwitch>> answer) {
        return answer.find().orElseThrow().map(each -> each.id().text()).orElse("");
    }

    @Test
    void aStandbyMemberIsNoActiveNic() {
        Topology topology =
                with(HOST.lbfo("H1", "T", "switchIndependent", "NIC1", "NIC2").standby("H1/T", "H1/NIC2"));
        Team team = topology.element(new Id("H1/T"), Team.class);
        assertEquals(List.of("NIC1"),
                topology.uplinks().activeNics(team).find().orElseThrow().stream().map(nic -> nic.name()).toList());
        assertEquals(2, topology.uplinks().nics(team).size());
    }
}
