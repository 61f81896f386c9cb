/* Energies beside f, and the weights of the invariant measure against η. */
(() => {
  const {number, label} = Longrun;

  /** Estimated error of E: a tree of at most N−1 edges, each off by at most its own error. */
  function error(data, i) {
    const tree = data.energy[i] && data.energy[i].arborescence;
    if (!tree) return 0;
    return tree.reduce((sum, j, k) => {
      const edge = j >= 0 && data.edge.get(k + '>' + j);
      return sum + (edge && edge.error ? edge.error : 0);
    }, 0);
  }

  function relative(data) {
    return data.energy.map((e) => (e && e.relative != null ? e.relative : null));
  }

  function current() {
    const {data, colour} = Longrun;
    const ids = data.components.map((c) => label(c.id));
    const chosen = Longrun.chosen();
    const bars = {
      type: 'bar', name: 'ΔE', x: ids, y: relative(data), customdata: ids.map((_, i) => ({component: i})),
      error_y: {type: 'data', array: ids.map((_, i) => error(data, i)), visible: true, color: colour('ink'), thickness: 1.5},
      marker: {color: ids.map((_, i) => (chosen.has(i) ? '#ffb000' : colour(Longrun.kind(data.components[i]).colour))),
        line: {width: ids.map((_, i) => (data.ground.has(i) || chosen.has(i) ? 3 : 0)), color: colour('ink')},
        pattern: {shape: ids.map((_, i) => ({saddle: '/', maximum: 'x', degenerate: '.'}[data.components[i].kind] || ''))}},
      hovertext: ids.map((_, i) => Longrun.about(i)), hovertemplate: '%{hovertext}<extra></extra>',
    };
    const traces = [bars];
    const layout = {xaxis: {title: 'component', type: 'category', tickangle: ids.length > (Longrun.narrow() ? 9 : 14) ? -60 : 0},
      yaxis: {title: 'ΔE (units of η·log-probability)', rangemode: 'tozero'}, margin: {l: 60, r: 60, t: 30, b: 60}, bargap: 0.3};
    if (data.components.some((c) => typeof c.value === 'number')) {
      traces.push({type: 'scatter', mode: 'markers', name: 'f', yaxis: 'y2', x: ids, y: data.components.map((c) => c.value),
        marker: {symbol: 'line-ew-open', size: Math.max(3, Math.min(18, (Longrun.narrow() ? 120 : 450) / ids.length)), color: colour('ink'), line: {width: 3, color: colour('ink')}},
        hovertemplate: '%{x}: f = %{y:.8~g}<extra></extra>'});
      layout.yaxis2 = {title: 'f', overlaying: 'y', side: 'right', showgrid: false, zeroline: false};
    }
    return {traces, layout};
  }

  Longrun.picture('levels', {
    title: 'Energies beside f',
    has: (data) => relative(data).some((e) => e !== null),
    note: (data) => 'Bars: ΔE, the excess over the least energy, with estimated error; outlined bars are ground states. '
      + 'Hatched: saddles and maxima. Dashes: f, on the right.'
      + (data.results.classEnergies && data.results.classEnergies.length > 1 ? ' There are several closed classes: energies are within each.' : ''),
    current,
    table: (data) => ({head: ['id', 'kind', 'E', 'ΔE', 'error', 'f', 'dominated by'],
      rows: data.components.map((c, i) => [c.id, c.kind, value(data, i, 'energy'), value(data, i, 'relative'), error(data, i),
        typeof c.value === 'number' ? c.value : '–', (data.energy[i] && data.energy[i].dominatedBy) || '–']),
      keys: data.components.map((c, i) => ({component: i}))}),
  });

  function value(data, i, field) {
    const row = data.energy[i];
    return row && typeof row[field] === 'number' ? row[field] : '–';
  }

  /** exp(−ΔE/η) normalised, on a grid of η about the scale of the energies. */
  function curves(data) {
    const energies = relative(data);
    const largest = Math.max(...energies.filter((e) => e !== null));
    // what is level within the costs' errors is no gap
    const gaps = energies.filter((e) => e !== null && e > 1e-6 * largest);
    if (!gaps.length) return null;
    const middle = Math.min(...gaps);
    const etas = Array.from({length: 81}, (_, k) => middle * Math.pow(10, -1.6 + 3 * k / 80));
    const weights = etas.map((eta) => {
      const w = energies.map((e) => (e === null ? 0 : Math.exp(-e / eta)));
      const sum = w.reduce((a, b) => a + b, 0);
      return w.map((v) => v / sum);
    });
    return {etas, weights, energies};
  }

  const DASHES = ['solid', 'dash', 'dot', 'dashdot', 'longdash'];

  function lines() {
    const {data, series, colour} = Longrun;
    const {etas, weights, energies} = curves(data);
    const chosen = Longrun.chosen();
    const order = energies.map((e, i) => [e, i]).filter(([e]) => e !== null).sort((a, b) => a[0] - b[0] || a[1] - b[1]);
    const kept = order.slice(0, 10).map(([, i]) => i);
    chosen.forEach((i) => kept.includes(i) || kept.push(i));
    const traces = kept.map((i, k) => ({
      type: 'scatter', mode: 'lines', name: label(data.components[i].id), x: etas, y: weights.map((w) => w[i]),
      line: {color: chosen.has(i) ? colour('accent') : series(k),
        width: chosen.has(i) ? 5 : 2, dash: DASHES[k % 5]},
      customdata: etas.map(() => ({component: i})), hovertemplate: label(data.components[i].id) + '<br>η = %{x:.4~g}<br>weight %{y:.4~g}<extra></extra>',
    }));
    const given = (data.results.weights || []).filter((w) => kept.includes(data.at(w.component)));
    if (given.length) {
      traces.push({type: 'scatter', mode: 'markers', name: 'the file’s η', x: given.map((w) => w.stepSize), y: given.map((w) => w.weight),
        marker: {size: 9, symbol: 'circle-open', color: colour('ink'), line: {width: 2}},
        customdata: given.map((w) => ({component: data.at(w.component)})),
        hovertext: given.map((w) => label(w.component)), hovertemplate: '%{hovertext}<br>η = %{x:.4~g}<br>weight %{y:.6~g}<extra></extra>'});
    }
    return {traces, layout: {xaxis: {title: 'step η', ...Longrun.logTicks(etas)}, yaxis: {title: 'weight μ(K)', type: 'log', dtick: 1, range: [-6, 0.15]}}};
  }

  Longrun.picture('weights', {
    title: 'Weights of the invariant measure against η',
    has: (data) => (data.results.closedClasses || [1]).length <= 1 && curves(data) !== null,
    note: () => 'exp(−ΔE/η), normalised: exact to leading order as η falls, without prefactors.',
    current: lines,
    table: (data) => {
      const {etas, weights} = curves(data);
      const kept = etas.map((_, k) => k).filter((k) => k % 10 === 0);
      return {head: ['id', ...kept.map((k) => 'η = ' + number(etas[k], 3))],
        rows: data.components.map((c, i) => [c.id, ...kept.map((k) => Number(weights[k][i].toPrecision(4)))]),
        keys: data.components.map((c, i) => ({component: i}))};
    },
  });
})();
