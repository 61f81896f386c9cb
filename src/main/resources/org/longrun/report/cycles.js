/* Freidlin's cycles as a tree: leaves are components, the height of a join is the exponent to leave. */
(() => {
  const {number, label} = Longrun;

  /** The hierarchy as nodes with a place x, a height, and children. */
  function tree(data) {
    const cycles = new Map((data.results.hierarchy?.cycles || []).map((c) => [c.id, c]));
    const children = new Set([...cycles.values()].flatMap((c) => c.children));
    const roots = [...cycles.keys()].filter((id) => !children.has(id));
    const nodes = [];
    let next = 0;
    const visit = (id) => {
      const cycle = cycles.get(id);
      const own = {id, leaf: !cycle, exit: cycle ? cycle.exit : least(data, data.at(id)), cycle};
      if (cycle) {
        own.children = cycle.children.map(visit);
        own.x = own.children.reduce((sum, c) => sum + c.x, 0) / Math.max(1, own.children.length);
        own.join = Math.max(0, ...own.children.map((c) => height(c)));
      } else {
        own.x = next++;
      }
      nodes.push(own);
      return own;
    };
    roots.forEach(visit);
    data.components.map((c) => c.id).filter((id) => !children.has(id) && !cycles.has(id)).forEach(visit);
    return nodes;
  }

  /** A single component is left at the cost of its cheapest move. */
  const least = (data, i) => data.direct.reduce((cost, t) => (t.i === i ? Math.min(cost, t.weight) : cost), Infinity);

  /** Where a node's own stem ends: leaves stand at 0, a cycle where the last of its children left. */
  const height = (node) => (Number.isFinite(node.exit) ? node.exit : node.join || 0);

  function current() {
    const {data, colour} = Longrun;
    const nodes = tree(data);
    const exits = nodes.map((n) => n.join || 0).filter((h) => h > 0);
    const top = Math.max(...exits, 1e-9);
    const chosen = Longrun.chosen();
    const x = [];
    const y = [];
    const line = (points) => {
      points.forEach(([a, b]) => { x.push(a); y.push(b); });
      x.push(null);
      y.push(null);
    };
    nodes.filter((n) => n.children).forEach((n) => {
      const level = n.join > 0 ? n.join : height(n);
      n.children.forEach((c) => line([[c.x, c.leaf ? 0 : c.level], [c.x, level], [n.x, level]]));
      n.level = level;
    });
    const cycles = nodes.filter((n) => n.children);
    const leaves = nodes.filter((n) => n.leaf && data.at(n.id) >= 0);
    const shown = leaves.map((n) => data.at(n.id));
    return {
      traces: [
        {type: 'scatter', mode: 'lines', x, y, line: {color: colour('soft'), width: 1.6}, hoverinfo: 'skip', showlegend: false},
        {type: 'scatter', mode: 'markers', name: 'cycles', x: cycles.map((n) => n.x), y: cycles.map((n) => n.level), marker: {symbol: 'line-ew-open',
          size: 16, color: colour('accent'), line: {width: 3}},
          customdata: cycles.map((n) => ({component: data.at(n.cycle.main)})),
          hovertext: cycles.map((n) => label(n.id) + ', mostly at ' + label(n.cycle.main) + '<br>'
            + (n.cycle.members ? n.cycle.members.length + ' members<br>' : '') + 'exponent to leave: ' + number(n.cycle.exit, 7)
            + (n.cycle.exitEdge ? '<br>leaves by ' + label(n.cycle.exitEdge.join(' → ')) : '')),
          hovertemplate: '%{hovertext}<extra></extra>'},
        {type: 'scatter', mode: leaves.length <= 60 ? 'markers+text' : 'markers', name: 'components', x: leaves.map((n) => n.x), y: leaves.map(() => 0),
          text: leaves.map((n) => label(n.id)), textposition: 'bottom center',
          marker: {size: shown.map((i) => (chosen.has(i) ? 16 : 9)), symbol: shown.map((i) => Longrun.kind(data.components[i]).symbol),
            color: shown.map((i) => (chosen.has(i) ? '#ffb000' : colour(Longrun.kind(data.components[i]).colour))),
            line: {width: shown.map((i) => (chosen.has(i) ? 2 : 0)), color: colour('ink')}},
          customdata: shown.map((i) => ({component: i})), hovertext: shown.map((i) => Longrun.about(i)), hovertemplate: '%{hovertext}<extra></extra>'}],
      layout: {xaxis: {visible: false}, yaxis: {title: 'exponent of the time to leave', range: [-0.12 * top, 1.08 * top], zeroline: true}},
    };
  }

  Longrun.picture('cycles', {
    title: 'Cycle hierarchy',
    has: (data) => (data.results.hierarchy?.cycles || []).length > 0,
    note: () => 'Sets that SGD explores in full before it leaves them. Where two stems join, the exponent of the time to go from one to the other.',
    current,
    table: (data) => ({head: ['cycle', 'mostly at', 'exponent to leave', 'leaves by', 'children'],
      rows: data.results.hierarchy.cycles.map((c) => [c.id, c.main, c.exit, (c.exitEdge || []).join(' → ') || '–', c.children.join(', ')])}),
  });
})();
