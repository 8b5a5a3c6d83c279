/** A campaign that is to be created. */
export interface NewCampaign {
  readonly name: string
  readonly objective_type: 'AWARENESS'
  readonly daily_spend_cap: number
  readonly lifetime_spend_cap?: number
}

/** The outcome of one item of a batch. */
export interface ItemOutcome {
  readonly id: string | undefined
  readonly codes: readonly number[]
}

/** The error of a whole call. */
export interface Refusal {
  readonly status: number | undefined
  readonly code: number | undefined
}

/** What the scenario calls, on top of each generated client: adapters compile against its types only. */
export interface GeneratedClient {
  readonly createCampaigns: (account: string, campaigns: NewCampaign[]) => Promise<readonly ItemOutcome[]>
  /** Follows bookmarks through pages of two; returns ids. */
  readonly listCampaigns: (account: string, statuses: ('ACTIVE' | 'PAUSED')[]) => Promise<readonly string[]>
  /** Returns the status afterwards. */
  readonly pauseCampaign: (account: string, id: string) => Promise<string | null | undefined>
  /** Returns the columns of the first row. */
  readonly readReport: (
    account: string,
    days: { readonly start_date: string; readonly end_date: string },
    columns: ('SPEND_IN_DOLLAR' | 'TOTAL_CLICKTHROUGH')[],
  ) => Promise<readonly string[]>
  /** Returns the kind of media, which tells the options of a union apart. */
  readonly createPin: (board: string, image: string) => Promise<string | undefined>
  readonly readUnknownCampaign: (account: string) => Promise<Refusal>
  /** Returns the kind of the token. */
  readonly requestToken: (basic: string) => Promise<string | undefined>
}

/** Makes a client of a server. */
export type Connect = (baseUrl: string, token: string) => GeneratedClient
