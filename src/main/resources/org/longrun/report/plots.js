/* What all pictures have in common: frame, theme, export, the table of their data, drawing late. */

/**
 * Registers a picture. `has(data)` says whether there is anything to draw; `current()` gives the
 * plotting library's {traces, layout} for the current selection, or `paint(picture)` draws without
 * it; `table(data)` gives {head, rows, keys} for the reader without a mouse; `pick(mark)` turns the
 * `customdata` of a mark that was clicked into a selection.
 */
Longrun.picture = (id, definition) => {
  Longrun.pictures[id] = {id, drawn: false, ...definition};
};

/** The frame of a picture: title, controls, export buttons, plot, note, table. */
Longrun.frame = (picture, figure) => {
  const {element} = Longrun;
  const bar = element('div', {class: 'bar'}, element('h3', {}, picture.title));
  (picture.controls ? picture.controls(picture) : []).forEach((control) => bar.append(control));
  ['svg', 'png'].forEach((format) => bar.append(element('button',
    {type: 'button', 'aria-label': 'Save ' + picture.title + ' as ' + format.toUpperCase(),
      onclick: () => Longrun.save(picture, format)}, format.toUpperCase())));
  picture.plot = element('div', {class: 'plot', role: 'img', 'aria-label': picture.title
    + '; its data are in the table below'});
  const preview = figure.querySelector('.preview');
  if (preview) picture.plot.append(preview);
  figure.append(bar, picture.plot);
  if (picture.note) figure.append(element('p', {class: 'note'}, picture.note(Longrun.data)));
  const details = element('details', {}, element('summary', {}, 'Data as a table'));
  details.addEventListener('toggle', () => {
    if (details.open && !details.querySelector('table')) {
      details.append(Longrun.table(picture.table(Longrun.data), picture.title));
    }
  });
  figure.append(details);
};

/** A table; `keys[row]` = {component} or {transition} makes a row follow and set the selection. */
Longrun.table = ({head, rows, keys = []}, caption) => {
  const {element} = Longrun;
  const body = element('tbody');
  rows.forEach((row, r) => {
    const line = element('tr');
    const key = keys[r] || {};
    if (key.component >= 0) line.dataset.component = Longrun.data.components[key.component].id;
    if (key.transition >= 0) line.dataset.transition = key.transition;
    row.forEach((cell, c) => line.append(element('td',
      {class: typeof cell === 'number' ? 'n' : null},
      c === 0 && (key.component >= 0 || key.transition >= 0)
        ? element('button', {type: 'button', class: 'k', onclick: () => Longrun.select(key)}, String(cell))
        : typeof cell === 'number' ? Longrun.number(cell, 8) : cell == null ? '∞' : String(cell))));
    body.append(line);
  });
  const header = element('tr', {}, ...head.map((h) => element('th', {scope: 'col'}, h)));
  return element('div', {class: 'scroll', tabindex: '0'},
    element('table', {}, element('caption', {}, caption), element('thead', {}, header), body));
};

/** The theme's part of a layout. */
Longrun.layout = (layout) => {
  const ink = Longrun.colour('ink');
  const line = Longrun.colour('line');
  const axis = {gridcolor: line, zerolinecolor: line, linecolor: line, tickcolor: line,
    automargin: true, title: {standoff: 8}};
  const out = {
    paper_bgcolor: 'rgba(0,0,0,0)', plot_bgcolor: 'rgba(0,0,0,0)',
    font: {color: ink, size: 13, family: 'system-ui, sans-serif'},
    margin: {l: 60, r: 20, t: 20, b: 50}, hovermode: 'closest',
    legend: Longrun.narrow() ? {orientation: 'h', x: 0, y: -0.28, yanchor: 'top', itemsizing: 'constant'}
      : {orientation: 'h', x: 0, y: 1.02, yanchor: 'bottom', itemsizing: 'constant'},
    modebar: {bgcolor: 'rgba(0,0,0,0)', color: Longrun.colour('soft'), activecolor: Longrun.colour('link')},
    ...layout,
  };
  Object.keys(out).filter((k) => /^[xy]axis\d*$/.test(k)).forEach((k) => {
    const title = typeof out[k].title === 'string' ? {text: out[k].title} : out[k].title || {};
    const log = out[k].type === 'log' ? {dtick: 1} : {};
    out[k] = {...axis, exponentformat: 'power', ...log, ...out[k], title: {...axis.title, ...title}};
  });
  return out;
};

