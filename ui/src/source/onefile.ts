/** The page itself -> account: the one-file report carries its records in the page. */

import type { Account } from "../account/account";
import type { Opened, Town } from "./source";

function read<T>(id: string): T | null {
  const text = document.getElementById(id)?.textContent;
  return text ? (JSON.parse(text) as T) : null;
}

export function openPage(): Opened | null {
  const account = read<Account>("account");
  return account ? { account, towns: read<Town[]>("towns") ?? [] } : null;
}
