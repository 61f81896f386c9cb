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

  /**
   * The surface up to the cut; what lies beyond is left out and hides nothing. The vertices just
   * beyond the rim are moved back along the slope to where f meets the cut, so that the rim is smooth.
   */
  function bowls(view, top) {
    const {x, y, f} = view;
    const below = (r, c) => f[r] && f[r][c] !== undefined && f[r][c] !== null && f[r][c] <= top;
    const near = (r, c) => [-1, 0, 1].some((a) => [-1, 0, 1].some((b) => below(r + a, c + b)));
    const slope = (at, k, axis) => {
      const [low, high] = [Math.max(0, k - 1), Math.min(axis.length - 1, k + 1)];
      return (at(high) - at(low)) / (axis[high] - axis[low]);
    };
    const cell = [x[1] - x[0], y[1] - y[0]];
    const out = {x: [], y: [], z: []};
    f.forEach((row, r) => {
      ['x', 'y', 'z'].forEach((key) => out[key].push([]));
      row.forEach((value, c) => {
        const shown = value !== null && near(r, c);
        let move = [0, 0];
        if (shown && value > top) {
          const g = [slope((k) => row[k], c, x), slope((k) => f[k][c], r, y)];
          const length = (value - top) / (g[0] * g[0] + g[1] * g[1]);
          move = g.map((d, k) => Math.max(-cell[k], Math.min(cell[k], length * d)) || 0);
        }
        out.x[r].push(x[c] - move[0]);
        out.y[r].push(y[r] - move[1]);
        out.z[r].push(shown ? Math.min(value, top) : null);
      });
    });
    return out;
  }

  /** The colours of the map. */
  const VIRIDIS = ['#440154', '#472d7b', '#3b528b', '#2c728e', '#21918c', '#28ae80', '#5ec962', '#addc30', '#fde725']
    .map((c) => [1, 3, 5].map((k) => parseInt(c.slice(k, k + 2), 16)));

  /** The scale in steps, alternately lighter: bands show the levels, where the library's lines take seconds without a graphics card. */
  function bands(count) {
    return Array.from({length: count}, (_, k) => {
      const at = (k + 0.5) / count * (VIRIDIS.length - 1);
      const low = Math.floor(at);
      const tone = VIRIDIS[low].map((v, c) => v + (at - low) * (VIRIDIS[low + 1][c] - v))
        .map((v) => Math.round(k % 2 ? v : v + 0.12 * (255 - v)));
      return [[k / count, 'rgb(' + tone + ')'], [(k + 1) / count, 'rgb(' + tone + ')']];
    }).flat();
  }

  function relief(view, top) {
    const n = view.levels.length;
    const surface = bowls(view, top);
    return {
      type: 'surface', ...surface, colorscale: bands(n - 1),
      surfacecolor: surface.z.map((row) => row.map((f) => Longrun.rank(f, view.levels))), cmin: 0, cmax: n - 1,
      customdata: view.f, hovertemplate: label(view.axes[0]) + ' = %{x:.5~g}<br>' + label(view.axes[1])
        + ' = %{y:.5~g}<br>f = %{customdata:.7~g}<extra></extra>',
      colorbar: {title: {text: 'f', side: 'top'}, thickness: 14, outlinewidth: 0, ...Longrun.rankTicks(view.levels)},
    };
  }

  function marks(view) {
    const {data, kinds} = Longrun;
    const chosen = Longrun.chosen();
    // a little above the surface, which would swallow half of each mark
    const lift = 0.015 * (cut(view) - view.levels[0]);
    return Object.entries(kinds).map(([kind, style]) => {
      const members = data.components.map((c, i) => i).filter((i) => data.components[i].kind === kind && Longrun.inPlane(view, i));
      return {
        type: 'scatter3d', mode: members.length <= 30 ? 'markers+text' : 'markers', name: style.words,
        x: members.map((i) => view.places[i][0]), y: members.map((i) => view.places[i][1]),
        z: members.map((i) => data.components[i].value + lift), text: members.map((i) => label(data.components[i].id)),
        textfont: {color: Longrun.colour('ink'), size: 12},
        marker: {opacity: 1, symbol: style.symbol, size: members.map((i) => (chosen.has(i) ? 11 : 5)),
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
    const spread = (axis) => axis[axis.length - 1] - axis[0];
    const tall = Longrun.comparable(view) ? spread(view.y) / spread(view.x) : 1;
    return {traces: [relief(view, top), ...marks(view)], layout: {margin: {l: 0, r: 0, t: 20, b: 0},
      scene: Longrun.scene([label(view.axes[0]), label(view.axes[1]), 'f'], {x: 1.6 / Math.sqrt(tall), y: 1.6 * Math.sqrt(tall), z: 0.6})}};
  }

  Longrun.picture('surface', {
    title: 'f in relief',
    heavy: true,
    has: (data) => data.views && data.views.length > 0 && data.views[0].axes.length === 2,
    note: () => 'Cut a little above the highest component. Drag to turn.',
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
