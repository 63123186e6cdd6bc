package io.plumbline.ui.text;

import io.plumbline.check.Severity;
import io.plumbline.diagram.Sign;

/// The shape of a severity.
public final class Signs {
    private Signs() {}

    public static Sign of(Severity severity) {
        return switch (severity) {
            case ERROR -> Sign.ERROR;
            case WARNING -> Sign.WARNING;
            case ADVICE -> Sign.ADVICE;
        };
    }
}
