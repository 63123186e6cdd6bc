package io.plumbline.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class LayeredMapTest {
    @Test
    void isAfterEveryChangeWhatAPlainMapIs() {
        var random = new Random(7);
        var plain = new HashMap<Integer, String>();
        for (int i = 0; i < 500; i++) {
            plain.put(i, "first " + i);
        }
        var layered = LayeredMap.of(plain);
        for (int change = 0; change < 2000; change++) {
            int key = random.nextInt(700);
            switch (random.nextInt(4)) {
                case 0 -> {
                    layered = layered.minusAll(List.of(key, key + 1));
                    plain.keySet().removeAll(List.of(key, key + 1));
                }
                case 1 -> {
                    layered = layered.plusAll(Map.of(key, "more " + change, key + 2, "more " + change));
                    plain.putAll(Map.of(key, "more " + change, key + 2, "more " + change));
                }
                default -> {
                    layered = layered.plus(key, "later " + change);
                    plain.put(key, "later " + change);
                }
            }
            assertEquals(plain.get(key), layered.get(key));
            assertEquals(plain.size(), layered.size());
            if (change % 50 == 0) {
                assertEquals(LayeredMap.of(plain), layered);
                assertEquals(LayeredMap.of(plain).hashCode(), layered.hashCode());
                assertEquals(new TreeSet<>(plain.values()), new TreeSet<>(layered.values()));
            }
        }
    }

    @Test
    void takesManyAtOnce() {
        var many = new HashMap<Integer, String>();
        for (int i = 0; i < 1000; i++) {
            many.put(i, "number " + i);
        }
        assertEquals(LayeredMap.of(many), LayeredMap.<Integer, String>empty().plus(3, "before").plusAll(many));
    }

    @Test
    void leavesTheMapItWasMadeOfAsItWas() {
        var before = LayeredMap.of(Map.of("host", 1, "switch", 2));
        var after = before.minusAll(List.of("host")).plus("vm", 3);
        assertEquals(LayeredMap.of(Map.of("host", 1, "switch", 2)), before);
        assertEquals(LayeredMap.of(Map.of("switch", 2, "vm", 3)), after);
        assertNull(after.get("host"));
    }

    @Test
    void cannotBeChangedInPlace() {
        var filled = new HashMap<>(Map.of("host", 1));
        var map = LayeredMap.of(filled);
        filled.put("host", 2);
        assertEquals(1, map.get("host"));
        assertThrows(UnsupportedOperationException.class, () -> map.base().put("host", 3));
        assertThrows(UnsupportedOperationException.class, map.values()::clear);
    }
}
