import { h } from './dom.js';

// What the gateway leaves in an article; the title above it is the heading they stand below.
const ELEMENTS = {
  h2: 'h3', h3: 'h4', h4: 'h5', h5: 'h6', h6: 'h6',
  ...Object.fromEntries(('p div ul ol li blockquote pre code br hr b strong i em u s small sub sup kbd a table caption thead tbody tr td th dl dt dd')
    .split(' ').map((name) => [name, name])),
};
const ATTRIBUTES = { td: ['colspan', 'rowspan'], th: ['colspan', 'rowspan'], ol: ['start'] };
const ADDRESS = /^(https?:|mailto:|tel:)/i;

/** The article's HTML as elements made here: what is no plain text mark-up has no part in it, whatever was sent. */
export function content(html) {
  return copies(new DOMParser().parseFromString(html, 'text/html').body);
}

function copies(parent) {
  return [...parent.childNodes].flatMap((node) =>
    node.nodeType === Node.TEXT_NODE ? node.data : node.nodeType === Node.ELEMENT_NODE ? copy(node) : []);
}

function copy(element) {
  const name = element.localName;
  if (!Object.hasOwn(ELEMENTS, name)) return [];
  const kept = Object.fromEntries((ATTRIBUTES[name] || []).map((attribute) => [attribute, element.getAttribute(attribute)]));
  const address = element.getAttribute('href');
  if (name === 'a' && ADDRESS.test(address)) Object.assign(kept, { href: address, target: '_blank', rel: 'noopener noreferrer' });
  return h(ELEMENTS[name], kept, copies(element));
}
