package io.plumbline.cli;

import io.plumbline.check.Profiles;
import io.plumbline.exporter.Printable;
import io.plumbline.file.Backups;
import io.plumbline.file.DesignFile;
import io.plumbline.file.RuleProfileFile;
import io.plumbline.file.UnreadableProfile;
import io.plumbline.file.UnsavedDesign;
import io.plumbline.model.Design;
import io.plumbline.model.RuleLevel;
import io.plumbline.model.RuleProfile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(name = "profile", mixinStandardHelpOptions = true, description = "Rule profiles: which rules are off or count for more or less.", subcommands = {
        ProfileCommand.Names.class, ProfileCommand.Export.class, ProfileCommand.Apply.class})
final class ProfileCommand implements Runnable {

    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        throw WrongUse.missingCommand(spec);
    }

    @Command(name = "list", mixinStandardHelpOptions = true, description = "Lists the profiles that come with the program.")
    static final class Names implements Callable<Integer> {

        @Spec
        private CommandSpec spec;

        @Override
        public Integer call() {
            for (RuleProfile profile : RuleProfileFile.builtIn()) {
                long off = profile.settings().stream().filter(each -> each.level() == RuleLevel.OFF).count();
                spec.commandLine().getOut().println(profile.name() + ": " + profile.description() + " ["
                        + off + " off, " + (profile.settings().size() - off) + " of another severity]");
            }
            return 0;
        }
    }

    @Command(name = "export", mixinStandardHelpOptions = true, description = "Writes the profile of a design, or one that comes with the program, as JSON.")
    static final class Export implements Callable<Integer> {

        @Spec
        private CommandSpec spec;

        @Parameters(arity = "1", paramLabel = "PROFILE", description = "A design file, or the name of a profile from \"plumbline profile list\".")
        private String from;

        @Option(names = "--out", paramLabel = "FILE", description = "The file to write; standard output when not given.")
        private String out;

        @Override
        public Integer call() {
            Optional<RuleProfile> builtIn = find(from);
            RuleProfile profile = builtIn.orElseGet(() -> ofDesign(from));
            byte[] bytes = RuleProfileFile.write(profile);
            if (out == null) {
                spec.commandLine().getOut().print(new String(bytes, StandardCharsets.UTF_8));
            } else {
                Output.write(FileName.path(out), bytes);
            }
            return 0;
        }

        /// A profile has a name; a design that has settings but no profile lends its title.
        private static RuleProfile ofDesign(String file) {
            Design design = Input.read(file, System.in).design();
            RuleProfile profile = RuleProfile.of(design.project());
            return profile.name().isBlank() ? new RuleProfile(design.title().isBlank() ? "Own rules" : design.title(),
                    "", profile.settings()) : profile;
        }
    }

    @Command(name = "apply", mixinStandardHelpOptions = true, description = "Lets a profile hold in a design, in the place of all its own settings of rules.")
    static final class Apply implements Callable<Integer> {

        @Spec
        private CommandSpec spec;

        @Parameters(index = "0", paramLabel = "PROFILE", description = "A profile's file, or its name from \"plumbline profile list\".")
        private String from;

        @Parameters(index = "1..*", arity = "1..*", paramLabel = "FILE", description = "Design files; each is changed, and kept among the backups as it was.")
        private List<String> files;

        @Override
        public Integer call() {
            RuleProfile profile = find(from).orElseGet(() -> read(from));
            Profiles.unknown(profile).ifPresent(why -> {
                throw new Unusable(why);
            });
            List<Path> paths = files.stream().map(Apply::design).toList();
            List<Design> designs = files.stream().map(file -> Input.read(file, System.in).design()).toList();
            for (int i = 0; i < paths.size(); i++) {
                apply(profile, paths.get(i), designs.get(i));
            }
            return 0;
        }

        private static Path design(String file) {
            if (file.equals(Input.STANDARD_INPUT)) {
                throw new Unusable("A profile is applied to a file; standard input cannot be changed.");
            }
            return FileName.path(file);
        }

        private void apply(RuleProfile profile, Path file, Design design) {
            try {
                int before = design.project().ruleSettings().size();
                DesignFile.save(file, Profiles.apply(profile, design).applyTo(design), Backups.ofThisUser())
                        .map(Printable::lines).ifPresent(spec.commandLine().getErr()::println);
                spec.commandLine().getOut().println(Printable.line(file + ": " + profile.name() + " holds, "
                        + profile.settings().size() + " settings in the place of " + before + "."));
            } catch (UnsavedDesign e) {
                throw new Unusable(e.getMessage());
            }
        }
    }

    private static Optional<RuleProfile> find(String name) {
        return RuleProfileFile.builtIn().stream()
                .filter(each -> each.name().replace(' ', '-').equalsIgnoreCase(name.replace(' ', '-'))).findFirst();
    }

    private static RuleProfile read(String file) {
        Path path = FileName.path(file);
        if (!Files.exists(path) && !file.contains(".") && !file.contains("/")) {
            throw new Unusable("There is no profile \"" + file + "\"; \"plumbline profile list\" lists them.");
        }
        try {
            return RuleProfileFile.read(path);
        } catch (UnreadableProfile e) {
            throw new Unusable(e.getMessage());
        }
    }
}
