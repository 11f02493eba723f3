import { mkdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { after, before } from 'node:test';
import assert from 'node:assert/strict';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright-core';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const screenshots = fileURLToPath(new URL('../screenshots/', import.meta.url));
mkdirSync(screenshots, { recursive: true });

let browser;

before(async () => {
  browser = await chromium.launch({ executablePath: process.env.CHROMIUM, args: ['--no-sandbox', '--disable-dev-shm-usage'] });
});

after(() => browser?.close());

/** A browser of a visitor who was never here; errors of its pages fail the test that calls the returned check. */
export async function visitor(t, options = {}) {
  const context = await browser.newContext({ locale: 'en-GB', timezoneId: 'Europe/Berlin', viewport: { width: 1000, height: 820 }, ...options });
  const errors = [];
  context.on('weberror', (error) => errors.push(error.error()));
  context.on('console', (message) => {
    if (message.type() === 'error' && /Content Security Policy|Refused to/i.test(message.text()) && !/frame-ancestors/.test(message.text())) errors.push(new Error(message.text()));
  });
  context.setDefaultTimeout(20000);
  t.after(async () => {
    await context.close();
    assert.deepEqual(errors, [], 'errors in the page');
  });
  return context;
}

/** Keeps a picture of the page, for people to look at. */
export const picture = (page, name, options = {}) => page.screenshot({ path: `${screenshots}${name}.png`, ...options });

/** Fails on anything axe finds serious or critical in a page or frame. */
export async function accessible(frame, name) {
  // Evaluated, not added as a script, for the page's policy allows none.
  await frame.evaluate(axe);
  const { violations } = await frame.evaluate(() => globalThis.axe.run(document, { resultTypes: ['violations'] }));
  const bad = violations.filter(({ impact }) => impact === 'serious' || impact === 'critical');
  assert.deepEqual(
    bad.map(({ id, impact, nodes }) => ({ id, impact, where: nodes.map(({ target, failureSummary }) => `${target} ${failureSummary}`) })), [], `axe in ${name}`);
}
