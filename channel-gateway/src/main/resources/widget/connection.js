const SUBPROTOCOL = 'support.chat.v1';
const SHORTEST = 1000;
const LONGEST = 30000;
const NEVER_OPENED = 3;
const POLL = 4000;
const UNANSWERED = 12000;
const SESSION_GONE = 4401;
const TOO_MANY_TABS = 4409;
const TOO_FAST = 4429;

/**
 * The way to the conversation: a socket that comes back by itself after 1 to 30 s, or, where no socket gets through, the
 * same by requests.
 */
export class Connection {
  #session;
  #on;
  #socket = null;
  #isGreeted = false;
  #failures = 0;
  #timer = 0;
  #watchdog = 0;
  #stopped = false;
  #polling = false;

  /** @param on frame(frame), link(state: on, lost, crowded), gone(), lastSeq() */
  constructor(session, on) {
    this.#session = session;
    this.#on = on;
    addEventListener('online', this.#now);
    addEventListener('offline', this.#lost);
    this.#connect();
  }

  /** False when it cannot leave now. */
  send(frame) {
    if (this.#isGreeted && this.#socket.readyState === WebSocket.OPEN) {
      this.#socket.send(JSON.stringify(frame));
      if (frame.t === 'msg') this.#expect();
      return true;
    }
    if (this.#polling) {
      this.#post(frame);
      return true;
    }
    return false;
  }

  /** Something came, so what was sent arrived. */
  heard() {
    clearTimeout(this.#watchdog);
    this.#watchdog = 0;
  }

  retry() {
    this.#now();
  }

  stop() {
    this.#stopped = true;
    this.heard();
    clearTimeout(this.#timer);
    removeEventListener('online', this.#now);
    removeEventListener('offline', this.#lost);
    this.#socket?.close(1000);
  }

  /** A request about the conversation, with its token. */
  async request(path, options = {}) {
    return fetch(`/v1/chat/conversation${path}`, {
      ...options,
      headers: { ...options.headers, 'Carryon-Chat-Token': this.#session.sessionToken },
    });
  }

  #connect() {
    let socket;
    try {
      socket = new WebSocket(`${location.origin.replace(/^http/, 'ws')}/v1/chat/ws`, SUBPROTOCOL);
    } catch {
      this.#again();
      return;
    }
    this.#socket = socket;
    this.#isGreeted = false;
    const { sessionId, sessionToken } = this.#session;
    socket.onopen = () =>
      socket.send(JSON.stringify({ t: 'hello', resume: { sessionId, token: sessionToken, lastSeq: this.#on.lastSeq() } }));
    socket.onmessage = (event) => this.#received(JSON.parse(event.data));
    socket.onclose = (event) => {
      if (this.#socket !== socket || this.#stopped) return;
      this.#socket = null;
      this.#isGreeted = false;
      this.#closed(event.code);
    };
  }

  #received(frame) {
    this.heard();
    if (frame.t === 'welcome') {
      this.#isGreeted = true;
      this.#polling = false;
      this.#failures = 0;
    }
    if (frame.t === 'error' && frame.problem?.status === 401) return;
    this.#on.frame(frame);
    if (frame.t === 'welcome') this.#on.link('on');
  }

  #closed(code) {
    if (code === SESSION_GONE) this.#on.gone();
    else if (code === TOO_MANY_TABS) this.#on.link('crowded');
    else {
      if (code === TOO_FAST) this.#failures = Math.max(this.#failures, 2);
      this.#again();
    }
  }

  #again() {
    this.#failures++;
    if (this.#failures >= NEVER_OPENED && navigator.onLine && !this.#polling) this.#poll();
    if (!this.#polling) this.#on.link('lost');
    const most = Math.min(LONGEST, SHORTEST * 2 ** this.#failures);
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#connect(), SHORTEST + Math.random() * (most - SHORTEST));
  }

  #expect() {
    if (!this.#watchdog) this.#watchdog = setTimeout(this.#lost, UNANSWERED);
  }

  // A network that is gone says nothing to a socket for minutes.
  #lost = () => {
    this.heard();
    const socket = this.#socket;
    if (socket && !this.#stopped) {
      this.#socket = null;
      this.#isGreeted = false;
      socket.close();
      this.#again();
    }
  };

  #now = () => {
    if (!this.#socket && !this.#stopped) {
      clearTimeout(this.#timer);
      this.#connect();
    }
  };

  async #poll() {
    try {
      const answer = await this.request(`?after=${this.#on.lastSeq()}`);
      if (this.#isGreeted || this.#stopped) return;
      if (answer.status === 401) {
        this.stop();
        this.#on.gone();
        return;
      }
      if (!answer.ok) throw new Error(String(answer.status));
      const { messages = [], status, recognitionQuestion } = await answer.json();
      messages.forEach((message) => this.#on.frame({ t: 'msg.new', ...message }));
      if (status) this.#on.frame({ t: 'status', ...status });
      if (recognitionQuestion) this.#on.frame({ t: 'recognition', ...recognitionQuestion });
      if (!this.#polling) {
        this.#polling = true;
        this.#on.frame({ t: 'welcome', agents: status?.agents });
        this.#on.link('on');
      }
    } catch {
      this.#polling = false;
      return;
    }
    setTimeout(() => this.#polling && !this.#isGreeted && !this.#stopped && this.#poll(), POLL);
  }

  async #post({ t, ...fields }) {
    const path = { msg: '/messages', typing: '/typing', read: '/read', handoff: '/handoff', callback: '/callback', end: '/end',
      'recognition.answer': '/recognition' }[t];
    try {
      const answer = await this.request(path, {
        method: 'POST', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(fields),
      });
      const body = answer.status === 204 ? {} : await answer.json().catch(() => ({}));
      if (!answer.ok) this.#on.frame({ t: 'error', clientId: fields.clientId, problem: body });
      else if (t === 'msg') this.#on.frame({ t: 'ack', clientId: fields.clientId, ...body });
      else if (t === 'handoff' || t === 'end' || t === 'callback') this.#on.frame({ ...body, t });
      else if (t === 'recognition.answer') this.#on.frame({ ...body, t: 'recognition.answered' });
    } catch {
      this.#polling = false;
      this.#on.link('lost');
    }
  }
}
