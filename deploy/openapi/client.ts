// Creates a ticket as a customer's portal does, then answers and finds it as an agent does, through clients whose every
// path, parameter and body is checked against the API documents by the compiler. Run by deploy/openapi/client.
import { randomUUID } from "node:crypto";
import { readFileSync } from "node:fs";
import createClient from "openapi-fetch";
import type { paths as GatewayPaths } from "./gateway.js";
import type { paths as TicketPaths } from "./tickets.js";

interface RunningStack {
  services: Record<string, { url: string }>;
  tokens: Record<string, string>;
}

const PATIENCE_MILLIS = 30_000;

function stack(file: string): RunningStack {
  return JSON.parse(readFileSync(file, "utf8")) as RunningStack;
}

function named<T>(values: Record<string, T>, name: string): T {
  const value = values[name];
  if (value === undefined) {
    throw new Error(`The run file names no ${name}; is the stack running? Start it with deploy/run`);
  }
  return value;
}

/** The answer's body; an error with what the service says is wrong when it refused. */
function accepted<T>(what: string, answer: { data?: T; error?: unknown; response: Response }): T {
  if (answer.data === undefined) {
    throw new Error(`${what} was answered ${answer.response.status}: ${JSON.stringify(answer.error)}`);
  }
  return answer.data;
}

function check(holds: boolean, what: string): void {
  if (!holds) {
    throw new Error(`Not so: ${what}`);
  }
}

async function main(file: string): Promise<void> {
  const running = stack(file);
  const gateway = createClient<GatewayPaths>({
    baseUrl: named(running.services, "channel-gateway").url,
    headers: { Authorization: `Bearer ${named(running.tokens, "portal")}` },
  });
  const tickets = createClient<TicketPaths>({
    baseUrl: named(running.services, "ticket-service").url,
    headers: { Authorization: `Bearer ${named(running.tokens, "agent")}` },
  });

  const mark = randomUUID().slice(0, 8);
  const request = accepted("The request", await gateway.POST("/portal/v1/requests", {
    params: { header: { "Idempotency-Key": randomUUID() } },
    body: {
      requester: { name: "Marta Nowak", email: `marta.${mark}@example.com`, verified: true },
      subject: `The invoice ${mark} is wrong`,
      text: "You charged the basic fee twice. Please look at it.",
    },
  }));
  const contactId = request.contactId;
  check(contactId !== undefined, "an accepted request has a contact's id");
  console.log(`Created: request ${request.reference}`);

  const id = await ticketOf(tickets, contactId as string);
  console.log(`It is ticket ${id}`);
  const reply = accepted("The reply", await tickets.POST("/v1/tickets/{id}/replies", {
    params: { path: { id }, header: { "Idempotency-Key": randomUUID() } },
    body: { text: "We have corrected the invoice." },
  }));
  console.log(`Answered: entry ${reply.id}`);

  const found = accepted("The search", await tickets.GET("/v1/tickets", {
    params: { query: { q: `"${mark}"` } },
  }));
  check((found.items ?? []).some((ticket) => ticket.id === id), "the ticket is found by its subject");
  const whole = accepted("The ticket", await tickets.GET("/v1/tickets/{id}", { params: { path: { id } } }));
  check(whole.status === "OPEN", "a ticket that was answered is open");
  console.log(`Found: ${whole.number}, ${whole.subject}`);

  const stale = await tickets.PUT("/v1/tickets/{id}/owner", {
    params: { path: { id }, header: { "If-Match": '"0"' } },
    body: { owner: "me" },
  });
  check(stale.error !== undefined && stale.error.status === 412, "a change on an old revision is a 412 with a problem");
  console.log(`Refused, as it should be: ${stale.error?.title}`);
}

/** Waits for the ticket of a contact: contacts become tickets within a second. */
async function ticketOf(tickets: ReturnType<typeof createClient<TicketPaths>>, contactId: string): Promise<string> {
  const end = Date.now() + PATIENCE_MILLIS;
  while (Date.now() < end) {
    const page = accepted("The list", await tickets.GET("/v1/tickets", { params: { query: { contactId } } }));
    const id = page.items?.[0]?.id;
    if (id) {
      return id;
    }
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
  throw new Error(`The contact ${contactId} has no ticket after ${PATIENCE_MILLIS / 1000} s`);
}

await main(process.argv[2] ?? ".carryon/run.json");
