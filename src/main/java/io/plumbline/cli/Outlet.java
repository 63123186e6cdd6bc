package io.plumbline.cli;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Locale;
import java.util.Optional;

/// A stream that remembers why it could not be written; print streams and writers keep that to themselves.
final class Outlet extends OutputStream {

    private final OutputStream target;
    private IOException failure;

    Outlet(OutputStream target) {
        this.target = target;
    }

    @Override
    public void write(int b) throws IOException {
        write(new byte[]{(byte) b}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        try {
            target.write(bytes, offset, length);
        } catch (IOException e) {
            failure = e;
            throw e;
        }
    }

    @Override
    public void flush() throws IOException {
        try {
            target.flush();
        } catch (IOException e) {
            failure = e;
            throw e;
        }
    }

    /// What the reader has to be told. Who closes a pipe, as `head` does, has read enough and is told nothing.
    Optional<String> trouble() {
        return Optional.ofNullable(failure).map(IOException::getMessage)
                .filter(message -> !message.toLowerCase(Locale.ROOT).contains("pipe"));
    }
}
