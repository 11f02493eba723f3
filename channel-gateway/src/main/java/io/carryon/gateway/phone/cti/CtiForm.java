package io.carryon.gateway.phone.cti;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The fields of a push, for the API document; {@link PushFields} reads them. */
@Schema(name = "CtiPush", description = "Zammad's generic CTI format. Fields not named here are ignored.")
record CtiForm(
        @Schema(
                required = true,
                enumeration = {"newCall", "answer", "hangup"})
        String event,

        @Schema(
                required = true,
                maxLength = 255,
                examples = "a84b4c76e66710",
                description = "The same in all events of a call.")
        String callId,

        @Schema(examples = "493055571600", description = "anonymous when withheld. One leading space is a lost plus.")
        String from,

        @Schema(examples = "4930555010") String to,

        @Schema(
                enumeration = {"in", "out"},
                description = "Relative to us. Left out: as the call began, or in.")
        String direction,

        @Schema(examples = "[\"Alice Weber\"]", description = "Or user[]; the names of those it rings at.")
        List<String> user,

        @Schema(examples = "Support") String queue,

        @Schema(examples = "normalClearing", description = "Of a hangup.")
        String cause,

        @Schema(examples = "201", description = "The telephone that answered.")
        String answeringNumber) {

    static final String EXAMPLE =
            "event=newCall&callId=a84b4c76e66710&from=493055571600&to=4930555010&direction=in&queue=Support";
}
