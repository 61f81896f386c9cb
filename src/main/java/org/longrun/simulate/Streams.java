package org.longrun.simulate;

import com.google.common.hash.HashCode;
import com.google.common.hash.Hashing;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.nio.ByteBuffer;
import org.apache.commons.rng.RestorableUniformRandomProvider;
import org.apache.commons.rng.core.RandomProviderDefaultState;
import org.apache.commons.rng.simple.RandomSource;

/**
 * Independent random streams, made before any work starts: the stream of a piece of work depends on
 * the seed, the work's name and its number alone, never on which thread runs it.
 *
 * <p>Each stream is a xoshiro256++ generator (D. Blackman and S. Vigna, <em>Scrambled linear
 * pseudorandom number generators</em>, ACM TOMS 47, 2021) whose 256 bits of state are the SHA-256
 * hash of (seed, name, number): streams that overlap are out of question in a period of 2^256 − 1.
 */
final class Streams {
  private Streams() {}

  /** The stream of one piece of work. */
  static RestorableUniformRandomProvider of(long seed, String work, int number) {
    HashCode hash =
        Hashing.sha256().newHasher().putLong(seed).putInt(number).putUnencodedChars(work).hash();
    ByteBuffer bits = ByteBuffer.wrap(hash.asBytes());
    long[] state = {bits.getLong(), bits.getLong(), bits.getLong(), bits.getLong()};
    return RandomSource.XO_SHI_RO_256_PP.create(state);
  }

  /** Writes a stream's whole state. */
  static void save(RestorableUniformRandomProvider random, DataOutput out) throws IOException {
    byte[] state = ((RandomProviderDefaultState) random.saveState()).getState();
    out.writeInt(state.length);
    out.write(state);
  }

  /** Puts a stream back into the state that {@link #save} wrote. */
  static void restore(RestorableUniformRandomProvider random, DataInput in) throws IOException {
    byte[] state = new byte[in.readInt()];
    in.readFully(state);
    random.restoreState(new RandomProviderDefaultState(state));
  }
}
