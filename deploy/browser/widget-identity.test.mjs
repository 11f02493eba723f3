import assert from 'node:assert/strict';
import { createHmac, randomUUID } from 'node:crypto';
import { test } from 'node:test';
import { agent } from './lib/agent.mjs';
import { accessible, picture, visitor } from './lib/browser.mjs';
import { call, eventually, stack } from './lib/stack.mjs';
import { Widget } from './lib/widget.mjs';

const unique = () => Math.random().toString(36).slice(2, 8);
const encoded = (bytes) => Buffer.from(bytes).toString('base64url');

/** Who the visitor is, as the site's server signs it. */
function signed(claims, secret = stack.site.secret) {
  const exp = Math.floor(Date.now() / 1000) + 600;
  const body = `${encoded('{"alg":"HS256","typ":"JWT"}')}.${encoded(JSON.stringify({ exp, ...claims }))}`;
  return `${body}.${createHmac('sha256', secret).update(body).digest('base64url')}`;
}

/** The widget on a page whose server says who its visitor is. */
async function identified(t, token) {
  await agent.status('available');
  const widget = await Widget.on(await visitor(t));
  await widget.page.evaluate((said) => { (window.carryon ||= []).push(['identify', said]); }, token);
  return widget;
}

async function state(widget, name) {
  await widget.hasHuman();
  await accessible(widget.frame, name);
  await picture(widget.page, `widget-${name}`);
}

/** A request of the same customer that a portal proved; returns its ticket. */
async function asked(email) {
  const { body } = await call('portal', 'POST', `${stack.gateway}/portal/v1/requests`, {
    requester: { name: 'Marta Nowak', email, verified: true },
    subject: 'The invoice for May is wrong',
    text: 'You charged the basic fee twice on the invoice of May. Please correct it.',
    language: 'en',
  }, { 'Idempotency-Key': randomUUID() });
  return eventually('the ticket of the request', async () => {
    const { body: seen } = await call('portal', 'GET', `${stack.gateway}${body.statusUrl}`);
    return seen.ticketNumber && agent.ticket(seen.ticketNumber);
  });
}

test('a visitor whom the site signed is proved to support', async (t) => {
  const email = `marta-${unique()}@example.com`;
  const account = `cust-${unique()}`;
  const widget = await identified(t, signed({ sub: account, name: 'Marta Nowak', email }));
  await widget.begin(`Who am I ${unique()}`);
  const ticket = await agent.ticket(await widget.ticketNumber());
  assert.equal(ticket.customer.name, 'Marta Nowak');
  const entry = await agent.reads(ticket, 'Who am I');
  const { body: contact } = await call('agent', 'GET', `${stack.profile}/v1/contacts/${entry.contactId}`);
  const proved = contact.recognized.customer.handles.filter(({ verification }) => verification === 'verified').map(({ value }) => value);
  assert.ok(proved.includes(account) && proved.includes(email), proved.join());
});

test('a signature that is not the site’s is refused, and a person is one step away', async (t) => {
  const widget = await identified(t, signed({ email: 'marta@example.com' }, 'some other secret, of nobody we know of'));
  await widget.open();
  await widget.in.locator('#text').fill('Let me in');
  await widget.in.locator('.start .primary').click();
  await widget.in.locator('.start .error', { hasText: 'talk to a person' }).waitFor();
  await state(widget, 'wrong-identity');
});

test('the recognition question is asked, and a yes brings the chat to the request it is about', async (t) => {
  const email = `marta-${unique()}@example.com`;
  const earlier = await asked(email);
  const widget = await identified(t, signed({ name: 'Marta Nowak', email }));
  await widget.begin('I was billed double last month and want my money back');
  const question = widget.in.locator('.talk .card');
  await question.getByText('The invoice for May is wrong').waitFor();
  await state(widget, 'recognition');

  await question.getByRole('button', { name: 'Yes' }).click();
  await question.getByText('Thank you, we have noted it.').waitFor();
  await state(widget, 'recognition-answered');
  await eventually('the chat is in the ticket of the request', async () => (await widget.ticketNumber()) === earlier.number);
  await agent.reads(earlier, 'I was billed double last month');
  await widget.in.locator('.status .small', { hasText: earlier.number }).waitFor();
});

test('a no leaves the chat a matter of its own', async (t) => {
  const email = `marta-${unique()}@example.com`;
  const earlier = await asked(email);
  const widget = await identified(t, signed({ name: 'Marta Nowak', email }));
  await widget.begin('I was billed double last month and want my money back');
  await widget.in.locator('.talk .card').getByRole('button', { name: 'No', exact: true }).click();
  await widget.in.locator('.talk .card', { hasText: 'Thank you' }).waitFor();
  assert.notEqual(await widget.ticketNumber(), earlier.number);
});

test('the visitor sees who answers', async (t) => {
  await agent.status('available');
  const widget = await (await Widget.on(await visitor(t))).begin(`Who are you ${unique()}`);
  const ticket = await agent.ticket(await widget.ticketNumber());
  await agent.take(ticket);
  await agent.answer(ticket, 'Good morning.');
  const { author } = await agent.reads(ticket, 'Good morning.');
  await widget.bubble('Good morning.').waitFor();
  await widget.in.locator('.status .who', { hasText: `${author.name} is answering` }).waitFor();
  assert.equal(await widget.in.locator('header .state').innerText(), `${author.name} is answering`);
  await widget.in.locator('.theirs .who', { hasText: author.name }).waitFor();
  await state(widget, 'answering');
});
