import { Callback } from './callback.js';
import { Chat } from './chat.js';
import { h, icon, palette } from './dom.js';
import { listen, tell } from './host.js';
import { recall } from './memory.js';
import { Start } from './start.js';
import { Talk } from './talk.js';
import { learn, t } from './words.js';

const { color, title, phone, email, version } = document.body.dataset;
const colors = palette(color);
Object.entries(colors).forEach(([name, value]) => document.documentElement.style.setProperty(`--${name}`, value));

await learn(version).catch(() => {});

let isOpen = false;
let isMeeting = false;
let failed = false;
let view = null;
let note = '';
const chat = new Chat();

/* What stands in every state: who we are at the top, the way to a person at the bottom. */

const state = h('p', { class: 'state', dir: 'auto' });
const menu = h('div', { class: 'menu', role: 'menu', hidden: true, onkeydown: walkMenu });
const more = h('button', { type: 'button', class: 'tool more', 'aria-label': t('menu.label'), title: t('menu.label'), 'aria-haspopup': 'menu',
  'aria-expanded': 'false', onclick: () => toggleMenu() }, icon('more'));
const shut = h('button', { type: 'button', class: 'tool', 'aria-label': t('close'), title: t('close'), onclick: () => close() }, icon('close'));
const main = h('main', {});
const person = h('button', { type: 'button', class: 'person', onclick: () => human() }, icon('person'), h('span', {}, t('human.button')));
const contact = phone
  ? h('a', { class: 'phone', href: `tel:${phone.replace(/[^+\d]/g, '')}`, 'aria-label': t('human.call', { phone }) }, icon('phone'), h('span', { dir: 'ltr' }, phone))
  : email && h('a', { class: 'phone', href: `mailto:${email}` }, h('span', { dir: 'ltr' }, email));
const said = h('p', { class: 'said', role: 'status', hidden: true });

document.body.append(h('div', { class: 'widget', role: 'dialog', 'aria-label': title, onkeydown: pressed },
  h('header', {},
    h('div', { class: 'face', 'aria-hidden': 'true' }, title.trim().charAt(0).toUpperCase()),
    h('div', { class: 'names' }, h('h1', { dir: 'auto' }, title), state),
    more, menu, shut),
  main, said,
  h('footer', { 'aria-label': t('human.button'), role: 'group' }, person, contact || null)));

/* One view at a time. */

class Failure {
  element = h('div', { class: 'view failure' }, h('h2', {}, t('error.loadTitle')), h('p', {}, t('error.load')),
    h('button', { type: 'button', class: 'primary', onclick: () => meet() }, t('retry')));
  update() {}
  focus() { this.element.querySelector('button').focus(); }
}

class Waiting {
  element = h('div', { class: 'view waiting', role: 'status', 'aria-label': t('start.working') }, h('div', { class: 'typing' }, h('i'), h('i'), h('i')));
  update() {}
  focus() {}
}

class Ending {
  element = h('div', { class: 'view ending' }, h('h2', {}, t('end.question')), h('p', {}, t('end.text')),
    h('div', { class: 'choice' },
      h('button', { type: 'button', class: 'primary', onclick: () => { if (chat.end()) show(Talk, talking); else say(t('error.generic')); } }, t('menu.end')),
      h('button', { type: 'button', class: 'secondary', onclick: () => show(Talk, talking) }, t('end.no'))));
  update() {}
  focus() { this.element.querySelector('button').focus(); }
}

const talking = () => new Talk(chat, { restart });

function show(kind, make) {
  if (view instanceof kind) return;
  const hadFocus = isOpen && (main.contains(document.activeElement) || document.activeElement === document.body || menu.contains(document.activeElement));
  view = make();
  main.replaceChildren(view.element);
  if (hadFocus) view.focus();
  if (view instanceof Talk) view.focus && requestAnimationFrame(() => view instanceof Talk && view.update());
}

function render() {
  if (chat.isOpen || chat.ended) {
    if (!(view instanceof Callback) && !(view instanceof Ending)) show(Talk, talking);
    if (chat.ended && !(view instanceof Talk)) show(Talk, talking);
  } else if (failed) show(Failure, () => new Failure());
  else if (!chat.site) show(Waiting, () => new Waiting());
  else show(Start, () => new Start(chat, begin));
  view.update();
  const { agentName } = chat.status;
  const words = agentName && !chat.ended ? t('status.answering', { name: agentName }) : failed ? t('status.unreachable') : t(`status.${chat.agents}`);
  if (state.textContent !== words) state.textContent = words;
  state.dataset.agents = failed ? 'offline' : chat.agents;
  more.hidden = !(chat.isOpen && !chat.ended);
  person.setAttribute('aria-pressed', String(chat.handedOff && !chat.ended));
  said.hidden = !note;
  if (said.textContent !== note) said.textContent = note;
  if (isOpen && document.visibilityState === 'visible' && view instanceof Talk) chat.showAll();
  tell('unread', { count: chat.unread });
}

