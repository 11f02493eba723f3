import { h, icon } from './dom.js';
import { keep, recall } from './memory.js';
import { Messages } from './messages.js';
import { has, moment, t } from './words.js';

const LARGEST = 18e6;
const MOST_FILES = 10;

/** The conversation with what stands around it: how it stands, the question to the visitor, and where they write. */
export class Talk {
  #chat;
  #actions;
  #messages;
  #status = h('div', { class: 'status', role: 'status' });
  #question = h('div', { class: 'card', hidden: true });
  #over;
  #text;
  #files = h('ul', { class: 'files' });
  #note = h('p', { class: 'note', role: 'status' });
  #composer;
  #attached = [];
  #shown = '';
  #asked = '';

  /** @param actions restart(), here() */
  constructor(chat, actions) {
    this.#chat = chat;
    this.#actions = actions;
    this.#messages = new Messages(chat);
    this.#text = h('textarea', { rows: '1', maxlength: '4000', dir: 'auto', placeholder: t('composer.label'), 'aria-label': t('composer.label'),
      enterkeyhint: 'send', oninput: () => this.#typed(), onkeydown: (event) => this.#pressed(event), onpaste: (event) => this.#pasted(event) });
    this.#text.value = recall().draft || '';
    const picker = h('input', { type: 'file', multiple: true, class: 'sr', tabindex: '-1', 'aria-hidden': 'true',
      onchange: () => { this.#attach([...picker.files]); picker.value = ''; } });
    this.#composer = h('form', { class: 'composer', onsubmit: (event) => { event.preventDefault(); this.#send(); } },
      this.#files, this.#note,
      h('div', { class: 'row' },
        h('button', { type: 'button', class: 'tool', 'aria-label': t('composer.attach'), title: t('composer.attach'), onclick: () => picker.click() }, icon('attach')),
        picker, this.#text,
        h('button', { type: 'submit', class: 'tool send', 'aria-label': t('composer.send'), title: t('composer.send') }, icon('send'))));
    this.#over = h('div', { class: 'over', hidden: true }, h('h2', { tabindex: '-1' }, t('ended.title')), h('p', {}, t('ended.text')),
      h('button', { type: 'button', class: 'primary', onclick: () => actions.restart() }, t('ended.new')));
    this.element = h('div', { class: 'view talk' }, this.#status, this.#messages.element, this.#question, this.#over, this.#composer);
    this.update();
  }

  focus() {
    this.#messages.toEnd();
    if (this.#chat.ended) this.#over.querySelector('button').focus();
    else this.#text.focus();
  }

  update() {
    this.#messages.update();
    this.#showStatus();
    this.#ask();
    const { ended } = this.#chat;
    if (ended && this.#over.hidden && this.#composer.contains(document.activeElement)) {
      this.#over.hidden = false;
      this.focus();
    }
    this.#over.hidden = !ended;
    this.#composer.hidden = ended;
  }

  #showStatus() {
    const lines = this.#lines();
    const said = lines.map(({ text }) => text).join('\n');
    if (said === this.#shown) return;
    this.#shown = said;
    this.#status.replaceChildren(...lines.map(({ text, kind, act }) =>
      h('p', { class: kind, dir: 'auto' }, text, act && h('button', { type: 'button', class: 'link', onclick: act.does }, act.words))));
  }

  #lines() {
    const { link, ended, handedOff, callback, agents } = this.#chat;
    const { position, agentName, nextUpdateBy, ticketNumber } = this.#chat.status;
    const lines = [];
    if (ended) return lines;
    if (link === 'lost') lines.push({ kind: 'warn', text: t('connection.lost'), act: { words: t('retry'), does: () => this.#chat.retry() } });
    if (link === 'crowded') lines.push({ kind: 'warn', text: t('connection.tabs'), act: { words: t('connection.here'), does: () => this.#chat.here() } });
    if (agentName) lines.push({ kind: 'who', text: t('status.answering', { name: agentName }) });
    else if (position) lines.push({ kind: 'who', text: t('status.waiting', { n: position }) });
    if (agents === 'offline') lines.push({ kind: 'away', text: t('status.offlineTalk') });
    if (handedOff && !agentName) lines.push({ kind: 'asked', text: t('human.asked') });
    const step = this.#step();
    if (nextUpdateBy) lines.push({ text: step ? t('promise.both', { step, time: moment(nextUpdateBy) }) : t('promise.time', { time: moment(nextUpdateBy) }) });
    else if (step) lines.push({ text: step });
    if (callback) lines.push({ kind: 'asked', text: t('callback.booked', { from: moment(callback.notBefore), to: moment(callback.notAfter) }) });
    if (ticketNumber) lines.push({ kind: 'small', text: t('status.ticket', { number: ticketNumber }) });
    return lines;
  }

  // What comes next in the visitor's language where there are words for it.
  #step() {
    const { nextStep, nextStepCode } = this.#chat.status;
    return has(`step.${nextStepCode}`) ? t(`step.${nextStepCode}`) : nextStep;
  }

  #ask() {
    const { question, ended } = this.#chat;
    this.#question.hidden = !question || ended;
    const look = question ? `${question.text}|${question.answered}` : '';
    if (look === this.#asked) return;
    this.#asked = look;
    if (!question) return;
    const answered = question.answered !== undefined;
    this.#question.replaceChildren(...[
      h('p', { dir: 'auto', lang: question.language, id: 'question' }, question.text),
      answered
        ? h('p', { class: 'hint' }, t('question.thanks'))
        : h('div', { class: 'choice', role: 'group', 'aria-labelledby': 'question' },
          h('button', { type: 'button', class: 'primary', onclick: () => this.#chat.answer(true) }, t('question.yes')),
          h('button', { type: 'button', class: 'secondary', onclick: () => this.#chat.answer(false) }, t('question.no'))),
    ]);
  }

  #typed() {
    keep({ draft: this.#text.value || null });
    this.#grow();
    if (this.#text.value) this.#chat.type();
  }

  #grow() {
    this.#text.style.blockSize = 'auto';
    this.#text.style.blockSize = `${Math.min(this.#text.scrollHeight, 132)}px`;
  }

  #pressed(event) {
    if (event.key === 'Enter' && !event.shiftKey && !event.isComposing) {
      event.preventDefault();
      this.#send();
    }
  }

  #pasted(event) {
    const files = [...event.clipboardData.files];
    if (files.length) {
      event.preventDefault();
      this.#attach(files);
    }
  }

  #send() {
    const text = this.#text.value.trim();
    const ready = this.#attached.filter(({ id }) => id);
    if ((!text && !ready.length) || this.#attached.length !== ready.length) return;
    this.#chat.say(text, ready);
    this.#attached = [];
    this.#files.replaceChildren();
    this.#note.textContent = '';
    this.#text.value = '';
    keep({ draft: null });
    this.#grow();
    this.#messages.toEnd();
    this.#text.focus();
  }

  #attach(files) {
    for (const file of files.slice(0, MOST_FILES - this.#attached.length)) {
      if (file.size > LARGEST) {
        this.#note.textContent = t('file.tooLarge', { name: file.name, size: Math.round(LARGEST / 1e6) });
        continue;
      }
      const entry = { name: file.name };
      const item = h('li', {}, h('span', { dir: 'auto' }, file.name),
        h('button', { type: 'button', 'aria-label': t('file.remove', { name: file.name }), onclick: () => drop() }, icon('close')));
      const drop = () => {
        this.#attached = this.#attached.filter((other) => other !== entry);
        item.remove();
        this.#text.focus();
      };
      this.#attached.push(entry);
      this.#files.append(item);
      this.#note.textContent = t('file.uploading', { name: file.name });
      this.#chat.upload(file).then((kept) => {
        Object.assign(entry, kept);
        item.classList.add('ready');
        this.#note.textContent = '';
      }, () => {
        drop();
        this.#note.textContent = t('file.refused', { name: file.name });
      });
    }
  }
}
