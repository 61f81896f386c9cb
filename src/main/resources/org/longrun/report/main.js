/* Starts the page: data, controls, frames; pictures are drawn when they come into sight, or in idle time. */
Longrun.ready = (async () => {
  Longrun.data = await Longrun.read();
  const {data} = Longrun;
  document.querySelectorAll('[data-needs]').forEach((node) => {
    const needed = data[node.dataset.needs];
    node.hidden = !needed || needed.length === 0;
  });
  Longrun.fillControls();
  const seen = new IntersectionObserver((entries) => entries.forEach((entry) => {
    const picture = Longrun.pictures[entry.target.dataset.picture];
    picture.inSight = entry.isIntersecting;
    if (entry.isIntersecting) Longrun.draw(picture).then(() => picture.stale && Longrun.refresh(picture));
  }), {rootMargin: '400px'});
  document.querySelectorAll('figure[data-picture]').forEach((figure) => {
    const picture = Longrun.pictures[figure.dataset.picture];
    if (picture && picture.has(data)) {
      Longrun.frame(picture, figure);
      seen.observe(figure);
    } else {
      figure.hidden = true;
    }
  });
  document.documentElement.dataset.ready = 'true';
})();

/* What is out of sight is drawn while nothing else is to do: scrolling, and paper, find it there. */
(async () => {
  await Longrun.ready;
  const idle = window.requestIdleCallback || ((next) => setTimeout(next, 100));
  for (const picture of Object.values(Longrun.pictures)) {
    if (picture.plot) {
      await new Promise((next) => idle(next));
      await Longrun.draw(picture);
    }
  }
})();

/* A change of theme, or paper, changes every colour; paper every size as well. */
(() => {
  const again = () => Object.values(Longrun.pictures).forEach(Longrun.refresh);
  const paper = (on) => () => {
    Longrun.paper = on;
    again();
  };
  matchMedia('(prefers-color-scheme: dark)').addEventListener('change', again);
  matchMedia('print').addEventListener('change', again);
  window.addEventListener('beforeprint', paper(true));
  window.addEventListener('afterprint', paper(false));
})();
