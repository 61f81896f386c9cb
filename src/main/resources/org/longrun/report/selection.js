/* What the reader has chosen: a component, a transition, a root's tree, a start's forest. */
Longrun.selection = {component: -1, transition: -1, root: -1, start: -1};

/** Changes the choice and tells every picture, table and control. */
Longrun.select = (change) => {
  Object.assign(Longrun.selection, change);
  const s = Longrun.selection;
  document.querySelectorAll('[data-component]').forEach((node) => {
    node.classList.toggle('selected', Longrun.isChosen(node.dataset.component));
  });
  document.querySelectorAll('tr[data-transition]').forEach((node) => {
    node.classList.toggle('selected', Number(node.dataset.transition) === s.transition);
  });
  set('pick-component', s.component);
  set('pick-transition', s.transition);
  set('pick-root', s.root);
  set('pick-start', s.start);
  document.getElementById('selected').textContent = Longrun.describe();
  Object.values(Longrun.pictures).filter((picture) => !picture.still).forEach(Longrun.refresh);
};

function set(id, value) {
  document.getElementById(id).value = String(value);
}

/** True if the component of this id is chosen, itself or as an end of the chosen transition. */
Longrun.isChosen = (id) => {
  const i = Longrun.data.at(id);
  return i >= 0 && Longrun.chosen().has(i);
};

/** The positions of the components to be highlighted. */
Longrun.chosen = () => {
  const s = Longrun.selection;
  const out = new Set();
  if (s.component >= 0) out.add(s.component);
  if (s.transition >= 0) {
    out.add(Longrun.data.transitions[s.transition].i);
    out.add(Longrun.data.transitions[s.transition].j);
  }
  return out;
};

/** The choice in words. */
Longrun.describe = () => {
  const {data, number} = Longrun;
  const s = Longrun.selection;
  const out = [];
  if (s.component >= 0) {
    const c = data.components[s.component];
    const energy = data.energy[s.component];
    const hit = data.hit[s.component];
    out.push(c.id + ', ' + c.kind + (typeof c.value === 'number' ? ', f = ' + number(c.value) : '')
      + (energy && energy.relative != null ? ', ΔE = ' + number(energy.relative) : '')
      + (hit ? ', J = ' + number(hit.exponent) : ''));
  }
  if (s.transition >= 0) {
    const t = data.transitions[s.transition];
    out.push(t.from + ' → ' + t.to + ', B = ' + number(t.cost)
      + (t.via && t.via.length ? ' via ' + t.via.join(', ') : ''));
  }
  if (s.root >= 0) out.push('arborescence of ' + data.components[s.root].id);
  if (s.start >= 0) out.push('pruned forest of ' + data.components[s.start].id);
  return out.join(' · ');
};

/** The edges of the chosen tree or forest, as a set of "i>j"; null where none is chosen or known. */
Longrun.tree = () => {
  const s = Longrun.selection;
  const row = s.start >= 0 ? Longrun.data.hit[s.start] : s.root >= 0 ? Longrun.data.energy[s.root] : null;
  const next = row && (s.start >= 0 ? row.pruned : row.arborescence);
  if (!next) return null;
  const out = new Set();
  next.forEach((j, i) => {
    if (j >= 0) out.add(i + '>' + j);
  });
  return out;
};

/** Fills the four lists of the selection bar; by them everything can be chosen without a mouse. */
Longrun.fillControls = () => {
  const {data} = Longrun;
  const ids = data.components.map((c, i) => [i, c.id + ' ' + c.kind]);
  options('pick-component', ids, (i) => Longrun.select({component: i}));
  options('pick-transition', data.transitions.map((t) => [t.k, t.from + ' → ' + t.to]),
    (k) => Longrun.select({transition: k}));
  const roots = ids.filter(([i]) => data.energy[i] && data.energy[i].arborescence);
  options('pick-root', roots, (i) => Longrun.select({root: i, start: -1}));
  const starts = ids.filter(([i]) => data.hit[i] && data.hit[i].pruned);
  options('pick-start', starts, (i) => Longrun.select({start: i, root: -1}));
  document.getElementById('clear').addEventListener('click', () => Longrun.select(
    {component: -1, transition: -1, root: -1, start: -1}));
  document.addEventListener('click', (event) => {
    const node = event.target.closest('button[data-component]');
    if (node) Longrun.select({component: data.at(node.dataset.component)});
  });
};

function options(id, entries, choose) {
  const list = document.getElementById(id);
  list.append(new Option('–', '-1'), ...entries.map(([value, text]) => new Option(text, value)));
  list.addEventListener('change', () => choose(Number(list.value)));
  list.closest('label').hidden = entries.length === 0;
}
