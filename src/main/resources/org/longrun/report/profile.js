/* Along a least path: f, and the action spent so far. */
(() => {
  const {number, label} = Longrun;

  /** The chosen transition if it has a path, else the first that climbs, else the first. */
  function transition() {
    const {data, selection} = Longrun;
    const chosen = data.transitions[selection.transition];
    if (chosen && data.path.has(chosen.k)) return chosen;
    const drawn = data.direct.filter((t) => data.path.has(t.k));
    return drawn.find((t) => t.weight > 0 && !data.target.has(t.i)) || drawn.find((t) => t.weight > 0) || drawn[0];
  }

  function current() {
    const {data, colour} = Longrun;
    const t = transition();
    const path = data.path.get(t.k);
    const traces = [{type: 'scatter', mode: 'lines', x: path.s, y: path.f, name: 'f', line: {color: colour('min'), width: 2.5},
      hovertemplate: 's = %{x:.5~g}<br>f = %{y:.7~g}<extra></extra>'}];
    const layout = {xaxis: {title: 'arc length s along the path'}, yaxis: {title: {text: 'f', font: {color: colour('min')}}},
      margin: {l: 60, r: 60, t: 64, b: 50},
      title: {text: label(t.from + ' → ' + t.to) + ', B = ' + number(t.weight, 7), font: {size: 15}, y: 0.98}};
    if (path.action) {
      traces.push({type: 'scatter', mode: 'lines', x: path.s, y: path.action, name: 'action spent', yaxis: 'y2',
        line: {color: colour('saddle'), width: 2.5, dash: 'dash'}, hovertemplate: 's = %{x:.5~g}<br>action = %{y:.7~g}<extra></extra>'});
      layout.yaxis2 = {title: {text: 'action spent (units of η·log-probability)', font: {color: colour('saddle')}}, overlaying: 'y', side: 'right', showgrid: false,
        rangemode: 'tozero'};
    }
    return {traces, layout};
  }

  Longrun.picture('profile', {
    title: 'Along a least path',
    has: (data) => data.path.size > 0,
    note: () => 'Choose a transition in the bar above, or click an edge of the graph. The path climbs where action is spent and falls for nothing.',
    current,
    table: (data) => {
      const head = ['transition', 'length', 'least f', 'largest f', 'action'];
      const drawn = data.direct.filter((t) => data.path.has(t.k));
      return {head, keys: drawn.map((t) => ({transition: t.k})), rows: drawn.map((t) => {
        const path = data.path.get(t.k);
        const f = path.f.filter((v) => v !== null);
        return [t.from + ' → ' + t.to, path.s[path.s.length - 1], Math.min(...f), Math.max(...f), t.weight];
      })};
    },
  });
})();
