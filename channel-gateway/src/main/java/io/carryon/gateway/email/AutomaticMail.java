package io.carryon.gateway.email;

import io.carryon.gateway.contact.Text;
import io.carryon.gateway.email.mime.MimePart;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Tells mail that a person wrote from mail that a machine sent: the rules in their order, the first that fits decides.
 * Words alone never do, for customers write about undelivered parcels and automatic answers; each rule asks for something
 * that only a machine puts into a mail. What stays in doubt is taken for a person's.
 */
public final class AutomaticMail {

    private static final int SUBJECT_READ = 1000;
    private static final int BODY_READ = 4000;
    private static final Pattern MACHINE = Pattern.compile(
            "(?i)^(mailer[-_.]?daemon|mail[ ._-]?delivery[ ._-]?(sub)?system|post_master|mail[-_ ]?daemon|postmaster|mailadmin|mdaemon|no-?reply-?mailer)\\b.*|.*\\bmailer-daemon\\b.*");
    private static final Pattern FAILURE_SUBJECT = Pattern.compile(
            "(?i)(undeliver(ed|able)|could not be delivered|not (be )?delivered|delivery (status )?(notification|failure|failed|report|error)"
                    + "|delivery has failed|failure notice|returned mail|mail (delivery )?(failed|failure|system error)|returned to sender"
                    + "|unzustellbar|nicht zugestellt|unbekannter empf|non remis|échec de la remise|no se (ha )?(podido|pudo) entregar"
                    + "|mancata consegna|não entregue|onbestelbaar|message you sent blocked|warning: could not send|mail error|permanent error"
                    + "|message rejected|undelivered mail|email rejected|unable to deliver|address rejected|недоставленное|メールエラー|配信できません|配信不能|配送失敗|退信)");
    private static final Pattern FAILURE_BODY = Pattern.compile(
            "(?i)(this is the qmail-send program|this message was created automatically by (the )?mail|送信できませんでした|(could|can) ?not be delivered"
                    + "|delivery (to the following|of your message).{0,60}(failed|delayed)|undeliverable|user unknown|(permanent|fatal) (delivery )?error"
                    + "|i'?m sorry to have to inform you|was not delivered to|has not been delivered|unable to deliver|not able to deliver"
                    + "|the following (address|recipient)(\\(es\\)|es|s|\\(s\\))?.{0,60}(fail|error|not)|mailbox (is )?(full|unavailable|quota)"
                    + "|returned to (you|sender)|host unknown|no such user)");
    /** Of these what no customer writes of a parcel, a mailbox or a program. */
    private static final Pattern SERVER_WORDS = Pattern.compile(
            "(?i)(this is the qmail-send program|this message was created automatically by (the )?mail|送信できませんでした|user unknown"
                    + "|i'?m sorry to have to inform you|host unknown|no such user)");

    private static final Pattern AUTO_REPLY_SUBJECT = Pattern.compile(
            "(?iu)^\\s*(\\[?auto(matic|matische?|matique)?[- ]?(reply|response|antwort|svar|answer)\\]?\\b|auto:|autoreply|auto-?svar|autosvar"
                    + "|automatische antwort|automatisch antwoord|automatisk(t)? (svar|besked)|automaattinen vastaus|réponse automatique"
                    + "|respuesta autom[aá]tica|risposta automatica|resposta autom[aá]tica|răspuns automat|automatikus v[aá]lasz"
                    + "|automatick[aá] odpov[eě]ď|odpowiedź automatyczna|autoodpowiedź|automatski odgovor|samodejni odgovor|otomatik yan[ıi]t"
                    + "|αυτόματη απάντηση|автоматическ(ий|ое) ответ|автоответ|автоматична відповідь|trả lời tự động|自動応答|自動返信|自动回复|自動回覆|자동 회신|자동응답"
                    + "|רד אוטומטי|תשובה אוטומטית|رد تلقائي|out of (the )?office( auto.?reply)?\\s*(:|$)|abwesenheits(notiz|meldung|assistent)"
                    + "|abwesend\\s*:|vacation (reply|message|notice)|respuesta de ausencia|fuera de (la )?oficina\\s*:|fuori (sede|ufficio)\\s*:"
                    + "|absence (du bureau|notice)|afwezig(heid)?\\s*:|不在通知|automatinis atsakymas|automātiskā atbilde|automaat(ne )?vastus|автоматичен отговор|аутоматски одговор|sjálfvirkt svar"
                    + "|resposta automàtica|erantzun automatikoa|ตอบกลับอัตโนมัติ|balasan (otomatis|automatik)|پاسخ خودکار|स्वचालित उत्तर)");
    private static final Pattern SUPPRESSES_ANSWERS = Pattern.compile("(?i)^(oof|autoreply|all)\\b.*");
    private static final Pattern NOBODY = Pattern.compile("(?i)^(no|do[-_.]?not)[-_.]?reply\\b.*");

