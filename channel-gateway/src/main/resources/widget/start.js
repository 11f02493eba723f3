import { h } from './dom.js';
import { Help } from './help.js';
import { keep, recall } from './memory.js';
import { t } from './words.js';

/** What is there before the conversation: our help to be searched, the question itself, and if one likes, who asks. */
export class Start {
  #chat;
  #begin;
  #help;
  #form;
  #topic;
  #topicLabel;
  #topics = [];
  #text;
  #name;
  #email;
  #emailLabel;
  #hidden;
  #send;
  #error;
  #intro;

  /** @param begin opens the conversation with name, email, website, topic and text */
  constructor(chat, begin) {
    this.#chat = chat;
    this.#begin = begin;
    this.#help = new Help({
      changed: () => this.update(),
      write: () => this.write(),
      pageOf: (id) => chat.site?.articlePage?.replace('{id}', id),
    });
    this.#intro = h('p', { class: 'intro' });
    this.#text = h('textarea', { id: 'text', rows: '4', maxlength: '4000', dir: 'auto', required: true, 'aria-describedby': 'error' });
    this.#text.value = recall().draft || '';
    this.#text.addEventListener('input', () => keep({ draft: this.#text.value || null }));
    this.#name = h('input', { id: 'name', autocomplete: 'name', maxlength: '200', dir: 'auto' });
    this.#email = h('input', { id: 'email', type: 'email', autocomplete: 'email', maxlength: '320', 'aria-describedby': 'hint error' });
    this.#emailLabel = h('label', { for: 'email' });
    this.#hidden = h('input', { name: 'website', tabindex: '-1', autocomplete: 'off' });
    this.#send = h('button', { type: 'submit', class: 'primary' });
    this.#error = h('p', { class: 'error', id: 'error', role: 'alert' });
    this.#topic = h('select', { id: 'topic' }, h('option', { value: '' }, t('topic.none')));
    this.#topicLabel = h('label', { for: 'topic' }, t('topic.label'));
    const identified = Boolean(chat.identity);
    this.#form = h('form', { novalidate: true, onsubmit: (event) => this.#submit(event) },
      this.#topicLabel, this.#topic,
      h('label', { for: 'text' }, t('field.message')), this.#text,
      !identified && h('div', { class: 'pair' },
        h('div', {}, h('label', { for: 'name' }, t('field.name')), this.#name),
        h('div', {}, this.#emailLabel, this.#email)),
      !identified && h('p', { class: 'hint', id: 'hint' }, t('field.emailHint')),
      h('div', { class: 'trap', 'aria-hidden': 'true' }, this.#hidden),
      this.#error, this.#send);
    this.element = h('div', { class: 'view start' }, h('h2', {}, t('start.title')), this.#intro, this.#help.element, this.#form);
    this.update();
  }

  get #isOffline() {
    return this.#chat.agents === 'offline';
  }

  /** What was typed so far. */
  get draft() {
    return this.#text.value.trim();
  }

  get visitor() {
    return { name: this.#name.value.trim(), email: this.#email.value.trim(), website: this.#hidden.value, topic: this.#topic.value || null };
  }

  update() {
    const state = this.#isOffline ? 'offline' : 'online';
    const { isOpen } = this.#help;
    this.#help.element.hidden = !this.#chat.site?.articles && !isOpen;
    for (const any of [this.element.firstChild, this.#intro, this.#form]) any.hidden = isOpen;
    set(this.#intro, t(`start.${state}`));
    set(this.#emailLabel, t(this.#isOffline ? 'field.emailNeeded' : 'field.email'));
    if (!this.#send.disabled) set(this.#send, t(this.#isOffline ? 'start.leave' : 'start.send'));
    this.#email.required = this.#isOffline;
    this.#offer(this.#chat.site?.topics ?? []);
  }

  /** Lets one be chosen of these topics, which may be others than before; what was chosen stays where it can. */
  #offer(topics) {
    for (const any of [this.#topicLabel, this.#topic]) any.hidden = !topics.length;
    if (topics === this.#topics) return;
    this.#topics = topics;
    const chosen = topics.find(({ name }) => name === this.#topic.value)?.name ?? '';
    this.#topic.replaceChildren(this.#topic.firstChild, ...topics.map(({ name, label }) => h('option', { value: name }, label)));
    this.#topic.value = chosen;
  }

  focus() {
    if (this.#help.isOpen) this.#help.focus();
    else this.#text.focus();
  }

  /** Leaves the help for the message, which was there all the time. */
  write() {
    this.#help.close();
    this.#text.focus();
  }

  /** One step back; false when there is none. */
  back() {
    return this.#help.back();
  }

  say(words) {
    if (words && this.#help.isOpen) this.#help.close();
    set(this.#error, words);
  }

  async busy(work) {
    this.#send.disabled = true;
    set(this.#send, t('start.working'));
    try {
      await work();
    } finally {
      this.#send.disabled = false;
      this.update();
    }
  }

  #submit(event) {
    event.preventDefault();
    this.say('');
    if (!this.draft) return this.#wrong(this.#text, 'error.required');
    const email = this.#email.value.trim();
    if ((email || this.#isOffline) && (!email || !this.#email.validity.valid)) return this.#wrong(this.#email, 'error.email');
    return this.busy(() => this.#begin({ ...this.visitor, text: this.draft }));
  }

  #wrong(field, key) {
    [this.#text, this.#email].forEach((any) => any.removeAttribute('aria-invalid'));
    field.setAttribute('aria-invalid', 'true');
    this.say(t(key));
    field.focus();
  }
}

function set(element, words) {
  if (element.textContent !== words) element.textContent = words;
}
