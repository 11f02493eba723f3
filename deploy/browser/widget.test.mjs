import assert from 'node:assert/strict';
import { test } from 'node:test';
import { agent } from './lib/agent.mjs';
import { accessible, picture, visitor } from './lib/browser.mjs';
import { strangersPage } from './lib/host.mjs';
import { eventually } from './lib/stack.mjs';
import { Widget } from './lib/widget.mjs';

const unique = () => Math.random().toString(36).slice(2, 8);

/** A state looked at: the way to a person is there, axe finds nothing serious, and there is a picture. */
async function state(widget, name) {
  await widget.hasHuman();
  await accessible(widget.frame, name);
  await picture(widget.page, `widget-${name}`);
}

test('a conversation with support, on a page of another origin', async (t) => {
  await agent.status('available');
  const widget = await Widget.on(await visitor(t));
  await picture(widget.page, 'widget-launcher');
  await accessible(widget.page.mainFrame(), 'the page with the launcher');
  await widget.open();
  await widget.in.locator('.start').waitFor();
  await state(widget, 'start');

  const text = `My invoice of May is wrong ${unique()}`;
  await widget.in.locator('#text').fill(text);
  await widget.in.locator('#name').fill('Marta Nowak');
  await widget.in.locator('.start .primary').click();
  await widget.bubble(text).waitFor();
  await widget.in.locator('.own .bubble.sent').waitFor();
  const ticket = await agent.ticket(await widget.ticketNumber());
  await agent.reads(ticket, text);
  await widget.in.locator('.status .small', { hasText: ticket.number }).waitFor();
  await state(widget, 'waiting');

  await agent.type(ticket);
  await widget.in.locator('.logs .typing').waitFor();
  await picture(widget.page, 'widget-typing');
  await agent.answer(ticket, `Let me look at it.\nOne moment <b>please</b> https://shop.example/help?a=1`);
  await widget.bubble('Let me look at it.').waitFor();
  assert.equal(await widget.in.locator('.theirs .bubble b').count(), 0, 'markup of a message is text');
  assert.equal(await widget.in.locator('.theirs .bubble a').getAttribute('href'), 'https://shop.example/help?a=1');
  await widget.say('Thank you 🙂 <img src=x onerror=alert(1)>');
  await agent.reads(ticket, 'Thank you 🙂 <img src=x onerror=alert(1)>');
  await state(widget, 'conversation');
});

test('the conversation is there again after a reload, with what was said meanwhile', async (t) => {
  await agent.status('available');
  const widget = await (await Widget.on(await visitor(t))).begin(`Where is my parcel ${unique()}`);
  const ticket = await agent.ticket(await widget.ticketNumber());
  await widget.in.locator('.composer textarea').fill('half a sent');
  await widget.page.goto('about:blank');
  await agent.answer(ticket, 'It arrives tomorrow.');

  const again = new Widget(widget.page);
  await again.page.goBack();
  await eventually('the number of unread messages on the button', async () => /\(1\)/.test(await again.launcher.getAttribute('aria-label')));
  await picture(again.page, 'widget-unread');
  await again.open();
  await again.bubble('It arrives tomorrow.').waitFor();
  assert.equal((await again.said()).length, 2);
  assert.equal(await again.in.locator('.composer textarea').inputValue(), 'half a sent');
});

test('a network cut loses and doubles nothing', async (t) => {
  await agent.status('available');
  const context = await visitor(t);
  const widget = await (await Widget.on(context)).begin(`First ${unique()}`);
  const ticket = await agent.ticket(await widget.ticketNumber());

  await context.setOffline(true);
  await widget.say('Second, said in a tunnel');
  await widget.say('Third, said in a tunnel');
  await widget.in.locator('.status .warn').waitFor();
  await state(widget, 'offline-network');
  await agent.answer(ticket, 'Answered meanwhile');
  await context.setOffline(false);

  await widget.bubble('Answered meanwhile').waitFor();
  await eventually('all is sent', async () => (await widget.in.locator('.own .bubble.sent').count()) === 3);
  await agent.reads(ticket, 'Third, said in a tunnel');
  const entries = (await agent.entries(ticket)).filter((entry) => /tunnel/.test(entry.text ?? ''));
  assert.equal(entries.length, 2, 'each once');
  await widget.in.locator('.status .warn').waitFor({ state: 'detached' });
});

