package org.longrun.analysis;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.longrun.arborescence.ArborescenceIterator;
import org.longrun.arborescence.InForest;
import org.longrun.energy.EnergyLevels;
import org.longrun.landscape.InputError;

/**
 * The trees that are written with the results.
 *
 * @param roots the vertices whose least arborescence and pruned forest are written
 * @param ranked the vertices whose {@code best} least arborescences are listed besides
 * @param best how many of each; 0 for none
 */
public record Trees(BitSet roots, BitSet ranked, int best) {
  /** The most vertices for which every root's tree is written. */
  public static final int ALL = 200;

  /** The most vertices of a graph whose least arborescences are listed. */
  public static final int MOST_RANKED = 1000;

  /** Lists of trees are split into parts of N numbers, N of them for each tree listed. */
  private static final double MOST_NUMBERS = 2e7;

  /**
   * The trees of the ground states, of the vertices with these ids, and of all where there are at
   * most {@value #ALL} vertices; of the vertices with these ids, or else the ground states, the
   * best ones in order.
   *
   * @throws InputError if there is no such vertex, or there are too many trees to list
   */
  public static Trees of(EnergyLevels levels, List<String> ids, int best) {
    int n = levels.graph().size();
    BitSet given = levels.graph().indicesOf(ids);
    BitSet ranked = given.isEmpty() ? levels.groundStates() : given;
    if (best > 0) {
      check(best, n);
    }
    BitSet roots = levels.groundStates();
    roots.or(given);
    roots.set(0, n <= ALL ? n : 0);
    return new Trees(roots, best > 0 ? ranked : new BitSet(), best);
  }

  /** The least in-arborescences of a root, in order; as many as are listed, or as there are. */
  public List<InForest> ranking(int root, EnergyLevels levels) {
    List<InForest> list = new ArrayList<>();
    if (levels.energy(root) < Double.POSITIVE_INFINITY) {
      ArborescenceIterator all = new ArborescenceIterator(levels.graph().digraph(), root);
      while (list.size() < best && all.hasNext()) {
        list.add(all.next());
      }
    }
    return list;
  }

  private static void check(int best, int n) {
    if (n > MOST_RANKED) {
      throw new InputError(
          "--best "
              + best
              + ": there are "
              + n
              + " vertices; trees are listed up to "
              + MOST_RANKED);
    }
    int most = (int) Math.min(100_000, MOST_NUMBERS / ((double) n * n));
    if (best > most) {
      throw new InputError(
          "--best " + best + ": too many trees of " + n + " vertices; the most is " + most);
    }
  }
}
