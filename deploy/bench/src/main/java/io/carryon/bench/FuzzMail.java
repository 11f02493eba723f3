package io.carryon.bench;

import io.carryon.bench.mails.HostileMails;
import io.carryon.bench.mails.MailMutations;
import io.carryon.bench.mails.MailTrials;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Reads mails that are spoiled at random, and mails made to exhaust a reader, with the gateway's code: none may make it
 * throw, take long or run out of memory.
 */
final class FuzzMail {

    private FuzzMail() {}

    public static void main(String[] args) throws IOException {
        if (args.length % 2 == 0) {
            System.err.println(
                    "usage: fuzz-mail [--mails 20000] [--seed 1] [--only NUMBER] [--megabytes 30] [--longest 10] FOLDER");
            System.exit(2);
        }
        var options = new Options(Arrays.copyOf(args, args.length - 1));
        var mails = mails(Path.of(args[args.length - 1]));
        var mutations = new MailMutations(mails, options.number("seed", 1));
        var trials = new MailTrials(Duration.ofSeconds(options.number("longest", 10)));
        var only = options.number("only", -1);
        if (only >= 0) {
            trials.read("mutation " + only, mutations.mail(only));
        } else {
            for (var i = 0; i < options.number("mails", 20_000); i++) {
                trials.read("mutation " + i, mutations.mail(i));
            }
            for (var hostile : HostileMails.of(options.number("megabytes", 30) * 1_000_000)) {
                trials.read(hostile.name(), hostile.made().get());
            }
        }
        trials.print();
        System.exit(trials.isGood() ? 0 : 1);
    }

    private static List<byte[]> mails(Path folder) throws IOException {
        var mails = new ArrayList<byte[]>();
        try (var all = Files.walk(folder)) {
            for (var file :
                    all.filter(f -> f.toString().endsWith(".eml")).sorted().toList()) {
                mails.add(Files.readAllBytes(file));
            }
        }
        if (mails.isEmpty()) {
            throw new IllegalArgumentException("There is no .eml file below " + folder);
        }
        return mails;
    }
}
