'use strict';
/* The page's data: unpacked, indexed, and numbers for people. */
const Longrun = {errors: [], pictures: {}, ready: null};

window.addEventListener('error', (event) => Longrun.errors.push(String(event.message)));
window.addEventListener('unhandledrejection', (event) => Longrun.errors.push(String(event.reason)));

/** The text packed as base64 of gzip in the element with this id. */
Longrun.unpack = async (id) => {
  const binary = atob(document.getElementById(id).textContent);
  const bytes = new Uint8Array(binary.length);
  for (let i = 0; i < binary.length; i++) bytes[i] = binary.charCodeAt(i);
  const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream('gzip'));
  return new Response(stream).text();
};

/** Reads the data and adds the indexes that every picture uses. */
Longrun.read = async () => {
  const data = JSON.parse(await Longrun.unpack('page-data'));
  const results = data.results;
  data.components = results.components || [];
  data.position = new Map(data.components.map((c, i) => [c.id, i]));
  const at = (id) => (data.position.has(id) ? data.position.get(id) : -1);
  data.at = at;
  data.transitions = (results.transitions || []).filter((t) => t.cost !== null).map((t, k) => (
    {...t, k, i: at(t.from), j: at(t.to), weight: t.directCost == null ? t.cost : t.directCost}));
  data.direct = data.transitions.filter((t) => t.direct !== false && t.i >= 0 && t.j >= 0);
  data.edge = new Map(data.direct.map((t) => [t.i + '>' + t.j, t]));
  data.path = new Map((data.paths || []).map((p) => [p.transition, p]));
  data.energy = byComponent(data, results.energies);
  const hitting = results.hitting || {};
  data.hit = byComponent(data, hitting.components);
  data.starts = hitting.starts || [];
  data.target = new Set((hitting.target || []).map(at));
  data.ground = new Set((results.groundStates || []).map(at));
  return data;
};

function byComponent(data, rows) {
  const out = data.components.map(() => null);
  (rows || []).forEach((row) => {
    const i = data.at(row.component);
    if (i >= 0) out[i] = row;
  });
  return out;
}

/** A number to so many significant digits; ∞ for what JSON cannot say. */
Longrun.number = (value, digits = 5) => {
  if (value === null || value === undefined) return '∞';
  if (typeof value !== 'number') return String(value);
  const text = Number(value.toPrecision(digits)).toString();
  return text.replace('-', '−');
};

/** A point as (x, y, …). */
Longrun.point = (x) => '(' + x.slice(0, 6).map((c) => Longrun.number(c, 4)).join(', ')
  + (x.length > 6 ? ', …' : '') + ')';

/** The text as it must stand inside a library's label, which understands some markup. */
Longrun.label = (text) => String(text).replace(/[&<>"']/g, (c) => '&#' + c.charCodeAt(0) + ';');

/** An element with attributes, and children that are elements or plain text. */
Longrun.element = (name, attributes = {}, ...children) => {
  const out = document.createElement(name);
  Object.entries(attributes).forEach(([key, value]) => {
    if (key === 'onclick' || key === 'onchange') out.addEventListener(key.slice(2), value);
    else if (value !== null && value !== false) out.setAttribute(key, value === true ? '' : value);
  });
  out.append(...children);
  return out;
};

/** The colours of the theme that holds now. */
Longrun.colour = (name) => getComputedStyle(document.documentElement)
  .getPropertyValue('--' + name).trim();

/** How each kind of component is drawn: a colour's name and a shape, so that colour is never alone. */
Longrun.kinds = {
  minimum: {colour: 'min', symbol: 'circle', words: 'minima'},
  saddle: {colour: 'saddle', symbol: 'diamond', words: 'saddles'},
  maximum: {colour: 'max', symbol: 'square', words: 'maxima'},
  degenerate: {colour: 'other', symbol: 'x', words: 'degenerate'},
  vertex: {colour: 'min', symbol: 'circle', words: 'vertices'},
};
Longrun.kind = (component) => Longrun.kinds[component.kind] || Longrun.kinds.degenerate;

/** The k-th of ten colours for lines and areas, which also differ in lightness. */
Longrun.series = (k) => Longrun.colour('series-' + k % 10);
