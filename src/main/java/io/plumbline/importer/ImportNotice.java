package io.plumbline.importer;

import java.util.List;

/// Something that the reader of an import has to know: what it is, what follows from it, and which lines show it.
public record ImportNotice(Gravity gravity, String what, String consequence, List<SourceLine> where) {

    /// From what cannot work to what is merely worth knowing.
    public enum Gravity {
        /// Lines that contradict each other or the switch: it does not do what they say.
        FAULT,
        /// It works as written until something fails or changes.
        RISK,
        /// Misleading, without harm to a single frame.
        REMARK,
        /// Entered into the design on the word of the files, but not proven by them.
        ASSUMED,
        /// What a design needs and these files do not hold.
        NOT_KNOWN;

        /// The heading in the report.
        public String title() {
            return Texts.get("gravity." + name());
        }
    }

    public ImportNotice {
        where = List.copyOf(where);
    }

    /// The sentences stand under `notice.<key>` and `notice.<key>.then`; `values` go into both.
    static ImportNotice of(Gravity gravity, String key, List<SourceLine> where, Object... values) {
        return new ImportNotice(gravity, Texts.get("notice." + key, values),
                Texts.get("notice." + key + ".then", values),
                where);
    }
}
