import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { before, test } from 'node:test';
import { agent } from './lib/agent.mjs';
import { accessible, picture, visitor } from './lib/browser.mjs';
import { call, eventually, stack } from './lib/stack.mjs';
import { Widget } from './lib/widget.mjs';

// A word of this run alone: what earlier runs wrote is not found.
const word = `zeppelin${Math.random().toString(36).slice(2, 8).replaceAll(/\d/g, 'x')}`;
const articles = `${stack.gateway}/v1/articles`;
let id;

async function published(title, body) {
  const { body: article } = await call('supervisor', 'POST', articles, { title, body, language: 'en', keywords: [word] }, { 'Idempotency-Key': randomUUID() });
  await call('supervisor', 'POST', `${articles}/${article.id}/publish`, undefined, { 'If-Match': '"1"' });
  await call('supervisor', 'POST', `${articles}/${article.id}/verify`);
  return article.id;
}

before(async () => {
  id = await published(`How do I moor a ${word}?`, `<p>It takes two people and <b>one rope</b>.</p><h2>With the wind</h2><ol><li>Throw the rope.</li><li>Pull until nothing moves.</li></ol>
    <p>See <a href="https://shop.example/moor">the long story</a>.</p><table><tr><th>Wind</th><th>Ropes</th></tr><tr><td>Little</td><td>1</td></tr><tr><td>Much</td><td>3</td></tr></table>`);
  await published(`Insure your ${word}`, '<p>Against wind, water and people. Whoever flies without insurance pays for it, and the way to get it is to write to us with the number of your certificate, and the day you want to fly.</p>');
});

async function opened(t, query, options) {
  const widget = await (await Widget.on(await visitor(t, options), query)).open();
  await widget.in.locator('.start').waitFor();
  return widget;
}

/** Types into the search and waits for what is found, or is not. */
async function search(widget, words) {
  await widget.in.locator('#search').fill(words);
  await widget.in.locator('.found > *').first().waitFor();
}

async function state(widget, name) {
  await widget.hasHuman();
  await accessible(widget.frame, name);
  await picture(widget.page, `widget-help-${name}`);
}

const kept = (widget) => widget.frame.evaluate((key) => JSON.parse(localStorage.getItem(`carryon:${key}`)), stack.site.key);

test('what was searched, read and found useless is before whoever answers', async (t) => {
  await agent.status('available');
  const widget = await opened(t);
  await state(widget, 'start');
  assert.equal((await kept(widget))?.visit, undefined, 'nothing is kept of who searches nothing');

  await search(widget, `${word} hippopotamus quagga`);
  await widget.in.locator('.dead').waitFor();
  assert.match(await widget.in.locator('.help [role=status]').first().innerText(), /Nothing found/);
  await state(widget, 'nothing-found');

  await search(widget, word);
  await widget.in.locator('.hit').nth(1).waitFor();
  assert.match(await widget.in.locator('.help [role=status]').first().innerText(), /Articles found: 2/);
  await state(widget, 'results');

  await widget.in.locator('.hit', { hasText: 'moor' }).click();
  await widget.in.locator('article h2:focus').waitFor();
  assert.deepEqual(await widget.in.locator('article .text li').allInnerTexts(), ['Throw the rope.', 'Pull until nothing moves.']);
  const link = widget.in.locator('article .text a');
  assert.deepEqual([await link.getAttribute('href'), await link.getAttribute('target'), await link.getAttribute('rel')],
    ['https://shop.example/moor', '_blank', 'noopener noreferrer']);
  await widget.in.locator('.facts', { hasText: 'Last verified on' }).waitFor();
  await state(widget, 'article');
  await widget.in.getByRole('button', { name: 'No', exact: true }).click();
  await widget.in.locator('.rating [role=status]', { hasText: 'We are sorry' }).waitFor();
  await widget.in.locator('.rating .write:focus').waitFor();
  await state(widget, 'rated');

  await widget.in.locator('.rating .write').click();
  await widget.in.locator('#text:focus').waitFor();
  const text = `It is adrift ${randomUUID()}`;
  await widget.page.keyboard.type(text);
  await widget.in.locator('form .primary').click();
  await widget.bubble(text).waitFor();
  const ticket = await agent.ticket(await widget.ticketNumber());
  const { selfService } = await agent.reads(ticket, text);
  assert.deepEqual(selfService.searches.map(({ q, results }) => [q, results]), [[`${word} hippopotamus quagga`, 0], [word, 2]]);
  assert.deepEqual(selfService.read.map(({ articleId, title, helpful }) => [articleId, title, helpful]), [[id, `How do I moor a ${word}?`, false]]);
  assert.ok(Date.now() - new Date(selfService.read[0].at) < 120000);

  const contact = (await agent.entries(ticket))[0].contactId;
  const { body: card } = await call('agent', 'GET', `${stack.profile}/v1/contacts/${contact}/card`);
  assert.equal(card.collected[0].selfService.searches.at(-1).q, word);
  assert.equal(card.collected[0].selfService.read[0].helpful, false);
});

