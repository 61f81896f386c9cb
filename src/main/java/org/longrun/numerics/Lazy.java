package org.longrun.numerics;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A value that is made when it is first asked for, once. */
public final class Lazy<T extends Object> {
  private final Supplier<T> source;
  private volatile @Nullable T value;

  /** A value from this source, not asked yet. */
  public Lazy(Supplier<T> source) {
    this.source = source;
  }

  /** The value. */
  public T get() {
    T known = value;
    return known != null ? known : make();
  }

  private synchronized T make() {
    T known = value;
    if (known == null) {
      known = source.get();
      value = known;
    }
    return known;
  }
}
