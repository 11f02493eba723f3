import { h } from './dom.js';
import { clock, date, t } from './words.js';

const MOST = 24;

/** Where the visitor asks to be called, and when. */
export class Callback {
  #chat;
  #done;
  #number;
  #slots = h('div', { class: 'slots' }, h('p', { class: 'hint' }, t('start.working')));
  #error = h('p', { class: 'error', id: 'wrong', role: 'alert' });
  #send;
  #free = [];

  /** @param done goes back to the conversation */
  constructor(chat, done) {
    this.#chat = chat;
    this.#done = done;
    this.#number = h('input', { id: 'number', type: 'tel', autocomplete: 'tel', maxlength: '40', required: true, 'aria-describedby': 'wrong' });
    this.#send = h('button', { type: 'submit', class: 'primary', disabled: true }, t('callback.send'));
    this.element = h('form', { class: 'view callback', novalidate: true, onsubmit: (event) => this.#book(event) },
      h('h2', {}, t('callback.title')),
      h('label', { for: 'number' }, t('callback.number')), this.#number,
      h('fieldset', {}, h('legend', {}, t('callback.when')), this.#slots),
      this.#error,
      h('div', { class: 'choice' }, this.#send, h('button', { type: 'button', class: 'secondary', onclick: done }, t('callback.back'))));
    this.#load();
  }

  update() {}

  focus() {
    this.#number.focus();
  }

  async #load() {
    try {
      this.#free = (await this.#chat.slots()).slice(0, MOST);
    } catch {
      this.#free = [];
    }
    this.#send.disabled = !this.#free.length;
    const days = Map.groupBy ? Map.groupBy(this.#free, ({ notBefore }) => date(notBefore)) : group(this.#free);
    this.#slots.replaceChildren(...(this.#free.length ? [...days].flatMap(([day, slots]) => [
      h('p', { class: 'slotday' }, day),
      h('div', { class: 'grid' }, slots.map((slot) => h('label', {},
        h('input', { type: 'radio', name: 'slot', value: slot.notBefore, checked: slot === this.#free[0] }),
        h('span', {}, `${clock(slot.notBefore)} – ${clock(slot.notAfter)}`)))),
    ]) : [h('p', { class: 'hint' }, t('callback.none'))]));
  }

  async #book(event) {
    event.preventDefault();
    this.#error.textContent = '';
    this.#number.removeAttribute('aria-invalid');
    const chosen = this.element.elements.slot;
    const slot = this.#free.find(({ notBefore }) => notBefore === chosen?.value);
    const number = this.#number.value.trim();
    if (!/\d{4}/.test(number.replace(/\D/g, '')) || !slot) {
      this.#number.setAttribute('aria-invalid', 'true');
      this.#error.textContent = t('callback.wrongNumber');
      this.#number.focus();
      return;
    }
    this.#send.disabled = true;
    try {
      await this.#chat.book(number, slot);
      this.#done();
    } catch (e) {
      this.#error.textContent = t(e.problem?.status === 409 ? 'callback.taken' : e.problem?.status === 400 ? 'callback.wrongNumber' : 'error.generic');
      this.#send.disabled = false;
      if (e.problem?.status === 409) this.#load();
    }
  }
}

function group(slots) {
  const days = new Map();
  slots.forEach((slot) => days.set(date(slot.notBefore), [...(days.get(date(slot.notBefore)) || []), slot]));
  return days;
}
