/* The transition graph, drawn here: the layout comes with the data. */
(() => {
  const {number} = Longrun;
  const SIZE = {x: 1000, y: 640, margin: 45};
  const state = {edges: 'auto', place: 'layout', box: null};
  /** Above so many vertices everything is drawn finer; the layout uses the same number. */
  const MANY = 100;
  const SVG = 'http://www.w3.org/2000/svg';

  const make = (name, attributes, ...children) => {
    const out = document.createElementNS(SVG, name);
    Object.entries(attributes).forEach(([key, value]) => out.setAttribute(key, value));
    out.append(...children);
    return out;
  };

  /** Where vertices stand: by the layout, or by their coordinates in the landscape. */
  function places() {
    const {data} = Longrun;
    const view = data.views && data.views[0];
    const map = state.place === 'map' && view;
    const upright = SIZE.y > SIZE.x;
    const raw = map ? data.components.map((_, i) => [view.places[i][0], -view.places[i][1]])
      : data.graph.x.map((x, i) => (upright ? [data.graph.y[i], x] : [x, data.graph.y[i]]));
    return [0, 1].map((k) => {
      const low = Math.min(...raw.map((p) => p[k]));
      const high = Math.max(...raw.map((p) => p[k]));
      const room = (k === 0 ? SIZE.x : SIZE.y) - 2 * SIZE.margin;
      return raw.map((p) => SIZE.margin + (high > low ? room * (p[k] - low) / (high - low) : room / 2));
    });
  }

  /** The edges to draw: all where they are few, else the cheapest of every vertex and the chosen tree. */
  function edges() {
    const {data, selection} = Longrun;
    const tree = Longrun.tree();
    const most = state.edges === 'all' || (state.edges === 'auto' && data.direct.length <= 30) ? Infinity
      : state.edges === 'auto' ? (data.components.length > MANY ? 1 : 2) : Number(state.edges);
    const used = new Map();
    const sorted = most === Infinity ? data.direct : [...data.direct].sort((a, b) => a.weight - b.weight || a.k - b.k);
    const ground = groundTree(data);
    return sorted.filter((t) => {
      const count = (used.get(t.i) || 0) + 1;
      used.set(t.i, count);
      const key = t.i + '>' + t.j;
      return count <= most || t.k === selection.transition || ground.has(key) || (tree && tree.has(key))
        || t.i === selection.component || t.j === selection.component;
    });
  }

  function groundTree(data) {
    const root = [...data.ground][0];
    const row = root >= 0 && data.energy[root];
    const next = (row && row.arborescence) || [];
    return new Set(next.map((j, i) => i + '>' + j));
  }

  /** A bent line, so that i → j and j → i stay apart; ends short of the vertex's mark. */
  function arc(x1, y1, x2, y2, radius) {
    const dx = x2 - x1;
    const dy = y2 - y1;
    const length = Math.hypot(dx, dy) || 1;
    const bend = Math.min(0.18 * length, 46);
    const cx = (x1 + x2) / 2 - dy / length * bend;
    const cy = (y1 + y2) / 2 + dx / length * bend;
    const trim = (x, y, room) => {
      const l = Math.hypot(cx - x, cy - y) || 1;
      return [x + (cx - x) / l * room, y + (cy - y) / l * room];
    };
    const [sx, sy] = trim(x1, y1, radius);
    const [ex, ey] = trim(x2, y2, radius + 7);
    const at = (t) => [[sx, cx, ex], [sy, cy, ey]].map(([a, b, c]) => a * (1 - t) * (1 - t) + 2 * b * t * (1 - t) + c * t * t);
    return {path: 'M' + [sx, sy].map(round) + 'Q' + [cx, cy].map(round) + ' ' + [ex, ey].map(round), at};
  }

  const round = (v) => Math.round(v * 10) / 10;

  function edge(t, x, y, radius, context) {
    const {colour, selection} = Longrun;
    const key = t.i + '>' + t.j;
    const chosen = t.k === selection.transition;
    const inTree = context.tree && context.tree.has(key);
    const touches = t.i === selection.component || t.j === selection.component;
    const strong = chosen || inTree;
    const faint = (context.tree || selection.transition >= 0 || selection.component >= 0) && !strong && !touches;
    // the halo of a chosen vertex must not hide the arrow's head
    const {path, at} = arc(x[t.i], y[t.i], x[t.j], y[t.j], radius + (context.halo.has(t.j) ? 10 : 0));
    const line = make('path', {d: path, fill: 'none', stroke: colour(strong ? 'accent' : touches ? 'ink' : 'soft'),
      'stroke-width': chosen ? 4.5 : inTree ? (context.many ? 1.6 : 3.5) : context.ground.has(key) && !context.tree ? 2.6 : width(t, context),
      'marker-end': strong ? 'url(#arrow-strong)' : 'url(#arrow)', opacity: faint ? 0.22 : context.many && !strong && !touches ? 0.6 : 1, 'data-transition': t.k});
    if (t.weight === 0) line.setAttribute('stroke-dasharray', '5 4');
    const title = make('title', {}, t.from + ' → ' + t.to + '\ncost ' + number(t.weight, 9)
      + (t.cost !== t.weight ? '\nclosed cost ' + number(t.cost, 9) : '') + (t.converged === false ? '\nnot converged' : ''));
    const wide = make('path', {d: path, fill: 'none', stroke: 'transparent', 'stroke-width': 12, 'data-transition': t.k}, title);
    const parts = [line, wide];
    const wanted = t.weight !== 0 && (context.labels || chosen || (inTree && !context.many) || (touches && context.near <= 40));
    const middle = wanted && [0.5, 0.38, 0.62, 0.28, 0.72].map(at).find((p) => free(p, context.taken, radius));
    if (middle) {
      context.taken.push(middle);
      parts.push(make('text', {x: round(middle[0]), y: round(middle[1]), 'text-anchor': 'middle', 'dominant-baseline': 'central',
        'paint-order': 'stroke', stroke: colour('ground'), 'stroke-width': 7, 'font-size': 13, 'data-transition': t.k,
        opacity: faint ? 0.3 : 1}, number(t.weight, 4)));
    }
    return parts;
  }

  /** True if a label here covers neither a vertex nor another label. */
  const free = ([x, y], taken, radius) => taken.every(([a, b, vertex]) => Math.abs(x - a) > (vertex ? 20 + radius : 42)
    || Math.abs(y - b) > (vertex ? 8 + radius : 15));

  const width = (t, context) => (context.many ? 0.6 : 0.8) + (context.many ? 0.5 : 1.6) * (1 - Math.min(1, t.weight / context.largest));

  const shapes = {
    circle: (r) => 'M' + -r + ',0a' + r + ',' + r + ' 0 1,0 ' + 2 * r + ',0a' + r + ',' + r + ' 0 1,0 ' + -2 * r + ',0z',
    diamond: (r) => 'M0,' + -1.3 * r + 'L' + 1.3 * r + ',0L0,' + 1.3 * r + 'L' + -1.3 * r + ',0z',
    square: (r) => 'M' + -r + ',' + -r + 'h' + 2 * r + 'v' + 2 * r + 'h' + -2 * r + 'z',
    x: (r) => 'M0,' + -1.2 * r + 'L' + 1.1 * r + ',' + 0.8 * r + 'H' + -1.1 * r + 'z',
  };

  function vertex(c, i, x, y, radius) {
    const {colour, data, selection} = Longrun;
    const kind = Longrun.kind(c);
    const ground = data.ground.has(i);
    const chosen = Longrun.chosen().has(i) || i === selection.root || i === selection.start;
    const group = make('g', {transform: 'translate(' + round(x) + ',' + round(y) + ')', 'data-component': c.id,
      class: chosen ? 'selected' : '', style: 'cursor:pointer'});
    if (chosen) group.append(make('circle', {r: radius + 9, fill: '#ffd54a', stroke: colour('ink'), 'stroke-width': 1.5}));
    if (data.target.has(i)) group.append(make('circle', {r: radius + 5, fill: 'none', stroke: colour('ink'), 'stroke-width': 1.5}));
    group.append(make('path', {d: shapes[kind.symbol](radius), fill: ground ? colour(kind.colour) : colour('ground'),
      stroke: colour(kind.colour), 'stroke-width': 2.5}));
    if (radius > 8) {
      group.append(make('text', {'text-anchor': 'middle', 'dominant-baseline': 'central', 'font-size': 13,
        style: 'fill:' + (ground ? colour('ground') : colour('ink')) + ';font-weight:600'}, c.id));
    }
    group.append(make('title', {}, Longrun.about(i).replace(/<br>/g, '\n').replace(/<\/?b>/g, '').replace(/&#(\d+);/g, (_, n) => String.fromCharCode(n))));
    return group;
  }

  function arrow(id, fill, size) {
    return make('marker', {id, viewBox: '0 0 10 10', refX: 2, refY: 5, markerWidth: size, markerHeight: size,
      markerUnits: 'userSpaceOnUse', orient: 'auto'}, make('path', {d: 'M0,0L10,5L0,10z', fill}));
  }

  function paint(picture) {
    const {data, colour} = Longrun;
    const {plot} = picture;
    plot.classList.toggle('tall', data.components.length > MANY / 2);
    if (!Longrun.paper && plot.clientWidth > 0 && (plot.clientWidth !== SIZE.x || plot.clientHeight !== SIZE.y)) {
      Object.assign(SIZE, {x: plot.clientWidth, y: plot.clientHeight});
      state.box = null;
    }
    if (!picture.watched) {
      picture.watched = new ResizeObserver(() => !Longrun.paper && plot.clientWidth !== SIZE.x && Longrun.refresh(picture));
      picture.watched.observe(plot);
    }
    const [x, y] = places();
    const radius = data.components.length > 120 ? 6 : data.components.length > 40 ? 9 : 16;
    const kept = edges();
    const near = kept.filter((t) => t.i === Longrun.selection.component || t.j === Longrun.selection.component).length;
    const finite = kept.map((t) => t.weight);
    const context = {tree: Longrun.tree(), ground: groundTree(data), labels: kept.filter((t) => t.weight !== 0).length <= 40, near,
      largest: finite.reduce((a, b) => Math.max(a, b), 1e-300), many: data.components.length > MANY, halo: new Set([...Longrun.chosen(), Longrun.selection.root, Longrun.selection.start]),
      taken: data.components.length > MANY ? [] : x.map((v, i) => [v, y[i], true])};
    const box = state.box || [0, 0, SIZE.x, SIZE.y];
    const svg = make('svg', {xmlns: SVG, class: 'graph', viewBox: box.join(' '), 'font-family': 'system-ui, sans-serif'},
      make('defs', {}, arrow('arrow', colour('soft'), context.many ? 6 : 10), arrow('arrow-strong', colour('accent'), 10)));
    const labels = [];
    kept.forEach((t) => edge(t, x, y, radius, context).forEach((part) => (part.nodeName === 'text' ? labels.push(part) : svg.append(part))));
    data.components.forEach((c, i) => svg.append(vertex(c, i, x[i], y[i], radius)));
    svg.append(...labels);
    listen(svg);
    picture.plot.replaceChildren(svg);
  }

  function listen(svg) {
    const {data} = Longrun;
    let moved = false;
    svg.addEventListener('click', (event) => {
      const node = event.target.closest('[data-component],[data-transition]');
      if (!node || moved) return;
      if (node.dataset.transition !== undefined) Longrun.select({transition: Number(node.dataset.transition)});
      else {
        const i = data.at(node.dataset.component);
        const root = data.energy[i] && data.energy[i].arborescence ? i : -1;
        Longrun.select({component: i, root, start: -1, transition: -1});
      }
    });
    svg.addEventListener('wheel', (event) => {
      if (!event.ctrlKey && !event.shiftKey) return;
      event.preventDefault();
      zoom(svg, event.deltaY > 0 ? 1.2 : 1 / 1.2);
    }, {passive: false});
    svg.addEventListener('pointerdown', (event) => {
      moved = false;
      const start = [event.clientX, event.clientY];
      const from = box(svg);
      const scale = from[2] / svg.clientWidth;
      const move = (e) => {
        const dx = e.clientX - start[0];
        const dy = e.clientY - start[1];
        if (Math.hypot(dx, dy) < 4 && !moved) return;
        moved = true;
        show(svg, [from[0] - dx * scale, from[1] - dy * scale, from[2], from[3]]);
      };
      const stop = () => {
        window.removeEventListener('pointermove', move);
        window.removeEventListener('pointerup', stop);
      };
      window.addEventListener('pointermove', move);
      window.addEventListener('pointerup', stop);
    });
  }

  const box = (svg) => svg.getAttribute('viewBox').split(' ').map(Number);

  function show(svg, to) {
    state.box = to;
    svg.setAttribute('viewBox', to.join(' '));
  }

  function zoom(svg, factor) {
    const [x, y, w, h] = box(svg);
    show(svg, [x + w * (1 - factor) / 2, y + h * (1 - factor) / 2, w * factor, h * factor]);
  }

  async function image(format) {
    const copy = Longrun.pictures.graph.plot.querySelector('svg').cloneNode(true);
    copy.setAttribute('width', SIZE.x);
    copy.setAttribute('height', SIZE.y);
    copy.querySelectorAll('text').forEach((t) => t.style.fill || t.setAttribute('fill', Longrun.colour('ink')));
    copy.querySelectorAll('[stroke="transparent"]').forEach((node) => node.remove());
    copy.insertBefore(make('rect', {x: -1e4, y: -1e4, width: 2e4, height: 2e4, fill: Longrun.colour('ground')}), copy.firstChild);
    const url = 'data:image/svg+xml;charset=utf-8,' + encodeURIComponent(new XMLSerializer().serializeToString(copy));
    if (format === 'svg') return url;
    const picture = new Image();
    picture.src = url;
    await picture.decode();
    const canvas = Longrun.element('canvas', {width: 2 * SIZE.x, height: 2 * SIZE.y});
    canvas.getContext('2d').drawImage(picture, 0, 0, canvas.width, canvas.height);
    return canvas.toDataURL('image/png');
  }

  function controls(picture) {
    const {data} = Longrun;
    const again = () => Longrun.refresh(picture);
    const out = [];
    if (data.direct.length > 12) {
      out.push(Longrun.choice('edges', [['auto', 'automatic'], ['1', 'the cheapest of each'], ['2', 'the 2 cheapest'], ['4', 'the 4 cheapest'],
        ['all', 'all ' + data.direct.length + ' direct']], (value) => { state.edges = value; again(); }));
    }
    if (data.views && data.views[0].axes.length === 2) {
      out.push(Longrun.choice('place', [['layout', 'by moves'], ['map', 'as on the map']], (value) => { state.place = value; again(); }));
    }
    return out;
  }

  Longrun.picture('graph', {
    title: 'Transition graph',
    has: (data) => data.components.length > 0 && (data.direct.length > 0 || data.components.length > 1),
    controls, paint, image,
    zoom: (picture, factor) => {
      if (factor) return zoom(picture.plot.querySelector('svg'), factor);
      state.box = null;
      return Longrun.refresh(picture);
    },
    note: () => 'Circles: minima; diamonds: saddles; squares: maxima. Filled: ground states; ringed: the target. Dashed moves cost nothing; '
      + 'thick: the ground state’s arborescence. Click a vertex for its arborescence, an edge for its least path; drag to move, Ctrl and wheel to zoom.',
    table: (data) => ({head: ['transition', 'closed cost B', 'direct cost', 'lower bound', 'error', 'via', 'converged'],
      rows: data.transitions.map((t) => [t.from + ' → ' + t.to, t.cost, t.direct === false ? '–' : t.directCost ?? '–', t.lowerBound ?? '–',
        t.error ?? '–', (t.via || []).join(', ') || '–', t.converged === false ? 'no' : 'yes']),
      keys: data.transitions.map((t) => ({transition: t.k}))}),
  });
})();
