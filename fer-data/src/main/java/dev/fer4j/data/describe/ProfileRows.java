package dev.fer4j.data.describe;

import static dev.fer4j.data.describe.Evidence.recordings;
import static dev.fer4j.data.describe.Evidence.signed;

import dev.fer4j.core.AdCategory;
import dev.fer4j.data.describe.ProfileRow.Quantity;
import dev.fer4j.data.source.SourceListing;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** Creates the rows of a comparison. */
final class ProfileRows {

    private static final int DECIMALS = 4;

    private final SourceListing listing;
    private final ExpectedProfile profile;
    private final List<ProfileRow> rows = new ArrayList<>();

    ProfileRows(SourceListing listing, ExpectedProfile profile) {
        this.listing = listing;
        this.profile = profile;
    }

    List<ProfileRow> all() {
        for (ExpectedCategory expected : profile.categories()) {
            category(expected, CategoryFindings.of(listing, expected.category()));
        }
        totals();
        return List.copyOf(rows);
    }

    private void category(ExpectedCategory expected, CategoryFindings found) {
        Optional<AdCategory> category = Optional.of(expected.category());
        int recordings = found.recordings().size();
        int participants = found.participants().size();
        expected.recordings()
                .ifPresent(
                        count ->
                                count(
                                        Quantity.RECORDINGS,
                                        category,
                                        recordings,
                                        count,
                                        () ->
                                                RecordingReason.of(
                                                        found, profile, expected.ids(), count)));
        expected.participants()
                .ifPresent(
                        count ->
                                count(
                                        Quantity.PARTICIPANTS,
                                        category,
                                        participants,
                                        count,
                                        () ->
                                                ParticipantReason.of(
                                                        found,
                                                        expected.ids(),
                                                        participants - count)));
        expected.images().ifPresent(count -> images(expected, found, count));
        expected.prevalence().ifPresent(share -> prevalence(expected, found, share));
    }

    private void images(ExpectedCategory expected, CategoryFindings found, int images) {
        Optional<AdCategory> category = Optional.of(expected.category());
        int recordings = found.recordings().size();
        Optional<Integer> each = recordings == 0 ? Optional.of(0) : expected.framesPerRecording();
        if (each.isEmpty()) {
            rows.add(
                    new ProfileRow(
                            Quantity.IMAGES,
                            category,
                            Optional.empty(),
                            BigDecimal.valueOf(images),
                            Optional.empty(),
                            Optional.of("known once frames are sampled")));
            return;
        }
        int extra = recordings - expected.recordings().orElse(0);
        count(
                Quantity.IMAGES,
                category,
                found.stills() + each.get() * recordings,
                images,
                () -> {
                    Evidence evidence = new Evidence();
                    expected.framesPerRecording()
                            .filter(frames -> extra != 0)
                            .ifPresent(
                                    frames ->
                                            evidence.add(
                                                    frames + " of each of " + recordings(extra),
                                                    frames * extra));
                    if (found.stills() > 0 && expected.framesPerRecording().isPresent()) {
                        evidence.add(found.stills() + " stills", found.stills());
                    }
                    return evidence.reason(found.stills() + each.get() * recordings - images);
                });
    }

    private void prevalence(ExpectedCategory expected, CategoryFindings found, double share) {
        BigDecimal wanted = decimal(share);
        Optional<BigDecimal> is =
                found.items().isEmpty()
                        ? Optional.empty()
                        : Optional.of(decimal((double) found.interested() / found.items().size()));
        Optional<BigDecimal> difference = is.map(value -> value.subtract(wanted));
        boolean same = difference.isPresent() && difference.get().signum() == 0;
        rows.add(
                new ProfileRow(
                        Quantity.PREVALENCE,
                        Optional.of(expected.category()),
                        is,
                        wanted,
                        difference,
                        same
                                ? Optional.empty()
                                : Optional.of(
                                        is.isEmpty()
                                                ? "nothing with a label was found"
                                                : PrevalenceReason.of(found, expected))));
    }

