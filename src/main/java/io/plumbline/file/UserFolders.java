package io.plumbline.file;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;

/// Where the platform wants a program to keep what belongs to its user.
///
/// @param data     what must not be lost: the last versions of designs
/// @param settings what the user chose
/// @param state    what may be lost: logs
public record UserFolders(Path data, Path settings, Path state) {
    /// The system property with which everything is kept in one folder instead.
    public static final String HOME_PROPERTY = "plumbline.home";
    private static final String PORTABLE = "plumbline.portable";

    /// Those of the user who runs the program.
    public static UserFolders ofThisUser() {
        return of(System.getProperties(), System.getenv());
    }

    static UserFolders of(Properties properties, Map<String, String> environment) {
        String home = properties.getProperty(HOME_PROPERTY);
        if (home != null) {
            return below(Path.of(home));
        }
        // The launcher names itself; a file beside it makes the installation a portable one.
        String launcher = properties.getProperty("jpackage.app-path");
        if (launcher != null && Path.of(launcher).getParent() != null
                && Files.exists(Path.of(launcher).resolveSibling(PORTABLE))) {
            return below(Path.of(launcher).resolveSibling("plumbline-user"));
        }
        Path user = Path.of(properties.getProperty("user.home"));
        String system = properties.getProperty("os.name").toLowerCase(Locale.ROOT);
        if (system.startsWith("windows")) {
            Path local = folder(environment, "LOCALAPPDATA", user.resolve("AppData").resolve("Local"))
                    .resolve("Plumbline");
            Path roaming = folder(environment, "APPDATA", user.resolve("AppData").resolve("Roaming"))
                    .resolve("Plumbline");
            return new UserFolders(local, roaming, local);
        } else if (system.startsWith("mac")) {
            Path library = user.resolve("Library");
            Path support = library.resolve("Application Support").resolve("Plumbline");
            return new UserFolders(support, support, library.resolve("Logs").resolve("Plumbline"));
        }
        return new UserFolders(
                folder(environment, "XDG_DATA_HOME", user.resolve(".local").resolve("share")).resolve("plumbline"),
                folder(environment, "XDG_CONFIG_HOME", user.resolve(".config")).resolve("plumbline"),
                folder(environment, "XDG_STATE_HOME", user.resolve(".local").resolve("state")).resolve("plumbline"));
    }

    private static UserFolders below(Path home) {
        return new UserFolders(home.resolve("data"), home.resolve("settings"), home.resolve("state"));
    }

    /// The XDG specification has relative paths ignored.
    private static Path folder(Map<String, String> environment, String variable, Path otherwise) {
        String value = environment.getOrDefault(variable, "");
        return !value.isEmpty() && Path.of(value).isAbsolute() ? Path.of(value) : otherwise;
    }
}
