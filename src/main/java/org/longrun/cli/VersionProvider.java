package org.longrun.cli;

import org.longrun.report.Provenance;
import picocli.CommandLine.IVersionProvider;

/** The version that {@code --version} prints. */
final class VersionProvider implements IVersionProvider {
  @Override
  public String[] getVersion() {
    return new String[] {"longrun " + Provenance.version()};
  }
}
