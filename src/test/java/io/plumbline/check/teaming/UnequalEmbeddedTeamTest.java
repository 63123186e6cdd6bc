package io.plumbline.check.teaming;

import static io.plumbline.check.RuleContract.accepts;
import static io.plumbline.check.RuleContract.cannotTell;
import static io.plumbline.check.RuleContract.flags;

import io.plumbline.Sketch;
import io.plumbline.check.Rule;
import io.plumbline.check.RuleContract;
import io.plumbline.model.Attribute;
import io.plumbline.model.Id;
import io.plumbline.model.NicModel;
import io.plumbline.model.TeamMember;
import java.util.List;

class UnequalEmbeddedTeamTest implements RuleContract {

    private static Sketch set(int members) {
        Sketch sketch = Sketch.empty("SET").host("H1", "2022");
        String[] nics = new String[members];
        for (int i = 1; i <= members; i++) {
            nics[i - 1] = "NIC" + i;
            sketch = sketch.nic("H1", "NIC" + i).set("H1/NIC" + i, "vendor", "Mellanox")
                    .set("H1/NIC" + i, "driverVersion", "2.70").set("H1/NIC" + i, "firmwareVersion", "14.30");
        }
        return sketch.embedded("H1", "SET1", nics);
    }

    private static final String ALIKE = ". Use adapters of one make, model and speed.";

    @Override
    public Rule rule() {
        return new UnequalEmbeddedTeam();
    }

    @Override
    public List<Case> cases() {
        Sketch models = set(4).with(NicModel.of(new Id("cx4"), "ConnectX-4 Lx"), NicModel.of(new Id("x710"), "X710"));
        return List.of(
                flags("nine members", set(9).design(),
                        "error: H1/SET1 is a SET team, but it has 9 members, and SET takes eight. Take one out."),
                flags("one of four is slower", set(4).set("H1/NIC3", "linkSpeedMbps", 1000).design(),
                        "error: H1/SET1 is a SET team, but the speeds differ (10 Gbps at H1/NIC1, H1/NIC2 and "
                                + "H1/NIC4 and 1 Gbps at H1/NIC3)" + ALIKE),
                flags("two makes and two speeds in one pair",
                        set(2).set("H1/NIC2", "vendor", "Intel").set("H1/NIC2", "linkSpeedMbps", 25000).design(),
                        "error: H1/SET1 is a SET team, but the makes differ (Mellanox at H1/NIC1 and Intel at H1/NIC2) "
                                + "and the speeds differ (10 Gbps at H1/NIC1 and 25 Gbps at H1/NIC2)" + ALIKE),
                flags("two models", models.set("H1/NIC1", "model", "cx4").set("H1/NIC2", "model", "x710").design(),
                        "error: H1/SET1 is a SET team, but the models differ (\"ConnectX-4 Lx\" at H1/NIC1 and X710 at "
                                + "H1/NIC2)" + ALIKE),
                flags("an adapter of another host",
                        set(2).host("H2", "2022").nic("H2", "NIC1").set("H1/SET1", "members",
                                List.of(TeamMember.of(new Id("H1/NIC1")), TeamMember.of(new Id("H2/NIC1")))).design(),
                        "error: H1/SET1 is a SET team, but H2/NIC1 belongs to another host. Take H2/NIC1 out."),
                flags("two drivers", set(2).set("H1/NIC2", "driverVersion", "2.60").design(),
                        "warning: H1/SET1 is a SET team, but the drivers differ (2.70 at H1/NIC1 and 2.60 at H1/NIC2). "
                                + "Update driver and firmware of all members together."),
                flags("two drivers and two firmwares",
                        set(3).set("H1/NIC2", "driverVersion", "2.60").set("H1/NIC2", "firmwareVersion", "14.20")
                                .design(),
                        "warning: H1/SET1 is a SET team, but the drivers differ (2.70 at H1/NIC1 and H1/NIC3 and 2.60 "
                                + "at H1/NIC2) and the firmware versions differ (14.30 at H1/NIC1 and H1/NIC3 and 14.20 "
                                + "at H1/NIC2). Update driver and firmware of all members together."),
                accepts("eight alike", set(8).design()),
                accepts("two ports of one card and two of an identical one",
                        set(4).set("H1/NIC1", "card", "slot 1").set("H1/NIC2", "card", "slot 1")
                                .set("H1/NIC3", "card", "slot 2").set("H1/NIC4", "card", "slot 2").design()),
                accepts("the same make, written otherwise", set(2).set("H1/NIC2", "vendor", "MELLANOX ").design()),
                accepts("nothing said about one of them", set(2).set("H1/NIC2", "vendor", Attribute.unset())
                        .set("H1/NIC2", "driverVersion", Attribute.unset())
                        .set("H1/NIC2", "linkSpeedMbps", Attribute.unset()).design()),
                accepts("an LBFO team takes different adapters",
                        set(2).set("H1/NIC2", "vendor", "Intel").set("H1/SET1", "technology", "lbfo").design()),
                cannotTell("one firmware is not known",
                        set(2).set("H1/NIC2", "firmwareVersion", Attribute.unknown()).design(),
                        "Cannot evaluate: needs firmwareVersion of H1/NIC2."));
    }
}
