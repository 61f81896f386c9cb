/* Hitting exponents, and the bounds beside what they bound. */
(() => {
  const {number, label, point} = Longrun;

  function shown(data) {
    return data.components.map((c, i) => i).filter((i) => data.hit[i]);
  }

  /** A start by its coordinates where there is room for them. */
  const startName = (start, k) => (Longrun.narrow() || data().components.length + data().starts.length > 12 ? 'start ' + (k + 1) : 'x = ' + point(start.x));

  function current() {
    const {data, colour} = Longrun;
    const members = shown(data);
    const ids = members.map((i) => label(data.components[i].id));
    const chosen = Longrun.chosen();
    const bar = (field, name, side, fill, pattern) => ({
      type: 'bar', name, x: ids, y: members.map((i) => data.hit[i][field]), offsetgroup: side,
      marker: {color: members.map((i) => (chosen.has(i) ? '#ffb000' : fill)), pattern: {shape: pattern},
        line: {width: members.map((i) => (chosen.has(i) ? 3 : 0)), color: colour('ink')}},
      customdata: members.map((i) => ({component: i})), hovertext: members.map((i) => Longrun.about(i)),
      hovertemplate: '%{hovertext}<br>' + name + ': %{y:.7~g}<extra></extra>',
    });
    const same = members.every((i) => data.hit[i].passing === data.hit[i].avoiding);
    const traces = same ? [bar('exponent', 'J', 1, colour('min'), '')]
      : [bar('passing', 'passing the target', 1, colour('min'), ''), bar('avoiding', 'avoiding the target', 2, colour('saddle'), '/')];
    if (data.starts.length) {
      traces.push({type: 'scatter', mode: 'markers', name: 'starts x', x: data.starts.map(startName),
        y: data.starts.map((s) => s.exponent), marker: {symbol: 'star', size: 14, color: colour('max')},
        customdata: data.starts.map((s) => (data.at(s.component) >= 0 ? {component: data.at(s.component)} : null)),
        hovertext: data.starts.map((s) => 'start ' + point(s.x)),
        hovertemplate: '%{hovertext}<br>J(x) = %{y:.7~g}<extra></extra>', cliponaxis: false});
    }
    const still = members.every((i) => data.hit[i].exponent === 0);
    const infinite = members.filter((i) => data.hit[i].exponent === null);
    return {traces, layout: {barmode: 'group', xaxis: {title: 'component, or start', type: 'category', tickangle: ids.length > (Longrun.narrow() ? 5 : 14) ? -60 : 0},
      yaxis: {title: 'J (units of η·log of steps)', rangemode: 'tozero'},
      annotations: still ? [{x: 0.5, y: 0.5, xref: 'paper', yref: 'paper', text: 'J = 0 from everywhere', showarrow: false}]
        : infinite.slice(0, 40).map((i) => ({x: label(data.components[i].id), y: 0, text: '∞', showarrow: false, yanchor: 'bottom'}))}};
  }

  Longrun.picture('exponents', {
    title: 'Hitting exponents J',
    has: (data) => shown(data).length > 0,
    note: (data) => (shown(data).every((i) => data.hit[i].passing === data.hit[i].avoiding)
      ? 'Paths that avoid the target and paths that may pass it give the same J. ' : '') + 'From K the target is reached in about exp(J/η) steps. Click a bar, then see its pruned forest by the list “forest of start”.',
    current,
    pick: (mark) => (mark && mark.component >= 0
      ? {...mark, root: -1, start: data().hit[mark.component]?.pruned ? mark.component : -1} : null),
    table: (data) => ({head: ['from', 'J', 'avoiding', 'passing', 'decided by'],
      rows: [...shown(data).map((i) => [data.components[i].id, data.hit[i].exponent, data.hit[i].avoiding, data.hit[i].passing, '–']),
        ...data.starts.map((s) => ['x = ' + point(s.x), s.exponent, '–', '–', s.component || '–'])],
      keys: shown(data).map((i) => ({component: i}))}),
  });

  const data = () => Longrun.data;

  function bounds() {
    const {colour} = Longrun;
    const rows = data().results.bounds.filter((b) => b.applies && typeof b.bound === 'number');
    const names = rows.map((b) => label(b.name) + (!Longrun.narrow() && typeof b.tightness === 'number' ? '<br>tightness ' + number(b.tightness, 3) : ''));
    return {
      traces: [
        {type: 'bar', name: 'bound', x: names, y: rows.map((b) => b.bound), marker: {color: colour('other'), pattern: {shape: '/'}},
          hovertemplate: 'bound %{y:.7~g}<extra></extra>'},
        {type: 'bar', name: 'actual', x: names, y: rows.map((b) => b.actual), marker: {color: colour('min')},
          hovertemplate: 'actual %{y:.7~g}<extra></extra>'}],
      layout: {barmode: 'group', xaxis: {title: 'bound', type: 'category'}, yaxis: {title: 'exponent (units of η·log)', automargin: true}},
    };
  }

  Longrun.picture('bounds', {
    title: 'Bounds and their tightness',
    has: (data) => (data.results.bounds || []).some((b) => b.applies && typeof b.bound === 'number'),
    note: (data) => {
      const not = data.results.bounds.filter((b) => !b.applies).map((b) => b.name);
      return 'Tightness is actual/bound.' + (not.length ? ' Not applicable here: ' + not.join(', ') + '.' : '');
    },
    current: bounds,
    table: (data) => ({head: ['name', 'applies', 'bound', 'actual', 'tightness', 'holds'],
      rows: data.results.bounds.map((b) => [b.name, b.applies ? 'yes' : 'no', b.bound ?? '–', b.actual ?? '–', b.tightness ?? '–',
        b.applies ? (b.holds === null ? 'not known' : b.holds ? 'yes' : 'no') : '–'])}),
  });
})();
