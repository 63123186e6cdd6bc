package io.plumbline.topology;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.plumbline.Sketch;
import io.plumbline.model.Attribute;
import io.plumbline.model.Element;
import io.plumbline.model.Id;
import io.plumbline.model.MulticastLookup;
import io.plumbline.model.PortMode;
import io.plumbline.model.Querier;
import io.plumbline.model.Switch;
import io.plumbline.model.SwitchModel;
import io.plumbline.model.UnregisteredMulticast;
import io.plumbline.model.VlanId;
import java.util.Map;
import org.junit.jupiter.api.Test;

class EffectiveSwitchTest {

    private static final VlanId TEN = new VlanId(10);
    private static final VlanId TWENTY = new VlanId(20);
    private static final Id S1 = new Id("S1");
    private static final Id PORT = new Id("S1/1");
    private static final Id LAG = new Id("Po1");
    private static final Sketch SWITCH = Sketch.empty("Switch").device("S1").ports("S1", 3).lag("Po1", "S1/1", "S1/2");

    private static EffectiveSwitch of(Sketch sketch) {
        return Topology.of(sketch.design()).switches();
    }

    @Test
    void theConfigurationOfAStackedSwitchIsThatOfItsStack() {
        EffectiveSwitch switches = of(Sketch.empty("Stack").stack("Stack", "S1", "S2").ports("S1", 1)
                .set("Stack", "mcastLookup", "mac").set("S1", "mcastLookup", "ip"));
        assertEquals(new Id("Stack"), switches.holder(PORT));
        assertEquals(Answer.sure(MulticastLookup.MAC), switches.mcastLookup(S1));
    }

    @Test
    void aMemberInheritsFromItsLagWhatItDoesNotState() {
        EffectiveSwitch switches = of(SWITCH.trunk("Po1", "10,20").set("S1/2", "nativeVlan", 5));
        assertEquals(Answer.sure(PortMode.TRUNK), switches.mode(PORT));
        assertEquals("Sure[value=10,20]", switches.allowedVlans(PORT).toString());
        assertEquals("Sure[value=1]", switches.nativeVlan(PORT).toString());
        assertEquals("Sure[value=5]", switches.nativeVlan(new Id("S1/2")).toString());
        assertEquals(Answer.sure(PortMode.ACCESS), switches.mode(new Id("S1/3")));
    }

    @Test
    void aLagAboutWhichNothingIsSaidIsAsItsMembersAre() {
        EffectiveSwitch agreed = of(SWITCH.trunk("S1/1", "10").trunk("S1/2", "10"));
        assertEquals(Answer.sure(PortMode.TRUNK), agreed.mode(LAG));
        assertEquals("Sure[value=10]", agreed.allowedVlans(LAG).toString());
        EffectiveSwitch torn = of(SWITCH.trunk("S1/1", "10").trunk("S1/2", "20"));
        assertEquals("Sure[value=all]", torn.allowedVlans(LAG).toString());
        EffectiveSwitch unknown = of(SWITCH.set("S1/2", "mode", Attribute.unknown()));
        assertEquals(Answer.needs(new Id("S1/2"), "mode"), unknown.mode(LAG));
    }

    @Test
    void snoopingGoesByVlanThenByDefaultThenByWhatTheModelCanDo() {
        Sketch sketch = SWITCH.set("S1", "igmpSnooping.default", true).set("S1", "igmpSnooping.perVlan",
                Map.of(20, false));
        assertEquals(Answer.sure(true), of(sketch).igmpSnooping(S1, TEN));
        assertEquals(Answer.sure(false), of(sketch).igmpSnooping(S1, TWENTY));
        assertEquals(Answer.needs(S1, "igmpSnooping.default"), of(SWITCH).igmpSnooping(S1, TEN));
        Sketch unable = SWITCH.with(Element.with(SwitchModel.of(new Id("m"), "Plain"), "igmp", false)).set("S1",
                "model", "m");
        assertEquals(Answer.sure(false), of(unable).igmpSnooping(S1, TEN));
        Switch plain = (Switch) unable.design().element(S1);
        assertEquals(Answer.sure(false), of(unable).igmpSnoopingCapable(plain));
    }

    @Test
    void theModelTellsHowMulticastIsLookedUpAndWhetherItIsAlwaysFiltered() {
        SwitchModel model = Element.with(Element.with(SwitchModel.of(new Id("m"), "Model"), "mcastLookup", "ip"),
                "bridgeMulticastFilteringSetting", false);
        Sketch sketch = SWITCH.with(model).set("S1", "model", "m");
        assertEquals(Answer.sure(MulticastLookup.IP), of(sketch).mcastLookup(S1));
        assertEquals(Answer.sure(true), of(sketch).bridgeMulticastFiltering(S1));
        assertEquals(Answer.needs(S1, "mcastLookup"), of(SWITCH).mcastLookup(S1));
        assertEquals(Answer.needs(S1, "mcastLookup"),
                of(sketch.set("S1", "mcastLookup", Attribute.unknown())).mcastLookup(S1));
        Sketch hasSetting = sketch.with(Element.with(model, "bridgeMulticastFilteringSetting", true));
        assertEquals(Answer.sure(false), of(hasSetting).bridgeMulticastFiltering(S1));
    }

    @Test
    void unregisteredMulticastIsForwardedUnlessPortVlanOrSwitchFiltersIt() {
        assertEquals(Answer.sure(UnregisteredMulticast.FORWARD), of(SWITCH).unregisteredMulticast(S1, TEN, LAG));
        Sketch sketch = SWITCH.set("S1", "unregisteredMulticast.perVlan", Map.of(10, "filter"))
                .set("S1", "unregisteredMulticast.perPort", Map.of("S1/3", "forward"));
        assertEquals(Answer.sure(UnregisteredMulticast.FILTER), of(sketch).unregisteredMulticast(S1, TEN, LAG));
        assertEquals(Answer.sure(UnregisteredMulticast.FORWARD), of(sketch).unregisteredMulticast(S1, TWENTY, LAG));
        assertEquals(Answer.sure(UnregisteredMulticast.FORWARD),
                of(sketch).unregisteredMulticast(S1, TEN, new Id("S1/3")));
    }

    @Test
    void nobodyQueriesUnlessSomebodyIsSet() {
        assertEquals(Answer.sure(Querier.NONE), of(SWITCH).querier(S1, TEN));
        assertEquals(Answer.sure(Querier.SELF),
                of(SWITCH.set("S1", "querier", Map.of(10, "self"))).querier(S1, TEN));
    }

    @Test
    void aHubLearnsNothing() {
        assertEquals(Answer.sure(true), of(SWITCH).learnsMac(S1));
        assertEquals(Answer.sure(false), of(SWITCH.set("S1", "isHub", true)).learnsMac(S1));
    }
}
