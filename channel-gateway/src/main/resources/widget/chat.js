import { Connection } from './connection.js';
import { Door } from './door.js';
import { keep, recall, watch } from './memory.js';
import { Transcript } from './transcript.js';

const TYPING_EVERY = 1500;
const TYPING_SHOWN = 5000;

/** What is known of the conversation, and what the visitor can do in it. Says "change" whenever it is to be shown anew. */
export class Chat extends EventTarget {
  link = 'off';
  status = {};
  typing = null;
  question = null;
  handedOff = false;
  callback = null;
  ended = false;
  pageUrl = null;
  identity = null;
  #door = new Door();
  #said = new Transcript();
  #session = null;
  #connection = null;
  #typed = 0;
  #typingTimer = 0;
  #notified = 0;

  constructor() {
    super();
    watch((kept) => this.#elsewhere(kept));
    const { session } = recall();
    if (session && new Date(session.expiresAt) > new Date()) this.#take(session);
  }

  get isOpen() {
    return this.#session !== null;
  }

  get agents() {
    return this.status.agents ?? this.site?.agents ?? 'unknown';
  }

  /** How the site is, or null before it was met. */
  get site() {
    return this.#door.site;
  }

  get messages() {
    return this.#said.messages;
  }

  /** How many messages of support were not shown yet. */
  get unread() {
    return this.#said.unread;
  }

  /** Learns how the site is now. Throws when the gateway cannot be reached. */
  async meet() {
    await this.#door.meet();
    this.#changed();
  }

  /** Opens a conversation; throws the problem it was refused with. */
  async open(visitor = {}) {
    const session = await this.#door.open({ ...visitor, identity: this.identity, pageUrl: this.pageUrl });
    keep({ session, outbox: null, handoff: null, read: null, draft: null });
    this.#take(session);
  }

  /** Says something; it is shown at once and sent until it is acknowledged. */
  say(text, attachments = []) {
    const message = this.#said.say(text, attachments);
    this.#typed = 0;
    this.#comeBack();
    this.#sendOut(message);
    this.#changed();
  }

  /** Tries a message again that was refused. */
  sayAgain(message) {
    message.state = 'sending';
    this.#sendOut(message);
    this.#changed();
  }

  type() {
    if (performance.now() - this.#typed > TYPING_EVERY && this.#connection?.send({ t: 'typing', on: true })) {
      this.#typed = performance.now();
    }
  }

  /** Everything there is was shown. */
  showAll() {
    const said = this.#said;
    if (said.got > said.read) {
      said.read = said.got;
      keep({ read: said.read });
    }
    if (said.read > this.#notified && this.#connection?.send({ t: 'read', upToSeq: said.read })) this.#notified = said.read;
  }

  /** Asks for a person; asked again after a cut until it is known to be durable. */
  handoff() {
    if (this.handedOff) return;
    keep({ handoff: true });
    this.handedOff = true;
    this.#comeBack();
    this.#connection?.send({ t: 'handoff' });
    this.#changed();
  }

  answer(same) {
    if (this.#connection?.send({ t: 'recognition.answer', same })) this.question.answered = same;
    this.#changed();
  }

  end() {
    if (!this.#connection?.send({ t: 'end' })) return false;
    return true;
  }

  /** Forgets the conversation here, and how the site was; the next one is new. */
  leave() {
    keep({ session: null, outbox: null, handoff: null, read: null });
    this.#drop();
    this.#door.site = null;
    this.ended = false;
    this.#changed();
  }

  retry() {
    this.#connection?.retry();
  }

  /** Takes the conversation into this tab again. */
  here() {
    this.#connect();
  }

  // Who does something in a tab that was put out for another one is here: it leaves once this tab is greeted.
  #comeBack() {
    if (this.link === 'crowded') this.here();
  }

  async upload(file) {
    const answer = await this.#connection.request(`/files?name=${encodeURIComponent(file.name)}`, {
      method: 'POST', headers: { 'Content-Type': file.type || 'application/octet-stream' }, body: file,
    });
    const body = await answer.json().catch(() => ({}));
    if (!answer.ok) throw Object.assign(new Error(body.title), { problem: { status: answer.status, ...body } });
    return body;
  }

  /** The bytes of a file of this conversation. */
  async download(id) {
    const answer = await this.#connection.request(`/files/${encodeURIComponent(id)}`);
    if (!answer.ok) throw new Error(String(answer.status));
    return answer.blob();
  }

  async slots() {
    const answer = await this.#connection.request('/callback/slots');
    if (!answer.ok) throw new Error(String(answer.status));
    const body = await answer.json();
    return body.slots ?? body.items ?? body;
  }

  /** Books a call; throws the problem it was refused with. */
  async book(number, slot) {
    const answer = await this.#connection.request('/callback', {
      method: 'POST', headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ number, notBefore: slot.notBefore, notAfter: slot.notAfter }),
    });
    const body = await answer.json().catch(() => ({}));
    if (!answer.ok) throw Object.assign(new Error(body.title), { problem: { status: answer.status, ...body } });
    this.callback = { notBefore: slot.notBefore, notAfter: slot.notAfter, ...body };
    this.#changed();
  }

  #take(session) {
    this.#drop();
    this.#session = session;
    this.#said = Transcript.remembered();
    this.handedOff = Boolean(recall().handoff);
    this.#connect();
  }

  #connect() {
    this.#connection?.stop();
    this.link = 'connecting';
    this.#connection = new Connection(this.#session, {
      frame: (frame) => this.#frame(frame),
      link: (state) => { this.link = state; this.#changed(); },
      gone: () => this.#gone(),
      lastSeq: () => this.#said.got,
    });
    this.#changed();
  }

  #drop() {
    this.#connection?.stop();
    this.#connection = null;
    this.#session = null;
    this.#said = new Transcript();
    this.#notified = 0;
    Object.assign(this, { link: 'off', status: {}, typing: null, question: null, handedOff: false, callback: null });
  }

  // The token is over: what was said stays readable until the visitor begins anew.
  #gone() {
    keep({ session: null, outbox: null, handoff: null });
    this.#connection?.stop();
    this.ended = true;
    this.link = 'off';
    this.#changed();
  }

  #elsewhere({ session }) {
    if (session && session.sessionId !== this.#session?.sessionId) {
      this.ended = false;
      this.#take(session);
    }
  }

  #sendOut({ clientId, text, attachments }) {
    const frame = { t: 'msg', clientId, text };
    if (attachments?.length) frame.attachments = attachments.map(({ id }) => ({ id }));
    this.#connection?.send(frame);
  }

  #frame(frame) {
    this.#taken[frame.t]?.(frame);
    this.#changed();
  }

  #taken = {
    welcome: (frame) => {
      this.status = { ...this.status, agents: frame.agents };
      this.#said.sending.forEach((message) => this.#sendOut(message));
      if (recall().handoff === true) this.#connection.send({ t: 'handoff' });
    },
    'msg.new': (frame) => { if (this.#said.take(frame) && frame.from === 'support') this.typing = null; },
    ack: (frame) => this.#said.acknowledge(frame),
    status: ({ t: _, ...status }) => { this.status = { ...status, agents: status.agents ?? this.status.agents }; },
    typing: ({ on, name }) => {
      clearTimeout(this.#typingTimer);
      this.typing = on ? { name } : null;
      if (on) this.#typingTimer = setTimeout(() => { this.typing = null; this.#changed(); }, TYPING_SHOWN);
    },
    recognition: ({ text, language, answers }) => { this.question = { text, language, answers }; },
    'recognition.answered': ({ same }) => { this.question = this.question && { ...this.question, answered: same }; },
    handoff: () => { this.handedOff = true; keep({ handoff: 'durable' }); },
    callback: ({ notBefore, notAfter }) => { this.callback = { notBefore, notAfter }; },
    ended: () => this.#gone(),
    end: () => this.#gone(),
    error: ({ clientId, problem }) => {
      // What is refused for good is not sent by itself again.
      if (problem.status < 500 && problem.status !== 429) this.#said.refuse(clientId);
    },
  };

  #changed() {
    this.dispatchEvent(new Event('change'));
  }
}
