package org.longrun.landscape;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/** Reads {@code data}: columns in the landscape file itself, or a CSV file beside it. */
final class DataReader {
  private static final int MOST_NUMBERS = 100_000_000;

  private final LandscapeSource file;
  private final FormulaReader formulas;
  private final NameRules rules;
  private final Faults faults;

  DataReader(LandscapeSource file, FormulaReader formulas, NameRules rules) {
    this.file = file;
    this.formulas = formulas;
    this.rules = rules;
    faults = file.faults();
  }

  /**
   * The data; null, with a fault, where they cannot be read.
   *
   * @throws InputError for a fault inside the CSV file, at its place there
   */
  @Nullable DataTable read(YamlNode node) {
    if (node instanceof YamlNode.Mapping columns) {
      return inline(columns);
    }
    return node instanceof YamlNode.Scalar path && !path.value().isBlank() ? csv(path) : null;
  }

  private @Nullable DataTable inline(YamlNode.Mapping columns) {
    List<String> names = new ArrayList<>();
    List<double[]> numbers = new ArrayList<>();
    for (YamlNode.Entry entry : columns.entries()) {
      if (!rules.claim(entry.key().value(), "a data column", entry.key().place())
          || !(entry.value() instanceof YamlNode.Sequence list)) {
        return null;
      }
      names.add(entry.key().value());
      numbers.add(numbers(list));
      if (numbers.get(0).length != list.items().size()) {
        faults.add(
            list.place(),
            "column '"
                + entry.key().value()
                + "' has "
                + list.items().size()
                + " numbers; column '"
                + names.get(0)
                + "' has "
                + numbers.get(0).length);
        return null;
      }
    }
    return faults.isEmpty() ? transposed(names, numbers) : null;
  }

  private double[] numbers(YamlNode.Sequence list) {
    double[] numbers = new double[list.items().size()];
    for (int k = 0; k < numbers.length; k++) {
      OptionalDouble number = formulas.number(list.items().get(k), Map.of());
      numbers[k] = number.orElse(Double.NaN);
    }
    return numbers;
  }

  private static DataTable transposed(List<String> names, List<double[]> columns) {
    int n = columns.get(0).length;
    int c = names.size();
    double[] values = new double[n * c];
    for (int k = 0; k < c; k++) {
      for (int i = 0; i < n; i++) {
        values[i * c + k] = columns.get(k)[i];
      }
    }
    return new DataTable(names, n, values);
  }

  private @Nullable DataTable csv(YamlNode.Scalar path) {
    try {
      Path csv = file.directory().resolve(path.value());
      if (!Files.isRegularFile(csv)) {
        faults.add(
            path.place(), "there is no data file " + csv + "; paths start at the landscape file");
        return null;
      }
      if (!file.outside() && !csv.toRealPath().startsWith(file.directory().toRealPath())) {
        faults.add(
            path.place(),
            path.shown()
                + " lies outside the landscape's folder; give --allow-outside if that is meant");
        return null;
      }
      return table(csv, path);
    } catch (IOException unreadable) {
      faults.add(path.place(), "the data file " + path.shown() + " cannot be read");
      return null;
    } catch (InvalidPathException invalid) {
      faults.add(path.place(), path.shown() + " is no path of a file");
      return null;
    }
  }

  private @Nullable DataTable table(Path csv, YamlNode.Scalar path) {
    try (BufferedReader text = Files.newBufferedReader(csv, StandardCharsets.UTF_8);
        CsvReader<CsvRecord> reader =
            CsvReader.builder().allowExtraFields(true).allowMissingFields(true).ofCsvRecord(text)) {
      return table(csv, reader.iterator(), path);
    } catch (CharacterCodingException notText) {
      throw new InputError(csv.toString(), 1, 1, "the data file is not text in UTF-8");
    } catch (IOException | CsvParseException unreadable) {
      faults.add(path.place(), "the data file " + csv + " cannot be read as CSV");
      return null;
    } catch (UncheckedIOException unreadable) {
      throw new InputError(csv.toString(), 1, 1, "the data file is not text in UTF-8");
    }
  }

  private DataTable table(Path csv, Iterator<CsvRecord> records, YamlNode.Scalar path) {
    if (!records.hasNext()) {
      throw new InputError(
          csv.toString(), 1, 1, "the data file is empty; its first line names the columns");
    }
    List<String> columns = header(csv, records.next());
    double[] values = new double[64 * columns.size()];
    int count = 0;
    while (records.hasNext()) {
      CsvRecord row = records.next();
      if (count + columns.size() > values.length) {
        values = Arrays.copyOf(values, 2 * values.length);
      }
      row(csv, row, columns, values, count);
      count += columns.size();
      if (count > MOST_NUMBERS) {
        throw faults.fatal(
            path.place(), "the data file has more than " + MOST_NUMBERS + " numbers");
      }
    }
    if (count == 0) {
      throw new InputError(csv.toString(), 2, 1, "the data file has a header but no rows");
    }
    return new DataTable(columns, count / columns.size(), Arrays.copyOf(values, count));
  }

  private List<String> header(Path csv, CsvRecord header) {
    List<String> columns = new ArrayList<>();
    Faults own = new Faults(csv.toString());
    NameRules all = rules.continuedIn(own);
    for (String field : header.getFields()) {
      String name = field.strip().replace("\uFEFF", "");
      int number = columns.size() + 1;
      if (PlainScalar.isNumber(name)) {
        throw new InputError(
            csv.toString(),
            1,
            number,
            "field " + number + " of the first row is a number; the first row names the columns");
      }
      all.claim(name, "a data column", new Place(1, number));
      columns.add(name);
    }
    own.raise();
    return columns;
  }

  private static void row(Path csv, CsvRecord row, List<String> columns, double[] out, int at) {
    int line = (int) row.getStartingLineNumber();
    if (row.getFieldCount() != columns.size()) {
      throw new InputError(
          csv.toString(),
          line,
          1,
          "this row has " + row.getFieldCount() + " fields; the header has " + columns.size());
    }
    for (int k = 0; k < columns.size(); k++) {
      String field = row.getField(k).strip();
      out[at + k] = PlainScalar.isNumber(field) ? Double.parseDouble(field) : Double.NaN;
      if (!Double.isFinite(out[at + k])) {
        throw new InputError(
            csv.toString(),
            line,
            k + 1,
            "field "
                + (k + 1)
                + " ("
                + columns.get(k)
                + ") must be a finite number, not '"
                + PlainText.brief(field)
                + "'");
      }
    }
  }
}
