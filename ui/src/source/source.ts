/** Where the account comes from. The one-file report carries it; the desk asks its server. */

import type { Account, Story } from "../account/account";

/** A town for orientation on the map; none of the reports need mention it. */
export interface Town {
  name: string;
  lat: number;
  lon: number;
  population: number;
}

export interface StoryLine extends Omit<Story, "reports"> {
  reports: number;
  origins: number;
}

export interface Opened {
  account: Account;
  towns: Town[];
}
