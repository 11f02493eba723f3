package io.carryon.gateway.portal;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.carryon.gateway.door.Fingerprint;
import io.carryon.gateway.door.IdempotencyKey;
import io.carryon.gateway.door.JsonBody;
import io.carryon.gateway.door.Submissions.Submission;
import io.carryon.gateway.problem.ProblemException;
import io.carryon.gateway.selfservice.FileRef;
import io.carryon.gateway.selfservice.PortalAnswers;
import io.carryon.gateway.selfservice.PortalFile;
import io.carryon.gateway.selfservice.PortalFiles;
import io.carryon.gateway.selfservice.PortalMessageForm;
import io.carryon.gateway.selfservice.PortalRequestForm;
import io.carryon.gateway.selfservice.PortalRequests;
import io.carryon.gateway.selfservice.Requester;
import io.carryon.gateway.selfservice.Viewer;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jboss.resteasy.reactive.multipart.FileUpload;

/** Makes requests and messages of what stands in the pages' forms, as a portal's server would send them. */
@ApplicationScoped
class PageRequests {

    /** What the pages are called where portals' servers have their names. */
    static final String CLIENT = "help";

    private final PortalRequests requests;
    private final PortalFiles files;
    private final JsonBody form;
    private final ObjectMapper json;

    PageRequests(PortalRequests requests, PortalFiles files, JsonBody form, ObjectMapper json) {
        this.requests = requests;
        this.files = files;
        this.form = form;
        this.json = json;
    }

    /** Fields that are wrong, by the names they have in forms. */
    static final class WrongFields extends Exception {

        private static final long serialVersionUID = 1L;

        private final transient Set<String> fields;

        WrongFields(Set<String> fields) {
            this.fields = fields;
        }

        Set<String> fields() {
            return fields;
        }
    }

    PortalAnswers.Accepted submit(
            Viewer viewer, String key, RequestFields fields, String language, List<FileUpload> uploads)
            throws WrongFields {
        return sent(
                key,
                under -> new PortalRequestForm(
                        new Requester(
                                given(fields.name()), given(fields.email()), given(fields.phone()), null, null, null),
                        fields.subject(),
                        fields.text(),
                        language,
                        given(fields.topic()),
                        kept(viewer, under, uploads),
                        null,
                        given(fields.session())),
                PortalRequestForm.class,
                submission -> requests.submit(viewer, submission),
                submission -> requests.gotNowhere(viewer, submission));
    }

    void write(Viewer viewer, String reference, String key, String text, List<FileUpload> uploads) throws WrongFields {
        // Nothing of a stranger's is kept: the request is looked for before the files are.
        requests.known(viewer, reference);
        sent(
                key,
                under -> new PortalMessageForm(text, kept(viewer, under, uploads)),
                PortalMessageForm.class,
                submission -> requests.write(viewer, reference, submission),
                submission -> requests.gotNowhere(viewer, reference, submission));
    }

    /** What stands in a form, with the files that are kept under its key. */
    @FunctionalInterface
    private interface Written<T> {
        T under(String key) throws WrongFields;
    }

    /**
     * Sends what is written, once for the key of its form. What was edited after it had got nowhere goes under a key of
     * its own: should the broker have taken the first after all, both are there, and nothing is lost.
     */
    private <T, R> R sent(
            String key,
            Written<T> written,
            Class<T> type,
            Function<Submission<T>, R> send,
            Predicate<Submission<T>> gotNowhere)
            throws WrongFields {
        try {
            var first = submission(key, written, type);
            try {
                return send.apply(first);
            } catch (ProblemException e) {
                if (!IdempotencyKey.isReused(e) || !gotNowhere.test(first)) {
                    throw e;
                }
                return send.apply(submission(Fingerprint.of(key + first.fingerprint()), written, type));
            }
        } catch (ProblemException e) {
            throw wrong(e);
        }
    }

    private <T> Submission<T> submission(String key, Written<T> written, Class<T> type) throws WrongFields {
        var known = IdempotencyKey.of(key);
        try {
            var body = json.writeValueAsBytes(written.under(key));
            return new Submission<>(CLIENT, known, form.read(body, type), body);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A form can always be written as JSON", e);
        }
    }

    /** Whether any file was chosen: browsers send one without name and content where none was. */
    static boolean hasFiles(List<FileUpload> uploads) {
        return uploads != null && uploads.stream().anyMatch(upload -> upload.size() > 0);
    }

    private List<FileRef> kept(Viewer viewer, String key, List<FileUpload> uploads) throws WrongFields {
        var kept = new ArrayList<FileRef>();
        for (var upload : uploads == null ? List.<FileUpload>of() : uploads) {
            if (upload.size() > 0) {
                kept.add(new FileRef(kept(viewer, key, upload).id()));
            }
        }
        return kept;
    }

    private PortalFile kept(Viewer viewer, String key, FileUpload upload) throws WrongFields {
        try (var bytes = Files.newInputStream(upload.uploadedFile())) {
            return files.upload("browser:" + viewer.session(), key, upload.fileName(), bytes);
        } catch (IOException e) {
            throw new UncheckedIOException("An upload cannot be read", e);
        } catch (ProblemException e) {
            if (e.status() == 413 || e.status() == 415 || e.status() == 400) {
                throw new WrongFields(Set.of("files"));
            }
            throw e;
        }
    }

    private static final Map<String, String> NAMES = Map.of(
            "/requester/email", "email",
            "/requester", "email",
            "/requester/phone", "phone",
            "/subject", "subject",
            "/text", "text",
            "/topic", "topic",
            "/attachments", "files");

    private static WrongFields wrong(ProblemException problem) throws WrongFields {
        if (problem.status() != 400 || problem.errors().isEmpty()) {
            throw problem;
        }
        throw new WrongFields(problem.errors().stream()
                .map(error -> NAMES.getOrDefault(error.pointer(), "text"))
                .collect(Collectors.toSet()));
    }

    private static String given(String field) {
        return field == null || field.isEmpty() ? null : field;
    }
}
