/* What all pictures have in common: frame, theme, export, the table of their data, drawing late. */

/**
 * Registers a picture. `has(data)` says whether there is anything to draw; `current()` gives the
 * plotting library's {traces, layout} for the current selection, or `paint(picture)` draws without
 * it; `table(data)` gives {head, rows, keys} for the reader without a mouse; `pick(mark)` turns the
 * `customdata` of a mark that was clicked into a selection; `still` says that it does not depend on
 * the selection, `heavy` that drawing it takes a moment.
 */
Longrun.picture = (id, definition) => {
  Longrun.pictures[id] = {id, drawn: false, ...definition};
};

/** The frame of a picture: title, controls, export buttons, plot, note, table. */
Longrun.frame = (picture, figure) => {
  const {element} = Longrun;
  const bar = element('div', {class: 'bar'}, element('h3', {}, picture.title));
  const controls = picture.controls ? picture.controls(picture) : [];
  bar.append(...controls, ...Longrun.zoomButtons(picture));
  ['svg', 'png'].forEach((format) => bar.append(element('button',
    {type: 'button', 'aria-label': 'Save ' + picture.title + ' as ' + format.toUpperCase(),
      onclick: () => Longrun.save(picture, format)}, format.toUpperCase())));
  picture.plot = element('div', {class: 'plot', role: 'img', 'aria-label': picture.title
    + '; its data are in the table below'});
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
    automargin: true, minexponent: 5, title: {standoff: 8}};
  const out = {
    paper_bgcolor: 'rgba(0,0,0,0)', plot_bgcolor: 'rgba(0,0,0,0)',
    font: {color: ink, size: 13, family: 'system-ui, sans-serif'},
    margin: {l: 60, r: 20, t: 20, b: 50}, hovermode: 'closest',
    legend: {orientation: 'h', x: 0, y: 1.02, yanchor: 'bottom', itemsizing: 'constant'},
    ...layout,
    ...(Longrun.paper ? {width: PAPER.width, height: PAPER.height, autosize: false} : {}),
  };
  Object.keys(out).filter((k) => /^[xy]axis\d*$/.test(k)).forEach((k) => {
    const title = typeof out[k].title === 'string' ? {text: out[k].title} : out[k].title || {};
    out[k] = {...axis, exponentformat: 'power', ...out[k], title: {...axis.title, ...title}};
  });
  return out;
};

/** The size of a picture on paper, in pixels of the style sheet; fits A4 and Letter. */
const PAPER = {width: 660, height: 360};

/** A scene in three dimensions seen from the south and above. */
Longrun.scene = (titles, aspectratio) => {
  const axis = (title) => ({title: {text: title}, color: Longrun.colour('ink'), gridcolor: Longrun.colour('line')});
  const far = Longrun.narrow() ? 1.7 : 1;
  return {xaxis: axis(titles[0]), yaxis: axis(titles[1]), zaxis: axis(titles[2]), aspectmode: 'manual', aspectratio,
    camera: {eye: {x: 0.62 * far, y: -1.7 * far, z: 1.45 * far}, center: {x: 0, y: 0, z: -0.25}}};
};

/** True on a phone. */
Longrun.narrow = () => document.documentElement.clientWidth < 600;

/** The library's own buttons are left out: a keyboard does not reach them, and legends run into them. */
const CONFIG = {responsive: true, displayModeBar: false, scrollZoom: false};

/** Ticks of a logarithmic axis over these values: powers of ten, between them 2 and 5 where they are few. */
Longrun.logTicks = (values) => {
  const positive = values.filter((v) => v > 0);
  return {type: 'log', dtick: Math.max(...positive) / Math.min(...positive) > 300 ? 1 : 'D2'};
};

/** Buttons to zoom; a picture that paints itself says what they do. */
Longrun.zoomButtons = (picture) => [['+', 1 / 1.3, 'zoom in'], ['−', 1.3, 'zoom out'], ['⟲', 0, 'show the whole']]
  .map(([text, factor, name]) => Longrun.element('button', {type: 'button', title: name,
    'aria-label': name + ': ' + picture.title, onclick: () => (picture.zoom || zoom)(picture, factor)}, text));

const axesOf = (plot) => Object.entries(plot.layout).filter(([key, axis]) => /^[xy]axis\d*$/.test(key) && axis.range);

/** Zooms about the middle; a factor of 0 goes back to the whole. */
async function zoom(picture, factor) {
  await Longrun.draw(picture);
  if (factor === 0) {
    Longrun.forget(picture);
    return Longrun.refresh(picture);
  }
  const change = {};
  axesOf(picture.plot).forEach(([key, {range: [a, b]}]) => {
    change[key + '.range'] = [(a + b) / 2 - factor * (b - a) / 2, (a + b) / 2 + factor * (b - a) / 2];
  });
  const {scene} = picture.plot.layout;
  if (scene) {
    const {x, y, z} = scene.camera.eye;
    change['scene.camera.eye'] = {x: x * factor, y: y * factor, z: z * factor};
  }
  return Plotly.relayout(picture.plot, change);
}

/** Forgets what the reader zoomed to. */
Longrun.forget = (picture) => {
  picture.kept = null;
  picture.revision = (picture.revision || 0) + 1;
};

/** What the reader zoomed to is kept when the picture is drawn again. */
function remember(picture, event) {
  const keys = Object.keys(event);
  if (keys.some((key) => key.endsWith('autorange'))) picture.kept = null;
  else if (keys.some((key) => /range|camera/.test(key))) {
    const {plot} = picture;
    picture.kept = {ranges: axesOf(plot).map(([key, axis]) => [key, axis.range]), camera: plot.layout.scene && plot.layout.scene.camera};
  }
}

/** The picture as it is to be drawn now. */
function drawing(picture) {
  const {traces, layout} = picture.current();
  const full = Longrun.layout({...layout, uirevision: picture.revision || 0});
  if (picture.kept) {
    picture.kept.ranges.forEach(([key, range]) => full[key] && Object.assign(full[key], {range, autorange: false}));
    if (picture.kept.camera && full.scene) full.scene.camera = picture.kept.camera;
  }
  return [picture.plot, traces, full, CONFIG];
}

/** What a click on a mark selects, unless the picture says otherwise. */
Longrun.pick = (mark) => (mark && (mark.component >= 0 || mark.transition >= 0) ? mark : null);

/** Draws a picture for the first time. */
async function firstDrawing(picture) {
  if (picture.paint) {
    picture.paint(picture);
    return;
  }
  await Longrun.library();
  if (picture.check) picture.check();
  await Plotly.newPlot(...drawing(picture));
  picture.plot.on('plotly_relayout', (event) => remember(picture, event));
  picture.plot.on('plotly_click', (event) => {
    const change = event.points.map((p) => (picture.pick || Longrun.pick)(p.customdata)).find((c) => c);
    if (change) Longrun.select(change);
  });
}

/** Draws a picture again after a change, if it has been drawn; a heavy one once it is in sight. Keeps zoom and camera. */
Longrun.refresh = (picture) => {
  if (!picture.drawn) return null;
  picture.stale = Boolean(picture.heavy && !picture.inSight && !Longrun.paper);
  if (picture.stale) return null;
  if (picture.paint) return picture.paint(picture);
  const back = picture.onPaper && !Longrun.paper;
  picture.onPaper = Longrun.paper;
  const done = Plotly.react(...drawing(picture));
  // the library keeps the size that paper gave it
  return back ? done.then(() => Plotly.Plots.resize(picture.plot)) : done;
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
