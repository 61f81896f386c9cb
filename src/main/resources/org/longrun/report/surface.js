/* The landscape in relief. */
(() => {
  const {number, label} = Longrun;

  /** f is cut a little above the highest component: what is higher hides the wells. */
  function cut(view) {
    const values = Longrun.data.components.map((c) => c.value).filter((v) => typeof v === 'number');
    const low = Math.min(...values);
    const high = Math.max(...values);
    return high > low ? high + 0.12 * (high - low) : view.levels[view.levels.length - 1];
  }

  function relief(view, top) {
    const n = view.levels.length;
    const height = view.f.map((row) => row.map((f) => (f === null ? null : Math.min(f, top))));
    return {
      type: 'surface', x: view.x, y: view.y, z: height, colorscale: 'Viridis',
      surfacecolor: height.map((row) => row.map((f) => Longrun.rank(f, view.levels))), cmin: 0, cmax: n - 1,
      customdata: view.f, hovertemplate: label(view.axes[0]) + ' = %{x:.5~g}<br>' + label(view.axes[1])
        + ' = %{y:.5~g}<br>f = %{customdata:.7~g}<extra></extra>',
      colorbar: {title: {text: 'f', side: 'top'}, thickness: 14, outlinewidth: 0, ...Longrun.rankTicks(view.levels)},
      contours: {z: {show: true, start: view.levels[0], end: top,
        size: Math.max((top - view.levels[0]) / 18, 1e-300), color: 'rgba(255,255,255,.6)', width: 1}},
    };
  }

  function marks(view) {
    const {data, kinds} = Longrun;
    const chosen = Longrun.chosen();
    return Object.entries(kinds).map(([kind, style]) => {
      const members = data.components.map((c, i) => i).filter((i) => data.components[i].kind === kind);
      return {
        type: 'scatter3d', mode: members.length <= 30 ? 'markers+text' : 'markers', name: style.words,
        x: members.map((i) => view.components[i][0][0]), y: members.map((i) => view.components[i][0][1]),
        z: members.map((i) => data.components[i].value), text: members.map((i) => label(data.components[i].id)),
        textfont: {color: Longrun.colour('ink'), size: 12},
        marker: {symbol: style.symbol, size: members.map((i) => (chosen.has(i) ? 11 : 5)),
          color: members.map((i) => (chosen.has(i) ? '#ffd54a' : Longrun.colour(style.colour))),
          line: {width: 1, color: '#ffffff'}},
        customdata: members.map((i) => ({component: i})), hovertext: members.map(Longrun.about),
        hovertemplate: '%{hovertext}<extra></extra>',
      };
    }).filter((trace) => trace.x.length > 0);
  }

  function current() {
    const view = Longrun.data.views[Longrun.currentView()];
    const top = cut(view);
    const axis = (title) => ({title: {text: title}, color: Longrun.colour('ink'), gridcolor: Longrun.colour('line')});
    const scene = {xaxis: axis(label(view.axes[0])), yaxis: axis(label(view.axes[1])), zaxis: axis('f'),
      aspectmode: 'manual', aspectratio: {x: 1.3, y: 1.3, z: 0.8}, camera: {eye: {x: 0.8, y: -1.45, z: 1.9}, center: {x: 0, y: 0, z: -0.2}}};
    return {traces: [relief(view, top), ...marks(view)], layout: {scene, margin: {l: 0, r: 0, t: 20, b: 0}, uirevision: 'keep'}};
  }

  Longrun.picture('surface', {
    title: 'f in relief',
    has: (data) => data.views && data.views.length > 0 && data.views[0].axes.length === 2,
    note: () => 'Cut above the components, so that the wells can be seen. Drag to turn.',
    check: () => {
      if (!document.createElement('canvas').getContext('webgl')) throw new Error('this browser offers no WebGL');
    },
    current,
    table: (data) => {
      const view = data.views[Longrun.currentView()];
      const step = Math.ceil(view.x.length / 21);
      const keep = (list) => list.filter((_, k) => k % step === 0);
      return {head: [view.axes[1] + ' \\ ' + view.axes[0], ...keep(view.x).map((x) => number(x, 4))],
        rows: keep(view.f).map((row, r) => [number(keep(view.y)[r], 4), ...keep(row)])};
    },
  });
})();
