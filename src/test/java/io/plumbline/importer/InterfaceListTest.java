package io.plumbline.importer;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class InterfaceListTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            TenGigabitEthernet 0/1                | [TenGigabitEthernet 0/1]
            TenGigabitEthernet 0/45-47            | [TenGigabitEthernet 0/45, TenGigabitEthernet 0/46, TenGigabitEthernet 0/47]
            TenGigabitEthernet 0/0,37-38          | [TenGigabitEthernet 0/0, TenGigabitEthernet 0/37, TenGigabitEthernet 0/38]
            TenGigabitEthernet 0/0 , 0/37 - 0/38  | [TenGigabitEthernet 0/0, TenGigabitEthernet 0/37, TenGigabitEthernet 0/38]
            twentyFiveGigE 1/5-1/7                | [twentyFiveGigE 1/5, twentyFiveGigE 1/6, twentyFiveGigE 1/7]
            tengigabitethernet 1/6,1/8            | [TenGigabitEthernet 1/6, TenGigabitEthernet 1/8]
            te0/5-6                               | [TenGigabitEthernet 0/5, TenGigabitEthernet 0/6]
            fortyGigE 1/1/1-1/1/2                 | [fortyGigE 1/1/1, fortyGigE 1/1/2]
            fo 0/56,60                            | [fortyGigE 0/56, fortyGigE 0/60]
            Port-channel 43-44                    | [Port-channel 43, Port-channel 44]
            Po 1-2,11                             | [Port-channel 1, Port-channel 2, Port-channel 11]
            TenGigabitEthernet 0/1,Port-channel 3 | [TenGigabitEthernet 0/1, Port-channel 3]
            """)
    void listsOfPortsAreReadAsTheSwitchPrintsThem(String list, String ports) {
        assertEquals(ports, InterfaceList.find(list).orElseThrow().toString());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ",", "0/1", "TenGigabitEthernet", "TenGigabitEthernet 0/5-1", "TenGigabitEthernet 0/1,",
            "TenGigabitEthernet 0/1-1/4", "Ethernet1/1", "te 0/1-999999999999", "te 0/1-5000", "te 99999999999/1",
            "te 0/1 te 0/2", "Bundle 4"})
    void aListThatIsNotWhollyReadableIsNotReadAtAll(String list) {
        assertEquals(Optional.<List<InterfaceName>>empty(), InterfaceList.find(list));
    }
}
