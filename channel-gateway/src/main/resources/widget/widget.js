/* Puts the support button and its window on a site's page. The window is a frame of the origin this script comes from. */
(() => {
  'use strict';
  const script = document.currentScript;
  const key = script && script.dataset.key;
  if (!key || window.carryonWidget) {
    if (!key) console.warn('Carryon: the script tag needs a data-key.');
    return;
  }
  window.carryonWidget = true;

  const WORDS = /*WORDS*/ {};
  const NS = 'carryon';
  const RTL = ['ar', 'fa', 'he', 'ur'];
  const origin = new URL(script.src).origin;
  const root = document.documentElement;
  const languages = [script.dataset.lang, root.lang, ...(navigator.languages || [navigator.language])].filter(Boolean);
  const primary = (tag) => tag.toLowerCase().split(/[-_]/)[0];
  const words = WORDS[languages.map(primary).find((tag) => WORDS[tag]) || 'en'];
  const rtl = (root.dir || (RTL.includes(primary(languages[0] || '')) ? 'rtl' : 'ltr')) === 'rtl';

  const memory = {
    get: (name) => {
      try { return localStorage.getItem(`carryon.${name}`); } catch { return null; }
    },
    set: (name, value) => {
      try {
        if (value) localStorage.setItem(`carryon.${name}`, value);
        else localStorage.removeItem(`carryon.${name}`);
      } catch { /* A page without storage has the widget all the same. */ }
    },
  };

  const STYLE = `
    :host { all: initial; }
    .box { position: fixed; inset-block-end: 20px; inset-inline-end: 20px; z-index: 2147483000; font-family: system-ui, sans-serif; }
    button { all: unset; box-sizing: border-box; position: relative; display: grid; place-items: center; inline-size: 60px;
      block-size: 60px; border-radius: 50%; cursor: pointer; background: var(--brand, #1f2937); color: var(--on-brand, #fff);
      box-shadow: 0 6px 24px rgb(0 0 0 / .22), 0 1px 4px rgb(0 0 0 / .2); transition: transform .15s ease; }
    button:hover { transform: scale(1.05); }
    button:focus-visible { outline: 3px solid var(--brand, #1f2937); outline-offset: 3px; box-shadow: 0 0 0 3px #fff; }
    svg { inline-size: 28px; block-size: 28px; fill: none; stroke: currentColor; stroke-width: 2; stroke-linecap: round; stroke-linejoin: round; }
    .badge { position: absolute; inset-block-start: -4px; inset-inline-end: -4px; min-inline-size: 22px; block-size: 22px; padding: 0 6px;
      box-sizing: border-box; border-radius: 11px; background: #c81e1e; color: #fff; font: 600 13px/22px system-ui, sans-serif; text-align: center; }
    .badge[hidden], .window[hidden] { display: none; }
    .window { position: fixed; inset-block-end: 92px; inset-inline-end: 20px; inline-size: 392px; max-inline-size: calc(100vw - 40px);
      block-size: 680px; max-block-size: calc(100vh - 112px); border-radius: 18px; overflow: hidden; background: #fff; z-index: 2147483001;
      box-shadow: 0 16px 56px rgb(0 0 0 / .24), 0 2px 8px rgb(0 0 0 / .12); animation: rise .18s ease-out; }
    iframe { display: block; inline-size: 100%; block-size: 100%; border: 0; color-scheme: normal; }
    @keyframes rise { from { opacity: 0; transform: translateY(12px); } }
    @media (max-width: 480px) {
      .window { inset: 0; inline-size: 100vw; max-inline-size: none; block-size: 100%; max-block-size: none; border-radius: 0; }
      .opened button { display: none; }
    }
    @media (prefers-reduced-motion: reduce) { .window { animation: none; } button { transition: none; } button:hover { transform: none; } }
    @media print { .box, .window { display: none; } }`;

  const host = document.createElement('div');
  const shadow = host.attachShadow({ mode: 'open' });
  // No style element: the page's Content-Security-Policy may refuse one.
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(STYLE);
  shadow.adoptedStyleSheets = [sheet];

  const element = (name, attributes, ...children) => {
    const made = document.createElement(name);
    Object.entries(attributes).forEach(([attribute, value]) => made.setAttribute(attribute, value));
    made.append(...children);
    return made;
  };
  const icon = (path) => {
    const svg = document.createElementNS('http://www.w3.org/2000/svg', 'svg');
    svg.setAttribute('viewBox', '0 0 24 24');
    svg.setAttribute('aria-hidden', 'true');
    const drawn = document.createElementNS('http://www.w3.org/2000/svg', 'path');
    drawn.setAttribute('d', path);
    svg.append(drawn);
    return svg;
  };
  const SPEECH = 'M21 11.5a8.4 8.4 0 0 1-12.3 7.4L3 21l2.1-5.7A8.4 8.4 0 1 1 21 11.5z';
  const DOWN = 'M6 9l6 6 6-6';

  const badge = element('span', { class: 'badge', hidden: '' });
  const picture = icon(SPEECH);
  const button = element('button', { type: 'button', 'aria-expanded': 'false', 'aria-label': words.open }, picture, badge);
  const box = element('div', { class: 'box', dir: rtl ? 'rtl' : 'ltr' }, button);
  const pane = element('div', { class: 'window', hidden: '', dir: rtl ? 'rtl' : 'ltr' });
  shadow.append(pane, box);

  let frame = null;
  let isReady = false;
  let isOpen = false;
  let unread = 0;
  const waiting = [];

  const tell = (type, data) => {
    if (isReady) frame.contentWindow.postMessage({ ns: NS, v: 1, type, ...data }, origin);
    else waiting.push([type, data]);
  };

  // Neither query nor fragment: they may hold what is nobody's business.
  const page = () => tell('page', { url: (location.origin + location.pathname).slice(0, 2000) });

  const load = () => {
    if (frame) return;
    const address = new URL('/widget/frame', origin);
    address.searchParams.set('key', key);
    address.searchParams.set('origin', location.origin);
    languages.forEach((tag) => address.searchParams.append('lang', tag));
    if (rtl || root.dir) address.searchParams.set('dir', rtl ? 'rtl' : 'ltr');
    frame = element('iframe', { title: words.open, src: address.href, allow: 'clipboard-write' });
    pane.append(frame);
  };

  const label = () => {
    button.setAttribute('aria-label', isOpen ? words.close : unread ? `${words.open}: ${words.unread} (${unread})` : words.open);
    button.setAttribute('aria-expanded', String(isOpen));
    picture.firstChild.setAttribute('d', isOpen ? DOWN : SPEECH);
    badge.hidden = isOpen || !unread;
    badge.textContent = unread > 9 ? '9+' : String(unread);
    box.classList.toggle('opened', isOpen);
  };

  const open = () => {
    load();
    isOpen = true;
    pane.hidden = false;
    frame.focus();
    page();
    tell('open');
    label();
  };

  const close = () => {
    if (!isOpen) return;
    isOpen = false;
    pane.hidden = true;
    tell('close');
    label();
    button.focus();
  };

  const colored = (color, ink) => {
    if (/^#[0-9a-f]{6}$/i.test(color) && /^#[0-9a-f]{6}$/i.test(ink)) {
      host.style.setProperty('--brand', color);
      host.style.setProperty('--on-brand', ink);
      memory.set('color', `${color} ${ink}`);
    }
  };

  const heard = {
    ready: (message) => {
      isReady = true;
      colored(message.color, message.ink);
      waiting.splice(0).forEach(([type, data]) => tell(type, data));
    },
    close,
    unread: (message) => {
      unread = Number(message.count) || 0;
      label();
    },
    active: (message) => memory.set('active', message.on ? '1' : ''),
  };

  window.addEventListener('message', (event) => {
    const message = event.data;
    if (!frame || event.source !== frame.contentWindow || event.origin !== origin) return;
    if (message && message.ns === NS && message.v === 1 && Object.hasOwn(heard, message.type)) heard[message.type](message);
  });
  button.addEventListener('click', () => (isOpen ? close() : open()));
  button.addEventListener('pointerenter', load, { once: true });

  // What the page asks for: carryon.push(['open']), ['close'] or ['identify', token of the site's server].
  const asked = { open, close, identify: (token) => { load(); tell('identify', { token: String(token) }); } };
  const obey = (call) => Array.isArray(call) && Object.hasOwn(asked, call[0]) && asked[call[0]](...call.slice(1));
  const queued = Array.isArray(window.carryon) ? window.carryon : [];
  window.carryon = { push: obey };

  const start = () => {
    const color = (memory.get('color') || '').split(' ');
    colored(script.dataset.color || color[0], script.dataset.color ? '#ffffff' : color[1]);
    document.body.append(host);
    queued.forEach(obey);
    // A conversation goes on in the background; a page seen for the first time learns the site's colour.
    if (memory.get('active') || !memory.get('color')) (window.requestIdleCallback || setTimeout)(load);
  };
  if (document.body) start();
  else addEventListener('DOMContentLoaded', start);
})();