test('searching goes by keyboard, and back', async (t) => {
  await agent.status('available');
  const widget = await opened(t, '', { reducedMotion: 'reduce' });
  const { keyboard } = widget.page;
  await widget.in.locator('#text:focus').waitFor();
  await widget.in.locator('#search').focus();
  await keyboard.type(word);
  await keyboard.press('Enter');
  await widget.in.locator('.hit').first().waitFor();
  await keyboard.press('Tab');
  await keyboard.press('Tab');
  await widget.in.locator('.hit:focus').waitFor();
  await picture(widget.page, 'widget-help-focus');
  await keyboard.press('Enter');
  await widget.in.locator('article h2:focus').waitFor();
  await keyboard.press('Escape');
  await widget.in.locator('.hit:focus').waitFor();
  await keyboard.press('Enter');
  await widget.in.locator('article h2:focus').waitFor();
  await keyboard.press('Shift+Tab');
  await widget.in.locator('.back:focus').waitFor();
  await keyboard.press('Enter');
  await widget.in.locator('.hit:focus').waitFor();
  await keyboard.press('Escape');
  await widget.in.locator('#search:focus').waitFor();
  assert.equal(await widget.in.locator('#search').inputValue(), '');
  await widget.in.locator('#text').waitFor({ state: 'visible' });
  await keyboard.type('ab');
  await keyboard.press('Escape');
  await eventually('the letters are gone', async () => (await widget.in.locator('#search').inputValue()) === '');
  assert.equal(await widget.launcher.getAttribute('aria-expanded'), 'true');
  await keyboard.press('Escape');
  await eventually('it is closed', async () => (await widget.launcher.getAttribute('aria-expanded')) === 'false');
});

test('an article opened while a search is to come, or under way, stays, and the search can be asked again', async (t) => {
  const widget = await opened(t);
  await search(widget, word);
  await widget.in.locator('.hit').nth(1).waitFor();
  const asked = [];
  const query = (request) => /\/v1\/help\/articles\?/.test(request.url()) && new URL(request.url()).searchParams.get('q');
  widget.page.on('request', (request) => query(request) && asked.push(query(request)));
  // At once, for the pause after which is searched is short.
  await widget.frame.evaluate((words) => {
    const field = document.querySelector('#search');
    field.value = words;
    field.dispatchEvent(new InputEvent('input', { bubbles: true }));
    document.querySelector('.hit').click();
  }, `rope ${word}`);
  await widget.in.locator('article h2:focus').waitFor();
  // Longer than that pause: timers go off in their order.
  await widget.frame.evaluate(() => new Promise((later) => setTimeout(later, 600)));
  assert.deepEqual(asked, []);
  await widget.page.keyboard.press('Escape');
  await widget.in.locator('.hit:focus').waitFor();

  let answer;
  const held = new Promise((resolve) => { answer = resolve; });
  await widget.page.route((url) => url.pathname === '/v1/help/articles', async (route) => {
    await held;
    await route.continue();
  }, { times: 1 });
  await widget.in.locator('#search').fill(`insure ${word}`);
  await widget.in.locator('#search').press('Enter');
  await eventually('it is asked', () => asked.length === 1);
  await widget.in.locator('.hit').first().click();
  await widget.in.locator('article h2:focus').waitFor();
  const late = widget.page.waitForResponse((response) => query(response.request()));
  answer();
  await (await late).finished();
  await widget.page.keyboard.press('Escape');
  await widget.in.locator('.hit:focus').waitFor();
  await widget.in.locator('#search').press('Enter');
  await eventually('it is asked again', () => asked.length === 2);
  assert.deepEqual(asked, [`insure ${word}`, `insure ${word}`]);
});

