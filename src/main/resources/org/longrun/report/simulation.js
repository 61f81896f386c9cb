/* Monte-Carlo beside the prediction. */
(() => {
  const {number, label, point} = Longrun;
  const DASHES = ['solid', 'dash'];
  const SYMBOLS = ['circle', 'square', 'diamond', 'triangle-up'];
  const METHODS = {direct: 'circle', splitting: 'square', exact: 'diamond'};
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

  /** log(ητ) against 1/η with two standard errors, the quartiles, and the predicted line; a colour a start, a shape a method. */
  function arrhenius() {
    const times = sim('hittingTimes').filter((r) => r.mean > 0);
    const traces = groups(times, (r) => point(r.start)).flatMap(([start, all], g) => {
      const shade = Longrun.series(g);
      const rows = [...all].sort((a, b) => b.stepSize - a.stepSize);
      return [quartiles(rows, shade), ...groups(rows, (r) => r.method || 'direct').map(([method, own]) => means(start, method, own, shade)),
        ...predictions(rows, shade)];
    });
    return {traces, layout: {xaxis: {title: '1/η (η: the step)'}, yaxis: {title: 'log(η · mean τ), τ in steps'}}};
  }

  const inverse = (rows) => rows.map((r) => 1 / r.stepSize);

  function quartiles(all, shade) {
    const rows = all.filter((r) => r.quartiles);
    const edge = (k) => rows.map((r) => Math.log(r.stepSize * r.quartiles[k]));
    return {type: 'scatter', mode: 'lines', showlegend: false, hoverinfo: 'skip', fill: 'toself', opacity: 0.25, fillcolor: shade, line: {width: 0},
      x: [...inverse(rows), ...inverse(rows).reverse()], y: [...edge(1), ...edge(0).reverse()]};
  }

  function means(start, method, rows, shade) {
    return {type: 'scatter', mode: 'markers', name: 'from ' + start + ', ' + label(method), x: inverse(rows), y: rows.map((r) => Math.log(r.stepSize * r.mean)),
      marker: {color: shade, size: 9, symbol: METHODS[method] || 'x'},
      error_y: {type: 'data', array: rows.map((r) => 2 * (r.standardError || 0) / r.mean), color: shade},
      hovertext: rows.map((r) => 'η = ' + number(r.stepSize) + '<br>mean τ = ' + number(r.mean, 6) + ' ± ' + number(r.standardError, 3) + '<br>'
        + r.replicas + ' replicas, ' + label(method) + (r.censored ? '<br>' + r.censored + ' censored' : '')
        + (r.diverged ? '<br>' + r.diverged + ' diverged' : '')), hovertemplate: '%{hovertext}<extra></extra>'};
  }

  /** The line of slope J, at the height that fits best; and the prediction with its prefactor where there is one. */
  function predictions(rows, shade) {
    const slope = rows[0].predictedExponent;
    if (typeof slope !== 'number') return [];
    const x = inverse(rows);
    const level = rows.reduce((s, r, k) => s + Math.log(r.stepSize * r.mean) - slope * x[k], 0) / rows.length;
    const whole = rows.filter((r) => r.predictedMean > 0);
    const line = (name, dash, xs, ys) => ({type: 'scatter', mode: 'lines', name, x: xs, y: ys, line: {color: shade, width: 2, dash}, hoverinfo: 'name'});
    const out = [line('slope J = ' + number(slope, 4), 'dash', [x[0], x[x.length - 1]], [x[0], x[x.length - 1]].map((v) => level + slope * v))];
    if (whole.length > 1) out.push(line('with prefactor', 'dot', inverse(whole), whole.map((r) => Math.log(r.stepSize * r.predictedMean))));
    return out;
  }

  Longrun.picture('arrhenius', {
    title: 'Hitting times: log(ητ) against 1/η',
    has: has('hittingTimes'), still: true,
    note: () => 'Marks: mean with two standard errors, circles direct, squares by splitting, diamonds exact; band: the quartiles of τ; '
      + 'dashed: the predicted slope J, at the height that fits best; dotted: the prediction with its prefactor.',
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
      const shade = Longrun.series(g);
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
      layout: {xaxis: {title: label(h.axes[0])}, yaxis: {title: 'density (per unit of ' + label(h.axes[0]) + ')'}, bargap: 0}};
    }
    const y = centres(h.edges[1]);
    // rows of a surface run along y; densities are stored by x first
    const turn = (d) => y.map((_, b) => x.map((__, a) => d[a][b]));
    const traces = [{type: 'surface', name: 'simulated', x, y, z: turn(h.density), colorscale: 'Viridis', showscale: true, opacity: 0.95,
      colorbar: {title: {text: 'density', side: 'top'}, thickness: 14}}];
    if (h.predicted) traces.push(...wires(x, y, turn(h.predicted)));
    return {traces, layout: {margin: {l: 0, r: 0, t: 20, b: 0},
      scene: Longrun.scene([label(h.axes[0]), label(h.axes[1]), 'density'], {x: 1.5, y: 1.5, z: 0.7})}};
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
    title: 'Occupation density beside the Gibbs density',
    has: has('histogram'), still: true, current: histogram,
    controls: (picture) => (sim('histogram').length < 2 ? [] : [Longrun.choice('η', sim('histogram').map((h, k) => [k, number(h.stepSize)]), (value) => {
      state.histogram = Number(value);
      Longrun.refresh(picture);
    })]),
    note: () => (sim('histogram')[0].edges.length === 1 ? 'Bars: where the simulated iterates were; line: the predicted density.'
      : 'Surface: where the simulated iterates were; wires: the predicted density. Drag to turn.'),
    table: () => {
      const h = sim('histogram')[state.histogram];
      const x = centres(h.edges[0]);
      if (h.edges.length === 1) return {head: [h.axes[0], 'density'], rows: x.map((v, k) => [v, h.density[k]])};
      const rows = x.flatMap((v, a) => centres(h.edges[1]).map((w, b) => [v, w, h.density[a][b], h.predicted ? h.predicted[a][b] : '–']));
      return {head: [...h.axes, 'density', 'predicted'], rows: rows.filter((r) => r[2] > 0).slice(0, 2000)};
    },
  });

  /** Iteration 0 has no place on a logarithmic axis; it is in the table. */
  function distance() {
    const rows = sim('distance').filter((r) => r.iteration > 0);
    const traces = groups(rows, (r) => r.stepSize).flatMap(([eta, own], g) => [['totalVariation', 'total variation'], ['kullbackLeibler', 'Kullback–Leibler']]
      .map(([field, name], k) => ({type: 'scatter', mode: 'lines+markers', name: name + ', η = ' + number(eta), x: own.map((r) => r.iteration),
        y: own.map((r) => r[field]), line: {color: Longrun.series(g), dash: DASHES[k], width: 2}, marker: {symbol: SYMBOLS[g % 4], size: 7}})));
    return {traces, layout: {xaxis: {title: 'iteration t', ...Longrun.logTicks(rows.map((r) => r.iteration))},
      yaxis: {title: 'distance to the Gibbs measure', ...Longrun.logTicks(rows.flatMap((r) => [r.totalVariation, r.kullbackLeibler]))}}};
  }

  Longrun.picture('distance', {
    title: 'Distance to Gibbs over time',
    has: has('distance'), still: true, current: distance,
    table: () => ({head: ['η', 'iteration', 'total variation', 'Kullback–Leibler'],
      rows: sim('distance').map((r) => [r.stepSize, r.iteration, r.totalVariation ?? '–', r.kullbackLeibler ?? '–'])}),
  });
})();