test('two tabs have one conversation', async (t) => {
  await agent.status('available');
  const context = await visitor(t);
  const one = await (await Widget.on(context)).begin(`From the first tab ${unique()}`);
  const other = await (await Widget.on(context)).open();
  await other.bubble('From the first tab').waitFor();
  await other.say('From the second tab');
  await one.bubble('From the second tab').waitFor();
  await one.say('And back');
  await other.bubble('And back').waitFor();
  assert.deepEqual(await one.said(), await other.said());
});

test('a person is asked for at once, without a word', async (t) => {
  await agent.status('available');
  const widget = await (await Widget.on(await visitor(t))).open();
  await widget.in.locator('.start').waitFor();
  await widget.in.locator('footer .person').click();
  await widget.in.locator('.status .asked').waitFor();
  assert.equal(await widget.in.locator('footer .person').getAttribute('aria-pressed'), 'true');
  const ticket = await agent.ticket(await widget.ticketNumber());
  assert.ok(ticket.id);
  await state(widget, 'handoff');
});

test('files go both ways as files', async (t) => {
  await agent.status('available');
  const widget = await (await Widget.on(await visitor(t))).begin(`With a picture ${unique()}`);
  const ticket = await agent.ticket(await widget.ticketNumber());
  const picker = widget.in.locator('.composer input[type=file]');
  await picker.setInputFiles([
    { name: 'screen.png', mimeType: 'image/png', buffer: await widget.page.screenshot() },
    { name: 'notes.txt', mimeType: 'text/plain', buffer: Buffer.from('What I tried') },
  ]);
  await eventually('both are there', async () => (await widget.in.locator('.files li.ready').count()) === 2);
  await state(widget, 'attaching');
  await widget.say('Look at these');
  await widget.in.locator('.own .file.picture img').waitFor();
  const entry = await agent.reads(ticket, 'Look at these');
  assert.deepEqual(entry.attachments.map(({ name }) => name).sort(), ['notes.txt', 'screen.png']);
  const saved = widget.page.waitForEvent('download');
  await widget.in.locator('.own .file', { hasText: 'notes.txt' }).click();
  assert.equal((await saved).suggestedFilename(), 'notes.txt');
  await state(widget, 'files');

  await picker.setInputFiles([{ name: 'run.exe', mimeType: 'image/png', buffer: Buffer.from('MZ\x90\0\x03') }]);
  await widget.in.locator('.note', { hasText: 'run.exe' }).waitFor();
});

test('a call back is booked in one of the free times', async (t) => {
  await agent.status('available');
  const widget = await (await Widget.on(await visitor(t))).begin(`Please call me ${unique()}`);
  await widget.in.locator('header .tool').first().click();
  await widget.in.getByRole('menuitem', { name: 'Ask for a call' }).waitFor();
  await state(widget, 'menu');
  await widget.in.getByRole('menuitem', { name: 'Ask for a call' }).click();
  await widget.in.locator('.callback .grid label').first().waitFor();
  await state(widget, 'callback');
  await widget.in.locator('.callback .primary').click();
  await widget.in.locator('.callback .error', { hasText: /./ }).waitFor();
  await widget.in.locator('#number').fill('030 1234567');
  await widget.in.locator('.callback .grid label').nth(1).click();
  await widget.in.locator('.callback .primary').click();
  await widget.in.locator('.status .asked', { hasText: 'We call you between' }).waitFor();
  await state(widget, 'callback-booked');
});

test('all of it goes by keyboard', async (t) => {
  await agent.status('available');
  const widget = await Widget.on(await visitor(t, { reducedMotion: 'reduce' }));
  const { page } = widget;
  await widget.launcher.waitFor();
  await widget.launcher.focus();
  await page.keyboard.press('Enter');
  await widget.in.locator('#text:focus').waitFor();
  await page.keyboard.type(`By keyboard ${unique()}`);
  for (const next of ['#name', '#email']) {
    await page.keyboard.press('Tab');
    await widget.in.locator(`${next}:focus`).waitFor();
  }
  await page.keyboard.press('Tab');
  await widget.in.locator('.primary:focus').waitFor();
  await picture(page, 'widget-focus');
  await page.keyboard.press('Enter');
  await widget.in.locator('.composer textarea:focus').waitFor();
  await page.keyboard.type('Second line');
  await page.keyboard.press('Enter');
  await widget.bubble('Second line').waitFor();

  // Tab walks round within the window and never out of it.
  const seen = new Set();
  for (let i = 0; i < 12; i++) {
    await page.keyboard.press('Tab');
    assert.equal(await page.evaluate(() => document.activeElement.shadowRoot?.activeElement?.tagName), 'IFRAME');
    seen.add(await widget.frame.evaluate(() => document.activeElement.className || document.activeElement.tagName));
  }
  assert.ok([...seen].some((name) => /person/.test(name)) && [...seen].some((name) => /phone/.test(name)), [...seen].join());

  await page.keyboard.press('Escape');
  await eventually('the button has the focus again', () => page.evaluate(() => document.activeElement.shadowRoot?.activeElement?.tagName === 'BUTTON'));
  assert.equal(await widget.launcher.getAttribute('aria-expanded'), 'false');
});

