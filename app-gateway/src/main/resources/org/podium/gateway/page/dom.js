// Building and updating the page. Text from the network only ever becomes text nodes and attributes, never markup.

const SVG = 'http://www.w3.org/2000/svg';

/** An element with properties and children; a child that is null or false is left out. */
export function h(tag, properties = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(properties)) {
    if (value === null || value === undefined || value === false) continue;
    if (name === 'class') element.className = value;
    else if (name === 'on') for (const [event, handler] of Object.entries(value)) element.addEventListener(event, handler);
    else if (name === 'data') Object.assign(element.dataset, value);
    else element.setAttribute(name, value === true ? '' : String(value));
  }
  element.append(...present(children));
  return element;
}

const present = (children) => children.flat(Infinity).filter((child) => child !== null && child !== undefined && child !== false);

/** Replaces what is in an element; a child that is null or false is left out. */
export function fill(element, ...children) {
  element.replaceChildren(...present(children));
}

const SHAPES = {
  check: ['M4 12.5l5 5L20 6.5'],
  live: ['M12 12m-8 0a8 8 0 1 0 16 0a8 8 0 1 0 -16 0'],
  pause: ['M8 5v14', 'M16 5v14'],
  approx: ['M4 9c3-4 5 4 8 0s5 4 8 0', 'M4 16c3-4 5 4 8 0s5 4 8 0'],
  question: ['M8.5 9a3.5 3.5 0 1 1 5 3.1c-1 .6-1.5 1.2-1.5 2.4', 'M12 18.5v.5'],
  warning: ['M12 3.5L22 20.5H2z', 'M12 10v5', 'M12 17.5v.5'],
  list: ['M4 6h16', 'M4 12h16', 'M4 18h10'],
  clock: ['M12 12m-9 0a9 9 0 1 0 18 0a9 9 0 1 0 -18 0', 'M12 7v5l3.5 2'],
  cross: ['M5 5l14 14', 'M19 5L5 19'],
  part: ['M12 12m-9 0a9 9 0 1 0 18 0a9 9 0 1 0 -18 0', 'M12 3a9 9 0 0 1 0 18z'],
  edit: ['M4 20l1-4L16 5l3 3L8 19z'],
  back: ['M15 5l-7 7 7 7'],
  up: ['M12 5l7 9H5z'],
  down: ['M12 19l7-9H5z'],
  cup: ['M7 4h10v6a5 5 0 0 1-10 0z', 'M12 15v5', 'M8 20h8'],
};

/** A drawn sign; says nothing to a screen reader, so a word belongs beside it. */
export function icon(name) {
  const svg = document.createElementNS(SVG, 'svg');
  svg.setAttribute('viewBox', '0 0 24 24');
  svg.setAttribute('class', `icon icon-${name}`);
  svg.setAttribute('aria-hidden', 'true');
  svg.setAttribute('focusable', 'false');
  for (const shape of SHAPES[name] ?? []) {
    const path = document.createElementNS(SVG, 'path');
    path.setAttribute('d', shape);
    svg.append(path);
  }
  return svg;
}

/** Text that only a screen reader reads. */
export function spoken(text) {
  return h('span', { class: 'sr-only' }, text);
}

/**
 * Makes the children of a parent one for each item, in order: those that are there are updated and moved, others made and
 * removed. Keeps focus and scrolling where they are.
 */
export function keyed(parent, items, keyOf, make, update) {
  const there = new Map([...parent.children].map((child) => [child.dataset.key, child]));
  let before = parent.firstElementChild;
  for (const item of items) {
    const key = keyOf(item);
    let child = there.get(key);
    if (child === undefined) {
      child = make(item);
      child.dataset.key = key;
    }
    there.delete(key);
    update(child, item);
    if (child === before) before = before.nextElementSibling;
    else parent.insertBefore(child, before);
  }
  for (const child of there.values()) child.remove();
}

/** Sets the text of an element unless it has it, so that nothing is read out or painted again. */
export function setText(element, text) {
  if (element.textContent !== text) element.textContent = text;
}

export const calm = () => matchMedia('(prefers-reduced-motion: reduce)').matches;
