/** Builds the page from nodes. Data becomes text nodes or attributes, never markup. */

const SVG = 'http://www.w3.org/2000/svg';

/**
 * @typedef {Node | string | number | null | undefined | false} Child
 */

/**
 * Creates an HTML element. Properties: `on` maps event names to listeners, `data` maps data attributes,
 * `style` maps CSS custom properties; everything else is an attribute (`true`: present, `false`/`null`: absent).
 * @param {string} tag
 * @param {Record<string, any> | null} [props]
 * @param {...(Child | Child[])} children
 * @returns {any}
 */
export function h(tag, props, ...children) {
  return fill(document.createElement(tag), props, children);
}

/** Creates an SVG element; see {@link h}. @returns {any} */
export function svg(tag, props, ...children) {
  return fill(document.createElementNS(SVG, tag), props, children);
}

function fill(element, props, children) {
  for (const [name, value] of Object.entries(props ?? {})) {
    if (name === 'on') {
      Object.entries(value).forEach(([type, listener]) => element.addEventListener(type, listener));
    } else if (name === 'data') {
      Object.entries(value).forEach(([key, text]) => setData(element, key, text));
    } else if (name === 'style') {
      Object.entries(value).forEach(([key, text]) => element.style.setProperty(key, String(text)));
    } else if (value !== null && value !== undefined && value !== false) {
      element.setAttribute(name, value === true ? '' : String(value));
    }
  }
  append(element, children);
  return element;
}

function setData(element, key, text) {
  if (text !== null && text !== undefined) {
    element.dataset[key] = String(text);
  }
}

/**
 * Appends children; nothing is made of `null`, `undefined` and `false`.
 * @param {Element | DocumentFragment} parent
 * @param {(Child | Child[])[]} children
 */
export function append(parent, children) {
  for (const child of children.flat(Infinity)) {
    if (child !== null && child !== undefined && child !== false) {
      parent.append(child instanceof Node ? child : String(child));
    }
  }
}

/**
 * Replaces what an element holds.
 * @param {Element} parent
 * @param {...(Child | Child[])} children
 */
export function replace(parent, ...children) {
  parent.replaceChildren();
  append(parent, children);
}

/** The one element with this id. @param {string} id @returns {HTMLElement} */
export function byId(id) {
  const element = document.getElementById(id);
  if (!element) {
    throw new Error(`The page has no #${id}.`);
  }
  return element;
}

/** How to scroll for a reader who may have asked for less motion. @returns {ScrollBehavior} */
export const smoothly = () => (matchMedia('(prefers-reduced-motion: reduce)').matches ? 'auto' : 'smooth');

/**
 * Calls back once, when the element comes within `margin` of the window.
 * @param {Element} element
 * @param {() => void} callback
 * @param {string} [margin]
 */
export function whenNear(element, callback, margin = '200px') {
  const observer = new IntersectionObserver((entries) => {
    if (entries.some((entry) => entry.isIntersecting)) {
      observer.disconnect();
      callback();
    }
  }, { rootMargin: margin });
  observer.observe(element);
}
