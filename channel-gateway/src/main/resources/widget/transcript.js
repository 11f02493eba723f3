import { freshId, keep, recall } from './memory.js';

/** What was said, in its order; what is on its way stands last, and is remembered until it has arrived. */
export class Transcript {
  messages = [];
  /** The seq up to which nothing is missing. */
  got = 0;
  /** The seq up to which all was shown. */
  read = 0;

  /** As this browser remembers it. */
  static remembered() {
    const made = new Transcript();
    made.read = recall().read || 0;
    (recall().outbox || []).forEach((message) => made.messages.push({ ...message, from: 'you', state: 'sending' }));
    return made;
  }

  /** How many messages of support were not shown yet. */
  get unread() {
    return this.messages.filter(({ from, seq }) => from === 'support' && seq > this.read).length;
  }

  /** What is on its way. */
  get sending() {
    return this.messages.filter(({ state }) => state === 'sending');
  }

  /** Something the visitor says now. */
  say(text, attachments) {
    const message = { clientId: freshId(), from: 'you', text, attachments, at: new Date().toISOString(), state: 'sending' };
    this.messages.push(message);
    keep({ outbox: [...(recall().outbox || []), { clientId: message.clientId, text, attachments, at: message.at }] });
    return message;
  }

  /** A message as the gateway tells it; whether it is new here. */
  take(frame) {
    const own = frame.clientId && this.#of(frame.clientId);
    if (own) {
      this.#place(own, frame);
    } else if (!this.messages.some(({ seq }) => seq === frame.seq)) {
      const message = { ...frame, state: 'sent' };
      this.messages.push(message);
      this.#place(message, frame);
      return true;
    }
    return false;
  }

  /** A message of the visitor's has arrived. */
  acknowledge(frame) {
    const message = this.#of(frame.clientId);
    if (message) this.#place(message, frame);
  }

  /** A message of the visitor's was refused for good. */
  refuse(clientId) {
    const message = this.#of(clientId);
    if (message && !message.seq) message.state = 'failed';
  }

  #of(id) {
    return this.messages.find(({ clientId }) => clientId === id);
  }

  #place(message, { seq, at }) {
    Object.assign(message, { seq, at: at ?? message.at, state: 'sent' });
    const outbox = (recall().outbox || []).filter(({ clientId }) => clientId !== message.clientId);
    keep({ outbox: outbox.length ? outbox : null });
    this.messages.sort((a, b) => (a.seq ?? Infinity) - (b.seq ?? Infinity) || 0);
    // Only what is there without gaps need not be asked for again.
    const places = new Set(this.messages.map((known) => known.seq));
    while (places.has(this.got + 1)) this.got++;
  }
}