    private void totals() {
        Set<AdCategory> expected =
                profile.categories().stream()
                        .map(ExpectedCategory::category)
                        .collect(Collectors.toSet());
        List<Item> items = Item.all(listing);
        List<Item> others =
                items.stream()
                        .filter(item -> item.category().filter(expected::contains).isEmpty())
                        .toList();
        int stills = (int) others.stream().filter(Item::isStill).count();
        total(
                Quantity.RECORDINGS,
                sum(ExpectedCategory::recordings),
                listing.recordings().size(),
                others.size() - stills);
        sum(Quantity.IMAGES)
                .ifPresent(
                        images ->
                                total(
                                        Quantity.IMAGES,
                                        sum(ExpectedCategory::images),
                                        images + stills,
                                        stills));
        int people = people(items);
        int inCategories =
                people(
                        items.stream()
                                .filter(
                                        item ->
                                                item.category()
                                                        .filter(expected::contains)
                                                        .isPresent())
                                .toList());
        total(Quantity.PARTICIPANTS, profile.people(), people, people - inCategories);
    }

    private static int people(List<Item> items) {
        return (int) items.stream().map(Item::participant).distinct().count();
    }

    /** Adds a row for all categories, after those of the categories. */
    private void total(Quantity quantity, Optional<Integer> expected, int found, int elsewhere) {
        expected.ifPresent(
                count ->
                        count(
                                quantity,
                                Optional.empty(),
                                found,
                                count,
                                () -> byCategories(quantity, elsewhere, found, count)));
    }

    private String byCategories(Quantity quantity, int elsewhere, int found, int expected) {
        Evidence evidence = new Evidence();
        for (ProfileRow row : rows) {
            if (row.quantity() == quantity && !row.agrees()) {
                int part = row.difference().orElseThrow().intValueExact();
                evidence.add(row.category().orElseThrow() + " " + signed(part), part);
            }
        }
        if (elsewhere != 0) {
            evidence.add("other categories or none " + signed(elsewhere), elsewhere);
        }
        int shared = sum(quantity).orElse(found - elsewhere) - (found - elsewhere);
        if (shared > 0) {
            evidence.add("in several categories " + signed(-shared), -shared);
        }
        return evidence.reason(found - expected);
    }

    /** The sum of what was found in the expected categories; empty if one of them is unknown. */
    private Optional<Integer> sum(Quantity quantity) {
        List<ProfileRow> some = rows.stream().filter(row -> row.quantity() == quantity).toList();
        return some.size() == profile.categories().size()
                        && some.stream().allMatch(row -> row.found().isPresent())
                ? Optional.of(
                        some.stream()
                                .mapToInt(row -> row.found().orElseThrow().intValueExact())
                                .sum())
                : Optional.empty();
    }

    private void count(
            Quantity quantity,
            Optional<AdCategory> category,
            int found,
            int expected,
            Supplier<String> reason) {
        rows.add(
                new ProfileRow(
                        quantity,
                        category,
                        Optional.of(BigDecimal.valueOf(found)),
                        BigDecimal.valueOf(expected),
                        Optional.of(BigDecimal.valueOf((long) found - expected)),
                        found == expected ? Optional.empty() : Optional.of(reason.get())));
    }

    private Optional<Integer> sum(Function<ExpectedCategory, Optional<Integer>> count) {
        List<Optional<Integer>> counts = profile.categories().stream().map(count).toList();
        return counts.stream().allMatch(Optional::isPresent)
                ? Optional.of(counts.stream().mapToInt(Optional::orElseThrow).sum())
                : Optional.empty();
    }

    private static BigDecimal decimal(double value) {
        return BigDecimal.valueOf(value).setScale(DECIMALS, RoundingMode.HALF_EVEN);
    }
}
