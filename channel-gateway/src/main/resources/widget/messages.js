import { h, icon } from './dom.js';
import { clock, date, t } from './words.js';

const PICTURES = /^image\/(png|jpeg|gif|webp)$/;

/** The conversation as it is read. Each message is drawn once, and again when it changes. */
export class Messages {
  #chat;
  #drawn = new Map();
  #typing = h('div', { class: 'typing', hidden: true, 'aria-hidden': 'true' }, h('i'), h('i'), h('i'));
  #spoken = h('p', { class: 'sr', 'aria-live': 'polite' });
  #log;

  constructor(chat) {
    this.#chat = chat;
    this.#log = h('div', { class: 'log', role: 'log', 'aria-live': 'polite', 'aria-label': t('log.label'), tabindex: '0' });
    this.element = h('div', { class: 'logs' }, this.#log, this.#spoken);
  }

  update() {
    const log = this.#log;
    const wasAtEnd = log.scrollHeight - log.scrollTop - log.clientHeight < 60;
    const present = new Set();
    let before = null;
    let last = null;
    for (const message of this.#chat.messages) {
      const id = message.clientId ?? message.seq;
      present.add(id);
      const isNewDay = !before || new Date(before.at).toDateString() !== new Date(message.at).toDateString();
      const isFirst = isNewDay || before.from !== message.from || before.author !== message.author;
      const look = [message.seq, message.state, isNewDay, isFirst, message.at].join();
      let drawn = this.#drawn.get(id);
      if (drawn?.look !== look) {
        const element = this.#message(message, isNewDay, isFirst);
        drawn?.element.replaceWith(element);
        drawn = { look, element };
        this.#drawn.set(id, drawn);
      }
      if ((last ? last.nextSibling : log.firstChild) !== drawn.element) log.insertBefore(drawn.element, last ? last.nextSibling : log.firstChild);
      last = drawn.element;
      before = message;
    }
    for (const [id, { element }] of this.#drawn) {
      if (!present.has(id)) {
        element.remove();
        this.#drawn.delete(id);
      }
    }
    this.#type();
    if (wasAtEnd) log.scrollTop = log.scrollHeight;
  }

  toEnd() {
    this.#log.scrollTop = this.#log.scrollHeight;
  }

  #type() {
    const { typing } = this.#chat;
    this.#typing.hidden = !typing;
    if (this.#log.lastChild !== this.#typing) this.#log.append(this.#typing);
    const said = typing ? (typing.name ? t('typing.name', typing) : t('typing.somebody')) : '';
    if (this.#spoken.textContent !== said) this.#spoken.textContent = said;
  }

  #message(message, isNewDay, isFirst) {
    const isOwn = message.from === 'you';
    const who = isOwn ? t('message.you') : message.author || t('message.support');
    const state = isOwn && message.state !== 'sent' ? t(`message.${message.state}`) : clock(message.at);
    return h('div', { class: `entry ${isOwn ? 'own' : 'theirs'}${isFirst ? ' first' : ''}` },
      isNewDay && h('p', { class: 'day' }, h('span', {}, date(message.at))),
      h('p', { class: isFirst && !isOwn ? 'who' : 'sr' }, who),
      h('div', { class: `bubble ${message.state}`, dir: 'auto' },
        message.text && h('p', { dir: 'auto' }, ...linked(message.text)),
        (message.attachments || []).map((file) => this.#file(file))),
      message.state === 'failed'
        ? h('button', { type: 'button', class: 'again', onclick: () => this.#chat.sayAgain(message) }, state)
        : h('p', { class: 'at' }, state));
  }

  #file(file) {
    const save = async () => {
      const address = URL.createObjectURL(await this.#chat.download(file.id));
      h('a', { href: address, download: file.name }).click();
      setTimeout(() => URL.revokeObjectURL(address), 60000);
    };
    const button = h('button', { type: 'button', class: 'file', onclick: () => save().catch(() => {}) },
      icon('file'), h('span', { dir: 'auto' }, file.name), h('small', {}, size(file.size)));
    if (PICTURES.test(file.mediaType || '') && file.size < 4e6) {
      this.#chat.download(file.id).then((bytes) => {
        const picture = h('img', { alt: '', src: URL.createObjectURL(bytes) });
        picture.addEventListener('load', () => { URL.revokeObjectURL(picture.src); button.classList.add('picture'); }, { once: true });
        button.prepend(picture);
      }).catch(() => {});
    }
    return button;
  }
}

function size(bytes) {
  return bytes < 1e6 ? `${Math.max(1, Math.round(bytes / 1e3))} kB` : `${(bytes / 1e6).toFixed(1)} MB`;
}

/** The text with its web addresses to be followed; all of it text, whatever it looks like. */
function linked(text) {
  return text.split(/(https?:\/\/[^\s<>"']+[^\s<>"'.,;:!?)\]])/).map((part, index) =>
    index % 2 ? h('a', { href: part, target: '_blank', rel: 'noopener noreferrer nofollow' }, part) : part);
}