test('the chat ends, and a new one begins', async (t) => {
  await agent.status('available');
  const widget = await (await Widget.on(await visitor(t))).begin(`To be ended ${unique()}`);
  await widget.in.locator('.own .bubble.sent').waitFor();
  await widget.in.locator('header .tool').first().click();
  await widget.in.getByRole('menuitem', { name: 'End chat' }).click();
  await widget.in.locator('.ending').waitFor();
  await state(widget, 'ending');
  await widget.in.locator('.ending .primary').click();
  await widget.in.locator('.over').waitFor();
  await state(widget, 'ended');
  await widget.in.locator('.over .primary').click();
  await widget.in.locator('.start').waitFor();
  await widget.hasHuman();
});

test('what cannot be reached says how to reach a person', async (t) => {
  const context = await visitor(t);
  const widget = await Widget.on(context);
  await context.route('**/v1/widget/sites/**', (route) => route.abort());
  await widget.open();
  await widget.in.locator('.failure').waitFor();
  await state(widget, 'unreachable');
  await widget.in.locator('footer .person').click();
  await widget.in.locator('.said', { hasText: '+49' }).waitFor();
  await state(widget, 'unreachable-person');
  await context.unroute('**/v1/widget/sites/**');
  await widget.in.locator('.failure .primary').click();
  await widget.in.locator('.start').waitFor();
});

test('when nobody is there a message is left with an address', async (t) => {
  const context = await visitor(t);
  const widget = await Widget.on(context);
  await context.route('**/v1/widget/sites/**', async (route) => {
    const answer = await route.fetch();
    await route.fulfill({ response: answer, json: { ...(await answer.json()), agents: 'offline' } });
  });
  await widget.open();
  await widget.in.locator('#text').fill(`Left in the night ${unique()}`);
  await widget.in.locator('.start .primary').click();
  await widget.in.locator('.start .error', { hasText: 'e-mail' }).waitFor();
  await state(widget, 'nobody-there');
  await widget.in.locator('#email').fill('marta@example.com');
  await widget.in.locator('.start .primary').click();
  await widget.bubble('Left in the night').waitFor();
});

test('a proxy that lets no socket through does not end the conversation', async (t) => {
  await agent.status('available');
  const context = await visitor(t);
  await context.routeWebSocket('**/v1/chat/ws', (socket) => socket.close({ code: 1011 }));
  const widget = await (await Widget.on(context)).begin(`Without a socket ${unique()}`);
  await eventually('it is sent by requests', async () => (await widget.in.locator('.own .bubble.sent').count()) === 1);
  const ticket = await agent.ticket(await widget.ticketNumber());
  await agent.answer(ticket, 'Heard you all the same');
  await widget.bubble('Heard you all the same').waitFor();
  await state(widget, 'without-socket');
});

test('it speaks the page’s language and reads from right to left where that does', async (t) => {
  const german = await (await Widget.on(await visitor(t), '?lang=de')).open();
  await german.in.getByRole('button', { name: 'Mit einem Menschen sprechen' }).waitFor();
  await german.in.locator('.start').waitFor();
  await state(german, 'german');

  const arabic = await (await Widget.on(await visitor(t), '?lang=ar&dir=rtl')).begin('مرحبا، أين طلبي؟');
  assert.equal(await arabic.frame.evaluate(() => document.documentElement.dir), 'rtl');
  assert.equal(await arabic.in.locator('.bubble').first().getAttribute('dir'), 'auto');
  await state(arabic, 'right-to-left');

  const small = await (await Widget.on(await visitor(t, { viewport: { width: 360, height: 640 } }), '?lang=lt')).open();
  await small.in.locator('.start').waitFor();
  await state(small, 'telephone');
});

test('no other page may put the window into itself', async (t) => {
  const context = await visitor(t);
  const page = await context.newPage();
  const refused = page.waitForEvent('console', { predicate: (message) => /frame-ancestors/.test(message.text()) });
  await page.goto(strangersPage());
  await refused;
  assert.ok(!page.frames().some((frame) => frame.url().includes('/widget/frame')));
});
