package io.carryon.profile;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.carryon.profile.acts.ActRecord;
import io.carryon.profile.documents.Shapes;
import io.carryon.profile.history.AcrossLinks;
import io.carryon.profile.history.Attempt;
import io.carryon.profile.history.ContactLink;
import io.carryon.profile.history.ContactRecord;
import io.carryon.profile.history.Issue;
import io.carryon.profile.history.Reference;
import io.carryon.profile.history.TimelineEntry;
import io.carryon.profile.identity.Customer;
import io.carryon.profile.identity.Group;
import io.carryon.profile.identity.HandlePerson;
import io.carryon.profile.identity.KnownHandle;
import io.carryon.profile.identity.Merge;
import io.carryon.profile.identity.Ownership;
import io.carryon.profile.identity.PastContact;
import io.carryon.profile.identity.PastIssue;
import io.carryon.profile.identity.Preferences;
import io.carryon.profile.identity.Promise;
import io.carryon.profile.identity.TicketState;
import io.carryon.profile.identity.TicketWork;
import io.carryon.profile.merge.GroupChange;
import io.carryon.profile.merge.MovedContacts;
import io.carryon.profile.recognition.ContactRecognized;
import io.carryon.profile.recognition.answer.LinkView;
import io.carryon.profile.recognition.memory.Memory;
import io.carryon.profile.recognition.memory.RememberedContact;
import io.carryon.profile.recognition.question.Question;
import io.carryon.profile.recognition.training.ConfirmedLink;
import io.carryon.profile.suggestion.Lookalikes;
import io.carryon.profile.suggestion.Suggestions;
import java.lang.reflect.Array;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Documents of older installations were written by Jackson: what is stored keeps its form. */
class StoredRecordsTest {

    private static final TypeReference<Map<String, Object>> FIELDS = new TypeReference<>() {};

    private final Shapes shapes = new Shapes();
    private final ObjectMapper json = mapper(true);

    /** Without what a record answers beside its components, which older documents hold and nobody reads. */
    private final ObjectMapper jsonOfComponents = mapper(false);

    static Stream<Class<? extends Record>> stored() {
        return Stream.of(
                Ownership.class,
                HandlePerson.class,
                Lookalikes.class,
                Suggestions.class,
                Customer.class,
                Group.class,
                Merge.class,
                ActRecord.class,
                GroupChange.class,
                MovedContacts.class,
                AcrossLinks.AcrossLink.class,
                KnownHandle.class,
                PastContact.class,
                PastIssue.class,
                TicketState.class,
                TicketWork.class,
                Promise.class,
                Preferences.class,
                Attempt.class,
                Issue.class,
                Reference.class,
                ContactRecord.class,
                ContactRecognized.class,
                Question.class,
                ContactLink.class,
                ConfirmedLink.class,
                LinkView.class,
                Memory.class,
                RememberedContact.class,
                TimelineEntry.class,
                TimelineEntry.Delivery.class);
    }

    @ParameterizedTest
    @MethodSource("stored")
    void aRecordIsStoredAsItsJson(Class<? extends Record> type) throws Exception {
        for (var record : List.of(full(type), bare(type))) {
            var asJson = jsonOfComponents.convertValue(record, FIELDS);

            assertThat(shapes.fields(record)).isEqualTo(asJson);
            assertThat(shapes.fields(record).keySet()).containsExactlyElementsOf(asJson.keySet());
        }
    }

    @ParameterizedTest
    @MethodSource("stored")
    void whatJacksonStoredIsRead(Class<? extends Record> type) throws Exception {
        var record = full(type);

        assertThat((Record) shapes.read(json.convertValue(record, FIELDS), type))
                .isEqualTo(record);
    }

    private static ObjectMapper mapper(boolean asksRecords) {
        return JsonMapper.builder()
                .addModule(new JavaTimeModule())
                .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
                .configure(MapperFeature.AUTO_DETECT_IS_GETTERS, asksRecords)
                .build();
    }

    /** A value in every component. */
    private static Record full(Class<?> type) throws Exception {
        var components = type.getRecordComponents();
        var values = new Object[components.length];
        for (int i = 0; i < values.length; i++) {
            values[i] = value(components[i].getGenericType());
        }
        return make(type, values);
    }

    /** As little as there can be. */
    private static Record bare(Class<?> type) throws Exception {
        return make(
                type,
                Arrays.stream(type.getRecordComponents())
                        .map(component -> Array.get(Array.newInstance(component.getType(), 1), 0))
                        .toArray());
    }

    private static Record make(Class<?> type, Object[] values) throws Exception {
        var constructor = type.getDeclaredConstructor(Arrays.stream(type.getRecordComponents())
                .map(RecordComponent::getType)
                .toArray(Class[]::new));
        constructor.setAccessible(true);
        return (Record) constructor.newInstance(values);
    }

    private static Object value(Type type) throws Exception {
        if (type instanceof ParameterizedType generic) {
            var arguments = generic.getActualTypeArguments();
            var element = value(arguments[arguments.length - 1]);
            return generic.getRawType() == List.class ? List.of(element) : Map.of("2026-11", element);
        }
        var plain = (Class<?>) type;
        if (plain.isRecord()) {
            return full(plain);
        } else if (plain.isEnum()) {
            return plain.getEnumConstants()[0];
        } else if (plain == int.class || plain == Integer.class) {
            return 3;
        } else if (plain == long.class || plain == Long.class) {
            return 8_000_000_000L;
        } else if (plain == Double.class) {
            return 0.875;
        } else if (plain == boolean.class || plain == Boolean.class) {
            return true;
        } else if (plain == UUID.class) {
            return UUID.fromString("0192f0c1-2d3e-7abc-8def-0123456789ab");
        } else if (plain == Instant.class) {
            return Instant.parse("2026-11-02T08:30:00.120Z");
        }
        return "für";
    }
}
