import type { Item } from './items.ts'

/** One call of a random sequence, as data that shrinks. */
export type Call =
  | { readonly do: 'create' | 'update'; readonly kind: Kind; readonly items: readonly Item[]; readonly times: number }
  | { readonly do: 'apply' | 'remove'; readonly label: unknown; readonly campaigns: readonly unknown[] }
  | { readonly do: 'fill ad groups' | 'fill labels'; readonly campaign: unknown; readonly but: number }
  | { readonly do: 'create keywords'; readonly parent: unknown; readonly items: readonly Item[] }
  | { readonly do: 'update keywords'; readonly items: readonly Item[] }
  | { readonly do: 'list keywords'; readonly filter: string; readonly parent: unknown; readonly page_size: number }
  | { readonly do: 'list'; readonly kind: Kind; readonly query: Query }
  | { readonly do: 'get'; readonly kind: 'campaigns' | 'ad_groups' | 'ads'; readonly id: unknown }
  | { readonly do: 'advance'; readonly seconds: number }
  | { readonly do: 'feature'; readonly name: string; readonly on: boolean }

/** What the calls are about, as the paths say it. */
export type Kind = 'campaigns' | 'ad_groups' | 'ads' | 'labels'

/** What a list is asked for. */
export interface Query {
  readonly campaign_ids?: readonly unknown[]
  readonly ad_group_ids?: readonly unknown[]
  readonly ad_ids?: readonly unknown[]
  readonly label_ids?: readonly unknown[]
  readonly label_types?: readonly string[]
  readonly entity_statuses?: readonly string[]
  readonly order?: string
  readonly page_size?: number
}
