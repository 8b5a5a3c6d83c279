import type { Database } from '#db/database.ts'
import { type PageRange, rangesOf } from '#db/keyset.ts'
import { perDb } from '#db/statements.ts'
import { rootTable } from '#db/table.ts'
import { sequenceIn } from '#server/domain/ids.ts'
import { markItemPromoted } from '#server/resources/catalogs/items/repository.ts'
import { productPinIdRange } from '#server/resources/catalogs/items/resource.ts'

/** The types of a Pin: an image, a video, or a carousel of images. */
export const pinTypes = ['REGULAR', 'VIDEO', 'CAROUSEL'] as const

/** A Pin as it is stored. */
export interface PinRow {
  readonly seq: number
  readonly id: string
  /** Null for a Pin of the user's profile. */
  readonly board_id: string | null
  readonly board_section_id: string | null
  /** The privacy of its board. */
  readonly privacy: 'PUBLIC' | 'PROTECTED' | 'SECRET'
  readonly creative_type: (typeof pinTypes)[number]
  readonly is_repin: 0 | 1
  readonly has_been_promoted: 0 | 1
  /** Whether ads may promote it. */
  readonly is_promotable: 0 | 1
  readonly json: string
  /** The id of the user who owns it. */
  readonly owner_id: string
  /** The host of its link without `www.`; null without an http or https link. */
  readonly domain: string | null
  /** JSON of its product tags as responses have them; null without any. */
  readonly product_tags: string | null
}

/** A Pin by its id: a stored one, or the product Pin of an item, which is no row of the table. */
export interface FoundPin extends PinRow {
  readonly isProduct?: boolean
}

/** The table of the Pins of all users. */
export const pinTable = rootTable<PinRow>('pins', {
  updates: ['board_id', 'board_section_id', 'privacy', 'has_been_promoted', 'is_promotable', 'json', 'domain'],
})

const statements = perDb((db) => ({
  promote: db.prepare<[string]>('UPDATE pins SET has_been_promoted = 1 WHERE id = ?'),
  count: db.prepare<[string], number>('SELECT count(*) FROM pins WHERE owner_id = ?').pluck(),
}))

/** Marks the Pin as promoted by an ad. */
export function markPromoted(db: Database, id: string): void {
  if (statements(db).promote.run(id).changes > 0) return
  const sequence = sequenceIn(productPinIdRange, id)
  if (sequence !== undefined) markItemPromoted(db, sequence)
}

/** Returns the number of the user's Pins. */
export const countPins = (db: Database, ownerId: string): number => statements(db).count.get(ownerId) ?? 0

/** The filters of the list of a user's Pins. */
export interface PinFilter {
  readonly pin_filter?: 'exclude_native' | 'exclude_repins' | 'has_been_promoted' | undefined
  readonly include_protected_pins: boolean
  readonly pin_type?: 'PRIVATE' | undefined
  readonly creative_types?: readonly string[] | undefined
  readonly domain?: string | undefined
  readonly domains?: readonly string[] | undefined
}

const either = ['0', '1']

/** Returns one page of a user's Pins in the order of their ids. */
export function listPins(db: Database, ownerId: string, filter: PinFilter, page: PageRange): readonly PinRow[] {
  const { pin_filter, include_protected_pins, pin_type, creative_types } = filter
  const domains = domainsIn(filter)
  const privacies = pin_type === 'PRIVATE' ? ['SECRET'] : ['PUBLIC', 'SECRET']
  const isRepin = pin_filter === 'exclude_native' ? ['1'] : pin_filter === 'exclude_repins' ? ['0'] : either
  return pinTable.page(db, {
    columns: [
      'owner_id',
      ...(domains === undefined ? [] : ['domain']),
      ...['privacy', 'creative_type', 'is_repin', 'has_been_promoted'],
    ],
    ranges: rangesOf(
      [ownerId],
      ...(domains === undefined ? [] : [domains]),
      include_protected_pins && pin_type === undefined ? [...privacies, 'PROTECTED'] : privacies,
      shown(creative_types),
      isRepin,
      pin_filter === 'has_been_promoted' ? ['1'] : either,
    ),
    ...page,
  })
}

/** Returns one page of a board's Pins in the order of their ids. */
export const listBoardPins = (
  db: Database,
  boardId: string,
  creativeTypes: readonly string[] | undefined,
  page: PageRange,
): readonly PinRow[] =>
  pinTable.page(db, {
    columns: ['board_id', 'creative_type'],
    ranges: rangesOf([boardId], shown(creativeTypes)),
    ...page,
  })

/** Returns one page of a section's Pins in the order of their ids. */
export const listSectionPins = (db: Database, sectionId: string, page: PageRange): readonly PinRow[] =>
  pinTable.page(db, { columns: ['board_section_id'], ranges: [[sectionId]], ...page })

/** Returns the domains that pass both filters, `domain` and `domains`; undefined where neither is sent. */
function domainsIn({ domain, domains }: PinFilter): readonly string[] | undefined {
  const requested = domains?.map((one) => one.toLowerCase())
  if (domain === undefined) return requested
  const one = domain.toLowerCase()
  return requested === undefined || requested.includes(one) ? [one] : []
}

const shown = (requested: readonly string[] | undefined): readonly string[] =>
  pinTypes.filter((type) => requested === undefined || requested.includes(type))
