package org.longrun.critical;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.longrun.landscape.Landscape;
import org.longrun.landscape.Target;
import org.longrun.numerics.Point;

/**
 * Step 1: finds the critical components K_1 … K_N of f in the domain, with the account of their
 * completeness.
 *
 * <p>An immutable procedure; the effort is the landscape's settings {@code search-points}, {@code
 * search-seconds}, {@code certificate-boxes} and {@code component-limit}. The same landscape gives
 * the same set, bit for bit.
 */
public final class CriticalSetFinder {
  private static final int ROUNDS = 3;

  private static final String KINKS =
      "f is not differentiable everywhere in the domain, where the theory assumes that it is: ";

  private static final String ON_LINE = "kinks where its slope changes sign are components";

  private static final String BEYOND =
      "isolated critical points on one surface of kinks are components, those where surfaces meet,"
          + " or along which f is constant, are not";

  private final BooleanSupplier stop;

  private CriticalSetFinder(BooleanSupplier stop) {
    this.stop = stop;
  }

  /** The procedure with its defaults. */
  public static CriticalSetFinder withDefaults() {
    return new CriticalSetFinder(() -> false);
  }

  /** The same, ending with what is found once the stop is true; a warning says so. */
  public CriticalSetFinder until(BooleanSupplier other) {
    return new CriticalSetFinder(other);
  }

  /**
   * crit f in the landscape's domain.
   *
   * @param landscape f, the domain, the settings and the seed
   * @return the components in the order of the results; what was left out is in its warnings
   */
  public CriticalSet find(Landscape landscape) {
    LossField field = new LossField(landscape.objective(), landscape.domain());
    NewtonCorrector corrector = new NewtonCorrector(field);
    Catalogue catalogue = new Catalogue(field, corrector, landscape.symmetries());
    SearchEffort effort = new SearchEffort(landscape, stop);
    Search search = new Search(field, catalogue, corrector, effort);

    List<Zero> wanted = search.fromPoints(pointsOf(landscape));
    search.fromSpreadStarts(1);
    search.fromKnownZeros();
    Certificate certificate =
        CertificateSearch.run(
            field, catalogue, corrector, (int) landscape.settings().get("certificate-boxes"));
    search.fromKnownZeros();
    KinkSearch kinkSearch = new KinkSearch(field);
    boolean hasKinks = kinkSearch.hasKinks();
    List<Finding> kinks = hasKinks ? kinkSearch.critical() : List.of();
    List<Finding> findings = kinkSearch.joined(new Classification(field).of(catalogue), kinks);
    Completeness completeness = CompletenessCheck.of(field, findings, certificate);
    for (int round = 1;
        round < ROUNDS && isWorthAnother(completeness, effort, catalogue);
        round++) {
      search.fromSpreadStarts(4 * round);
      search.fromKnownZeros();
      search.fromSaddles();
      findings = kinkSearch.joined(new Classification(field).of(catalogue), kinks);
      completeness = CompletenessCheck.of(field, findings, certificate);
    }
    int limit = (int) landscape.settings().get("component-limit");
    Selection selection = Selection.of(field, findings, limit, wanted);
    List<String> warnings = new ArrayList<>(selection.warnings());
    List<Point> missed = kinkSearch.others(search.kinks(), kinks);
    warnings.addAll(SearchWarnings.of(catalogue, effort, missed));
    if (hasKinks) {
      completeness = completeness.withKinks(!missed.isEmpty());
      warnings.add(KINKS + (field.d == 1 ? ON_LINE : BEYOND));
    }
    Completeness account = selection.leavesOut(findings) ? completeness.ofCut() : completeness;
    return new Assembly(landscape, field.diameter).of(selection.findings(), account, warnings);
  }

  private static boolean isWorthAnother(
      Completeness completeness, SearchEffort effort, Catalogue catalogue) {
    return !completeness.consistent() && effort.allowsStarts(catalogue);
  }

  /** The user's own points: their minima must not be missed. */
  private static List<double[]> pointsOf(Landscape landscape) {
    List<Point> points = new ArrayList<>(landscape.starts());
    if (landscape.target() instanceof Target.Nearest nearest) {
      points.addAll(nearest.points());
    }
    return points.stream().map(Point::toArray).toList();
  }
}
