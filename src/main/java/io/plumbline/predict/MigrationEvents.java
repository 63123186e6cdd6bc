package io.plumbline.predict;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// The events and error codes that a failed live migration leaves, and what the field report associates with them. An
/// association, not a law: the same fault can produce either code.
public final class MigrationEvents {

    private static final String VMMS = "Hyper-V-VMMS-Admin";

    /// The events of the report's trace, in order.
    private static final List<Event> EVENTS = List.of(new Event("System", 21502, Level.ERROR),
            new Event(VMMS, 20413, Level.INFORMATION), new Event(VMMS, 22038, Level.ERROR),
            new Event(VMMS, 21018, Level.ERROR), new Event(VMMS, 22040, Level.ERROR),
            new Event(VMMS, 21024, Level.ERROR));

    private static final List<Code> CODES = List.of(new Code("0x80072746", 10054), new Code("0x8007274C", 10060));

    private MigrationEvents() {}

    /// How grave an event is.
    public enum Level {
        INFORMATION, ERROR
    }

    /// An entry of an event log.
    public record Event(String log, int id, Level level) {
        /// What it says, in our words.
        public String says() {
            return Texts.of("event." + id);
        }
    }

    /// An error code in the text of an event.
    ///
    /// @param hex         as it is printed
    /// @param socketError the number behind it
    public record Code(String hex, int socketError) {
        public String socketText() {
            return Texts.of("code." + hex + ".socket");
        }

        public String meaning() {
            return Texts.of("code." + hex + ".meaning");
        }

        /// What the field report saw it with.
        public String seenWith() {
            return Texts.of("code." + hex + ".seen");
        }

        public String otherCauses() {
            return Texts.of("code." + hex + ".other");
        }
    }

    public static List<Event> events() {
        return EVENTS;
    }

    public static List<Code> codes() {
        return CODES;
    }

    public static Optional<Event> event(int id) {
        return EVENTS.stream().filter(event -> event.id() == id).findFirst();
    }

    public static Optional<Code> code(String hex) {
        return CODES.stream().filter(code -> code.hex().equalsIgnoreCase(hex)).findFirst();
    }

    /// The codes that a pasted event text names, by their hexadecimal form.
    public static List<Code> codesIn(String text) {
        String lower = text.toLowerCase(Locale.ROOT);
        return CODES.stream().filter(code -> lower.contains(code.hex().toLowerCase(Locale.ROOT))).toList();
    }
}
