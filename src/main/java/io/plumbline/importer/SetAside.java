package io.plumbline.importer;

/// Why a line that is understood does not enter the design.
enum SetAside {
    SEPARATOR,
    REMARK,
    TERMINAL,
    END_OF_MODE,
    BANNER,
    SOFTWARE,
    LOGGING,
    TIME,
    LOGIN,
    MANAGEMENT,
    ROUTING,
    ACCESS_LIST,
    HARDWARE_TABLES,
    STATISTICS,
    DISCOVERY,
    QUALITY_OF_SERVICE,
    NAMES,
    PROTECTION,
    TUNING,
    SPLIT_PORTS,
    STATES_THE_DEFAULT;

    /// The reason in the words of the report.
    String text() {
        return Texts.get("aside." + name());
    }
}
