// Calls a running gateway as Twilio does, with requests signed by npm twilio, and reads what it answers with npm twilio's
// own TwiML classes: every verb must exist where it stands, every attribute be published, and the document written again
// from them be the same. Run it by deploy/bench/twilio-check.
'use strict';
const fs = require('fs');
const http = require('http');
const path = require('path');
const twilio = require('twilio');

const gateway = process.env.GATEWAY || 'http://localhost:8080';
const connection = process.env.CONNECTION || 'check';
const publicUrl = process.env.PUBLIC_URL || gateway;
const account = process.env.ACCOUNT_SID || 'AC00000000000000000000000000000001';
const token = process.env.AUTH_TOKEN || '12345';
const agent = process.env.AGENT_NUMBER;

const base = `${publicUrl}/v1/voice/twilio/${connection}/`;
const published = fs.readFileSync(
    path.join(path.dirname(require.resolve('twilio')), 'twiml', 'VoiceResponse.d.ts'), 'utf8');
let checks = 0;

function check(right, what) {
  checks++;
  if (!right) {
    throw new Error(what);
  }
}

function post(step, form, signWith) {
  const url = base + step;
  const body = Object.entries(form)
      .flatMap(([name, value]) => [].concat(value).map((each) => `${name}=${encodeURIComponent(each)}`)).join('&');
  return send('POST', url, body, 'application/x-www-form-urlencoded',
      twilio.getExpectedTwilioSignature(signWith || token, url, form));
}

function send(method, url, body, type, signature) {
  const target = new URL(gateway + url.substring(publicUrl.length));
  return new Promise((resolve, reject) => {
    const begun = process.hrtime.bigint();
    const request = http.request(target, {
      method,
      headers: Object.assign({'X-Twilio-Signature': signature},
          body === null ? {} : {'Content-Type': type, 'Content-Length': Buffer.byteLength(body)}),
    }, (response) => {
      let text = '';
      response.setEncoding('utf8');
      response.on('data', (part) => text += part);
      response.on('end', () => resolve({
        status: response.statusCode, type: response.headers['content-type'] || '', text,
        millis: Number(process.hrtime.bigint() - begun) / 1e6}));
    });
    request.on('error', reject);
    request.end(body === null ? undefined : body);
  });
}

// --- reading TwiML ---------------------------------------------------------------------------------------------------
const unescaped = (text) => text.replace(/&lt;/g, '<').replace(/&gt;/g, '>').replace(/&quot;/g, '"')
    .replace(/&apos;/g, "'").replace(/&amp;/g, '&');

function parse(xml) {
  const root = {name: '#', attributes: {}, inner: [], text: ''};
  const open = [root];
  for (const part of xml.replace(/^<\?xml[^>]*\?>/, '').match(/<[^>]+>|[^<]+/g)) {
    if (part.startsWith('</')) {
      check(open.pop().name === part.slice(2, -1), `not well-formed at ${part}`);
    } else if (part.startsWith('<')) {
      const name = part.match(/^<([A-Za-z]+)/)[1];
      const attributes = {};
      for (const [, key, value] of part.matchAll(/([A-Za-z]+)="([^"]*)"/g)) {
        attributes[key] = unescaped(value);
      }
      const element = {name, attributes, inner: [], text: ''};
      open[open.length - 1].inner.push(element);
      if (!part.endsWith('/>')) {
        open.push(element);
      }
    } else {
      open[open.length - 1].text += unescaped(part);
    }
  }
  check(open.length === 1, 'not well-formed: an element is not closed');
  return root.inner[0];
}

function knows(verb, attribute) {
  return [...published.matchAll(new RegExp(`interface ${verb}Attributes\\b[^{]*\\{([^}]*)\\}`, 'g'))]
      .some((found) => new RegExp(`^\\s*${attribute}\\??:`, 'm').test(found[1]));
}

// npm twilio writes the same document; a verb that does not exist at its place has no method there.
function rewritten(element, into) {
  for (const verb of element.inner) {
    const method = verb.name[0].toLowerCase() + verb.name.slice(1);
    check(typeof into[method] === 'function', `${verb.name} is no verb within ${element.name}`);
    for (const attribute of Object.keys(verb.attributes)) {
      check(knows(verb.name, attribute), `${attribute} is no attribute of ${verb.name}`);
    }
    const takesText = /^(Say|Play|Redirect|Queue|Enqueue)$/.test(verb.name);
    const made = verb.name === 'Enqueue' || takesText
        ? into[method](verb.attributes, verb.text) : into[method](verb.attributes);
    if (verb.inner.length > 0) {
      rewritten(verb, made);
    }
  }
}

const canonical = (element) => `<${element.name} ${Object.entries(element.attributes).sort().map(([k, v]) => `${k}=${v}`)
    .join(' ')}>${element.text}${element.inner.map(canonical).join('')}</${element.name}>`;

