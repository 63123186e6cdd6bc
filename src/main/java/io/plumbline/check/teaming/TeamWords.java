package io.plumbline.check.teaming;

import io.plumbline.model.TeamingMode;

/// How teams are called in messages.
final class TeamWords {

    private TeamWords() {}

    /// "an LACP", "a static", "a switch-independent": in front of "team".
    static String with(TeamingMode mode) {
        return switch (mode) {
            case LACP -> "an LACP";
            case STATIC -> "a static";
            case SWITCH_INDEPENDENT -> "a switch-independent";
        };
    }
}
