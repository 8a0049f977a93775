// Measures a page; these functions run in it and return what is wrong as sentences.

/** What does not fit into the width of the window. */
export function overflow() {
  const width = document.documentElement.clientWidth;
  const faults = [];
  if (document.documentElement.scrollWidth > width)
    faults.push(`the page is ${document.documentElement.scrollWidth} px wide`);
  for (const element of document.querySelectorAll("body *")) {
    if (element.closest(".unseen, .skip, svg") || element.getClientRects().length === 0) continue;
    const { left, right } = element.getBoundingClientRect();
    if (left < -1 || right > width + 1)
      faults.push(`<${element.localName} class="${element.className}"> reaches from ${left} to ${right}`);
  }
  return faults;
}

/** Lines of text and fields that lie over one another. */
export function overlaps() {
  const boxes = [];
  const isShown = (element) => !element.closest(".unseen, .skip, svg, script, option") &&
    element.checkVisibility();
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    if (!node.data.trim() || !isShown(node.parentElement)) continue;
    const range = document.createRange();
    range.selectNodeContents(node);
    // The letters themselves are about half as high as the box of a line.
    for (const { left, right, top, bottom } of range.getClientRects())
      boxes.push({ left, right, top: top + (bottom - top) / 4, bottom: bottom - (bottom - top) / 4,
        what: node.data.trim().slice(0, 30) });
  }
  for (const field of document.querySelectorAll("input:not([type=hidden]), select, img")) {
    if (!isShown(field)) continue;
    const { left, right, top, bottom } = field.getBoundingClientRect();
    boxes.push({ left, right, top, bottom, what: `<${field.localName} id="${field.id}">` });
  }
  const faults = [];
  boxes.sort((a, b) => a.top - b.top);
  boxes.forEach((box, index) => {
    for (let i = index + 1; i < boxes.length && boxes[i].top < box.bottom; ++i) {
      const other = boxes[i];
      const shared = Math.min(box.right, other.right) - Math.max(box.left, other.left);
      if (shared > 1 && Math.min(box.bottom, other.bottom) - other.top > 1)
        faults.push(`"${box.what}" and "${other.what}" overlap`);
    }
  });
  return faults;
}

/**
 * What is to be pressed and smaller than 24 by 24 px. Links within a sentence may be, and the bars of
 * the chart, for the facet of years does the same (WCAG 2.2, success criterion 2.5.8).
 */
export function smallTargets() {
  const faults = [];
  const isInSentence = (link) => {
    const block = link.closest("p, li, dd, dt, summary, div, td");
    return getComputedStyle(link).display === "inline" &&
      block.textContent.replace(/\s/g, "").length > link.textContent.replace(/\s/g, "").length;
  };
  for (const target of document.querySelectorAll("a, button, input:not([type=hidden]), select, summary")) {
    if (target.closest(".chart, .skip") || !target.checkVisibility()) continue;
    if (target.localName === "a" && isInSentence(target)) continue;
    const { width, height } = target.getBoundingClientRect();
    if (height < 23.9 || width < 23.9)
      faults.push(`"${(target.innerText || target.id).trim()}" is ${width} by ${height} px`);
  }
  return faults;
}

/** Texts whose contrast with what is behind them is below 4.5. */
export function faintTexts() {
  const channels = (colour) => colour.match(/[\d.]+/g).map(Number);
  const luminance = (colour) => {
    const [red, green, blue] = channels(colour).slice(0, 3).map((value) => {
      const part = value / 255;
      return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
    });
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
  };
  const backgroundOf = (element) => {
    for (let at = element; at; at = at.parentElement) {
      const colour = getComputedStyle(at).backgroundColor;
      const [, , , alpha = 1] = channels(colour);
      if (alpha === 1) return colour;
    }
    return "rgb(255, 255, 255)";
  };
  const faults = [];
  const judge = (element, colour, what) => {
    const [a, b] = [luminance(colour), luminance(backgroundOf(element))].sort((x, y) => y - x);
    const contrast = (a + 0.05) / (b + 0.05);
    if (contrast < 4.5) faults.push(`"${what}" has a contrast of ${contrast.toFixed(2)}`);
  };
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const element = node.parentElement;
    if (!node.data.trim() || element.closest(".unseen, script, svg, option") || !element.checkVisibility())
      continue;
    judge(element, getComputedStyle(element).color, node.data.trim().slice(0, 30));
  }
  for (const field of document.querySelectorAll("input:not([type=hidden]), select")) {
    judge(field, getComputedStyle(field).color, `what is typed into ${field.id}`);
    judge(field, getComputedStyle(field, "::placeholder").color, `the hint in ${field.id}`);
  }
  return faults;
}

/** What a reader who cannot see the page would miss. */
export function unnamed() {
  const faults = [];
  for (const [name, count] of [["h1", 1], ["main", 1], ["body > header", 1], ["body > footer", 1],
    ["[role=search]", 1]]) {
    const found = document.querySelectorAll(name).length;
    if (found !== count) faults.push(`there are ${found} ${name}`);
  }
  for (const field of document.querySelectorAll("input:not([type=hidden]), select, textarea"))
    if (field.labels.length === 0 || !field.labels[0].textContent.trim())
      faults.push(`${field.id} has no label`);
  for (const part of document.querySelectorAll("nav, aside, svg[role]"))
    if (!part.ariaLabel && !document.getElementById(part.getAttribute("aria-labelledby")))
      faults.push(`a <${part.localName}> has no name`);
  for (const link of document.querySelectorAll("a, button"))
    if (!link.textContent.trim() && !link.ariaLabel) faults.push(`a link to ${link.href} says nothing`);
  let level = 0;
  for (const heading of document.querySelectorAll("h1, h2, h3, h4")) {
    const own = Number(heading.localName[1]);
    if (own > level + 1) faults.push(`"${heading.textContent}" skips a rank`);
    level = own;
  }
  const ids = [...document.querySelectorAll("[id]")].map((element) => element.id);
  for (const id of ids.filter((id, index) => ids.indexOf(id) !== index)) faults.push(`${id} is there twice`);
  if (!document.documentElement.lang) faults.push("the page names no language");
  if (!document.title.trim()) faults.push("the page has no title");
  return faults;
}

/** Elements as pairs of what they are and how they look: what the focus must change to be seen. */
export function looks(elements) {
  const lookOf = (part) => {
    const { outlineStyle, outlineWidth, outlineColor, fill } = getComputedStyle(part);
    return outlineStyle === "none" ? fill : `${outlineWidth} ${outlineColor} ${fill}`;
  };
  return elements.map((element) =>
    [element.outerHTML, [element, ...element.querySelectorAll("rect")].map(lookOf).join()]);
}