test('a browser that keeps nothing searches as well, under one name', async (t) => {
  const context = await visitor(t);
  await context.addInitScript(() => {
    Storage.prototype.setItem = () => { throw new DOMException('full', 'QuotaExceededError'); };
  });
  const names = [];
  context.on('request', (request) => request.url().includes('/v1/help/articles?') && names.push(request.headers()['carryon-self-service']));
  const widget = await (await Widget.on(context)).open();
  await search(widget, word);
  await widget.in.locator('.hit').first().waitFor();
  await widget.in.locator('#search').fill(`${word} hippopotamus quagga`);
  await widget.in.locator('.dead').waitFor();
  assert.equal(names.length, 2);
  assert.equal(names[0], names[1]);
});

test('what is searched tomorrow is under another name', async (t) => {
  const widget = await opened(t);
  const searched = async (words) => {
    const asked = widget.page.waitForRequest('**/v1/help/articles?**');
    await search(widget, words);
    return (await asked).headers()['carryon-self-service'];
  };
  const today = await searched(word);
  assert.match(today, /^[A-Za-z0-9_-]{22,64}$/);
  assert.equal(await searched(`insure ${word}`), today);
  await widget.frame.evaluate((key) => {
    const all = JSON.parse(localStorage.getItem(`carryon:${key}`));
    all.visit.since -= 25 * 3600000;
    localStorage.setItem(`carryon:${key}`, JSON.stringify(all));
  }, stack.site.key);
  assert.notEqual(await searched(`moor ${word}`), today);
});

test('a person is asked for in the middle of an article, without a word', async (t) => {
  await agent.status('available');
  const widget = await opened(t);
  await widget.in.locator('#text').fill('Half a sentence');
  await search(widget, word);
  await widget.in.locator('.hit').first().click();
  await widget.in.locator('article').waitFor();
  await widget.in.locator('footer .person').click();
  await widget.in.locator('.status .asked').waitFor();
  await widget.bubble('Half a sentence').waitFor();
  const ticket = await agent.ticket(await widget.ticketNumber());
  assert.equal((await agent.reads(ticket, 'Half a sentence')).selfService.read.length, 1);
});

test('whoever wants a person in the middle of an article when nobody is there gets the number and the form', async (t) => {
  const context = await visitor(t);
  const widget = await Widget.on(context);
  await context.route('**/v1/widget/sites/**', async (route) => {
    const answer = await route.fetch();
    await route.fulfill({ response: answer, json: { ...(await answer.json()), agents: 'offline' } });
  });
  await widget.open();
  await search(widget, word);
  await widget.in.locator('.hit').first().click();
  await widget.in.locator('article').waitFor();
  await widget.in.locator('footer .person').click();
  await widget.in.locator('.said', { hasText: '+49' }).waitFor();
  await widget.in.locator('#text:focus').waitFor();
  await state(widget, 'nobody-there');
});

test('help that does not work, and mark-up that tries something, are in nobody’s way', async (t) => {
  const context = await visitor(t);
  const widget = await (await Widget.on(context)).open();
  await widget.in.locator('.start').waitFor();
  await context.route('**/v1/help/articles?**', (route) => route.abort());
  await search(widget, word);
  await widget.in.locator('.dead', { hasText: 'cannot be searched' }).waitFor();
  await state(widget, 'broken');
  await widget.in.locator('.dead .write').click();
  await widget.in.locator('#text:focus').waitFor();
  await context.unroute('**/v1/help/articles?**');

  const html = '<p onclick="alert(1)" class="primary">Plain<script>window.hacked = 1</script><img src="x" onerror="window.hacked = 2">'
    + '<a href="javascript:window.hacked=3">link</a></p><iframe src="https://evil.example"></iframe><form action="/x"><input name="y"></form><svg onload="window.hacked = 4"></svg>';
  await context.route('**/v1/help/articles/*?**', async (route) => {
    const answer = await route.fetch();
    await route.fulfill({ response: answer, json: { ...(await answer.json()), html } });
  });
  await search(widget, word);
  await widget.in.locator('.hit').first().click();
  await widget.in.locator('article .text', { hasText: 'Plain' }).waitFor();
  assert.equal(await widget.in.locator('article .text').evaluate((text) => text.innerHTML), '<p>Plain<a>link</a></p>');
  assert.equal(await widget.frame.evaluate(() => window.hacked), undefined);
});

