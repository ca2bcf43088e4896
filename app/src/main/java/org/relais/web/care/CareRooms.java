package org.relais.web.care;

import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.relais.access.Account;
import org.relais.access.Guard;
import org.relais.access.Trace;
import org.relais.care.chart.Chart;
import org.relais.care.chart.Charts;
import org.relais.care.identity.Hit;
import org.relais.care.identity.Place;
import org.relais.care.identity.desk.IdentityDesk;
import org.relais.care.wards.Census;
import org.relais.care.wards.Ward;
import org.relais.care.wards.Wards;
import org.relais.journal.ReadModels;
import org.relais.kernel.Language;
import org.relais.kernel.PatientId;
import org.relais.kernel.Problem;
import org.relais.kernel.WardCode;
import org.relais.kernel.Who;
import org.relais.web.shell.Frame;

/**
 * The rooms that the pages of Soigner ask.
 *
 * @param kin        who is whose mother
 * @param identities what people write of identities and departures
 * @param staff      names who made a fact
 */
public record CareRooms(
        ReadModels models,
        Wards wards,
        Kinship kin,
        IdentityDesk identities,
        Charts charts,
        Trace trace,
        Guard guard,
        InstantSource clock,
        Function<Who, String> staff) {

    /** A chart that the account may open. */
    public Chart allowed(Account account, PatientId id) {
        guard.mayOpenChart(account, id).orThrow();
        return charts.chart(id, clock.instant())
                .orElseThrow(() ->
                        Problem.of(Problem.Category.NOT_FOUND, "web.no-patient").asException());
    }

    /** Who lies in a ward now; empty when it is none. */
    Optional<Census> ward(String code) {
        return code.isBlank()
                ? Optional.empty()
                : models.query(() -> wards.ward(new WardCode(code)).map(found -> wards.census(found.code())));
    }

    /** Whether a code is that of one of the wards; so is none. */
    public boolean isWardOrNone(String code) {
        return code.isEmpty()
                || models.query(wards::wards).stream()
                        .anyMatch(ward -> ward.code().value().equals(code));
    }

    /** The code of the ward that a place lies in, whichever of its units messages name; empty for no place. */
    public String wardAt(@Nullable Place place) {
        return place == null
                ? ""
                : models.query(() -> wards.ward(place.ward()))
                        .map(ward -> ward.code().value())
                        .orElse("");
    }

    /** What makes pages of a chart for this reader. */
    ChartSheet sheet(Frame frame, Account account, Chart chart) {
        String glass = guard.through(account, chart.patient().id())
                .map(one -> frame.t(
                        "chart.glass",
                        frame.t("access.glass.reason." + one.reason()),
                        frame.show().dateTime(one.until())))
                .orElse("");
        return new ChartSheet(
                frame,
                names(frame),
                staff,
                new ChartSheet.Over(glass, protections(frame, chart.patient().id())));
    }

    /** Why a patient must be looked after with more discretion, in words. */
    private List<String> protections(Frame frame, PatientId id) {
        return identities.protections(id).stream()
                .map(kind -> frame.t("protection." + kind))
                .toList();
    }

    /** The answers to a question: with each, why it is one, who could be taken for her, and what protects her. */
    public PatientsPage found(Frame frame, String question, List<Hit> hits) {
        return PatientsPage.of(frame, question, hits, names(frame)).guarded(id -> protections(frame, id));
    }

    /** The patient banner of a page about an open chart. */
    public ChartBanner banner(Frame frame, Account account, Chart chart) {
        return ChartBanner.of(frame, chart, sheet(frame, account, chart));
    }

    /** The names of wards in the language of a page, as they stand now. */
    public WardNames names(Frame frame) {
        Map<WardCode, String> names = new HashMap<>();
        models.query(wards::wards).forEach(ward -> names.put(ward.code(), name(ward, frame.language())));
        models.query(wards::wards)
                .forEach(ward -> ward.units()
                        .forEach(unit -> names.putIfAbsent(new WardCode(unit), name(ward, frame.language()))));
        return code -> names.getOrDefault(code, code.value());
    }

    /** A ward's name in a language, else in the other, else its code. */
    public static String name(Ward ward, Language language) {
        String first = language == Language.FR ? ward.nameFr() : ward.nameEn();
        String second = language == Language.FR ? ward.nameEn() : ward.nameFr();
        if (!first.isBlank()) {
            return first;
        }
        return second.isBlank() ? ward.code().value() : second;
    }
}
