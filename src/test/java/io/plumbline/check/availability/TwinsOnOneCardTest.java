package io.plumbline.check.availability;

import io.plumbline.Sketch;
import io.plumbline.check.Rule;
import io.plumbline.check.RuleContract;
import io.plumbline.model.Attribute;
import java.util.List;

class TwinsOnOneCardTest implements RuleContract {

    /// One node with a team of two NICs on these cards.
    private static Sketch team(Object first, Object second) {
        return Sketch.empty("Cards").cluster("HVC1").node("HV1", "2012R2").nic("HV1", "N1").nic("HV1", "N2")
                .set("HV1/N1", "card", first).set("HV1/N2", "card", second)
                .lbfo("HV1", "Team1", "switchIndependent", "N1", "N2");
    }

    private static Sketch twoPairs(String... cards) {
        Sketch sketch = team(cards[0], cards[1]).nic("HV1", "N3").nic("HV1", "N4").lbfo("HV1", "Team2",
                "switchIndependent", "N3", "N4");
        return sketch.set("HV1/N3", "card", cards[2]).set("HV1/N4", "card", cards[3]);
    }

    private static Sketch twins(Object cardOfB) {
        return Sketch.twins("equal").set("HV1/B", "card", cardOfB).set("A", "purposes", List.of("csv"))
                .set("B", "purposes", List.of("csv"));
    }

    @Override
    public Rule rule() {
        return new TwinsOnOneCard();
    }

    @Override
    public List<Case> cases() {
        return List.of(
                RuleContract.flags("a team on one card", team("1", "1").design(),
                        "warning: HV1/N1 and HV1/N2, the members of HV1/Team1, are both on card 1: a fault or a driver "
                                + "reset of the card takes them together. Cross the pairs over two cards."),
                RuleContract.flags("two pairs, each on a card of its own", twoPairs("1", "1", "2", "2").design(),
                        "warning: HV1/N1 and HV1/N2, the members of HV1/Team1, are both on card 1: a fault or a driver "
                                + "reset of the card takes them together. Cross the pairs over two cards.",
                        "warning: HV1/N3 and HV1/N4, the members of HV1/Team2, are both on card 2: a fault or a driver "
                                + "reset of the card takes them together. Cross the pairs over two cards."),
                RuleContract.flags("the twin networks of one host", twins("1").design(),
                        "warning: HV1/A and HV1/B, the twins for CSV and live migration, are both on card 1: a fault or "
                                + "a driver reset of the card takes them together. Cross the pairs over two cards."),
                RuleContract.flags("mapped adapters over one SET team are named once, with the team",
                        Sketch.setMigration().set("HV1/A", "card", "slot 1").set("HV1/B", "card", "slot 1")
                                .set("HVC1", "lmNetworks", List.of("vA", "vB")).design(),
                        "warning: HV1/A and HV1/B, the members of HV1/SET1, are both on card \"slot 1\": a fault or a "
                                + "driver reset of the card takes them together. Cross the pairs over two cards."),
                RuleContract.accepts("two cards, crossed", twoPairs("1", "2", "1", "2").design()),
                RuleContract.accepts("on-board port and add-in card", team("LOM", "1").design()),
                RuleContract.accepts("twins on two cards", Sketch.twins("equal").design()),
                RuleContract.accepts("NICs for different purposes on one card",
                        Sketch.twins("equal").set("HV1/B", "card", "1").set("HVC1", "lmNetworks", List.of("A"))
                                .set("B", "purposes", List.of("backup")).design()),
                RuleContract.accepts("nobody noted the cards", team(Attribute.unset(), Attribute.unset()).design()),
                RuleContract.accepts("a team of one NIC",
                        Sketch.empty("One").cluster("HVC1").node("HV1", "2012R2").nic("HV1", "N1").nic("HV1", "N2")
                                .set("HV1/N1", "card", "1").set("HV1/N2", "card", "1")
                                .lbfo("HV1", "Team1", "switchIndependent", "N1").design()),
                RuleContract.cannotTell("the card of one member is not known",
                        team("1", Attribute.unknown()).design(), "Cannot evaluate: needs card of HV1/N2."));
    }
}
