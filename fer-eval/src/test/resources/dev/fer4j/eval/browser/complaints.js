// Evaluated in a report's page: a promise of the list of what is wrong with it.
new Promise(resolve => requestAnimationFrame(() => requestAnimationFrame(resolve))).then(() => {
  const complaints = [];
  const page = document.documentElement;
  const say = element => {
    const text = (element.textContent || "").trim().replace(/\s+/g, " ").slice(0, 60);
    return `<${element.tagName.toLowerCase()}> "${text}"`;
  };

  if (page.scrollWidth > window.innerWidth) {
    complaints.push(`is ${page.scrollWidth} pixels wide in a window of ${window.innerWidth}`);
    const boxes = "[class=table], .plate, pre";
    for (const element of document.body.querySelectorAll("*")) {
      const wide = element.getBoundingClientRect().right > window.innerWidth + 0.5;
      if (wide && !element.parentElement.closest(boxes)) {
        complaints.push(`reaches out of the window: ${say(element)}`);
      }
    }
  }

  for (const image of document.images) {
    if (!image.complete || image.naturalWidth === 0) {
      complaints.push(`does not show the image "${image.alt}"`);
    }
    if (!image.alt) {
      complaints.push("has an image without a text for those who cannot see it");
    }
  }
  for (const svg of document.querySelectorAll(".plate > svg")) {
    const box = svg.getBoundingClientRect();
    if (box.width < 50 || box.height < 50) {
      complaints.push(`shows a figure at ${box.width} × ${box.height} pixels: ${say(svg)}`);
    }
  }

  // The words of a figure: within it, and large enough to be read.
  for (const text of document.querySelectorAll(".plate > svg text")) {
    const svg = text.closest(".plate > svg");
    const [inner, outer] = [text.getBoundingClientRect(), svg.getBoundingClientRect()];
    if (inner.right > outer.right + 1 || inner.left < outer.left - 1) {
      complaints.push(`cuts off words of a figure: ${say(text)}`);
    }
    const size = parseFloat(getComputedStyle(text).fontSize) * outer.width / svg.viewBox.baseVal.width;
    if (size < 10) {
      complaints.push(`has words of ${size.toFixed(1)} pixels in a figure: ${say(text)}`);
    }
  }

  // The finding and the beginning of its figure are seen without scrolling.
  const finding = document.querySelector("#section-1 > p");
  const plate = document.querySelector("#section-1 .plate");
  for (const first of [finding, plate]) {
    if (first && first.getBoundingClientRect().top > window.innerHeight - 100) {
      complaints.push(`shows only to those who scroll: ${say(first)}`);
    }
  }

  const ids = new Set();
  for (const element of document.querySelectorAll("[id]")) {
    if (ids.has(element.id)) {
      complaints.push(`has the id ${element.id} twice`);
    }
    ids.add(element.id);
  }
  for (const link of document.querySelectorAll("a[href]")) {
    const target = link.getAttribute("href");
    if (!target.startsWith("#") || !ids.has(target.slice(1))) {
      complaints.push(`links to ${target}, which is not in the page`);
    }
  }

  // Contrast as in WCAG 2.1, 1.4.3: 4.5 for text of ordinary size.
  const channels = colour => (colour.match(/[\d.]+/g) || []).map(Number);
  const luminance = ([r, g, b]) => {
    const linear = [r, g, b].map(value => {
      const share = value / 255;
      return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
    });
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2];
  };
  const ground = element => {
    for (let at = element; at; at = at.parentElement) {
      const colour = channels(getComputedStyle(at).backgroundColor);
      if (colour.length === 3 || (colour.length === 4 && colour[3] === 1)) {
        return colour;
      }
    }
    return [255, 255, 255];
  };
  const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let node = texts.nextNode(); node; node = texts.nextNode()) {
    const element = node.parentElement;
    if (!node.data.trim() || !element.getClientRects().length || element.closest("title")) {
      continue;
    }
    const style = getComputedStyle(element);
    const ink = channels(element.closest("svg") ? style.fill : style.color);
    const [light, dark] = [luminance(ink), luminance(ground(element))].sort((a, b) => b - a);
    const contrast = (light + 0.05) / (dark + 0.05);
    if (contrast < 4.5) {
      complaints.push(`has a contrast of ${contrast.toFixed(2)} to 1: ${say(element)}`);
    }
  }
  return complaints;
});
