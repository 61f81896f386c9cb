/* Starts the page: data, controls, frames; pictures are drawn when they come into sight. */
Longrun.ready = (async () => {
  Longrun.data = await Longrun.read();
  const {data} = Longrun;
  document.querySelectorAll('[data-needs]').forEach((node) => {
    const needed = data[node.dataset.needs];
    node.hidden = !needed || needed.length === 0;
  });
  Longrun.fillControls();
  const seen = new IntersectionObserver((entries) => entries.forEach((entry) => {
    if (entry.isIntersecting) {
      seen.unobserve(entry.target);
      Longrun.draw(Longrun.pictures[entry.target.dataset.picture]);
    }
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

/* A change of theme, or paper, changes every colour. */
(() => {
  const again = () => Object.values(Longrun.pictures).forEach(Longrun.refresh);
  matchMedia('(prefers-color-scheme: dark)').addEventListener('change', again);
  matchMedia('print').addEventListener('change', again);
})();
