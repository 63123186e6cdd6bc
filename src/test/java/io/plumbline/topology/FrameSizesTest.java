package io.plumbline.topology;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.plumbline.Sketch;
import io.plumbline.model.Attribute;
import io.plumbline.model.Element;
import io.plumbline.model.Id;
import io.plumbline.model.MtuAccounting;
import io.plumbline.model.PhysicalNic;
import io.plumbline.model.SwitchModel;
import io.plumbline.model.SwitchPort;
import io.plumbline.model.VirtualNic;
import io.plumbline.model.VlanId;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FrameSizesTest {

    private static final VlanId VLAN = new VlanId(101);
    private static final Id PORT = new Id("S1/1");

    private static Sketch on(SwitchModel model) {
        return Sketch.empty("Frames").with(model).device("S1").ports("S1", 2).set("S1", "model", model.id())
                .trunk("S1/1", "101").trunk("S1/2", "101");
    }

    private static Answer<Capacity> hopIp(Sketch sketch, String port, boolean tagged) {
        return Topology.of(sketch.design()).frames()
                .hopIp(new Hop(new Id(port), new Id("S1"), VLAN, tagged, Hop.Place.EDGE));
    }

    private static Answer<Capacity> hopIp(Sketch sketch) {
        return hopIp(sketch, "S1/1", true);
    }

    private static Answer<Capacity> bytes(int ip) {
        return Answer.sure(new Capacity(ip, ip));
    }

    // Counting

    @ParameterizedTest
    @CsvSource({
            // PREDICTIONS 6.1: the nine thousand frame, and what 9216 lets through
            "PAYLOAD,9000,false,9000,9000", "PAYLOAD,9000,true,9000,9000", "PAYLOAD,9216,true,9216,9216",
            "FRAME_FCS,9018,false,9000,9000", "FRAME_FCS,9022,true,9000,9000", "FRAME_FCS,9216,false,9198,9198",
            "FRAME_FCS,9216,true,9194,9194", "FRAME_FCS,1554,false,1536,1536", "FRAME_FCS,12000,true,11978,11978",
            "FRAME_NOFCS,9014,false,9000,9000", "FRAME_NOFCS,9018,true,9000,9000",
            "FRAME_NOFCS,9216,false,9202,9202", "FRAME_NOFCS,9216,true,9198,9198",
            // the tag comes on top at the default only
            "FRAME_FCS_TAG_EXTRA,1518,false,1500,1500", "FRAME_FCS_TAG_EXTRA,1518,true,1500,1500",
            "FRAME_FCS_TAG_EXTRA,9216,false,9198,9198", "FRAME_FCS_TAG_EXTRA,9216,true,9194,9194",
            // not documented: sure as the strictest reading, perhaps as the loosest
            "UNKNOWN,9216,true,9194,9216", "UNKNOWN,9216,false,9194,9216", "FRAME_FCS,10,true,0,0"})
    void everyFamilyCountsItsOwnWay(MtuAccounting accounting, int value, boolean tagged, int sure, int atMost) {
        assertEquals(new Capacity(sure, atMost), FrameSizes.capacity(accounting, value, tagged));
    }

    @Test
    void whatPassesOnlyInTheLooseReadingIsMarginal() {
        Capacity capacity = FrameSizes.capacity(MtuAccounting.UNKNOWN, 9018, true);
        assertEquals(Capacity.Passage.PASSES, capacity.passage(8996));
        assertEquals(Capacity.Passage.MARGINAL, capacity.passage(8997));
        assertEquals(Capacity.Passage.MARGINAL, capacity.passage(9018));
        assertEquals(Capacity.Passage.FAILS, capacity.passage(9019));
    }

    @Test
    void aFrameOnTheWireHasHeaderChecksumAndTag() {
        assertEquals(1518, FrameSizes.wire(1500, false));
        assertEquals(9022, FrameSizes.wire(9000, true));
        assertEquals(8972, FrameSizes.pingMax(9000));
    }

    @Test
    void onlyAHopSmallerThanBothEndsMakesABlackHole() {
        assertEquals(true, FrameSizes.tcpFits(9000, 1500, 1500));
        assertEquals(true, FrameSizes.tcpFits(9000, 9000, 9000));
        assertEquals(false, FrameSizes.tcpFits(9600, 9600, 9194));
    }

    // Adapters

    @Test
    void jumboPacketCountsTheHeaderUnlessTheDriverCountsPayload() {
        Sketch sketch = Sketch.empty("NIC").host("H1", "2019").nic("H1", "NIC1");
        assertEquals(Answer.sure(1500), own(sketch));
        assertEquals(Answer.sure(9600), own(sketch.set("H1/NIC1", "jumboPacket", 9614)));
        Sketch payload = sketch.with(Sketch.PAYLOAD_NIC).set("H1/NIC1", "model", "payload-nic");
        assertEquals(Answer.sure(1500), own(payload));
        assertEquals(Answer.sure(9000), own(payload.set("H1/NIC1", "jumboPacket", 9000)));
        assertEquals(Answer.sure(8000),
                own(sketch.set("H1/NIC1", "jumboPacket", 9014).set("H1/NIC1", "ip.nlMtuBytes", 8000)));
        assertEquals(Answer.sure(9000),
                own(sketch.set("H1/NIC1", "jumboPacket", 9014).set("H1/NIC1", "ip.nlMtuBytes", 9500)));
        assertEquals(Answer.needs(new Id("H1/NIC1"), "jumboPacket"),
                own(sketch.set("H1/NIC1", "jumboPacket", Attribute.unknown())));
    }

    private static Answer<Integer> own(Sketch sketch) {
        Topology topology = Topology.of(sketch.design());
        return topology.frames().ownIpMtu(topology.element(new Id("H1/NIC1"), PhysicalNic.class));
    }

    @Test
    void anEndpointSendsWhatItAndAllNicsUnderItCanSend() {
        Sketch set = Sketch.setMigration().set("HV1/vA", "jumboPacket", 9014).set("HV1/A", "jumboPacket", 9014);
        assertEquals(new IpMtu(9000, new Id("HV1/vA")), ipMtu(set, "HV1/vA"));
        assertEquals(new IpMtu(1500, new Id("HV1/A")),
                ipMtu(set.set("HV1/A", "jumboPacket", Attribute.unset()), "HV1/vA"));
        // Mapped to A, the adapter never meets B; without a mapping it does.
        assertEquals(new IpMtu(1500, new Id("HV1/B")),
                ipMtu(set.set("HV1/vA", "mappedNic", Attribute.unset()), "HV1/vA"));
        Sketch team = Sketch.lbfoMigration().set("HV1/A", "jumboPacket", 9014);
        assertEquals(new IpMtu(1500, new Id("HV1/B")), ipMtu(team, "HV1/T/T"));
    }

    private static IpMtu ipMtu(Sketch sketch, String id) {
        Topology topology = Topology.of(sketch.design());
        return topology.frames().ipMtu(topology.endpoints().find(new Id(id)).orElseThrow()).find().orElseThrow();
    }

    @Test
    void theAdapterOfAVmHasItsOwnValue() {
        Sketch sketch = Sketch.b0().set("N1/NLB", "jumboPacket", 9014);
        Topology topology = Topology.of(sketch.design());
        assertEquals(Answer.sure(9000),
                topology.frames().ownIpMtu(topology.element(new Id("N1/NLB"), VirtualNic.class)));
    }

    // Where the number stands

    @Test
    void aPortHasItsOwnNumberElseThatOfItsLagElseTheDefaultOfTheModel() {
        Sketch sketch = on(Sketch.PC8132).lag("Po1", "S1/1", "S1/2");
        assertEquals(bytes(1500), hopIp(sketch));
        assertEquals(bytes(9194), hopIp(sketch.set("Po1", "mtu", 9216)));
        assertEquals(bytes(1500), hopIp(sketch.set("Po1", "mtu", 9216).set("S1/1", "mtu", 1518)));
        assertEquals(PortMtu.Origin.DEFAULT, origin(sketch));
        assertEquals(PortMtu.Origin.LAG, origin(sketch.set("Po1", "mtu", 9216)));
        assertEquals(PortMtu.Origin.PORT, origin(sketch.set("S1/1", "mtu", 9216)));
        assertEquals(PortMtu.Origin.SYSTEM, origin(sketch.set("S1", "systemMtu", 9216)));
        assertEquals(Answer.needs(PORT, "mtu"), hopIp(sketch.set("S1/1", "mtu", Attribute.unknown())));
    }

    private static PortMtu.Origin origin(Sketch sketch) {
        Topology topology = Topology.of(sketch.design());
        return topology.frames().portMtu(topology.element(PORT, SwitchPort.class), VLAN).find().orElseThrow().origin();
    }

    @Test
    void aLagPassesWhatItsSmallestMemberPasses() {
        Sketch sketch = on(Sketch.PC8132).lag("Po1", "S1/1", "S1/2").set("Po1", "mtu", 9216);
        assertEquals(bytes(9194), hopIp(sketch, "Po1", true));
        assertEquals(bytes(1500), hopIp(sketch.set("S1/2", "mtu", 1518), "Po1", true));
    }

    @Test
    void aSwitchWithOneMtuForAllPortsIgnoresTheirs() {
        SwitchModel system = Element.with(Sketch.CATALYST, "mtuScope", "system");
        Sketch sketch = on(system).set("S1", "systemMtu", 9198).set("S1/1", "mtu", 1500);
        assertEquals(bytes(9198), hopIp(sketch));
    }

    @Test
    void jumboFramesMayBeAPropertyOfTheVlan() {
        SwitchModel aoss = Element.with(Element.with(Element.with(Element.with(
                SwitchModel.of(new Id("aoss"), "ArubaOS-S"), "accountingKind", "FRAME_FCS"), "mtuScope", "vlan"),
                "defaultMtuBytes", 1522), "maxMtuBytes", 9220);
        assertEquals(bytes(1500), hopIp(on(aoss)));
        assertEquals(bytes(9198), hopIp(on(aoss).set("S1", "jumboVlans", List.of(101))));
        assertEquals(bytes(1500), hopIp(on(aoss).set("S1", "jumboVlans", List.of(102))));
        assertEquals(bytes(9000), hopIp(on(aoss).set("S1", "jumboVlans", List.of(101)).set("S1", "systemMtu", 9022)));
    }

    @Test
    void oneNumberOfAllClassesIsTakenOrThatOfTheDefaultClass() {
        SwitchModel nexus5000 = Element.with(Sketch.NEXUS, "mtuScope", "class");
        assertEquals(bytes(9216), hopIp(on(nexus5000).set("S1", "classMtu", Map.of("class-default", 9216))));
        assertEquals(bytes(1500),
                hopIp(on(nexus5000).set("S1", "classMtu", Map.of("class-default", 1500, "smb", 9216))));
        assertEquals(Answer.needs(new Id("S1"), "classMtu.class-default"),
                hopIp(on(nexus5000).set("S1", "classMtu", Map.of("fcoe", 2158, "smb", 9216))));
        assertEquals(bytes(1500), hopIp(on(nexus5000)));
    }

    @Test
    void anOs9SwitchLeftAsItCamePasses1500BytesOfIpAndOthersAreNotKnown() {
        assertEquals(bytes(1500), hopIp(on(Sketch.S4810)));
        assertEquals(bytes(1532), hopIp(on(Sketch.IO_AGGREGATOR)));
        assertEquals(Answer.needs(PORT, "mtu"), hopIp(on(Sketch.UNDOCUMENTED)));
        Sketch noModel = Sketch.empty("No model").device("S1").ports("S1", 1);
        assertEquals(Answer.needs(PORT, "mtu"), hopIp(noModel));
        assertEquals(Answer.sure(new Capacity(9194, 9216)), hopIp(noModel.set("S1/1", "mtu", 9216)));
    }

    // The most

    @Test
    void theModelSetsTheMost() {
        assertEquals(bytes(9194), most(on(Sketch.PC8132).set("S1/1", "mtu", 1518)));
        assertEquals(bytes(11978), most(on(Sketch.S4810)));
        assertEquals(Answer.sure(new Capacity(9194, 9216)), most(on(Sketch.UNDOCUMENTED)));
        assertEquals(Answer.needs(new Id("S1"), "model"), most(Sketch.empty("No model").device("S1").ports("S1", 1)));
        SwitchModel silent = Element.with(SwitchModel.of(new Id("pc5424"), "PowerConnect 5424"), "vendor", "Dell");
        assertEquals(Answer.needs(new Id("pc5424"), "maxMtuBytes"), most(on(silent)));
    }

    @Test
    void aristaEnforcesItsNumberOnRoutedTrafficOnly() {
        Sketch arista = on(Sketch.ARISTA);
        assertEquals(Capacity.Passage.MARGINAL, most(arista).find().orElseThrow().passage(9600));
        assertEquals(Capacity.Passage.PASSES, most(arista).find().orElseThrow().passage(9214));
        assertEquals(Capacity.Passage.FAILS, hopIp(arista).find().orElseThrow().passage(9000));
    }

    private static Answer<Capacity> most(Sketch sketch) {
        return Topology.of(sketch.design()).frames()
                .hopIpMax(new Hop(PORT, new Id("S1"), VLAN, true, Hop.Place.EDGE));
    }
}