    /** The rules, strongest evidence first. A delivery report may say that it is an auto-reply, so it is asked for before. */
    private static final List<Rule> RULES = List.of(
            new Rule(Kind.FEEDBACK, mail -> isReport(mail, "feedback-report")),
            new Rule(Kind.BOUNCE, mail -> isReport(mail, "delivery-status")),
            new Rule(Kind.RECEIPT, mail -> isReport(mail, "disposition-notification")),
            new Rule(Kind.BOUNCE, mail -> mail.headers().has("X-Failed-Recipients")),
            new Rule(Kind.BOUNCE, mail -> isFromMachine(mail) && subject(mail, FAILURE_SUBJECT)),
            // Web forms send with an empty return path too, and a postmaster may be a person.
            new Rule(Kind.BOUNCE, mail -> isFromMachine(mail) && returnsAMail(mail) && body(mail, FAILURE_BODY)),
            new Rule(Kind.BOUNCE, mail -> isFromMachine(mail) && body(mail, SERVER_WORDS)),
            new Rule(Kind.AUTO_REPLY, mail -> header(mail, "Auto-Submitted").startsWith("auto-replied")),
            new Rule(Kind.AUTO_REPLY, mail -> isYes(mail, "X-Autoreply") || isYes(mail, "X-Autorespond")),
            new Rule(Kind.AUTO_REPLY, mail -> header(mail, "X-Autogenerated").startsWith("reply")),
            new Rule(Kind.AUTO_REPLY, mail -> header(mail, "Precedence").equals("auto_reply")),
            new Rule(Kind.AUTO_REPLY, mail -> header(mail, "X-Precedence").equals("auto_reply")),
            new Rule(Kind.AUTO_REPLY, mail -> header(mail, "X-Apple-Action").equals("vacation")),
            new Rule(Kind.AUTO_REPLY, mail -> hasEmptyReturnPath(mail) && suppressesAnswers(mail)),
            new Rule(Kind.AUTO_REPLY, mail -> subject(mail, AUTO_REPLY_SUBJECT) && isFromProgram(mail)),
            new Rule(
                    Kind.BOUNCE,
                    mail -> isFromProgram(mail)
                            && returnsAMail(mail)
                            && subject(mail, FAILURE_SUBJECT)
                            && body(mail, FAILURE_BODY)),
            new Rule(Kind.GENERATED, mail -> header(mail, "Auto-Submitted").startsWith("auto-")),
            new Rule(
                    Kind.LIST,
                    mail -> mail.headers().has("List-Id") || mail.headers().has("List-Unsubscribe")));

    private AutomaticMail() {}

    /**
     * What kind of sender it is. Lists and generated mail may carry a customer's words (a group address, a web form), so
     * they make contacts like a person's; they only must never be answered automatically.
     */
    public enum Kind {
        PERSONAL,
        BOUNCE,
        AUTO_REPLY,
        FEEDBACK,
        RECEIPT,
        GENERATED,
        LIST;

        /** Whether somebody may wait for an answer to it. */
        public boolean makesContact() {
            return this == PERSONAL || this == GENERATED || this == LIST;
        }
    }

    private record Rule(Kind kind, Predicate<MailMessage> fits) {}

    /** The kind by the first rule that fits, PERSONAL when none does. */
    public static Kind kindOf(MailMessage mail) {
        return RULES.stream()
                .filter(rule -> rule.fits().test(mail))
                .map(Rule::kind)
                .findFirst()
                .orElse(Kind.PERSONAL);
    }

    private static boolean isReport(MailMessage mail, String type) {
        var root = mail.root();
        var declared = root.mediaType().equals("multipart/report")
                && root.contentType()
                        .value("report-type")
                        .map(t -> t.equalsIgnoreCase(type))
                        .orElse(false);
        return declared || top(root).anyMatch(part -> part.mediaType().equals("message/" + type));
    }

    /** Parts of the mail itself, not of mails inside it. */
    private static Stream<MimePart> top(MimePart part) {
        return part.isMultipart() ? part.children().stream().flatMap(AutomaticMail::top) : Stream.of(part);
    }

    /** A mail server, by its name or by the return path that only reports have (RFC 5321, 4.5.5). */
    private static boolean isFromMachine(MailMessage mail) {
        return hasEmptyReturnPath(mail)
                || isSender(mail, MACHINE)
                || (mail.from() != null
                        && mail.from().name() != null
                        && MACHINE.matcher(mail.from().name()).matches());
    }

    /** Anything but a person's mail client: it says so itself, or nobody reads what is sent back to it. */
    private static boolean isFromProgram(MailMessage mail) {
        return isFromMachine(mail)
                || isSender(mail, NOBODY)
                || suppressesAnswers(mail)
                || header(mail, "Auto-Submitted").startsWith("auto-")
                || header(mail, "Precedence").equals("bulk")
                || header(mail, "Precedence").equals("junk");
    }

    private static boolean isSender(MailMessage mail, Pattern pattern) {
        return mail.fromAddress() != null && pattern.matcher(mail.fromAddress()).matches();
    }

    private static boolean suppressesAnswers(MailMessage mail) {
        return SUPPRESSES_ANSWERS
                .matcher(header(mail, "X-Auto-Response-Suppress"))
                .matches();
    }

    /** Whether it brings back a mail or the headers of one. */
    private static boolean returnsAMail(MailMessage mail) {
        return top(mail.root())
                .anyMatch(part -> part.isEmbeddedMessage() || part.mediaType().equals("text/rfc822-headers"));
    }

    private static boolean hasEmptyReturnPath(MailMessage mail) {
        return mail.headers()
                .raw("Return-Path")
                .map(path -> path.replace(" ", "").equals("<>"))
                .orElse(false);
    }

    private static boolean isYes(MailMessage mail, String header) {
        return mail.headers().has(header) && !header(mail, header).equals("no");
    }

    private static String header(MailMessage mail, String name) {
        return mail.headers().raw(name).orElse("").strip().toLowerCase(Locale.ROOT);
    }

    private static boolean subject(MailMessage mail, Pattern pattern) {
        return mail.subject() != null
                && pattern.matcher(Text.cut(mail.subject(), SUBJECT_READ)).find();
    }

    private static boolean body(MailMessage mail, Pattern pattern) {
        return pattern.matcher(Text.cut(mail.text(), BODY_READ)).find();
    }
}
