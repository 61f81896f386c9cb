/* Contrast ratios of the page's texts and marks, as WCAG 2.2 defines them. */
globalThis.contrast = (() => {
  const parse = (colour) => {
    const canvas = document.createElement('canvas').getContext('2d', {willReadFrequently: true});
    canvas.fillStyle = colour;
    canvas.fillRect(0, 0, 1, 1);
    return [...canvas.getImageData(0, 0, 1, 1).data];
  };
  const cache = new Map();
  const rgba = (colour) => cache.get(colour) || cache.set(colour, parse(colour)).get(colour);

  const luminance = (rgb) => rgb.slice(0, 3).map((c) => c / 255)
    .map((c) => (c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4))
    .reduce((sum, c, k) => sum + c * [0.2126, 0.7152, 0.0722][k], 0);

  const ratio = (a, b) => {
    const [low, high] = [luminance(a), luminance(b)].sort((x, y) => x - y);
    return (high + 0.05) / (low + 0.05);
  };

  const isSvg = (node) => node.namespaceURI === 'http://www.w3.org/2000/svg';

  /** What a text stands on: its halo, the vertex it names, or the nearest ground behind it. */
  const ground = (node) => {
    const style = getComputedStyle(node);
    const shadow = style.textShadow.match(/rgba?\([^)]*\)/);
    if (shadow) return rgba(shadow[0]);
    if (isSvg(node)) {
      if (style.paintOrder.startsWith('stroke') && style.stroke !== 'none') return rgba(style.stroke);
      const vertex = node.closest('g[data-component]');
      if (vertex) return rgba(getComputedStyle(vertex.querySelector('path')).fill);
    }
    for (let up = node; up; up = up.parentElement) {
      const behind = rgba(getComputedStyle(up).backgroundColor);
      if (behind[3] > 250) return behind;
    }
    return [255, 255, 255, 255];
  };

  const texts = () => {
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    const out = new Set();
    while (walker.nextNode()) {
      const node = walker.currentNode.parentElement;
      if (!walker.currentNode.data.trim() || node.closest('script, style, title, option') || out.has(node)) continue;
      const box = node.getBoundingClientRect();
      if (box.width > 0 && box.height > 0 && getComputedStyle(node).visibility === 'visible') out.add(node);
    }
    return [...out];
  };

  return {
    ratio,
    ofTexts: () => {
      const all = texts();
      const faint = all.map((node) => {
        const style = getComputedStyle(node);
        const size = parseFloat(style.fontSize);
        const large = size >= 24 || (size >= 18.66 && Number(style.fontWeight) >= 700);
        const found = ratio(rgba(isSvg(node) ? style.fill : style.color), ground(node));
        return {text: node.textContent.slice(0, 40), ratio: found, wanted: large ? 3 : 4.5, where: node.closest('figure, section, header, form')?.id};
      }).filter((entry) => entry.ratio < entry.wanted);
      return {texts: all.length, faint};
    },
    ofColours: () => {
      const behind = rgba(Longrun.colour('ground'));
      const names = ['min', 'saddle', 'max', 'other', 'accent', ...Array.from({length: 10}, (_, k) => 'series-' + k)];
      return names.map((name) => ({name, ratio: ratio(rgba(Longrun.colour(name)), behind)})).filter((entry) => entry.ratio < 3);
    },
  };
})();