function say(words) {
  note = words;
  render();
}

/* What the visitor can do. */

async function meet() {
  if (isMeeting) return;
  isMeeting = true;
  failed = false;
  render();
  try {
    await chat.meet();
  } catch {
    failed = true;
  }
  isMeeting = false;
  render();
  if (isOpen) view.focus();
}

async function begin({ text, ...visitor }) {
  try {
    await chat.open(visitor);
  } catch (e) {
    refused(e);
    return false;
  }
  note = '';
  tell('active', { on: true });
  if (text) chat.say(text);
  render();
  view.focus();
  return true;
}

function refused({ problem, retryAfter }) {
  const words = !problem ? t('error.network')
    : problem.status === 429 ? t('error.tooMany', { seconds: retryAfter || 60 })
      : t(problem.errors?.some(({ pointer }) => pointer === '/visitor/email') ? 'error.email' : 'error.generic');
  if (view instanceof Start) view.say(words);
  else say(words);
}

/* The button is there in every state, and does something in each. */
async function human() {
  toggleMenu(false);
  if (chat.isOpen && !chat.ended) {
    chat.handoff();
    show(Talk, talking);
    return;
  }
  if (chat.ended) await restart();
  if (failed || !chat.site) {
    say(phone ? t('human.unreachable', { phone }) : t('error.load'));
    if (failed) meet();
    return;
  }
  if (chat.agents === 'offline') {
    say(phone ? t('human.offline', { phone }) : t('start.offline'));
    view.write();
    return;
  }
  const start = view;
  start.write();
  await start.busy(async () => {
    if (await begin({ ...start.visitor, text: start.draft })) chat.handoff();
  });
}

async function restart() {
  chat.leave();
  tell('active', { on: false });
  note = '';
  await meet();
}

function close() {
  toggleMenu(false);
  isOpen = false;
  tell('close');
}

/* Keyboard: Escape goes back and then closes, Tab stays within. */

function pressed(event) {
  if (event.key === 'Escape') {
    event.preventDefault();
    if (!menu.hidden) {
      toggleMenu(false);
      more.focus();
    } else if (!view.back?.()) close();
  } else if (event.key === 'Tab') {
    const stops = [...document.querySelectorAll('a[href], button:not([disabled]), input:not([tabindex="-1"]), textarea, select, [tabindex="0"]')]
      .filter((any) => any.offsetParent !== null);
    const [first, last] = [stops[0], stops.at(-1)];
    if (event.shiftKey ? document.activeElement === first : document.activeElement === last) {
      event.preventDefault();
      (event.shiftKey ? last : first).focus();
    }
  }
}

function toggleMenu(on = menu.hidden) {
  menu.hidden = !on;
  more.setAttribute('aria-expanded', String(on));
  if (!on) return;
  const items = [
    chat.site?.callbacks !== false && [t('callback.title'), () => show(Callback, () => new Callback(chat, () => show(Talk, talking)))],
    [t('human.button'), human],
    [t('menu.end'), () => show(Ending, () => new Ending())],
  ].filter(Boolean);
  menu.replaceChildren(...items.map(([words, does]) =>
    h('button', { type: 'button', role: 'menuitem', onclick: () => { does(); toggleMenu(false); view.focus(); } }, words)));
  menu.firstChild.focus();
}

function walkMenu(event) {
  const items = [...menu.children];
  const at = items.indexOf(document.activeElement);
  const to = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: items.length - 1 }[event.key];
  if (to !== undefined) {
    event.preventDefault();
    items.at(to % items.length).focus();
  }
}

document.addEventListener('click', (event) => !menu.hidden && !menu.contains(event.target) && !more.contains(event.target) && toggleMenu(false));
document.addEventListener('visibilitychange', render);
chat.addEventListener('change', render);

listen({
  open: () => {
    isOpen = true;
    // A page that was open for long has an old challenge, and things may have changed.
    if (!chat.isOpen && !chat.ended) meet();
    render();
    view.focus();
  },
  close: () => { isOpen = false; },
  page: ({ url }) => { chat.pageUrl = String(url).slice(0, 2000); },
  identify: ({ token }) => { chat.identity = String(token); },
});
tell('active', { on: Boolean(recall().session) });
tell('ready', { color: colors.brand, ink: colors.ink });
if (window.parent === window) {
  isOpen = true;
  if (!chat.isOpen) meet();
}
render();
