package org.longrun.simulate;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/**
 * A piece of work that can be left after any slice, written down, and taken up again with the same
 * result to the last bit. Where the slices end has no influence on the result.
 */
interface Resumable {
  /** Nanoseconds of a slice. */
  long SLICE = 300_000_000L;

  /** Works for about so many nanoseconds; true once everything is done. */
  boolean advance(long nanoseconds);

  /** Writes the whole state, that of the random stream included. */
  void save(DataOutput out) throws IOException;

  /** Takes over a state that {@link #save} wrote. */
  void restore(DataInput in) throws IOException;
}
