package io.plumbline.file;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.AclFileAttributeView;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFileAttributes;

/// The steps of saving that a disk can fail at.
interface Disk {
    Disk REAL = new Disk() {};

    default boolean isWritable(Path file) {
        return Files.isWritable(file);
    }

    /// Writes a new file, down to the medium.
    default void write(Path file, byte[] bytes) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            ByteBuffer left = ByteBuffer.wrap(bytes);
            while (left.hasRemaining()) {
                channel.write(left);
            }
            channel.force(true);
        }
    }

    /// Gives a file the owner and permissions of another, as far as this user may.
    default void copyPermissions(Path from, Path to) throws IOException {
        PosixFileAttributeView posix = Files.getFileAttributeView(to, PosixFileAttributeView.class);
        if (posix != null) {
            PosixFileAttributes wanted = Files.readAttributes(from, PosixFileAttributes.class);
            try {
                posix.setGroup(wanted.group());
                posix.setOwner(wanted.owner());
            } catch (IOException _) {
                // Only the administrator may give files away; the permissions below count for the rest.
            }
            posix.setPermissions(wanted.permissions());
            return;
        }
        AclFileAttributeView acl = Files.getFileAttributeView(to, AclFileAttributeView.class);
        if (acl != null) {
            acl.setAcl(Files.getFileAttributeView(from, AclFileAttributeView.class).getAcl());
        }
    }

    /// Puts a file in the place of another, so that at every instant one of the two is there, whole.
    default void replace(Path with, Path file) throws IOException {
        try {
            Files.move(with, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (AtomicMoveNotSupportedException e) {
            throw new IOException("this drive cannot replace a file in one step", e);
        }
    }

    /// Takes away what was left half done.
    default void discard(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException _) {
            // The drive is gone; there is nothing to tidy up any more.
        }
    }

    /// Makes sure that the new name of a file survives a power cut, where a system offers that.
    default void flushFolder(Path folder) {
        try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
            channel.force(true);
        } catch (IOException _) {
            // Windows does not open folders, and keeps its own journal.
        }
    }
}
