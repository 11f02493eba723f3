import { readFileSync } from 'node:fs';

const run = JSON.parse(readFileSync(process.env.CARRYON_RUN, 'utf8'));

/** What runs where, as deploy/run wrote it down. */
export const stack = {
  gateway: run.services['channel-gateway'].url,
  ticketing: run.services['ticket-service'].url,
  profile: run.services['customer-profile-service'].url,
  tokens: run.tokens,
  site: run.site,
  smtp: run.smtp,
  imap: run.imap,
  mail: run.mail,
};

/** A request with a role's token; throws with the body when it is not answered with 2xx. */
export async function call(role, method, address, body, headers = {}) {
  const answer = await fetch(address, {
    method,
    headers: { Authorization: `Bearer ${stack.tokens[role]}`, ...(body ? { 'Content-Type': 'application/json' } : {}), ...headers },
    body: body && JSON.stringify(body),
  });
  const text = await answer.text();
  if (!answer.ok) throw new Error(`${method} ${address}: ${answer.status} ${text}`);
  return { body: text ? JSON.parse(text) : null, headers: answer.headers };
}

/** Asks again every 200 ms until the answer is something; fails by its name after 30 s. */
export async function eventually(what, ask, patience = 30000) {
  const until = Date.now() + patience;
  for (;;) {
    const found = await ask();
    if (found) return found;
    if (Date.now() > until) throw new Error(`Not within ${patience} ms: ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
}
