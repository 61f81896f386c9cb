/* Monte-Carlo beside the prediction. */
(() => {
  const {number, label, point} = Longrun;
  const DASHES = ['solid', 'dash', 'dot', 'dashdot'];
  const SYMBOLS = ['circle', 'square', 'diamond', 'triangle-up'];
  const colours = ['min', 'saddle', 'max', 'other'];
  const sim = (key) => (Longrun.data.simulation && Longrun.data.simulation[key]) || [];
  const has = (key) => (data) => Boolean(data.simulation && data.simulation[key] && data.simulation[key].length);

  function groups(rows, key) {
    const out = new Map();
    rows.forEach((row) => {
      const name = key(row);
      out.set(name, [...(out.get(name) || []), row]);
    });
    return [...out];
  }

  /** log(ητ) against 1/η with two standard errors, the fitted band, and the line of slope J. */
  function arrhenius() {
    const {colour} = Longrun;
    const traces = [];
    groups(sim('hittingTimes').filter((r) => r.mean > 0), (r) => point(r.start)).forEach(([name, all], g) => {
      const rows = [...all].sort((a, b) => b.stepSize - a.stepSize);
      const x = rows.map((r) => 1 / r.stepSize);
      const y = rows.map((r) => Math.log(r.stepSize * r.mean));
      const shade = colour(colours[g % 4]);
      const box = rows.filter((r) => r.quartiles);
      traces.push({type: 'scatter', mode: 'lines', showlegend: false, hoverinfo: 'skip', fill: 'toself', opacity: 0.25, fillcolor: shade, line: {width: 0},
        x: [...box.map((r) => 1 / r.stepSize), ...box.map((r) => 1 / r.stepSize).reverse()],
        y: [...box.map((r) => Math.log(r.stepSize * r.quartiles[1])), ...box.map((r) => Math.log(r.stepSize * r.quartiles[0])).reverse()]});
      traces.push({type: 'scatter', mode: 'markers', name: 'from ' + name, x, y, marker: {color: shade, size: 9, symbol: SYMBOLS[g % 4]},
        error_y: {type: 'data', array: rows.map((r) => 2 * (r.standardError || 0) / r.mean), color: shade},
        hovertext: rows.map((r) => 'η = ' + number(r.stepSize) + '<br>mean τ = ' + number(r.mean, 6) + ' ± ' + number(r.standardError, 3) + '<br>'
          + r.replicas + ' replicas, ' + label(r.method || 'direct') + (r.censored ? '<br>' + r.censored + ' censored' : '')
          + (r.diverged ? '<br>' + r.diverged + ' diverged' : '')), hovertemplate: '%{hovertext}<extra></extra>'});
      const slope = rows[0].predictedExponent;
      if (typeof slope === 'number') {
        const level = y.reduce((s, v, k) => s + v - slope * x[k], 0) / y.length;
        traces.push({type: 'scatter', mode: 'lines', name: 'slope J = ' + number(slope), x: [x[0], x[x.length - 1]],
          y: [level + slope * x[0], level + slope * x[x.length - 1]], line: {color: shade, width: 2, dash: 'dash'}, hoverinfo: 'name'});
      }
    });
    return {traces, layout: {xaxis: {title: '1/η'}, yaxis: {title: 'log(η·mean τ)'}}};
  }

  Longrun.picture('arrhenius', {
    title: 'Hitting times: log(ητ) against 1/η',
    has: has('hittingTimes'), still: true,
    note: () => 'Marks: mean over the replicas with two standard errors; band: the quartiles of τ; dashed: the predicted slope J, at the height that fits best. '
      + sim('arrhenius').map((f) => 'From ' + point(f.start) + ': slope ' + number(f.slope) + (f.interval ? ' in [' + f.interval.map((v) => number(v)).join(', ') + ']' : '')
        + ', predicted ' + number(f.predicted) + ': ' + f.verdict + '.').join(' '),
    current: arrhenius,
    table: () => ({head: ['start', 'η', 'mean τ', 'standard error', 'median', 'replicas', 'censored', 'diverged', 'method', 'predicted J', 'predicted mean', 'ratio'],
      rows: sim('hittingTimes').map((r) => [point(r.start), r.stepSize, r.mean ?? '–', r.standardError ?? '–', r.median ?? '–', r.replicas ?? '–', r.censored ?? '–',
        r.diverged ?? '–', r.method || '–', r.predictedExponent, r.predictedMean ?? '–', r.ratio ?? '–'])}),
  });

  function occupation() {
    const {data, colour} = Longrun;
    const traces = [];
    groups(sim('occupation'), (r) => r.stepSize).forEach(([eta, rows], g) => {
      const ids = rows.map((r) => label(r.component));
      const custom = rows.map((r) => ({component: data.at(r.component)}));
      const shade = colour(colours[g % 4]);
      traces.push({type: 'bar', name: 'simulated, η = ' + number(eta), x: ids, y: rows.map((r) => r.fraction), customdata: custom, marker: {color: shade},
        offsetgroup: g, error_y: {type: 'data', array: rows.map((r) => 2 * (r.standardError || 0)), color: colour('ink')}});
      traces.push({type: 'bar', name: 'predicted', x: ids, y: rows.map((r) => r.predicted), customdata: custom, offsetgroup: g + 'p',
        marker: {color: 'rgba(0,0,0,0)', line: {color: shade, width: 2.5}, pattern: {shape: '/', fgcolor: shade}}});
    });
    return {traces, layout: {barmode: 'group', xaxis: {title: 'component', type: 'category'}, yaxis: {title: 'fraction of time', rangemode: 'tozero'}}};
  }

  Longrun.picture('occupation', {
    title: 'Occupation against prediction',
    has: has('occupation'), still: true, current: occupation,
    note: () => 'Fraction of the iterations near each component, with two standard errors, beside exp(−ΔE/η) normalised.',
    table: () => ({head: ['component', 'η', 'fraction', 'standard error', 'predicted'],
      rows: sim('occupation').map((r) => [r.component, r.stepSize, r.fraction ?? '–', r.standardError ?? '–', r.predicted ?? '–'])}),
  });

  const state = {histogram: 0};
  const centres = (edges) => edges.slice(1).map((e, k) => (e + edges[k]) / 2);

  /** The talk's figure: the occupation density as a surface, the Gibbs density as wires over it. */
  function histogram() {
    const {colour} = Longrun;
    const h = sim('histogram')[state.histogram];
    const x = centres(h.edges[0]);
    if (h.edges.length === 1) {
      const flat = (rows) => (Array.isArray(rows[0]) ? rows[0] : rows);
      return {traces: [{type: 'bar', name: 'simulated', x, y: flat(h.density), marker: {color: colour('min')}},
        {type: 'scatter', mode: 'lines', name: 'predicted', x, y: h.predicted ? flat(h.predicted) : [], line: {color: colour('saddle'), width: 2.5}}],
      layout: {xaxis: {title: label(h.axes[0])}, yaxis: {title: 'density'}, bargap: 0}};
    }
    const y = centres(h.edges[1]);
    // rows of a surface run along y; densities are stored by x first
    const turn = (d) => y.map((_, b) => x.map((__, a) => d[a][b]));
    const traces = [{type: 'surface', name: 'simulated', x, y, z: turn(h.density), colorscale: 'Viridis', showscale: true, opacity: 0.95,
      colorbar: {title: {text: 'density', side: 'top'}, thickness: 14}}];
    if (h.predicted) traces.push(...wires(x, y, turn(h.predicted)));
    const axis = (title) => ({title: {text: title}, color: colour('ink'), gridcolor: colour('line')});
    return {traces, layout: {margin: {l: 0, r: 0, t: 20, b: 0}, scene: {xaxis: axis(label(h.axes[0])), yaxis: axis(label(h.axes[1])), zaxis: axis('density'),
      aspectmode: 'manual', aspectratio: {x: 1.3, y: 1.3, z: 0.8}, camera: {eye: {x: 1.0, y: -1.75, z: 1.4}, center: {x: 0, y: 0, z: -0.2}}}}};
  }

  function wires(x, y, z) {
    const step = (n) => Math.max(1, Math.ceil(n / 40));
    const line = {a: [], b: [], c: []};
    const add = (a, b, c) => { line.a.push(a); line.b.push(b); line.c.push(c); };
    for (let r = 0; r < y.length; r += step(y.length)) {
      x.forEach((v, k) => add(v, y[r], z[r][k]));
      add(null, null, null);
    }
    for (let k = 0; k < x.length; k += step(x.length)) {
      y.forEach((v, r) => add(x[k], v, z[r][k]));
      add(null, null, null);
    }
    return [{type: 'scatter3d', mode: 'lines', name: 'predicted (Gibbs)', x: line.a, y: line.b, z: line.c, connectgaps: false,
      line: {color: Longrun.colour('saddle'), width: 2}, hoverinfo: 'skip'}];
  }

  Longrun.picture('histogram', {
    title: 'Occupation density and Gibbs wireframe',
    has: has('histogram'), still: true, current: histogram,
    controls: (picture) => (sim('histogram').length < 2 ? [] : [Longrun.choice('η', sim('histogram').map((h, k) => [k, number(h.stepSize)]), (value) => {
      state.histogram = Number(value);
      Longrun.refresh(picture);
    })]),
    note: () => 'Surface: where the simulated iterates were; wires: the predicted density.',
    table: () => {
      const h = sim('histogram')[state.histogram];
      const x = centres(h.edges[0]);
      if (h.edges.length === 1) return {head: [h.axes[0], 'density'], rows: x.map((v, k) => [v, h.density[k]])};
      const rows = x.flatMap((v, a) => centres(h.edges[1]).map((w, b) => [v, w, h.density[a][b], h.predicted ? h.predicted[a][b] : '–']));
      return {head: [...h.axes, 'density', 'predicted'], rows: rows.filter((r) => r[2] > 0).slice(0, 2000)};
    },
  });

  function distance() {
    const {colour} = Longrun;
    const traces = groups(sim('distance'), (r) => r.stepSize).flatMap(([eta, rows], g) => [['totalVariation', 'total variation'], ['kullbackLeibler', 'Kullback–Leibler']]
      .map(([field, name], k) => ({type: 'scatter', mode: 'lines+markers', name: name + ', η = ' + number(eta), x: rows.map((r) => r.iteration),
        y: rows.map((r) => r[field]), line: {color: colour(colours[g % 4]), dash: DASHES[k], width: 2}, marker: {symbol: SYMBOLS[k], size: 7}})));
    return {traces, layout: {xaxis: {title: 'iteration t', type: 'log'}, yaxis: {title: 'distance to the Gibbs measure', type: 'log'}}};
  }

  Longrun.picture('distance', {
    title: 'Distance to Gibbs over time',
    has: has('distance'), still: true, current: distance,
    table: () => ({head: ['η', 'iteration', 'total variation', 'Kullback–Leibler'],
      rows: sim('distance').map((r) => [r.stepSize, r.iteration, r.totalVariation ?? '–', r.kullbackLeibler ?? '–'])}),
  });
})();
