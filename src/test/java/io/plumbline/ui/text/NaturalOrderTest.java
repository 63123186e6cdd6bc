package io.plumbline.ui.text;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class NaturalOrderTest {
    @Test
    void numbersInNamesCountAsNumbers() {
        assertEquals(List.of("NIC1", "NIC2", "NIC10", "nic11", "Te 0/1", "Te 0/2", "Te 0/10", "Te 1/0"),
                List.of("Te 0/10", "nic11", "NIC10", "Te 1/0", "NIC2", "Te 0/2", "NIC1", "Te 0/1").stream()
                        .sorted(NaturalOrder.OF_NAMES).toList());
    }

    @Test
    void leadingZerosAndLongNumbersDoNotMatter() {
        assertEquals(List.of("HV002", "HV10", "HV99999999999999999999"),
                List.of("HV99999999999999999999", "HV10", "HV002").stream().sorted(NaturalOrder.OF_NAMES).toList());
    }
}
