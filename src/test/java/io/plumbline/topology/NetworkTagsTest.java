package io.plumbline.topology;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.plumbline.Sketch;
import io.plumbline.model.Attribute;
import io.plumbline.model.ClusterNetwork;
import io.plumbline.model.Element;
import io.plumbline.model.Id;
import io.plumbline.model.Purpose;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class NetworkTagsTest {

    private static ClusterNetwork named(String name) {
        return ClusterNetwork.of(new Id("A"), name);
    }

    private static Answer<Boolean> carries(Sketch sketch, Purpose purpose) {
        Topology topology = Topology.of(sketch.design());
        return new NetworkTags(topology).carries(topology.element(new Id("A"), ClusterNetwork.class), Set.of(purpose));
    }

    @Test
    void theNamePromisesAnOrder() {
        assertEquals(Optional.of(1), NetworkTags.rank(named("CSV1+LM2"), Purpose.CSV));
        assertEquals(Optional.of(2), NetworkTags.rank(named("CSV1+LM2"), Purpose.LIVE_MIGRATION));
        assertEquals(Optional.of(2), NetworkTags.rank(named("lm-1 csv_2"), Purpose.CSV));
        assertEquals(Optional.empty(), NetworkTags.rank(named("CSV"), Purpose.CSV));
        assertEquals(Optional.empty(), NetworkTags.rank(named("FILM2"), Purpose.LIVE_MIGRATION));
        assertEquals(Optional.empty(), NetworkTags.rank(named("LM100G"), Purpose.LIVE_MIGRATION));
    }

    @Test
    void aStatedPurposeOutweighsTheName() {
        Sketch sketch = Sketch.twins("equal").set("A", "name", "CSV1+LM2").set("HVC1", "lmNetworks", Attribute.unset());
        assertEquals(Answer.sure(true), carries(sketch, Purpose.CSV));
        assertEquals(Answer.sure(true), carries(sketch, Purpose.LIVE_MIGRATION));
        assertEquals(Answer.sure(false), carries(sketch, Purpose.BACKUP));
        assertEquals(Answer.sure(false), carries(sketch.set("A", "purposes", List.of("backup")), Purpose.CSV));
    }

    @Test
    void theSelectionMakesAMigrationNetwork() {
        Sketch sketch = Sketch.twins("equal").set("HVC1", "lmNetworks", List.of(new Id("A")));
        assertEquals(Answer.sure(true), carries(sketch, Purpose.LIVE_MIGRATION));
        assertEquals(Answer.sure(false), carries(sketch, Purpose.CSV));
        assertEquals(Answer.needs(new Id("HVC1"), "lmNetworks"),
                carries(sketch.set("HVC1", "lmNetworks", Attribute.unknown()), Purpose.LIVE_MIGRATION));
    }

    @Test
    void anEndpointMayCarryWhatItsNetworkDoesNot() {
        Sketch sketch = Sketch.twins("equal").set("HVC1", "lmNetworks", Attribute.unset())
                .set("A", "purposes", List.of("management")).set("HV1/A", "ip.purposes", List.of("csv"));
        assertEquals(Answer.sure(true), carries(sketch, Purpose.CSV));
        assertEquals(Answer.needs(new Id("HV1/A"), "ip.purposes"),
                carries(sketch.set("HV1/A", "ip.purposes", Attribute.unknown()), Purpose.CSV));
    }

    @Test
    void aStatedRankOutweighsTheName() {
        ClusterNetwork network = Element.with(named("CSV1"), "purposeRank", Map.of("csv", 2));
        assertEquals(Optional.of(2), NetworkTags.rank(network, Purpose.CSV));
    }
}