test('a site without articles has no search, and one with topics asks which', async (t) => {
  const context = await visitor(t);
  await context.route('**/v1/widget/sites/**', async (route) => {
    const answer = await route.fetch();
    const topics = [{ name: 'order', label: 'My order' }, { name: 'billing', label: 'Invoices and payment' }];
    await route.fulfill({ response: answer, json: { ...(await answer.json()), agents: 'online', articles: false, topics } });
  });
  await agent.status('available');
  const widget = await (await Widget.on(context)).open();
  await widget.in.locator('#topic').waitFor();
  await widget.in.locator('#search').waitFor({ state: 'hidden' });
  await state(widget, 'topics');
  await widget.in.locator('#topic').selectOption({ label: 'Invoices and payment' });
  const asked = widget.page.waitForRequest('**/v1/widget/sessions');
  await widget.in.locator('#text').fill('Charged twice');
  await widget.in.locator('.start .primary').click();
  await widget.bubble('Charged twice').waitFor();
  const { topic, selfServiceSession } = (await asked).postDataJSON();
  assert.deepEqual([topic, selfServiceSession], ['billing', null]);
});

test('a topic that was taken away meanwhile is in nobody’s way, and what else is refused is not the address’s fault', async (t) => {
  const context = await visitor(t);
  let topics = [{ name: 'order', label: 'My order' }, { name: 'billing', label: 'Invoices and payment' }];
  await context.route('**/v1/widget/sites/**', async (route) => {
    const answer = await route.fetch();
    await route.fulfill({ response: answer, json: { ...(await answer.json()), topics } });
  });
  const asked = [];
  let pointer = '/identity';
  await context.route('**/v1/widget/sessions', async (route) => {
    asked.push(route.request().postDataJSON().topic);
    if (asked.length > 2) return route.continue();
    const problem = { type: 'urn:carryon:problem:validation', title: 'The request is not valid', status: 400, errors: [{ pointer, detail: 'is wrong' }] };
    return route.fulfill({ status: 400, contentType: 'application/problem+json', body: JSON.stringify(problem) });
  });
  const widget = await (await Widget.on(context)).open();
  await widget.in.locator('#topic').selectOption('billing');
  await widget.in.locator('#text').fill('Charged twice');
  await widget.in.locator('.start .primary').click();
  await widget.in.locator('.start .error', { hasText: 'did not work' }).waitFor();

  pointer = '/topic';
  topics = topics.slice(0, 1);
  await widget.in.locator('.start .primary').click();
  await widget.bubble('Charged twice').waitFor();
  assert.deepEqual(asked, ['billing', 'billing', null]);
});

test('it reads from right to left, on a telephone 320 pixels wide, and has a page of its own where the site has one', async (t) => {
  for (const [name, query, options] of [['rtl', '?lang=ar&dir=rtl', {}], ['320', '?lang=de', { viewport: { width: 320, height: 568 } }]]) {
    const context = await visitor(t, options);
    await context.route('**/v1/widget/sites/**', async (route) => {
      const answer = await route.fetch();
      await route.fulfill({ response: answer, json: { ...(await answer.json()), articlePage: 'https://shop.example/help/{id}' } });
    });
    const widget = await (await Widget.on(context, query)).open();
    await widget.in.locator('.start').waitFor();
    await state(widget, `${name}-start`);
    await search(widget, word);
    await widget.in.locator('.hit').nth(1).waitFor();
    await state(widget, `${name}-results`);
    await widget.in.locator('.hit', { hasText: 'moor' }).click();
    await widget.in.locator('article h2:focus').waitFor();
    assert.equal(await widget.in.locator('.facts a').getAttribute('href'), `https://shop.example/help/${id}`);
    assert.equal(await widget.frame.evaluate(() => document.documentElement.scrollWidth <= innerWidth), true, 'nothing is wider than the window');
    await state(widget, `${name}-article`);
    await widget.in.locator('.back').click();
    await search(widget, `${word} hippopotamus quagga`);
    await widget.in.locator('.dead').waitFor();
    await state(widget, `${name}-nothing-found`);
  }
});
