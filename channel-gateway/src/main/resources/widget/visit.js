import { freshId, keep, recall } from './memory.js';

const DAY = 86400000;

/** The random id of what this browser searches and reads, another one each day; it is nobody's name. */
export function visit() {
  const age = Date.now() - (recall().visit?.since ?? -Infinity);
  if (!(age >= 0 && age < DAY)) keep({ visit: { id: freshId(), since: Date.now() } });
  return recall().visit.id;
}

/** The id under which something was searched or read, if anything was: the gateway forgets it after a day by itself. */
export const visited = () => recall().visit?.id ?? null;
