/* Freidlin's cycles as a disconnectivity tree: a component stands at its energy, a join at the level where its cycle closes. */
(() => {
  const {number, label} = Longrun;

  /** A single component is left at the cost of its cheapest move. */
  const least = (data, i) => data.direct.reduce((cost, t) => (t.i === i ? Math.min(cost, t.weight) : cost), Infinity);

  /**
   * The hierarchy as nodes with a place x, a foot (the energy of the main component within the
   * largest cycle) and, for a cycle, the level at which its parts join. In a cycle energy plus exit
   * exponent is the same for every part: it is the exponent of the flow round the cycle.
   */
  function tree(data) {
    const cycles = new Map((data.results.hierarchy?.cycles || []).map((c) => [c.id, c]));
    const children = new Set([...cycles.values()].flatMap((c) => c.children));
    const nodes = [];
    let next = 0;
    const main = (id) => (cycles.has(id) ? cycles.get(id).main : id);
    const exit = (id) => (cycles.has(id) ? cycles.get(id).exit : least(data, data.at(id)));
    const visit = (id, foot) => {
      const cycle = cycles.get(id);
      const own = {id, cycle, foot};
      if (cycle) {
        own.level = foot + exit(cycle.children.find((c) => main(c) === cycle.main));
        own.children = cycle.children.map((c) => visit(c, main(c) === cycle.main ? foot : own.level - exit(c)));
        own.x = own.children.reduce((sum, c) => sum + c.x, 0) / own.children.length;
      } else {
        own.x = next++;
      }
      nodes.push(own);
      return own;
    };
    [...cycles.keys(), ...data.components.map((c) => c.id)].filter((id) => !children.has(id))
      .filter((id) => cycles.has(id) || data.energy[data.at(id)]?.relative != null).forEach((id) => visit(id, 0));
    return nodes;
  }

  function current() {
    const {data, colour} = Longrun;
    const nodes = tree(data);
    const cycles = nodes.filter((n) => n.cycle);
    const leaves = nodes.filter((n) => !n.cycle && data.at(n.id) >= 0);
    const top = Math.max(...cycles.map((n) => n.level), 1e-9);
    const x = [];
    const y = [];
    cycles.forEach((n) => n.children.forEach((c) => {
      x.push(c.x, c.x, n.x, null);
      y.push(c.cycle ? c.level : c.foot, n.level, n.level, null);
    }));
    return {
      traces: [
        {type: 'scatter', mode: 'lines', x, y, line: {color: colour('soft'), width: 1.6}, hoverinfo: 'skip', showlegend: false},
        joins(cycles), feet(leaves)],
      layout: {xaxis: {visible: false}, yaxis: {title: 'ΔE (units of η·log-probability)', range: [-0.1 * top, 1.06 * top], zeroline: true}},
    };
  }

  function joins(cycles) {
    const {data, colour} = Longrun;
    return {type: 'scatter', mode: 'markers', name: 'cycles', x: cycles.map((n) => n.x), y: cycles.map((n) => n.level),
      marker: {symbol: 'line-ew-open', size: 16, color: colour('accent'), line: {width: 3}},
      customdata: cycles.map((n) => ({component: data.at(n.cycle.main)})),
      hovertext: cycles.map((n) => label(n.id) + ', mostly at ' + label(n.cycle.main) + '<br>'
        + (n.cycle.members ? n.cycle.members.length + ' members<br>' : '') + 'closes at ' + number(n.level, 7)
        + '<br>exponent to leave: ' + number(n.cycle.exit, 7)
        + (n.cycle.exitEdge ? '<br>leaves by ' + label(n.cycle.exitEdge.join(' → ')) : '')),
      hovertemplate: '%{hovertext}<extra></extra>'};
  }

  function feet(leaves) {
    const {data, colour} = Longrun;
    const chosen = Longrun.chosen();
    const shown = leaves.map((n) => data.at(n.id));
    const each = (f) => shown.map(f);
    return {type: 'scatter', mode: leaves.length <= (Longrun.narrow() ? 12 : 60) ? 'markers+text' : 'markers', name: 'components', x: leaves.map((n) => n.x), y: leaves.map((n) => n.foot),
      text: leaves.map((n) => label(n.id)), textposition: 'bottom center', cliponaxis: false,
      marker: {opacity: 1, size: each((i) => (chosen.has(i) ? 16 : leaves.length <= 60 ? 9 : 5)), symbol: each((i) => Longrun.kind(data.components[i]).symbol),
        color: each((i) => (chosen.has(i) ? '#ffb000' : colour(Longrun.kind(data.components[i]).colour))),
        line: {width: each((i) => (chosen.has(i) ? 2 : 0)), color: colour('ink')}},
      customdata: each((i) => ({component: i})), hovertext: each((i) => Longrun.about(i)), hovertemplate: '%{hovertext}<extra></extra>'};
  }

  Longrun.picture('cycles', {
    title: 'Cycle hierarchy',
    has: (data) => (data.results.hierarchy?.cycles || []).length > 0,
    note: () => 'A disconnectivity tree: every component stands at its energy within the largest cycle around it; lines join where a cycle closes, a set that SGD explores in full before it leaves it. '
      + 'The way up from a component, or a join, to the next join is the exponent of the time to leave it.',
    current,
    table: (data) => {
      const level = new Map(tree(data).map((n) => [n.id, n.level]));
      return {head: ['cycle', 'mostly at', 'closes at ΔE', 'exponent to leave', 'leaves by', 'children'],
        rows: data.results.hierarchy.cycles.map((c) => [c.id, c.main, level.get(c.id), c.exit, (c.exitEdge || []).join(' → ') || '–', c.children.join(', ')])};
    },
  });
})();
