/** Results as JSON, DOT, GraphML, CSV and a self-contained HTML page. */
@NullMarked
package org.longrun.report;

import org.jspecify.annotations.NullMarked;
