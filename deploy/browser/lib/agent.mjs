import { randomUUID } from 'node:crypto';
import { call, eventually, stack } from './stack.mjs';

const tickets = `${stack.ticketing}/v1/tickets`;

/** Somebody of support who works in the ticket service. */
export const agent = {
  /** Is there, or not: available, away. */
  status: (status) => call('agent', 'PUT', `${stack.ticketing}/v1/agents/me`, { queues: ['support'], status }),

  /** The ticket of a number, with its ETag. */
  ticket: async (number) => {
    const { body, headers } = await call('agent', 'GET', `${tickets}/number/${number}`);
    return { ...body, etag: headers.get('etag') };
  },

  entries: async (ticket) => (await call('agent', 'GET', `${tickets}/${ticket.id}/entries?limit=100`)).body.items,

  /** Waits until the ticket has an entry with this text. */
  reads: (ticket, text) => eventually(`an entry with "${text}"`, async () =>
    (await agent.entries(ticket)).find((entry) => entry.text?.includes(text))),

  /** Is the ticket's owner from now on, whatever changed in it meanwhile; the ticket as it is then. */
  take: (ticket) => eventually('the ticket is taken', async () => {
    const { number, etag } = await agent.ticket(ticket.number);
    return call('agent', 'PUT', `${tickets}/${ticket.id}/owner`, { owner: 'me' }, { 'If-Match': etag })
      .then(() => agent.ticket(number), (refused) => { if (!/: 412 /.test(refused.message)) throw refused; });
  }),

  answer: (ticket, text) => call('agent', 'POST', `${tickets}/${ticket.id}/replies`, { text }, { 'Idempotency-Key': randomUUID() }),

  type: (ticket) => call('agent', 'POST', `${tickets}/${ticket.id}/typing`, { typing: true }),
};
