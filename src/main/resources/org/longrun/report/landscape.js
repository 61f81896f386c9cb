/* The landscape from above: contours of f, components, least paths, basins; for d = 1 the curve. */
(() => {
  const {number, point, label} = Longrun;
  const state = {view: 0, fill: 'f', paths: 'chosen'};

  /** Where f lies among the levels: 0 at the first, 1 at the second, … so that contours are even. */
  Longrun.rank = (f, levels) => {
    if (f === null) return null;
    const last = levels.length - 1;
    let k = 0;
    while (k < last - 1 && f > levels[k + 1]) k++;
    return Math.min(last + 1, k + (f - levels[k]) / (levels[k + 1] - levels[k]));
  };

  /** Tick labels for a bar of ranks: every second level. */
  Longrun.rankTicks = (levels) => {
    const step = Math.ceil(levels.length / 11);
    const kept = levels.map((f, k) => [k, number(f, 4)]).filter(([k]) => k % step === 0);
    return {tickvals: kept.map(([k]) => k), ticktext: kept.map(([, text]) => text)};
  };

  /** What hovering over a component tells. */
  Longrun.about = (i) => {
    const {data} = Longrun;
    const c = data.components[i];
    const lines = ['<b>' + label(c.id) + '</b> ' + c.kind];
    if (c.representative) lines.push(point(c.representative));
    if (typeof c.value === 'number') lines.push('f = ' + number(c.value, 8));
    if (data.energy[i] && data.energy[i].relative != null) lines.push('ΔE = ' + number(data.energy[i].relative, 7));
    if (data.hit[i]) lines.push('J = ' + number(data.hit[i].exponent, 7));
    return lines.join('<br>');
  };

  function field(view) {
    return {
      type: 'contour', x: view.x, y: view.y, z: view.f.map((row) => row.map((f) => Longrun.rank(f, view.levels))),
      customdata: view.f, colorscale: 'Viridis', reversescale: false, showscale: state.fill === 'f',
      contours: {start: 0, end: view.levels.length - 1, size: 1,
        coloring: state.fill === 'f' ? 'fill' : 'none'},
      line: {width: 0.7, color: state.fill === 'f' ? 'rgba(255,255,255,.55)' : Longrun.colour('soft')},
      colorbar: {title: {text: 'f', side: 'top'}, thickness: 14, outlinewidth: 0, ...Longrun.rankTicks(view.levels)},
      hovertemplate: axes(view, '%{x:.5~g}', '%{y:.5~g}') + '<br>f = %{customdata:.7~g}<extra></extra>',
      name: 'f',
    };
  }

  const axes = (view, x, y) => label(view.axes[0]) + ' = ' + x + '<br>' + label(view.axes[1]) + ' = ' + y;

  function basins(view) {
    const {data} = Longrun;
    const minima = [...new Set(view.basins.flat())].filter((i) => i >= 0).sort((a, b) => a - b);
    const index = new Map(minima.map((i, k) => [i, k]));
    const count = Math.max(1, minima.length);
    const scale = minima.flatMap((i, k) => [[k / count, Longrun.series(k)], [(k + 1) / count, Longrun.series(k)]]);
    const rows = view.basins.length;
    const axis = (ends, n) => Array.from({length: n},
      (_, i) => ends[0] + (ends[ends.length - 1] - ends[0]) * i / (n - 1));
    return {
      type: 'heatmap', x: axis(view.x, view.basins[0].length), y: axis(view.y, rows), opacity: 0.55,
      z: view.basins.map((row) => row.map((i) => (i < 0 ? null : index.get(i)))), zmin: -0.5, zmax: count - 0.5,
      text: view.basins.map((row) => row.map((i) => (i < 0 ? 'leaves the domain' : 'basin of ' + label(data.components[i].id)))),
      hovertemplate: '%{text}<extra></extra>', colorscale: scale.length ? scale : 'Greys', showscale: false, name: 'basins',
    };
  }

  /** How far a component lies off the plane; 0 where the view is the whole domain. */
  const off = (view, i) => view.places[i][2] || 0;

  /** True if the component lies in the plane, as far as the eye can tell. */
  Longrun.inPlane = (view, i) => view.whole || off(view, i) <= 0.02 * (view.x[view.x.length - 1] - view.x[0]);

  /** Where there are many components only the chosen ones are named, and never those off the plane. */
  const named = (view) => (i) => Longrun.chosen().has(i) || (Longrun.data.components.length <= 60 && Longrun.inPlane(view, i));

  function components(view) {
    const {data, kinds} = Longrun;
    const names = named(view);
    const few = data.components.length <= 60;
    return Object.entries(kinds).map(([kind, style]) => {
      const members = data.components.map((c, i) => i).filter((i) => data.components[i].kind === kind);
      const at = (k) => members.map((i) => view.places[i][k]);
      return {
        type: 'scatter', mode: 'markers+text', name: style.words, x: at(0), y: at(1),
        text: members.map((i) => (names(i) ? label(data.components[i].id) : '')), textposition: 'top center',
        textfont: {color: state.fill === 'f' ? '#ffffff' : Longrun.colour('ink'), size: 13,
          shadow: state.fill === 'f' ? '0 0 3px #000, 0 0 3px #000' : 'none'},
        marker: {symbol: style.symbol, size: members.map((i) => (!few ? 8 : names(i) ? 11 : 7)), opacity: members.map((i) => (!few || names(i) ? 1 : 0.6)),
          color: Longrun.colour(style.colour), line: {width: 1.5, color: '#ffffff'}},
        customdata: members.map((i) => ({component: i})), hovertext: members.map((i) => Longrun.about(i)
          + (off(view, i) > 1e-9 ? '<br>' + number(off(view, i), 3) + ' off this plane' : '')),
        hovertemplate: '%{hovertext}<extra></extra>',
      };
    }).filter((trace) => trace.x.length > 0);
  }

  function curves(view) {
    return view.components.filter((c) => c.length > 1).map((c) => ({
      type: 'scatter', mode: 'lines', x: c.map((p) => p[0]), y: c.map((p) => p[1]), hoverinfo: 'skip', showlegend: false,
      line: {color: '#ffffff', width: 3},
    }));
  }

  function starts(view) {
    const {data} = Longrun;
    if (!data.starts.length) return [];
    return [{
      type: 'scatter', mode: 'markers', name: 'starts', x: view.starts.map((p) => p[0]), y: view.starts.map((p) => p[1]),
      marker: {symbol: 'star', size: 13, color: '#ffffff', line: {width: 1.5, color: '#000000'}},
      hovertext: data.starts.map((s) => 'start ' + point(s.x) + '<br>J(x) = ' + number(s.exponent, 7)),
      hovertemplate: '%{hovertext}<extra></extra>',
    }];
  }

  /** The transitions whose least paths are drawn. */
  function shown() {
    const {data} = Longrun;
    const s = Longrun.selection;
    if (state.paths === 'all') return data.direct;
    const tree = Longrun.tree();
    return data.direct.filter((t) => t.k === s.transition || (tree && tree.has(t.i + '>' + t.j)));
  }

  function paths(view) {
    const {data, selection} = Longrun;
    const out = [];
    shown().forEach((t) => {
      const path = data.path.get(t.k);
      if (!path) return;
      const [x, y] = path.views[state.view];
      const chosen = t.k === selection.transition;
      const common = {type: 'scatter', mode: 'lines', x, y, showlegend: false};
      out.push({...common, line: {color: '#000000', width: chosen ? 6 : 3}, hoverinfo: 'skip'});
      out.push({...common, line: {color: chosen ? '#ffd54a' : '#ffffff', width: chosen ? 3 : 1.2},
        customdata: x.map(() => ({transition: t.k})), hovertemplate: label(t.from + ' → ' + t.to)
          + '<br>B = ' + number(t.weight, 8) + '<extra></extra>'});
    });
    return out;
  }

  /** Arrow heads half way along the paths. */
  function arrows(view) {
    const {data, selection} = Longrun;
    return shown().slice(0, 60).map((t) => {
      const path = data.path.get(t.k);
      if (!path) return null;
      const [x, y] = path.views[state.view];
      const m = Math.floor(x.length * 0.55);
      const before = Math.max(0, m - Math.ceil(x.length / 20));
      return {x: x[m], y: y[m], ax: x[before], ay: y[before], xref: 'x', yref: 'y', axref: 'x', ayref: 'y', text: '',
        showarrow: true, arrowhead: 2, arrowsize: 1.3, arrowwidth: 2.5,
        arrowcolor: t.k === selection.transition ? '#ffd54a' : '#ffffff'};
    }).filter((a) => a);
  }

  function ring(view) {
    const chosen = [...Longrun.chosen()];
    return {type: 'scatter', mode: 'markers', name: 'chosen', showlegend: false, hoverinfo: 'skip',
      x: chosen.map((i) => view.places[i][0]), y: chosen.map((i) => view.places[i][1]),
      marker: {symbol: 'circle-open', size: 24, color: '#ffd54a', line: {width: 4, color: '#ffd54a'}}};
  }

  function plane(view) {
    const layers = [field(view)];
    if (state.fill === 'basins' && view.basins) layers.push(basins(view));
    return {
      traces: [...layers, ...curves(view), ...paths(view), ...components(view), ...starts(view), ring(view)],
      layout: {xaxis: {title: label(view.axes[0]), range: ends(view.x), showgrid: false, zeroline: false},
        yaxis: {title: label(view.axes[1]), range: ends(view.y), showgrid: false, zeroline: false,
          ...(comparable(view) ? {scaleanchor: 'x', constrain: 'domain'} : {})}, annotations: arrows(view)},
    };
  }

  /** True for one scale on both axes, so that a circle is a circle, unless the picture would be a strip. */
  const comparable = Longrun.comparable = (view) => {
    const [w, h] = [view.x, view.y].map((axis) => axis[axis.length - 1] - axis[0]);
    return Math.max(w / h, h / w) <= 3;
  };

  const ends = (axis) => [axis[0], axis[axis.length - 1]];

  /** f on the line at x, between the samples. */
  function between(view, x) {
    const [low, high] = ends(view.x);
    const at = (x - low) / (high - low) * (view.x.length - 1);
    const k = Math.max(0, Math.min(view.x.length - 2, Math.floor(at)));
    return view.f[0][k] + (at - k) * (view.f[0][k + 1] - view.f[0][k]);
  }

  function curve(view) {
    const {data, colour} = Longrun;
    const values = data.components.map((c) => c.value);
    const flat = {...view, places: view.places.map((p, i) => [p[0], values[i]])};
    const highest = view.levels[view.levels.length - 1];
    const inside = view.f[0].filter((f) => f !== null && f <= highest);
    const top = Math.max(...values) + 0.6 * (Math.max(...values) - Math.min(...values));
    const low = Math.min(...values);
    const marks = components(flat).map((trace) => ({...trace, textfont: {color: colour('ink')}}));
    return {
      traces: [{type: 'scatter', mode: 'lines', x: view.x, y: view.f[0], name: 'f', line: {color: colour('other'), width: 2}},
        ...marks, ...starts({...view, starts: view.starts.map(([x]) => [x, between(view, x)])}), {...ring(flat), marker: {symbol: 'circle-open', size: 22, color: colour('accent'), line: {width: 4}}}],
      layout: {xaxis: {title: label(view.axes[0]), range: ends(view.x)},
        yaxis: {title: 'f', range: top > low && inside.length ? [low - 0.1 * (top - low), top] : undefined}},
    };
  }

  function current() {
    const view = Longrun.data.views[state.view];
    return view.axes.length === 1 ? curve(view) : plane(view);
  }

  const change = (picture, key) => (value) => {
    state[key] = value;
    Longrun.refresh(picture);
  };

  Longrun.currentView = () => state.view;

  const changeView = (value) => {
    state.view = Number(value);
    [Longrun.pictures.map, Longrun.pictures.surface].forEach((picture) => {
      Longrun.forget(picture);
      Longrun.refresh(picture);
    });
  };

  Longrun.picture('map', {
    title: 'f, its critical components and least paths',
    has: (data) => data.views && data.views.length > 0,
    controls: (picture) => {
      const {data} = Longrun;
      if (data.views[0].axes.length === 1) return [];
      const out = [];
      if (data.views.length > 1) {
        out.push(Longrun.choice('view', data.views.map((v, k) => [k, v.title]), changeView));
      }
      if (data.views.some((v) => v.basins)) out.push(Longrun.choice('fill', [['f', 'levels of f'], ['basins', 'basins of the gradient flow']], change(picture, 'fill')));
      if (data.path.size) {
        out.push(Longrun.choice('least paths', [['chosen', 'the chosen'], ['all', 'all direct']], change(picture, 'paths')));
      }
      return out;
    },
    note: (data) => ((data.views[0].axes.length === 1
      ? 'The loss over the domain with its critical components. Click one to highlight it everywhere.'
      : 'Levels are even between the lowest and the highest component and spread out above. Click a component to '
        + 'highlight it everywhere; choose a transition, or a tree, to see its least paths.')
      + (data.views[0].whole ? '' : ' Small and pale: components off this plane, projected onto it.')),
    current,
    table: (data) => ({head: ['id', 'kind', 'f', 'representative point'],
      rows: data.components.map((c) => [c.id, c.kind, c.value, c.representative.map((v) => number(v, 10)).join(', ')]),
      keys: data.components.map((c, i) => ({component: i}))}),
  });
})();
