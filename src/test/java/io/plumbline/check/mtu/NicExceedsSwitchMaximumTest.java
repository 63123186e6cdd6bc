package io.plumbline.check.mtu;

import io.plumbline.Sketch;
import io.plumbline.Sketch.Station;
import io.plumbline.check.Rule;
import io.plumbline.check.RuleContract;
import io.plumbline.model.Attribute;
import java.util.List;

class NicExceedsSwitchMaximumTest implements RuleContract {

    @Override
    public Rule rule() {
        return new NicExceedsSwitchMaximum();
    }

    /// Two hosts with one NIC each under a virtual switch, and two management-OS adapters on it.
    static Sketch converged(int jumboPacket) {
        Sketch sketch = Sketch.empty("Converged").cluster("HVC1").with(Sketch.PC8132).device("SW1")
                .set("SW1", "model", "pc8132").ports("SW1", 2).network("SMB1", "10.10.1.0/24")
                .network("SMB2", "10.10.2.0/24").set("SMB1", "purposes", List.of("csv"))
                .set("SMB2", "purposes", List.of("liveMigration"));
        for (int i = 1; i <= 2; i++) {
            String host = "HV" + i;
            sketch = sketch.node(host, "2019").nic(host, "NIC1").set(host + "/NIC1", "jumboPacket", jumboPacket)
                    .vSwitch(host, "vSwitch1", host + "/NIC1").cable(host + "/NIC1", "SW1/" + i)
                    .trunk("SW1/" + i, "101,102").set("SW1/" + i, "mtu", 9216);
            for (int n = 1; n <= 2; n++) {
                String vNic = host + "/SMB" + n;
                sketch = sketch.vNic(host, "SMB" + n, "vSwitch1").accessVlan(vNic, 100 + n)
                        .address(vNic, "10.10." + n + "." + i).set(vNic, "jumboPacket", jumboPacket);
            }
        }
        return sketch;
    }