/** True on a phone: legends go below, the library's own buttons away. */
Longrun.narrow = () => document.documentElement.clientWidth < 600;

Longrun.config = () => ({responsive: true, displaylogo: false, scrollZoom: false,
  displayModeBar: !Longrun.narrow(), modeBarButtonsToRemove: ['toImage', 'select2d', 'lasso2d', 'autoScale2d']});

/** What a click on a mark selects, unless the picture says otherwise. */
Longrun.pick = (mark) => (mark && (mark.component >= 0 || mark.transition >= 0) ? mark : null);

/** Draws a picture for the first time. */
async function firstDrawing(picture) {
  if (picture.paint) {
    picture.paint(picture);
    return;
  }
  await Longrun.library();
  const preview = picture.plot.closest('figure').querySelector('.preview');
  if (preview) preview.remove();
  if (picture.check) picture.check();
  const {traces, layout} = picture.current();
  await Plotly.newPlot(picture.plot, traces, Longrun.layout({...layout, uirevision: 'keep'}), Longrun.config());
  picture.plot.on('plotly_click', (event) => {
    const change = event.points.map((p) => (picture.pick || Longrun.pick)(p.customdata)).find((c) => c);
    if (change) Longrun.select(change);
  });
}

/** Draws a picture again after a change, if it has been drawn; keeps zoom and camera. */
Longrun.refresh = (picture) => {
  if (!picture.drawn) return null;
  if (picture.paint) return picture.paint(picture);
  const {traces, layout} = picture.current();
  return Plotly.react(picture.plot, traces, Longrun.layout({...layout, uirevision: 'keep'}), Longrun.config());
};

/** Saves a picture as SVG or PNG. */
Longrun.save = async (picture, format) => {
  await Longrun.draw(picture);
  const name = document.title.split(' – ')[0].replace(/[^\w.-]+/g, '_') + '-' + picture.id;
  const url = picture.image ? await picture.image(format) : await Plotly.toImage(picture.plot,
    {format, width: 1000, height: 700, scale: format === 'png' ? 2 : 1});
  const link = Longrun.element('a', {href: url, download: name + '.' + format});
  document.body.append(link);
  link.click();
  link.remove();
};

/** Draws a picture once; later calls return the same promise. */
Longrun.draw = (picture) => {
  picture.promise = picture.promise || (async () => {
    try {
      await firstDrawing(picture);
      picture.drawn = true;
      const figure = picture.plot.closest('figure');
      figure.dataset.drawn = 'true';
    } catch (problem) {
      Longrun.errors.push(picture.id + ': ' + problem);
      picture.plot.append(Longrun.element('p', {class: 'problem'}, 'This picture could not be drawn: '
        + problem.message + '. Its data are in the table below.'));
    }
  })();
  return picture.promise;
};

/** The plotting library, unpacked when the first picture needs it. */
Longrun.library = () => {
  Longrun.libraryPromise = Longrun.libraryPromise || Longrun.unpack('library').then((source) => {
    const script = document.createElement('script');
    script.textContent = source;
    document.head.append(script);
  });
  return Longrun.libraryPromise;
};

/** Draws every picture, seen or not. */
Longrun.drawAll = async () => {
  await Longrun.ready;
  for (const picture of Object.values(Longrun.pictures)) {
    if (picture.plot) await Longrun.draw(picture);
  }
};

/** A select control for a picture's bar. */
Longrun.choice = (label, entries, change) => Longrun.element('label', {}, label + ' ',
  (() => {
    const list = Longrun.element('select', {onchange: () => change(list.value)});
    list.append(...entries.map(([value, text]) => new Option(text, value)));
    return list;
  })());
