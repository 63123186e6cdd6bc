package io.plumbline.predict;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.plumbline.predict.MigrationEvents.Level;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The events and codes of PREDICTIONS part 5, row by row.
class MigrationEventsTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            System              | 21502 | ERROR       | Live migration failed; the text carries the error code.
            Hyper-V-VMMS-Admin  | 20413 | INFORMATION | The migration of the VM to the destination was started.
            Hyper-V-VMMS-Admin  | 22038 | ERROR       | Sending migration data failed: the remote host closed the connection.
            Hyper-V-VMMS-Admin  | 21018 | ERROR       | The planned VM could not be created on the target.
            Hyper-V-VMMS-Admin  | 22040 | ERROR       | Receiving migration data failed.
            Hyper-V-VMMS-Admin  | 21024 | ERROR       | The migration failed at the source.
            """)
    void everyEventOfTheTraceIsTold(String log, int id, Level level, String says) {
        MigrationEvents.Event event = MigrationEvents.event(id).orElseThrow();
        assertEquals(log, event.log());
        assertEquals(level, event.level());
        assertEquals(says, event.says());
    }

    @Test
    void theTraceHoldsNothingElse() {
        assertEquals(List.of(21502, 20413, 22038, 21018, 22040, 21024),
                MigrationEvents.events().stream().map(MigrationEvents.Event::id).toList());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            0x80072746 | 10054 | connection reset | A jumbo value on the CSV and migration NICs beyond what the switch can carry. | TCP Chimney
            0x8007274C | 10060 | timed out        | The servers agree with each other, the switches do not.                       | shared-nothing migration
            """)
    void everyCodeIsTheSocketErrorInItsLowWord(String hex, int socketError, String text, String seenWith,
            String other) {
        MigrationEvents.Code code = MigrationEvents.code(hex).orElseThrow();
        assertEquals(socketError, code.socketError());
        assertEquals(socketError, Integer.parseUnsignedInt(hex.substring(2), 16) & 0xFFFF);
        assertEquals(text, code.socketText());
        assertEquals(seenWith, code.seenWith());
        // The same code has other causes, which nobody should overlook.
        assertTrue(code.otherCauses().contains(other), code.otherCauses());
    }
}