    @Override
    public List<Case> cases() {
        return List.of(
                RuleContract.flags("the report: NICs at 9614 in PowerConnects that end at 9216, once per network",
                        Sketch.jumboFault(9614).design(),
                        "error: Port 1 of SW-A can pass 9198 bytes of IP at most (9216 - 18); NIC HV1/A sends "
                                + "9600 (9614 - 14). Lower JumboPacket to 9014 on both NICs of A.",
                        "error: Port 1 of SW-B can pass 9198 bytes of IP at most (9216 - 18); NIC HV1/B sends "
                                + "9600 (9614 - 14). Lower JumboPacket to 9014 on both NICs of B."),
                RuleContract.flags("tagged, the switch counts four bytes more",
                        Sketch.jumboFault(9614).tagged().design(),
                        "error: Port 1 of SW-A can pass 9194 bytes of IP at most (9216 - 22); NIC HV1/A sends "
                                + "9600 (9614 - 14). Lower JumboPacket to 9014 on both NICs of A.",
                        "error: Port 1 of SW-B can pass 9194 bytes of IP at most (9216 - 22); NIC HV1/B sends "
                                + "9600 (9614 - 14). Lower JumboPacket to 9014 on both NICs of B."),
                RuleContract.flags("two large S4810 with a PowerConnect between them",
                        Sketch.path(9614, 9614, true, Station.at(Sketch.S4810, 12000), Station.at(Sketch.PC8132, 9216))
                                .design(),
                        "error: Port 1 of SW2 can pass 9194 bytes of IP at most (9216 - 22); NIC HV1/LM sends "
                                + "9600 (9614 - 14). Lower JumboPacket to 9014 on both NICs of LM."),
                RuleContract.flags("the configured value does not count, the model's maximum does",
                        Sketch.path(9614, 9614, false, Station.asItCame(Sketch.PC8132)).design(),
                        "error: Port 1 of SW1 can pass 9198 bytes of IP at most (9216 - 18); NIC HV1/LM sends "
                                + "9600 (9614 - 14). Lower JumboPacket to 9014 on both NICs of LM."),
                RuleContract.flags("only the way after a failure crosses the smaller switch",
                        Sketch.hiddenUntilFailover().with(Sketch.S4810).set("SW1", "model", "s4810")
                                .set("SW1/1", "mtu", 12000).set("SW1/2", "mtu", 12000)
                                .set("HV1/NIC1", "jumboPacket", 9614)
                                .set("HV1/NIC2", "jumboPacket", 9614).set("HV2/NIC1", "jumboPacket", 9614)
                                .set("HV2/NIC2", "jumboPacket", 9614).design(),
                        "error: Port 1 of SW2 can pass 9198 bytes of IP at most (9216 - 18), on a way that "
                                + "frames take after a failure; NIC HV1/NIC1 sends 9600 (9614 - 14). Lower JumboPacket to "
                                + "9014 on both NICs of LM."),
                RuleContract.flags("two networks over one port have one cause", converged(9614).design(),
                        "error: Port 1 of SW1 can pass 9194 bytes of IP at most (9216 - 22); virtual NIC "
                                + "HV1/SMB1 sends 9600 (9614 - 14). Lower JumboPacket to 9014 on the four NICs of SMB1 and "
                                + "SMB2."),
                RuleContract.flags("a name says what it is for where nobody stated a purpose",
                        Sketch.path(9614, 9614, true, Station.at(Sketch.PC8132, 9216)).set("LM", "purposes",
                                Attribute.unset()).design(),
                        "error: Port 1 of SW1 can pass 9194 bytes of IP at most (9216 - 22); NIC HV1/LM sends "
                                + "9600 (9614 - 14). Lower JumboPacket to 9014 on both NICs of LM."),
                RuleContract.accepts("NICs at 9014 behind a PowerConnect at 9216",
                        Sketch.jumbo(9014, Sketch.PC8132, 9216).design()),
                RuleContract.accepts(
                        "NICs at 9014 behind a PowerConnect as it came: its setting is too small, not the model",
                        Sketch.path(9014, 9014, false, Station.asItCame(Sketch.PC8132)).design()),
                RuleContract.accepts("NICs at 9614 on S4810s at 12000",
                        Sketch.jumbo(9614, Sketch.S4810, 12000).design()),
                RuleContract.accepts("one NIC at 9614, the other at 9014: TCP falls back to the smaller end",
                        Sketch.path(9614, 9014, true, Station.at(Sketch.PC8132, 9216)).design()),
                RuleContract.accepts("a network that carries neither live migration nor CSV",
                        Sketch.path(9614, 9614, true, Station.at(Sketch.PC8132, 9216))
                                .set("LM", "name", "Backup").set("LM", "purposes", List.of("backup")).design()),
                RuleContract.accepts("nothing is jumbo, and nobody needs to know the model",
                        Sketch.path(1514, 1514, true, Station.at(Sketch.PC8132, 9216))
                                .set("SW1", "model", Attribute.unknown()).design()),
                RuleContract.cannotTell("the model of the switch is not known",
                        Sketch.path(9614, 9614, true, Station.at(Sketch.PC8132, 9216))
                                .set("SW1", "model", Attribute.unknown()).design(),
                        "Cannot evaluate: needs model of SW1."),
                RuleContract.cannotTell("the purposes are not known",
                        Sketch.path(9614, 9614, true, Station.at(Sketch.PC8132, 9216))
                                .set("LM", "purposes", Attribute.unknown()).design(),
                        "Cannot evaluate: needs purposes of LM."),
                RuleContract.cannotTell("one of the NICs is not known: it may be as large",
                        Sketch.path(9614, 9614, true, Station.at(Sketch.PC8132, 9216))
                                .set("HV2/LM", "jumboPacket", Attribute.unknown()).design(),
                        "Cannot evaluate: needs jumboPacket of HV2/LM."));
    }
}