function understood(answer, step) {
  check(answer.status === 200, `${step} was answered with ${answer.status}: ${answer.text}`);
  check(/^text\/xml/.test(answer.type), `${step} was answered as ${answer.type}`);
  check(answer.millis < 1000, `${step} took ${answer.millis} ms`);
  const ours = parse(answer.text);
  const response = new twilio.twiml.VoiceResponse();
  rewritten(ours, response);
  check(canonical(parse(response.toString())) === canonical(ours), `${step} is written otherwise: ${answer.text}`);
  return ours;
}

const all = (element, name) =>
    element.inner.flatMap((each) => (each.name === name ? [each] : []).concat(all(each, name)));

// --- one call after another ------------------------------------------------------------------------------------------
class Call {
  constructor(from) {
    this.form = {
      CallSid: 'CA' + [...Array(32)].map(() => Math.floor(Math.random() * 16).toString(16)).join(''),
      AccountSid: account, From: from || '+4930999111', To: '+4930555010', CallStatus: 'in-progress',
      Direction: 'inbound', ApiVersion: '2010-04-01'};
  }

  async at(step, more) {
    this.heard = understood(await post(step, Object.assign({}, this.form, more)), step);
    return this;
  }

  follow(address, more) {
    check(address.startsWith(base), `${address} is not at the public URL`);
    return this.at(address.substring(base.length), more);
  }

  first(verb) {
    const found = all(this.heard, verb)[0];
    check(found, `no ${verb} in ${canonical(this.heard)}`);
    return found;
  }

  // Past the questions on the way: the recognition question, and the one for consent to a recording.
  async toQueue(digits) {
    await this.press(digits);
    for (let i = 0; i < 3 && all(this.heard, 'Enqueue').length === 0; i++) {
      await this.press('1');
    }
    return this.first('Enqueue');
  }

  press(digits) {
    return this.follow(this.first('Gather').attributes.action, {Digits: digits});
  }
}

async function main() {
  await post('voice', new Call().form); // The first of all is slower than any other.
  let call = await new Call().at('voice');
  const queue = await call.toQueue('0');
  await call.follow(queue.attributes.waitUrl, {QueuePosition: '2', AvgQueueTime: '61'});
  await call.press('1');
  call = await new Call().at('voice');
  await call.follow((await call.toQueue('0')).attributes.waitUrl, {QueuePosition: '1'});
  await call.press('2');
  call.first('Leave');
  await call.follow(queue.attributes.action, {QueueResult: 'leave'});
  await call.press('1');
  const record = call.first('Record').attributes;
  let told = await post(record.recordingStatusCallback.substring(base.length), Object.assign({}, call.form, {
    RecordingSid: 'RE1', RecordingUrl: 'https://api.twilio.com/RE1', RecordingStatus: 'completed',
    RecordingDuration: '3'}));
  check(told.status === 204, `the recording was answered with ${told.status}: ${told.text}`);
  await call.follow(record.action, {Digits: '#'});
  await call.follow(queue.attributes.action, {QueueResult: 'queue-full'});
  for (const way of [['1'], ['2'], ['3', '1'], ['3', '2'], ['3', '3'], ['4', '4', '4', '0']]) {
    call = await new Call().at('voice');
    for (const key of way) {
      await call.press(key);
    }
  }
  call = await new Call().at('voice');
  await call.follow(call.first('Gather').attributes.action, {SpeechResult: 'an agent, please', Confidence: '0.8'});
  check(all(call.heard, 'Enqueue').length + all(call.heard, 'Gather').length > 0, 'an agent was not to be had');
  if (agent) {
    call = await new Call(agent).at('agent?queue=support');
    call.first('Queue');
  }
  call = new Call();
  told = await post('voice', Object.assign({}, call.form, {MediaUrl: ['b', 'a', 'b']}));
  check(told.status === 200, 'a repeated parameter was not taken');
  told = await post('voice', call.form, 'another token');
  check(told.status === 403, `a wrong signature was answered with ${told.status}`);
  const got = `${base}voice?${new URLSearchParams(call.form)}`;
  told = await send('GET', got, null, null, twilio.getExpectedTwilioSignature(token, got, {}));
  check(told.status === 200, `GET was answered with ${told.status}`);
  const json = JSON.stringify(Object.assign({}, call.form, {CallStatus: 'completed'}));
  const hashed = `${base}events/status?bodySHA256=${twilio.getExpectedBodyHash(json)}`;
  told = await send('POST', hashed, json, 'application/json', twilio.getExpectedTwilioSignature(token, hashed, null));
  check(told.status === 204, `a JSON body was answered with ${told.status}: ${told.text}`);
  told = await send('POST', hashed, json + ' ', 'application/json',
      twilio.getExpectedTwilioSignature(token, hashed, null));
  check(told.status === 403, `a body that was changed was answered with ${told.status}`);
  console.log(`${checks} checks passed against ${gateway}`);
}

main().catch((e) => {
  console.error(`failed: ${e.message}`);
  process.exit(1);
});
